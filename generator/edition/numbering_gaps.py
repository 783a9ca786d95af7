"""What the numbering of an edition leaves out: articles and divisions that no witness has.

Numbers count on through the document, or begin anew in a division: articles do so where their
paths say so, divisions where they like (第一编 第一章, 第二编 第一章 or 第六章).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Article, Edition, Part
from generator.text.nomenclature import article_name, division_kind, part_name
from generator.text.numerals import ARABIC, COUNTING, numeral_text, numeral_value

UNIT = re.compile("部分$|分编$|[编章节段]$")
NUMERAL = re.compile(rf"[{COUNTING}]+|[{ARABIC}]+")


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers that nothing has: the names of the first and the last, and how many they are."""

    first: str
    last: str
    count: int

    @property
    def name(self) -> str:
        """第六条, 第二部分第（三）条, 第六条至第九条（4条）."""
        unit = UNIT.search(self.last)
        return (
            self.first
            if self.count == 1
            else f"{self.first}至{self.last}（{self.count}{unit[0] if unit else '条'}）"
        )


def numbering_gaps(edition: Edition) -> tuple[Gap, ...]:
    """Return the gaps among the articles, then those among the divisions, in reading order."""
    return (*_among_articles(edition), *_among_divisions(edition.parts))


def _among_articles(edition: Edition) -> Iterator[Gap]:
    above = 1 if edition.restarts else 0
    names = {each.number: part_name(each.label) for each in edition.parts}
    head: tuple[int, ...] | None = None
    own = branch = 0
    for part in edition.parts:
        for article in part.articles:
            path = article.path or (article.number,)
            if len(path) <= above:  # outside the divisions in which numbers begin anew
                continue
            if path[:above] != head:
                head, own, branch = path[:above], 0, 0
            place = names.get(part.number, "") if above else ""
            if len(path) > above + 1:
                low = 1 if path[above] != own else branch + 1
                yield from _gap(place, article, low, path[above + 1] - 1, path[above])
                yield from _gap(place, article, own + 1, path[above] - 1)
                own, branch = path[above], path[above + 1]
            else:
                yield from _gap(place, article, own + 1, path[above] - 1)
                own, branch = path[above], 0


def _gap(
    place: str, like: Article, first: int, last: int, base: int | None = None
) -> Iterator[Gap]:
    """Yield the articles `first` to `last`, or the branches 之一 … of article `base`."""

    def name(number: int) -> str:
        plain, branch = like.label.partition("之")[0], ""
        if base is not None:
            number, branch = base, f"之{numeral_text(number)}"
        return place + article_name(_renumbered(plain, number) + branch)

    if first <= last:
        yield Gap(name(first), name(last), last - first + 1)


def _among_divisions(parts: tuple[Part, ...]) -> Iterator[Gap]:
    last: dict[tuple[int, str], int] = {}
    opened: dict[int, int] = {}  # depth -> count of divisions of lesser depth that were passed
    seen: dict[tuple[int, str], int] = {}
    for part in parts:
        for depth in [each for each in opened if each > part.depth]:
            opened[depth] += 1
        opened.setdefault(part.depth, 0)
        found = NUMERAL.search(part.label)
        number = numeral_value(found[0]) if found else None
        if number is None:
            continue
        kind = part.depth, division_kind(part.label)
        before = last.get(kind, 0)
        begins = seen.get(kind) != opened[part.depth]
        if number > before + 1 or (begins and number not in (1, before + 1)):
            first = before + 1 if number > before + 1 else 1
            names = [part_name(_renumbered(part.label, each)) for each in (first, number - 1)]
            yield Gap(names[0], names[1], number - first)
        last[kind], seen[kind] = number, opened[part.depth]


def _renumbered(label: str, number: int) -> str:
    """Return a label with another number, written as its own is."""

    def written(old: re.Match[str]) -> str:
        return str(number) if old[0].isdecimal() else numeral_text(number)

    return NUMERAL.sub(written, label, count=1)
