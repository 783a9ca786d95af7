"""Citations by number, resolved: which article of which base a report means.

《意见》第五条, 意见第（五）条, 第三条至第五条, 本法第十二条第二款, 前款, 前条

References are found by text/references.py; here each gets its document: by its title, by the
short form that the report itself gives (以下简称《条例》), by 本 and 该, or from the citation
before.  A number that belongs to another law, a contract or nobody is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Base, Edition
from generator.text.references import KINDS, Reference, Target, references, short_forms

LEADS = re.compile(  # what stands before a document's name and does not belong to it
    "按照|根据|依据|依照|遵照|参照|对照|违反|触犯|落实|执行|贯彻|施行|实施|学习|遵守|符合|适用|现行|对于|关于"
    "|结合|按|照|依|和|与|及|在|对|将|把|以|由|从|到|了|的"
)
_NEAR = re.compile(r"[^《\n。]*(?:。[^《\n。]*)?")  # as far as a bare number still belongs
_OTHER = re.compile(rf"[\u4e00-\u9fff]{{2,}}(?:{KINDS})")


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of `base` cited at `start`..`end` of the text.

    `paragraph` is the 款 and `item` the 项, None where none is named.  `article` is 0 where
    the base has no article with the numbers `path`.
    """

    start: int
    end: int
    base: str
    article: int
    paragraph: int | None
    item: int | None = None
    path: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Numbering:
    """How the articles of a base are cited: their numbers by path (see Article in the model)."""

    articles: Mapping[tuple[int, ...], int]
    restarts: bool = False


def numbering_of(edition: Edition) -> Numbering:
    """Return how the articles of `edition` are cited."""
    return Numbering(
        {article.path or (article.number,): article.number for article in edition.articles},
        edition.restarts,
    )


@dataclass(frozen=True, slots=True)
class _Last:
    """What 前款, 前条, 该条例 and a bare 第三款 refer to; `base` None: to no base."""

    base: str | None = None
    target: Target | None = None
    end: int = 0


def citations(
    text: str, bases: Sequence[Base], numberings: Mapping[str, Numbering] | None = None
) -> tuple[Citation, ...]:
    """Return the citations of articles of `bases` in `text`, in order.

    A number counts for the base whose title or short title stands before it; 本法 and
    本意见 for the base of that kind that was named last, 该法 for the law named last.  A
    number behind another document's name belongs to that document, and so does what is
    counted from it; a bare number belongs to the citation before it in the same or the last
    sentence.  `numberings` tells by base id which articles there are; of other bases every
    whole number is one.
    """
    found: list[Citation] = []
    last = _Last()
    known = _names(text, bases)
    for reference in references(text):
        base = _base_of(text, reference, bases, known, last)
        targets = _targets(reference, last)
        named = reference.naming != "none" or base is not None
        if not targets:
            continue
        last = _Last(base, targets[-1], reference.end) if named else last
        if base is not None:
            found += _citations(reference, base, targets, (numberings or {}).get(base))
    return tuple(found)


def _citations(
    reference: Reference, base: str, targets: Sequence[Target], numbering: Numbering | None
) -> Iterator[Citation]:
    for target in targets:
        path, item = path_of(target, numbering)
        if not path or (numbering is None and len(path) > 1):
            continue
        yield Citation(
            reference.start,
            reference.end,
            base,
            target.article if numbering is None else numbering.articles.get(path, 0),
            target.paragraph or None,
            item or None,
            path,
        )


def path_of(target: Target, numbering: Numbering | None) -> tuple[tuple[int, ...], int]:
    """Return the numbers of the article that `target` names, and the 项 inside it.

    Where numbers begin anew in every division, 第二部分第（一）条 and 第二条第（一）项 are the
    first article of the second division; a number without its division names none.
    """
    if numbering is None or not numbering.restarts:
        own = (target.article, target.branch) if target.branch else (target.article,)
        return (own if target.article else ()), target.item
    if target.divisions:
        own_number = target.article or target.item
        inside = target.item if target.article else 0
        return ((target.divisions[-1][1], own_number) if own_number else ()), inside
    if target.article and target.item:
        return (target.article, target.item), 0
    return (), 0


def _names(text: str, bases: Sequence[Base]) -> Mapping[str, str | None]:
    """Return name -> base id, None for other documents: what the report itself says of names."""
    known: dict[str, str | None] = {}
    for base in bases:
        known[base.title] = known[base.short_title.strip("《》")] = base.id
    for _, title, short in short_forms(text):
        known[short] = _titled(title, bases)
    return known


def _titled(title: str, bases: Sequence[Base]) -> str | None:
    for base in bases:
        if title in (base.title, base.short_title.strip("《》")) or (
            len(title) > 8 and base.title.endswith(title)
        ):
            return base.id
    return None


def _base_of(
    text: str,
    reference: Reference,
    bases: Sequence[Base],
    known: Mapping[str, str | None],
    last: _Last,
) -> str | None:
    """Return the base that a reference is to; None where it is to none."""
    if reference.relative and reference.naming == "none":
        return last.base
    if reference.naming == "title":
        name = reference.document
        return known[name] if name in known else _titled(name, bases)
    if reference.naming == "own":
        of_kind = [each.id for each in bases if each.title.endswith(reference.document)]
        if last.base in of_kind:
            return last.base
        return of_kind[0] if len(of_kind) == 1 else None
    if reference.naming == "that":
        return last.base
    if reference.naming == "words":
        name = LEADS.split(reference.document)[-1]
        if name in known:
            return known[name]
        if re.fullmatch(KINDS, name) is None:
            return next((each.id for each in bases if each.title.endswith(name)), None)
    between = text[last.end : reference.start]
    near = last.target is not None and _NEAR.fullmatch(between) and not _OTHER.search(between)
    return last.base if near else None


def _targets(reference: Reference, last: _Last) -> tuple[Target, ...]:
    """Return the provisions named, those counted from the last one worked out."""
    if not reference.relative:
        if any(each.article or each.divisions for each in reference.targets):
            return reference.targets
        article = last.target.article if last.target else 0
        return tuple(
            Target(article, 0, each.paragraph, each.item) for each in reference.targets if article
        )
    before = last.target
    if before is None:
        return ()
    if reference.relative == "前条":
        first = max(1, before.article - reference.count)
        return tuple(Target(article=number) for number in range(first, before.article))
    if reference.relative == "前款":
        current = before.paragraph or 2
        return tuple(
            Target(before.article, before.branch, number)
            for number in range(max(1, current - reference.count), current)
        )
    if reference.relative == "前项":
        return (Target(before.article, before.branch, before.paragraph, max(1, before.item - 1)),)
    paragraph = before.paragraph if reference.relative == "本款" else 0
    return tuple(
        Target(before.article, before.branch, each.paragraph or paragraph, each.item)
        for each in reference.targets
    )
