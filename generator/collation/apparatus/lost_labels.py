"""Labels that a witness lost or has wrong, and articles that it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from generator.collation.apparatus.fixed import fixed
from generator.collation.apparatus.naming import name_of
from generator.collation.comparing import Comparison, Established
from generator.collation.edition import printed_label
from generator.model import Reading, Variant


def label_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield a variant for every lost or wrong label, and for an article a witness lacks."""
    if established.key <= 0:
        return
    label = printed_label(comparison.style, established)
    name = name_of(comparison, established.key)
    for index, witness in enumerate(comparison.witnesses):
        piece = witness.piece
        block = established.cluster.blocks.get(index)
        if block is None:
            at = _place_of_gap(comparison, established.key, index)
            reading = Reading(piece.id, "", at, at)
            reason = f"{piece.id}无{name}，据他本补。"
            yield fixed(
                comparison,
                established,
                [reading],
                "omission",
                reason,
                established.text,
                0,
                len(established.text),
            )
            continue
        if block.number == established.key and block.label and block.sure:
            continue
        printed = piece.text[block.label_start : block.start].strip()
        end = block.label_start + len(piece.text[block.label_start : block.start].rstrip())
        reading = Reading(piece.id, printed, block.label_start, max(end, block.label_start))
        if printed:
            reason = f"{piece.id}{name}条号作“{printed}”，与各条次序不合，改为“{label}”。"
        else:
            reason = f"{piece.id}脱{name}的条号，据他本补“{label}”。"
        yield fixed(comparison, established, [reading], "misnumbering", reason, label)


def _place_of_gap(comparison: Comparison, key: int, index: int) -> int:
    """Return where an article that a witness lacks would stand in its text."""
    before = [e for e in comparison.articles if e.key < key and index in e.cluster.blocks]
    return before[-1].cluster.blocks[index].end if before else 0
