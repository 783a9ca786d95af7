"""References inside a base document, resolved: 第七条第二款, 前款, 本法第三条至第五条.

    违反本条例第七条第二款规定          article 7, k2
    有前款第（三）项情形                this article, the 款 before, its item 3
    依照第三条、第八条第一款            articles 3 and 8 k1, a link for each

References are found by text/references.py.  What another document is named for, by 《…》 or in
words, is none of ours, and so is every bare number behind it in the same sentence; nor is what
an annex counts (附录第一条), nor what is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.linking.numbering import Numbering, numbering_of, path_of
from generator.model import Article, CitedPlace, Edition, OwnReference, Part, Provision
from generator.text.document_kinds import KINDS
from generator.text.leading_words import LEADS
from generator.text.numerals import ARABIC, COUNTING
from generator.text.provision_lists import Target
from generator.text.provisions import provisions
from generator.text.references import Reference, references
from generator.text.simplified import simplified

LIABILITY = re.compile("法律责任|罚则|责任追究")
_BREACH = re.compile(r"违反[^，。；\n]*$")
_OWN = re.compile(rf"本(?:{KINDS})[^，。；《\n]{{0,6}}$")
_OTHER = re.compile(  # what counts for itself: an annex, a law that words stand behind
    r"(?:附[录件表则]|分则|总则|修正案|公约|议定书)[的中]?$"
    r"|(?<![依违非合守执司立办方做])(?:法|条例)[\u4e00-\u9fff]{1,4}$"
)
_STOP = re.compile(r"[。\n]")
_HEAD = re.compile(rf"(?P<sign>[至到~～—–-]\s*)?第?\s*[（(]?[{COUNTING}{ARABIC}]+[）)]?\s*条")


@dataclass(frozen=True, slots=True)
class _Last:
    """The reference before: whether it is ours, what it names last, where it ends."""

    own: bool = True
    target: Target | None = None
    end: int = 0


def own_references(edition: Edition) -> tuple[OwnReference, ...]:
    """Return the references of `edition` to itself in reading order."""
    return tuple(_Resolver(edition).all())


class _Resolver:
    """Finds and resolves the references of one edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._numbering: Numbering = numbering_of(edition)
        self._provisions: Mapping[int, tuple[Provision, ...]] = {
            each.number: provisions(each.text) for each in edition.articles
        }
        base = edition.base
        title = simplified(base.title)
        titles = {title, title.removeprefix("中华人民共和国"), base.short_title}
        self._names = frozenset(simplified(each.strip("《》")) for each in titles if each)

    def all(self) -> Iterator[OwnReference]:
        """Yield every reference."""
        above: list[Part] = []
        for part in self._edition.parts:
            while above and above[-1].depth >= part.depth:
                above.pop()
            above.append(part)
            liable = any(LIABILITY.search(simplified(each.heading)) for each in above)
            for article in part.articles:
                yield from self._of_article(article, liable)

    def _of_article(self, article: Article, liable: bool) -> Iterator[OwnReference]:
        text, last, base = simplified(article.text), _Last(), self._edition.base.id
        for found in references(text):
            if _STOP.search(text, last.end, found.start):
                last = _Last()
            own = self._is_own(text, found, last)
            for piece in _pieces(text, found) if own else ():
                targets = self._targets(article, piece, last)
                places = self._places(article, piece, targets)
                if places:
                    breach = liable or _BREACH.search(text, 0, piece.start) is not None
                    yield OwnReference(base, article.number, piece.start, piece.end, places, breach)
                named = next((each for each in reversed(targets) if each.article), last.target)
                last = _Last(own=True, target=named, end=piece.end)
            if not own:
                last = _Last(own=False, end=found.end)

    def _is_own(self, text: str, found: Reference, last: _Last) -> bool:
        before = text[: found.start]
        if before.count("“") > before.count("”"):
            return False
        if found.relative and found.naming == "none":
            return last.own or text[found.start] in "前本"
        if found.naming == "title":
            return found.document in self._names
        if found.naming == "words":
            name = LEADS.split(found.document)[-1]
            return name in self._names or _OWN.search(before) is not None
        if found.naming != "none":
            return found.naming == "own"
        return _OWN.search(before) is not None or (last.own and not _OTHER.search(before))

    def _targets(self, article: Article, found: Reference, last: _Last) -> tuple[Target, ...]:
        """Return what is named, every target with its article, as the text counts them."""
        here = _numbers(article)
        if found.relative == "前条":
            numbers = range(max(1, article.number - found.count), article.number)
            return tuple(
                replace(each, article=-number) for number in numbers for each in found.targets
            )
        if found.relative:
            return self._relative(article, found, last, here)
        bare = last.target or here
        return tuple(
            each
            if each.article or each.divisions
            else replace(bare, paragraph=each.paragraph, item=each.item)
            for each in found.targets
        )

    def _relative(
        self, article: Article, found: Reference, last: _Last, here: Target
    ) -> tuple[Target, ...]:
        """Return what is counted from where the words stand: 前款, 前项, 本款, 本条, 同条."""
        paragraph, item = self._position(article.number, found.start)
        if found.relative == "前项":
            return (replace(here, paragraph=paragraph, item=item - 1),) if item > 1 else ()
        if found.relative == "前款":
            numbers = range(max(1, paragraph - found.count), paragraph)
            return tuple(
                replace(here, paragraph=number, item=each.item)
                for number in numbers
                for each in found.targets
            )
        inside = [each for each in found.targets if each.paragraph or each.item]
        if article.text.startswith("本", found.start):
            within = paragraph if found.relative == "本款" else 0
            return tuple(
                replace(here, paragraph=each.paragraph or within, item=each.item) for each in inside
            )
        if last.target is None:
            return ()
        return tuple(
            replace(last.target, paragraph=each.paragraph, item=each.item) for each in inside
        )

    def _position(self, number: int, at: int) -> tuple[int, int]:
        """Return the 款 and the 项 in which an offset of an article lies; 0 where in none."""
        paragraph = item = 0
        for each in self._provisions[number]:
            if each.start > at:
                break
            steps = [int(step) for step in re.findall(r"\d+", each.address)]
            paragraph, item = steps[0], (steps[1] if len(steps) > 1 else 0)
        return paragraph, item

    def _places(
        self, article: Article, found: Reference, targets: Sequence[Target]
    ) -> tuple[CitedPlace, ...]:
        places = []
        for target in targets:
            number, item = self._article(article, target)
            if number:
                current = self._position(number, found.start)[0] if number == article.number else 0
                address = self._address(number, target.paragraph, item, current)
                places.append(CitedPlace(number, address))
        return tuple(dict.fromkeys(places))

    def _article(self, article: Article, target: Target) -> tuple[int, int]:
        """Return the number of the article that `target` names, 0 for none, and the 项."""
        if target.article < 0:
            return -target.article, target.item
        path, item = path_of(target, self._numbering)
        if not path and target.article and len(article.path) > 1:
            path, item = (article.path[0], target.article), target.item
        return self._numbering.articles.get(path, 0), item

    def _address(self, number: int, paragraph: int, item: int, current: int) -> str:
        """Return the address of a 款 or 项; an 项 without its 款 is looked for, here first."""
        there = [each.address for each in self._provisions[number]]
        if item and not paragraph:
            wanted = [f"k{current}x{item}", *(each for each in there if each.endswith(f"x{item}"))]
        else:
            wanted = [f"k{paragraph}x{item}"] if item else []
        return next((each for each in [*wanted, f"k{paragraph}"] if each in there), "")


def _numbers(article: Article) -> Target:
    """Return the article itself as a reference names it."""
    return Target(article=-article.number)


def _pieces(text: str, found: Reference) -> tuple[Reference, ...]:
    """Return a list of articles cut into what each names: 第三条、第八条第一款; not a range."""
    heads = [
        each.start() for each in _HEAD.finditer(text, found.start, found.end) if not each["sign"]
    ]
    if len(heads) < 2 or found.relative or heads[0] != found.start:
        return (found,)
    pieces = []
    for start, stop in zip(heads, [*heads[1:], found.end], strict=True):
        (read, *more) = references(text[start:stop]) or (None,)
        if read is None or more or read.start:
            return (found,)
        pieces.append(replace(found, start=start, end=start + read.end, targets=read.targets))
    whole = tuple(each for piece in pieces for each in piece.targets)
    return tuple(pieces) if whole == found.targets else (found,)
