"""Lines that break off in mid-sentence."""

from __future__ import annotations

from collections.abc import Iterator

from generator.collation.apparatus.fixed import fixed
from generator.collation.apparatus.naming import name_of
from generator.collation.comparing import Comparison, Established
from generator.collation.framing import in_edition
from generator.collation.witnesses import Block
from generator.model import Reading, Variant

MANY_BREAKS = 3  # broken lines of an article beyond which its lines are wrapped throughout


def line_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield the lines that break off in mid-sentence, where they are few."""
    for index, block in sorted(established.cluster.blocks.items()):
        piece = comparison.witnesses[index].piece
        breaks = list(broken_lines(block, piece.text))
        if len(breaks) > MANY_BREAKS:
            continue
        copy = next(c for c in (established.copytext, *established.others) if c.witness == index)
        for low, high in breaks:
            before, after = piece.text[max(0, low - 4) : low], piece.text[high : high + 4]
            here = next((i for i, o in enumerate(copy.strand.offsets) if o >= high), 0)
            at = in_edition(established, copy, here)
            reason = (
                f"{piece.id}{name_of(comparison, established.key)}"
                f"在“{before}/{after}”之间误断行，今连排。"
            )
            reading = Reading(piece.id, piece.text[low:high], low, high)
            yield fixed(comparison, established, [reading], "punctuation", reason, "", at, at)


def broken_lines(block: Block, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of `text` where a line of the block ends though its sentence goes on."""
    chars, offsets = block.strand.text, block.strand.offsets
    for at in range(1, len(chars)):
        low, high = offsets[at - 1] + 1, offsets[at]
        if high > low and "\n" in text[low:high] and "\n" not in chars[at - 1 : at + 1]:
            yield low, high
