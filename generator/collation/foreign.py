"""Foreign matter behind the end of a document, told by its vocabulary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.collation.alignment import differences
from generator.collation.copies import Copy, Mask, MaskKind
from generator.collation.strands import Strand, letter_count
from generator.collation.surroundings import Surroundings

FOREIGN_LENGTH = 40
FOREIGN = 0.6  # share of known letter pairs, relative to the document's own, below it foreign


@dataclass(frozen=True, slots=True)
class Verdict:
    """A span of a copy found intrusive."""

    start: int
    end: int
    kind: MaskKind
    target: int | None
    shown: int | None
    doubtful: bool = False


def without_foreign(
    copies: Sequence[Copy], number: int, last: bool, around: Surroundings
) -> list[Copy]:
    """Return the copies of article `number`, each without foreign matter behind it.

    `last`: it is the document's last article, behind which foreign matter may stand.
    """
    made = []
    for copy in copies:
        verdict = None
        if last or (number, copy.witness) in around.finals:
            size = len(copy.strand.text)
            low = max([_parting(copy, each) for each in copies if each is not copy], default=0)
            verdict = _foreign(copy, min(low, size), size, number, around)
        made.append(_masked(copy, [verdict] if verdict is not None else []))
    return made


def _parting(copy: Copy, other: Copy) -> int:
    """Return from where on a copy has what the other has not, its end where there is none."""
    found = differences(copy.strand.text, other.strand.text)
    return (
        found[-1].a0 if found and found[-1].a1 == len(copy.strand.text) else len(copy.strand.text)
    )


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
    return Copy(copy.witness, reduced, tuple(masks), copy.open)
