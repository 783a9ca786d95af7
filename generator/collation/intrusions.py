"""What does not belong in a copy of an article: another article's text, repeats, foreign matter.

Where two copies differ in more than a few letters, each side is asked how much of it
stands elsewhere in the document in one run: a splice is a copy of another place, while
what the author wrote there stands there alone.  The seam is asked as well: the right text
goes on as the language does, a spliced one breaks off in mid-word.  Both answers are added
up in letters; where they nearly balance, the choice is made but marked as doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rapidfuzz import fuzz

from generator.collation.alignment import Difference, differences
from generator.collation.background import Background
from generator.collation.grams import DRIFT, GRAM, GramIndex, grams
from generator.collation.strands import Strand, letters
from generator.collation.witnesses import ends_whole

INTRUSION = 10  # letters that an intrusion has at least
SHORT_INTRUSION = 6  # the same where it replaces the rest of a sentence
DENSE = 0.6  # share of a run's n-grams that stand in the place that it repeats
COPIED = 0.6  # share of a span that a run must fill for the span to be a copy
FILLED = 0.85  # share of an insertion that must be a repeat for it to be intrusive
WHOLE = 0.9  # share of a wording that an article has when it has all of it
SEVERAL = -1_000_000  # stands for "more than one article"
FORMULA = 4  # a wording that stands in so many articles is a formula, not a copy
SEAM = 5  # letters on either side of a seam that are read together
MOST_SEAM = 15.0  # the most that seams tell
MOST = 30.0  # letters from which a longer run proves no more
CLEAR = 4.0  # letters by which the evidence must differ to leave no doubt
FOREIGN_LENGTH = 40
FOREIGN = 0.6  # share of known letter pairs, relative to the document's own, below it foreign

MaskKind = Literal["splice", "duplicate", "misplacement", "foreign"]


@dataclass(frozen=True, slots=True)
class Mask:
    """Text taken out of a copy: it stood before `at` of the strand that is left.

    `start`..`end` in the piece's text; `target` is the article (0 for text outside
    articles) whose wording it repeats, `target_witness` the witness that shows it.
    """

    kind: MaskKind
    at: int
    text: str
    start: int
    end: int
    target: int | None = None
    target_witness: int | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A witness's copy of an article: what is left of it after the masks."""

    witness: int
    strand: Strand
    masks: tuple[Mask, ...] = ()


@dataclass(frozen=True)
class Surroundings:
    """What a copy is judged by: every block of every witness, and the language.

    `owners[i]` is (article number, witness) of index.blocks[i]; `finals` holds those of the
    last block of each witness, behind which foreign matter may stand.  `pairs` gives for two
    letters the article that alone has them, SEVERAL where more do.
    """

    index: GramIndex
    owners: tuple[tuple[int, int], ...]
    background: Background
    pairs: dict[str, int]
    usual_share: float
    finals: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def bearing(self) -> dict[int, set[int]]:
        """Return the witnesses that have each article."""
        found: dict[int, set[int]] = defaultdict(set)
        for number, witness in self.owners:
            found[number].add(witness)
        return found

    def share(self, text: str, number: int) -> float:
        """Return the share of the letter pairs of `text` that other articles have too."""
        return known_share(text, number, self.pairs)


@dataclass(frozen=True, slots=True)
class Span:
    """copy[low:high] that no other copy has; copy `rival` has [other_low:other_high] there."""

    low: int
    high: int
    rival: int
    other_low: int
    other_high: int


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


@dataclass(frozen=True, slots=True)
class Verdict:
    """A span of a copy found intrusive."""

    start: int
    end: int
    kind: MaskKind
    target: int | None
    shown: int | None
    doubtful: bool = False


def without_intrusions(
    copies: Sequence[Copy], number: int, last: bool, around: Surroundings
) -> list[Copy]:
    """Return the copies of article `number`, each without what evidence shows as intrusive.

    `last`: it is the document's last article, behind which foreign matter may stand.
    """
    made = []
    for at, copy in enumerate(copies):
        final = last or (number, copy.witness) in around.finals
        found = []
        for span in _unshared(at, copies, number, around):
            rival = copies[span.rival]
            verdict = _foreign(copy, span.low, span.high, number, around) if final else None
            strange = (last or (number, rival.witness) in around.finals) and _foreign(
                rival, span.other_low, span.other_high, number, around
            )
            if verdict is None and not strange:
                verdict = _judged(copies, at, span, number, around)
            if verdict is not None:
                found.append(verdict)
        if final and not found and (len(copies) == 1 or not _unshared(at, copies, number, around)):
            verdict = _foreign(copy, 0, len(copy.strand.text), number, around)
            found += [verdict] if verdict is not None else []
        made.append(_masked(copy, found))
    return made


def _unshared(at: int, copies: Sequence[Copy], number: int, around: Surroundings) -> list[Span]:
    """Return the spans of a copy that no other copy has."""
    text = copies[at].strand.text
    found: list[Span] | None = None
    for rival, other in enumerate(copies):
        if rival == at:
            continue
        here = [
            Span(each.a0, each.a1, rival, each.b0, each.b1)
            for each in _joined(copies[at], other, number, around)
            if _letters(text[each.a0 : each.a1]) >= SHORT_INTRUSION
        ]
        if found is None:
            found = here
        else:
            found = [
                Span(max(a.low, c.low), min(a.high, c.high), a.rival, a.other_low, a.other_high)
                for a in found
                for c in here
                if min(a.high, c.high) > max(a.low, c.low)
            ]
    return [each for each in found or [] if _letters(text[each.low : each.high]) >= SHORT_INTRUSION]


def _joined(copy: Copy, rival: Copy, number: int, around: Surroundings) -> list[Difference]:
    """Return the differences of two copies, all as one from where a copied run never ends.

    A run that was copied from elsewhere to the end of the article agrees with the right
    text here and there by chance.
    """
    found = differences(copy.strand.text, rival.strand.text)
    for at, each in enumerate(found[:-1]):
        if not _is_short(each):
            mine = _repeat(copy, each.a0, each.a1, number, around)
            theirs = _repeat(rival, each.b0, each.b1, number, around)
            if (mine and mine.copied and mine.end > each.a1) or (
                theirs and theirs.copied and theirs.end > each.b1
            ):
                last = found[-1]
                return [*found[:at], Difference(each.a0, last.a1, each.b0, last.b1)]
    return found


def _is_short(each: Difference) -> bool:
    """Tell whether a difference is too short for an intrusion."""
    return max(each.a1 - each.a0, each.b1 - each.b0) < SHORT_INTRUSION


def _letters(text: str) -> int:
    return sum(1 for char in text if char.isalnum())


def _judged(
    copies: Sequence[Copy], at: int, span: Span, number: int, around: Surroundings
) -> Verdict | None:
    """Return the verdict on a span, None where it belongs."""
    copy, rival = copies[at], copies[span.rival]
    text, opposite = copy.strand.text, rival.strand.text[span.other_low : span.other_high]
    size = _letters(text[span.low : span.high])
    ends = not text[span.high :].strip("。")
    if size < INTRUSION and text[span.high : span.high + 1].strip("。\n"):
        return None
    mine = _repeat(copy, span.low, span.high, number, around)
    if _letters(opposite) >= SHORT_INTRUSION // 2:
        theirs = _repeat(rival, span.other_low, span.other_high, number, around)
        evidence = (mine.weight if mine else 0.0) - (theirs.weight if theirs else 0.0)
        evidence -= _seams(text, span, opposite, around.background)
        if mine is None or evidence <= 0 or not mine.copied:
            return None
        doubtful = evidence < CLEAR
        end = len(text) if ends and mine.end == span.high else mine.end
        return Verdict(mine.start, end, "splice", mine.owner, mine.shown, doubtful)
    if size < INTRUSION:
        return None
    at_end = _letters(text[span.high :]) == 0
    if at_end and not ends_whole(rival.strand.text):
        return None
    if mine is not None and mine.filled >= FILLED and mine.home and mine.opens:
        return Verdict(mine.start, mine.end, "duplicate", mine.owner, mine.shown)
    plain = letters(text[span.low : span.high])[0]
    rest = letters(text[: span.low])[0] + "\n" + letters(text[span.high :])[0]
    if len(plain) < len(rest) and fuzz.partial_ratio(plain, rest) >= 90:
        return Verdict(span.low, span.high, "duplicate", number, copy.witness)
    return None


def _seams(text: str, span: Span, opposite: str, background: Background) -> float:
    """Return by how much text[low:high] joins what is around it better than `opposite`."""
    before, after = text[max(0, span.low - SEAM) : span.low], text[span.high : span.high + SEAM]
    mine = text[span.low : span.high]
    odds = background.junction(before, mine[:SEAM]) - background.junction(before, opposite[:SEAM])
    odds += background.junction(mine[-SEAM:], after) - background.junction(opposite[-SEAM:], after)
    return max(-MOST_SEAM, min(MOST_SEAM, odds))


def _repeat(copy: Copy, low: int, high: int, number: int, around: Surroundings) -> Repeat | None:
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


def _foreign(copy: Copy, low: int, high: int, number: int, around: Surroundings) -> Verdict | None:
    """Return the verdict on text behind the document's end, told by its vocabulary."""
    text = copy.strand.text
    if _letters(text[high:]) > 0:
        return None
    edges = [low] if low > 0 else []
    edges += [at for at in range(max(low, 1), high) if text[at] == "\n" or text[at - 1] == "\n"]
    for edge in edges:
        share = around.share(text[edge:high], number)
        if high - edge >= FOREIGN_LENGTH and share < FOREIGN * around.usual_share:
            return Verdict(edge, high, "foreign", None, None)
    return None


def _masked(copy: Copy, verdicts: Sequence[Verdict]) -> Copy:
    """Return a copy with the spans taken out of its strand."""
    text, offsets = copy.strand.text, copy.strand.offsets
    kept: list[int] = []
    masks = list(copy.masks)
    at = 0
    for each in sorted(verdicts, key=lambda verdict: (verdict.start, verdict.end)):
        low, high = max(each.start, at), each.end
        if low >= high:
            continue
        kept += range(at, low)
        begin, end = copy.strand.span(low, high)
        masks.append(
            Mask(
                each.kind,
                len(kept),
                text[low:high],
                begin,
                end,
                each.target,
                each.shown,
                each.doubtful,
            )
        )
        at = high
    kept += range(at, len(text))
    reduced = Strand("".join(text[i] for i in kept), (*(offsets[i] for i in kept), offsets[-1]))
    return Copy(copy.witness, reduced, tuple(masks))


def known_share(text: str, number: int, pairs: dict[str, int]) -> float:
    """Return the share of the letter pairs of `text` that stand in other articles too."""
    own = [text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()]
    if not own:
        return 1.0
    return sum(1 for pair in own if pairs.get(pair, number) != number) / len(own)


def damage(copy: Copy) -> int:
    """Return how much of a copy was intrusive, in letters, and 5 more for a broken end."""
    return sum(_letters(mask.text) for mask in copy.masks) + (
        0 if ends_whole(copy.strand.text) else 5
    )
