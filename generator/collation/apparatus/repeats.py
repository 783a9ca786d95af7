"""Articles that a witness gives a second time, and what clings to the repeat."""

from __future__ import annotations

from collections.abc import Iterator

from generator.collation.apparatus.fixed import fixed
from generator.collation.apparatus.naming import name_of
from generator.collation.apparatus.quoting import bare, short
from generator.collation.comparing import Comparison, Established
from generator.collation.copies import Orphan
from generator.collation.witnesses import Block
from generator.model import Reading, Variant


def repeat_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield the blocks that give an article a second time, and what clings to them."""
    name = name_of(comparison, established.key)
    for block in established.cluster.repeats:
        piece = comparison.witnesses[block.witness].piece
        shown = name_of(comparison, block.number or 0) if block.number else "无条号处"
        orphan = orphan_of(established, block)
        end = block.end
        reading = Reading(piece.id, piece.text[block.label_start : end], block.label_start, end)
        reason = f"{piece.id}标为{shown}的一段实与{name}重复，系重出，删。"
        yield fixed(comparison, established, [reading], "duplicate", reason, "")
        if block.number and block.number != established.key:
            target = next((e for e in comparison.articles if e.key == block.number), None)
            if target is not None:
                printed = piece.text[block.label_start : block.start].rstrip()
                stop = block.label_start + len(printed)
                label = Reading(piece.id, printed, block.label_start, stop)
                again = f"{piece.id}有两个{shown}，前后条文不同：其中一个实为{name}重出，条号有误。"
                yield fixed(comparison, target, [label], "misnumbering", again, block.label)
        if orphan:
            start, stop, key = orphan.start, orphan.end, orphan.owner
            owner = next((e for e in comparison.articles if e.key == key), established)
            text = piece.text[start:stop]
            quoted = short(bare(text))
            reason = f"{piece.id}标为{shown}的一段后面孤立的“{quoted}”" + (
                f"原是{name_of(comparison, key)}的结尾，错置于此。"
                if key
                else "不知所属，请编者核。"
            )
            yield fixed(
                comparison,
                owner,
                [Reading(piece.id, text, start, stop)],
                "misplacement",
                reason,
                "",
            )


def orphan_of(established: Established, block: Block) -> Orphan | None:
    """Return what follows a repeated article in its block."""
    return established.cluster.orphans.get(id(block))
