"""The longest run of a copy that stands in another article as well."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.collation.copies import Copy
from generator.collation.grams import DRIFT, GRAM, grams
from generator.collation.strands import letters
from generator.collation.surroundings import Surroundings

SHORT_INTRUSION = 6  # the same where it replaces the rest of a sentence
DENSE = 0.6  # share of a run's n-grams that stand in the place that it repeats
COPIED = 0.6  # share of a span that a run must fill for the span to be a copy
WHOLE = 0.9  # share of a wording that an article has when it has all of it
FORMULA = 4  # a wording that stands in so many articles is a formula, not a copy
MOST = 30.0  # letters from which a longer run proves no more


@dataclass(frozen=True, slots=True)
class Repeat:
    """text[start:end] stands in article `owner` of witness `shown` as well.

    `length` counts its letters, `filled` is its share of the span that was asked about;
    `home`: the witness itself or every witness of that article has it there.  `opens`: it
    begins where the span does, as what is copied from a seam on must.
    """

    start: int
    end: int
    owner: int
    shown: int
    length: int
    filled: float
    home: bool
    opens: bool

    @property
    def copied(self) -> bool:
        """Tell whether the span is a copy at all, not just alike in places."""
        return self.filled >= COPIED or self.length >= MOST

    @property
    def weight(self) -> float:
        """How much it speaks against the span, in letters."""
        length = self.length * self.filled**2 * (1.0 if self.opens else 0.5)
        return min(MOST, length) * (1.0 if self.home else 0.5)


def longest_repeat(
    copy: Copy, low: int, high: int, number: int, around: Surroundings
) -> Repeat | None:
    """Return the longest run of a span that another article has, None where there is none."""
    text = copy.strand.text
    plain, places = letters(text[low:high])
    diagonals: dict[tuple[int, int], list[int]] = defaultdict(list)
    for gram, place in grams(plain):
        for at, where in around.index.places.get(gram, []):
            if around.owners[at][0] != number:
                diagonals[at, (where - place) // DRIFT].append(place)
    best: tuple[int, bool, int, int, int, int] | None = None
    bearers: dict[int, set[int]] = defaultdict(set)
    shown_by: dict[int, set[int]] = defaultdict(set)
    for (at, slot), found in diagonals.items():
        here = {*found, *diagonals.get((at, slot + 1), [])}
        first, final = min(here), max(here) + GRAM
        if final - first < SHORT_INTRUSION or len(here) < DENSE * (final - first - GRAM + 1):
            continue
        owner, witness = around.owners[at]
        if len(here) >= WHOLE * (len(plain) - GRAM + 1):
            bearers[owner].add(witness)
        shown_by[owner].add(witness)
        # the witness's own copy shows best that its scribe's eye slipped
        rank = (len(here), witness == copy.witness, first, final, at, slot)
        if best is None or rank[:2] > best[:2]:
            best = rank
    # what only one witness has in an article may have been copied there by the same slip
    formula = sum(1 for owner, having in bearers.items() if having == around.bearing[owner])
    if best is None or formula >= FORMULA:
        return None
    _, _, first, final, at, slot = best
    start = low if first < 4 else low + places[first]
    end = high if len(plain) - final < 4 else low + places[final - 1] + 1
    end = _running_on(text, end, around.index.plains[at][max(0, final + slot * DRIFT) :])
    owner, shown = around.owners[at]
    home = copy.witness in shown_by[owner] or shown_by[owner] == around.bearing[owner]
    length = final - first
    return Repeat(start, end, owner, shown, length, min(1.0, length / len(plain)), home, first < 4)


def _running_on(text: str, end: int, source: str) -> int:
    """Return where a copied run that reaches `end` really ends.

    The right text goes on differently, but may agree by chance with some of the run.
    `source` is what stands after the run in the article that it was copied from.
    """
    rest = letters(text[end:])[0]
    if rest and fuzz.partial_ratio(rest, source[: len(rest) + 2 * DRIFT]) >= 85:
        return len(text)
    return end
