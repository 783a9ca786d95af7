"""Variants where nothing was weighed: the edition puts right what a witness has wrong."""

from __future__ import annotations

from collections.abc import Iterator

from generator.edition.apparatus.quoting import bare, name_of, short
from generator.edition.assembling import printed_label
from generator.edition.comparing import Comparison
from generator.edition.established import Established
from generator.edition.framing import in_edition
from generator.edition.passages import Copy, Repeat
from generator.model import Reading, Variant, VariantKind

MANY_BREAKS = 3  # broken lines of an article beyond which its lines are wrapped throughout


def _correction(
    comparison: Comparison,
    established: Established,
    reading: Reading,
    kind: VariantKind,
    reason: str,
    text: str,
    at: int = 0,
    at_end: int = 0,
) -> Variant:
    """Return a variant of an article where the edition has `text`, at..at_end of its text."""
    winner = comparison.witnesses[established.copytext.witness].piece.id
    start = established.block.label_start
    chosen = Reading(winner, text, start, start)
    number = established.key
    article, part = (number, None) if number > 0 else (None, 0)
    return Variant(article, part, kind, chosen, (reading,), reason, at, at_end)


def label_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield a variant for every lost or wrong label, and for an article a witness lacks."""
    if established.key <= 0:
        return
    label = printed_label(comparison, established)
    name = name_of(comparison, established.key)
    for index, witness in enumerate(comparison.witnesses):
        piece = witness.piece
        block = established.passage.blocks.get(index)
        if block is None:
            text = established.text
            at = _place_of_gap(comparison, established.key, index)
            reading = Reading(piece.id, "", at, at)
            reason = f"{piece.id}无{name}，据他本补。"
            yield _correction(
                comparison, established, reading, "omission", reason, text, 0, len(text)
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
        yield _correction(comparison, established, reading, "misnumbering", reason, label)


def _place_of_gap(comparison: Comparison, key: int, index: int) -> int:
    """Return where an article that a witness lacks would stand in its text."""
    before = [e for e in comparison.articles if e.key < key and index in e.passage.blocks]
    return before[-1].passage.blocks[index].end if before else 0


def line_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield the lines that break off in mid-sentence, where they are few."""
    name = name_of(comparison, established.key)
    for copy in sorted(established.copies, key=lambda copy: copy.witness):
        piece = comparison.witnesses[copy.witness].piece
        breaks = list(_broken_lines(copy, piece.text))
        if len(breaks) > MANY_BREAKS:
            continue
        for low, high in breaks:
            before, after = piece.text[max(0, low - 4) : low], piece.text[high : high + 4]
            here = next((i for i, o in enumerate(copy.segment.offsets) if o >= high), 0)
            at = in_edition(established, copy, here)
            reason = f"{piece.id}{name}在“{before}/{after}”之间误断行，今连排。"
            reading = Reading(piece.id, piece.text[low:high], low, high)
            yield _correction(comparison, established, reading, "punctuation", reason, "", at, at)


def _broken_lines(copy: Copy, text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of `text` where a line of a copy ends though its sentence goes on."""
    chars, offsets = copy.segment.text, copy.segment.offsets
    for at in range(1, len(chars)):
        low, high = offsets[at - 1] + 1, offsets[at]
        if high > low and "\n" in text[low:high] and "\n" not in chars[at - 1 : at + 1]:
            yield low, high


def repeat_variants(comparison: Comparison, established: Established) -> Iterator[Variant]:
    """Yield the blocks that give a passage a second time, and what clings to them."""
    for repeat in established.passage.repeats:
        yield from _repeat(comparison, established, repeat)


def _repeat(comparison: Comparison, established: Established, repeat: Repeat) -> Iterator[Variant]:
    block = repeat.block
    name = name_of(comparison, established.key)
    piece = comparison.witnesses[block.witness].piece
    shown = name_of(comparison, block.number or 0) if block.number else "无条号处"
    articles = {each.key: each for each in comparison.articles}
    text = piece.text[block.label_start : block.end]
    reading = Reading(piece.id, text, block.label_start, block.end)
    reason = f"{piece.id}标为{shown}的一段实与{name}重复，系重出，删。"
    yield _correction(comparison, established, reading, "duplicate", reason, "")
    target = articles.get(block.number or 0)
    if target is not None and target.key != established.key:
        printed = piece.text[block.label_start : block.start].rstrip()
        stop = block.label_start + len(printed)
        label = Reading(piece.id, printed, block.label_start, stop)
        reason = f"{piece.id}有两个{shown}，前后条文不同：其中一个实为{name}重出，条号有误。"
        yield _correction(comparison, target, label, "misnumbering", reason, block.label)
    if repeat.rest:
        start, stop = repeat.rest
        text = piece.text[start:stop]
        said = f"{piece.id}标为{shown}的一段后面孤立的“{short(bare(text))}”"
        owner = name_of(comparison, repeat.owner)
        said += f"原是{owner}的结尾，错置于此。" if repeat.owner else "不知所属，请编者核。"
        yield _correction(
            comparison,
            articles.get(repeat.owner, established),
            Reading(piece.id, text, start, stop),
            "misplacement",
            said,
            "",
        )
