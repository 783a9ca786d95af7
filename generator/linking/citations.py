"""Citations by number, resolved: which article of which base a report means.

《意见》第五条, 意见第（五）条, 第三条至第五条, 本法第十二条第二款, 前款, 前条

References are found by text/references.py; here each gets its document: by its title, by the
short form that the report itself gives (以下简称《条例》), by 本 and 该, or from what was named
before.  A number that belongs to another law, a contract or nobody is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.linking.counting import counted_from, with_article
from generator.linking.named_documents import NamedDocuments
from generator.linking.numbering import Numbering, path_of
from generator.linking.versions import Chain
from generator.model import Base
from generator.text.document_kinds import ANY, KINDS
from generator.text.document_names import (
    QUOTED,
    Mention,
    outside_quotations,
    running_mentions,
    short_forms,
    titles,
)
from generator.text.leading_words import LEADS
from generator.text.numerals import ARABIC, CHARACTERS
from generator.text.provision_lists import Target
from generator.text.references import Reference, references_in
from generator.text.simplified import simplified

_SENTENCE = re.compile("[。！？!?]")
_COUNTED_DEEDS = re.compile("[，。；：][^，。；：]*(?<!第)[两二三四五六七八九十几][项件]")
_COUNTED = re.compile(rf"(?<!第)(?:[两二三四五六七八九十百几]|[{ARABIC}]){{1,4}}条")  # 体会有三条
_EXTENT = re.compile(
    rf"(?:正文|全文|全部|[一总]?共|合?计|分为?|有|[，,]|[{CHARACTERS}{ARABIC}]+[章节])*"
)
_CITING = re.compile("(?:按照|依照|依据|根据|对照|违反|落实|执行|符合|贯彻|遵守)$")
_LISTED = re.compile("[，,：:、]|是|就是")
_AMONG = re.compile("其中?(?:的)?$|的$")
_LINE_BEGINS = re.compile(r"\n[ \t\u3000]*$")
_FARTHEST = 1000  # letters between a bare number and what it is counted from
_REACH = 1  # sentence ends between a bare number and what it is counted from, at most
_WIDE = 2  # the same for 前款, 该条
_REMEMBERED = 200  # documents named so long ago are not pointed at
_LEAD = 30  # letters before 第一条 that tell what is listed
_BARE = frozenset(KINDS.split("|"))


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
class _Document:
    """A document named in the report: its kind at the end of `name`, its base or None."""

    end: int
    name: str
    base: str | None


@dataclass(frozen=True, slots=True)
class _Last:
    """The citation before, which 前款, 前条 and a bare 第三款 are counted from."""

    base: str | None = None
    targets: tuple[Target, ...] = ()
    end: int = 0


def citations(
    text: str,
    bases: Sequence[Base],
    numberings: Mapping[str, Numbering] | None = None,
    chains: Mapping[str, Chain] | None = None,
) -> tuple[Citation, ...]:
    """Return the citations of articles of `bases` in `text`, in order.

    A number counts for the base whose title or short title stands before it; 本法 and
    本意见 for the base of that kind that was named last, 该法 for the law named last.  A
    number behind another document's name belongs to that document, and so does what is
    counted from it; a bare number belongs to the document or citation before it in the same
    or the last sentence.  `numberings` tells by base id which articles there are; of other
    bases every whole number is one.  `chains` are all versions of those bases that have several:
    words that say which one is meant go before the base.
    """
    return tuple(_Resolver(text, bases, numberings or {}, chains or {}).all())


class _Resolver:
    """Goes through the references of one report, and keeps what was named before each."""

    def __init__(
        self,
        text: str,
        bases: Sequence[Base],
        numberings: Mapping[str, Numbering],
        chains: Mapping[str, Chain],
    ) -> None:
        self._text = simplified(text)
        self._bases = bases
        self._numberings = numberings
        self._titles = titles(self._text)
        self._references = references_in(self._text, self._titles)
        self._names = NamedDocuments(
            self._text, bases, self._titles, short_forms(self._text, self._titles), chains
        )
        self._chains = chains
        self._documents: list[_Document] = []
        self._bases_named: set[str | None] = set()  # None for every document that is none
        self._last = _Last()
        self._listed = 0  # the number in a list of experiences, not of articles

    def all(self) -> Iterator[Citation]:
        """Yield every citation."""
        if not self._references:
            return
        mentions = self._mentions()
        for reference in self._references:
            while mentions and mentions[-1].end <= reference.start:
                self._note(mentions.pop())
            base, known = self._base(reference)
            base = self._version(base, reference)
            targets = self._targets(reference, base) if known else ()
            if not targets:
                continue
            self._last = _Last(base, targets, reference.end)
            if base is not None:
                yield from _citations(reference, base, targets, self._numberings.get(base))

    def _mentions(self) -> list[Mention]:
        """Return the documents named, the first of them last."""
        running = running_mentions(self._text, self._titles)
        named = outside_quotations(self._text, [*self._titles, *running])
        return sorted(named, key=lambda each: (-each.end, -each.start))

    def _note(self, mention: Mention) -> None:
        if mention.naming == "title":
            base = self._names.of_title(mention.document, mention.start)
        elif mention.naming == "words":
            base = self._names.of_words(mention.document, mention.start)
            if base is None and LEADS.sub("", mention.document) in _BARE:
                return  # 依法, 依照条例: which one is not said
        else:
            pointed = self._pointed(mention.naming, mention.document)
            if pointed is None:
                return
            base = pointed.base
        self._add(_Document(mention.end, mention.document, base))

    def _add(self, document: _Document) -> None:
        self._documents.append(document)
        self._bases_named.add(document.base)

    def _base(self, reference: Reference) -> tuple[str | None, bool]:
        """Return the base that a reference is to, None for another document; and whether any."""
        if reference.naming == "none":
            return self._counted_from(reference)
        self._listed = 0
        at, name = reference.named_at, reference.document
        if reference.naming == "title":
            return self._names.of_title(name, at), True
        if reference.naming == "words":
            base = self._names.of_words(name, at)
            self._add(_Document(reference.start, name, base))
            return base, True
        pointed = self._pointed(reference.naming, name)
        base = pointed.base if pointed else None
        self._add(_Document(reference.start, pointed.name if pointed else name, base))
        return base, True

    def _version(self, base: str | None, reference: Reference) -> str | None:
        """Return the version of a base that the words around its name, or a number, say."""
        chain = self._chains.get(base or "")
        if chain is None:
            return base
        named = reference.naming in ("title", "words")
        at = reference.named_at if named else reference.start
        behind = self._text[at : reference.start].rpartition("》")[2] if named else ""
        title = reference.document if named else ""
        found = chain.named(self._text[max(0, at - _LEAD) : at].rpartition("\n")[2], behind, title)
        return base if found is None else found.id

    def _pointed(self, naming: str, kind: str) -> _Document | None:
        """Return the document that 本法, 该条例 or 该文件 means."""
        any_kind = re.fullmatch(ANY, kind) is not None
        for each in reversed(self._documents[-_REMEMBERED:]):
            if (
                any_kind
                or each.name.endswith(kind)
                or (kind == "法" and each.name.endswith("法典"))
            ):
                return each
        if naming == "that" or any_kind:
            return None
        own = [each for each in self._bases if simplified(each.title).endswith(kind)]
        return _Document(0, own[0].title, own[0].id) if len(own) == 1 else None

    def _counted_from(self, reference: Reference) -> tuple[str | None, bool]:
        """Return what a number without a document belongs to: the last one near enough."""
        last = self._last
        document = self._documents[-1] if self._documents else None
        if reference.relative:
            named_since = document is not None and document.end > last.end
            near = bool(last.targets) and not named_since and self._near(last.end, reference, _WIDE)
            return (last.base if near else None), near
        if last.targets and self._quotes_on(last.end, reference):
            return last.base, True
        since = max(last.end, document.end if document else 0)
        if not since or not self._near(since, reference, _REACH):
            base = self._only_one(reference)
            return base, base is not None
        if self._is_listed(reference, since):
            return None, False
        return (last.base if since == last.end else self._documents[-1].base), True

    def _only_one(self, reference: Reference) -> str | None:
        """Return the one document named so far: 对照第六条, paragraphs later."""
        begin = max(0, reference.start - 2)
        if not (
            len(self._bases_named) == 1
            and reference.targets[0].article
            and _CITING.search(self._text, begin, reference.start)
        ):
            return None
        return next(iter(self._bases_named))

    def _near(self, end: int, reference: Reference, most: int) -> bool:
        between = self._text[end : min(reference.start, end + _FARTHEST)]
        if len(between) == _FARTHEST or "\n" in between:
            return False
        return len(_SENTENCE.findall(QUOTED.sub("", between))) <= most

    def _quotes_on(self, end: int, reference: Reference) -> bool:
        """Tell whether a line begins with one more article quoted: 第五条：…⏎第六条：…"""
        colons = self._text[end : end + 1] + self._text[reference.end : reference.end + 1]
        opens = _LINE_BEGINS.search(self._text, max(0, reference.start - _LEAD), reference.start)
        return len(colons) == 2 and set(colons) <= set("：:") and opens is not None

    def _is_listed(self, reference: Reference, since: int) -> bool:
        """Tell whether a bare number counts in a list of something else, named after `since`.

        体会有三条：第一条，…; 出台六条措施，第三条…; 《条例》共四十条，第三条… is none.
        """
        if not reference.targets[0].article:
            return _COUNTED_DEEDS.search(self._text, since, reference.start) is not None
        if any(
            _EXTENT.fullmatch(self._text, since, count.start()) is None
            for count in _COUNTED.finditer(self._text, since, reference.start)
        ):
            return True
        number = reference.targets[0].article
        behind = _LISTED.match(self._text, reference.end)
        begin = max(since, reference.start - _LEAD)
        among = _AMONG.search(self._text, begin, reference.start)
        if number == 1 and len(reference.targets) == 1 and behind and not among:
            self._listed = 1
            return True
        if self._listed and number == self._listed + 1 and behind:
            self._listed = number
            return True
        return False

    def _targets(self, reference: Reference, base: str | None) -> tuple[Target, ...]:
        """Return the provisions named, those counted from the last one worked out."""
        last = self._last.targets
        if reference.naming != "none" and not _counts_whole(reference):
            same = reference.naming in ("own", "that") and base is not None
            return with_article(reference.targets, last) if same and base == self._last.base else ()
        if not reference.relative:
            return with_article(reference.targets, last)
        return counted_from(reference, last) if last else ()


def _counts_whole(reference: Reference) -> bool:
    return bool(reference.relative) or any(
        each.article or each.divisions for each in reference.targets
    )


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
