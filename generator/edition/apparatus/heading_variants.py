"""The title and the headings of parts that some witness lacks or writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.edition.apparatus.quoting import bare, short
from generator.edition.comparing import Comparison
from generator.edition.framing import Division
from generator.model import Reading, Variant


def heading_variants(comparison: Comparison, divisions: Sequence[Division]) -> Iterator[Variant]:
    """Yield the title, date and part headings that some witness lacks or writes otherwise."""
    titled = [w for w in comparison.witnesses if w.has_title]
    for witness in comparison.witnesses:
        if titled and not witness.has_title:
            winner = titled[0]
            reason = f"{witness.piece.id}无标题，据{winner.piece.id}补。"
            chosen = Reading(winner.piece.id, winner.title, 0, 0)
            empty = Reading(witness.piece.id, "", 0, 0)
            yield Variant(None, 0, "heading", chosen, (empty,), reason, 0, 0)
    for at, division in enumerate(divisions):
        number = division.number if _counted(divisions) else at + 1
        heading = division.label + division.heading
        readings, notes = [], []
        having = [w for w in comparison.ranking if w in division.marks]
        agreeing = [w for w in having if _written(comparison, division, w) == heading]
        holder = (agreeing or having)[0]
        for index, witness in enumerate(comparison.witnesses):
            mark = division.marks.get(index)
            piece = witness.piece
            if mark is None:
                readings.append(Reading(piece.id, "", 0, 0))
                notes.append(f"{piece.id}无此标题")
                continue
            text = piece.text[mark.start : mark.end]
            readings.append(Reading(piece.id, text, mark.start, mark.end))
            if index not in agreeing:
                notes.append(f"{piece.id}作“{short(bare(text))}”")
        if notes:
            mark = division.marks[holder]
            winner_id = comparison.witnesses[holder].piece.id
            chosen = Reading(winner_id, heading, mark.start, mark.end)
            source = f"据{winner_id}" if agreeing else "合各本校"
            reason = f"{'，'.join(notes)}，{source}作“{short(heading)}”。"
            yield Variant(None, number, "heading", chosen, tuple(readings), reason, 0, 0)


def _written(comparison: Comparison, division: Division, witness: int) -> str:
    """Return the heading as a witness has it, without blanks."""
    mark = division.marks[witness]
    return bare(comparison.witnesses[witness].piece.text[mark.start : mark.end])


def _counted(divisions: Sequence[Division]) -> bool:
    numbers = [division.number for division in divisions]
    return len(set(numbers)) == len(numbers) and len({d.level for d in divisions}) <= 1
