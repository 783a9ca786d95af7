"""What does not belong in a copy of an article: another article's text, repeats, foreign matter.

Where two copies differ in more than a few letters, each side is asked how much of it
stands elsewhere in the document in one run: a splice is a copy of another place, while
what the author wrote there stands there alone.  The seam is asked as well: the right text
goes on as the language does, a spliced one breaks off in mid-word.  Both answers are added
up in letters; where they nearly balance, the choice is made but marked as doubtful.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.collation.alignment import Difference, differences
from generator.collation.background import Background
from generator.collation.copied_runs import SHORT_INTRUSION, longest_repeat
from generator.collation.copies import Copy, Mask, MaskKind
from generator.collation.strands import Strand, letter_count, letters
from generator.collation.surroundings import Surroundings
from generator.collation.witnesses import ends_whole

INTRUSION = 10  # letters that an intrusion has at least
FILLED = 0.85  # share of an insertion that must be a repeat for it to be intrusive
SEAM = 5  # letters on either side of a seam that are read together
MOST_SEAM = 15.0  # the most that seams tell
CLEAR = 4.0  # letters by which the evidence must differ to leave no doubt
FOREIGN_LENGTH = 40
FOREIGN = 0.6  # share of known letter pairs, relative to the document's own, below it foreign


@dataclass(frozen=True, slots=True)
class Span:
    """copy[low:high] that no other copy has; copy `rival` has [other_low:other_high] there."""

    low: int
    high: int
    rival: int
    other_low: int
    other_high: int


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
            if letter_count(text[each.a0 : each.a1]) >= SHORT_INTRUSION
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
    return [
        each for each in found or [] if letter_count(text[each.low : each.high]) >= SHORT_INTRUSION
    ]


def _joined(copy: Copy, rival: Copy, number: int, around: Surroundings) -> list[Difference]:
    """Return the differences of two copies, all as one from where a copied run never ends.

    A run that was copied from elsewhere to the end of the article agrees with the right
    text here and there by chance.
    """
    found = differences(copy.strand.text, rival.strand.text)
    for at, each in enumerate(found[:-1]):
        if not _is_short(each):
            mine = longest_repeat(copy, each.a0, each.a1, number, around)
            theirs = longest_repeat(rival, each.b0, each.b1, number, around)
            if (mine and mine.copied and mine.end > each.a1) or (
                theirs and theirs.copied and theirs.end > each.b1
            ):
                last = found[-1]
                return [*found[:at], Difference(each.a0, last.a1, each.b0, last.b1)]
    return found


def _is_short(each: Difference) -> bool:
    """Tell whether a difference is too short for an intrusion."""
    return max(each.a1 - each.a0, each.b1 - each.b0) < SHORT_INTRUSION


def _judged(
    copies: Sequence[Copy], at: int, span: Span, number: int, around: Surroundings
) -> Verdict | None:
    """Return the verdict on a span, None where it belongs."""
    copy, rival = copies[at], copies[span.rival]
    text, opposite = copy.strand.text, rival.strand.text[span.other_low : span.other_high]
    size = letter_count(text[span.low : span.high])
    ends = not text[span.high :].strip("。")
    if size < INTRUSION and text[span.high : span.high + 1].strip("。\n"):
        return None
    mine = longest_repeat(copy, span.low, span.high, number, around)
    if letter_count(opposite) >= SHORT_INTRUSION // 2:
        theirs = longest_repeat(rival, span.other_low, span.other_high, number, around)
        evidence = (mine.weight if mine else 0.0) - (theirs.weight if theirs else 0.0)
        evidence -= _seams(text, span, opposite, around.background)
        if mine is None or evidence <= 0 or not mine.copied:
            return None
        doubtful = evidence < CLEAR
        end = len(text) if ends and mine.end == span.high else mine.end
        return Verdict(mine.start, end, "splice", mine.owner, mine.shown, doubtful)
    if size < INTRUSION:
        return None
    at_end = letter_count(text[span.high :]) == 0
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


def _foreign(copy: Copy, low: int, high: int, number: int, around: Surroundings) -> Verdict | None:
    """Return the verdict on text behind the document's end, told by its vocabulary."""
    text = copy.strand.text
    if letter_count(text[high:]) > 0:
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
