"""What reports state, so that hits and passages can be chosen by it; the passages of each article.

    f      the choices with their values, those of each report, and which units are whose
    l-...  the passages linked to an article, the strongest first, where they are many

Both grow by a few bytes a report or a passage: the words themselves are in the stored text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from generator import addresses
from generator.model import Library, Link, Sentence
from generator.outputs.search.packing import pack_number
from generator.outputs.search.units import REPORT, SECTION, TITLE, Unit
from generator.outputs.shared.best_passages import MANY
from generator.outputs.shared.stated_choices import can_choose, stated_choices, stated_values
from generator.outputs.shared.told_once import groups_by_link, told_once
from generator.text.nomenclature import ROLES

TIERS = (TITLE, SECTION, REPORT)  # where the units of reports stand, in the order of the reports
ORDER = {each.role: number for number, each in enumerate(ROLES)}


def facts_shard(library: Library, units: Sequence[Unit]) -> dict[str, Any]:
    """Return what `f` holds.

    `choices`: name, title and values of each, a value as it stands in addresses and as it is
    shown; `of`: for each choice, the number of the value of each report; `units`: for each of
    TIERS, how many units of each report stand there.
    """
    pieces = [report.piece for report in library.reports]
    counts = {tier: Counter[str]() for tier in TIERS}
    for unit in units:
        if unit.tier in TIERS:
            counts[unit.tier][unit.page] += 1
    values = [stated_values(piece) for piece in pieces]
    choices: list[tuple[str, str, list[tuple[str, str]]]] = []
    numbered: list[str] = []
    for choice in stated_choices(pieces):
        at = {each.value: number for number, each in enumerate(choice.options)}
        options = [(each.value, each.text) for each in choice.options]
        choices.append((choice.name, choice.title, options))
        numbered.append(_packed(at[each[choice.name]] for each in values))
    pages = [addresses.report(piece.id, library) for piece in pieces]
    return {
        "choices": choices,
        "of": numbered,
        "units": [_packed(counts[tier][page] for page in pages) for tier in TIERS],
    }


def passage_shards(library: Library, units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Yield `l-...` of each article where passages are chosen: of many, or from many reports.

    It is how many are sure, then the passages, these first, three numbers each: the first unit,
    `length * ROLES + role` with the length in units, and the number of the passage that several
    reports share, from 1, or 0.  Links of one shared passage are all there: each report states
    other facts.
    """
    numbers = {unit.id: number for number, unit in enumerate(units) if unit.tier in TIERS}
    groups = groups_by_link(library.shared_links)
    shared = {link: at for at, each in enumerate(library.shared_links, 1) for link in each.links}
    by_article: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in library.links:
        by_article[link.base, link.article].append(link)
    choosing = can_choose(library.reports)
    reports = {report.piece.id: report.sentences for report in library.reports}
    for collation in library.every_collation:
        for article in collation.edition.articles:
            found = by_article[collation.edition.base.id, article.number]
            if found and (choosing or len(told_once(found, groups)) > MANY):
                found.sort(key=lambda each: (not each.sure, -each.score, each.id))
                rows = (_row(each, reports[each.report], numbers, shared) for each in found)
                sure = sum(each.sure for each in found)
                yield f"l-{article.id}", _packed(chain([sure], chain.from_iterable(rows)))


def _row(
    link: Link, sentences: Sequence[Sentence], numbers: Mapping[str, int], shared: Mapping[str, int]
) -> tuple[int, int, int]:
    first = bisect_right(sentences, link.start, key=lambda each: each.end)
    behind = bisect_left(sentences, link.end, lo=first, key=lambda each: each.start)
    length = behind - first
    return (
        numbers[sentences[first].id],
        length * len(ROLES) + ORDER[link.role],
        shared.get(link.id, 0),
    )


def _packed(numbers: Iterable[int]) -> str:
    return "".join(map(pack_number, numbers))
