"""What the editors corrected, from errata.yml: 心存侧隐 -> 心存恻隐.

A correction is made only where its words stand exactly once; `doubts` tells of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings, Erratum


@dataclass(frozen=True, slots=True)
class Doubt:
    """A correction that could not be made, or a place that is only suspected.

    `at` is the offset of the words in the text given, 0 where they are not found.
    """

    kind: str  # "missing", "ambiguous", "overlapping", "suspect"
    erratum: Erratum
    at: int


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the corrections that can be made; the reason is the note."""
    return made(text, [each for each in settings.errata if not each.suspect and not each.cut])


def made(text: str, errata: Sequence[Erratum]) -> Iterator[Change]:
    """Yield the changes of those errata that can be made, in the order of the text."""
    end = 0
    for at, erratum in _placed(text, errata):
        if at >= end:
            end = at + len(erratum.before)
            yield Change(at, end, erratum.after, note=erratum.reason)


def doubts(text: str, errata: Sequence[Erratum]) -> tuple[Doubt, ...]:
    """Return the doubts about errata in their order: suspected places, and what can't be made.

    `text` is that in which they are looked for.
    """
    done = {(change.start, change.end) for change in made(text, errata)}
    found = []
    for erratum in errata:
        at, count = locate(text, erratum)
        kind = (
            "missing"
            if count == 0
            else "ambiguous"
            if count > 1
            else "suspect"
            if erratum.suspect
            else "overlapping"
            if (at, at + len(erratum.before)) not in done
            else ""
        )
        if kind:
            found.append(Doubt(kind, erratum, max(at, 0)))
    return tuple(found)


def locate(text: str, erratum: Erratum) -> tuple[int, int]:
    """Return where `before` stands (-1: nowhere) and how often it or its context does."""
    words = erratum.context or erratum.before
    inside = words.find(erratum.before)
    first = text.find(words)
    if first < 0 or inside < 0:
        return -1, 0
    twice = text.find(words, first + 1) >= 0 or words.find(erratum.before, inside + 1) >= 0
    return first + inside, 2 if twice else 1


def _placed(text: str, errata: Sequence[Erratum]) -> list[tuple[int, Erratum]]:
    """Return the corrections that stand exactly once, in the order of the text."""
    placed = []
    for erratum in errata:
        at, count = locate(text, erratum)
        if count == 1 and not erratum.suspect:
            placed.append((at, erratum))
    return sorted(placed, key=lambda pair: pair[0])
