"""Where a correction of the editors would be made: the texts of a source that errata look into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.cleaning.ledger import Change, apply
from generator.cleaning.rules import RULES, errata, not_text
from generator.cleaning.settings import CleaningSettings, Erratum
from generator.model import Source

REACHES = (0, *range(6, 60), *range(1, 6))  # characters beside a place that may name it


class Corrected(NamedTuple):
    """The whole cleaned text of a source before the editors' cuts, their corrections, and done."""

    uncut: str
    before: str
    after: str


def corrected(source: Source, settings: CleaningSettings) -> Corrected:
    """Return what errata are looked for in: corrections in `before`, suspicions in `after`."""
    settings = settings.of_source(source.file)
    text = uncut = before = source.text
    for rule in RULES:
        if rule.find is not_text.find:
            uncut = text
        if rule.find is errata.find:
            before = text
        found = [Change(each.start, each.end, each.after) for each in rule.find(text, settings)]
        text = apply(text, found)
    return Corrected(uncut, before, text)


def can_be_made(text: str, settings: CleaningSettings, erratum: Erratum) -> bool:
    """Tell whether an erratum can be made in `text`, the others of its kind as well."""
    own = settings.of_source(erratum.source).errata
    same = [each for each in own if (each.suspect, each.cut) == (False, erratum.cut)]
    return all(each.erratum != erratum for each in errata.doubts(text, same))


def pinned(text: str, around: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield spans of `around` that hold `start`..`end` and stand once in `text`, the best first.

    They reach over no end of a line, but for that which they must hold.
    """
    for reach in REACHES:
        for left, right in ((reach, reach), (reach, 0), (0, reach)):
            first, last = max(0, start - left), min(len(around), end + right)
            beside = around[first:start] + around[end:last]
            if "\n" not in beside and text.count(around[first:last]) == 1:
                yield first, last
