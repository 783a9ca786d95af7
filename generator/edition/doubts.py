"""What the collation could not settle: findings K-001 ... for the editor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from generator.edition.apparatus import name_of
from generator.edition.choosing import readings_at
from generator.edition.comparing import Comparison
from generator.edition.established import Established
from generator.edition.numbering_gaps import numbering_gaps
from generator.edition.segments import letters
from generator.edition.witnesses import Block, ends_whole
from generator.model import Edition, Finding, Level, Piece
from generator.structure.lines import is_misread

SHORT = 24
KNOWN = 80  # likeness (of 100) from which a stretch is known to repeat an article


def doubts(comparison: Comparison, edition: Edition) -> Iterator[Finding]:
    """Yield the findings of a collation; `line` counts in the cleaned text of the witness.

    `locate` (ledger_notes.py) turns it into the line of the source.

    K-001 no article found, K-002 a number missing (numbering_gaps.py), K-003 damaged in all
    witnesses, K-004 an article that breaks off, K-005 a choice that the evidence does not
    settle, K-006 an article that only a damaged witness has, K-007 a stretch left out because
    no other witness has it and no article repeats it, K-009 a label with letters that only
    look like numerals.
    """
    piece = comparison.witnesses[comparison.ranking[0]].piece
    if not edition.articles:
        text = edition.base.title
        yield _finding("K-001", "error", piece, 0, text, f"“{text}”里没有认出条文", (text,))
        return
    for gap in numbering_gaps(edition):
        message = f"各版本都没有{gap.name}，请补或核对条号"
        yield _finding("K-002", "error", piece, 0, gap.name, message, (gap.name,))
    for established in comparison.articles:
        yield from _article_doubts(comparison, established)
    for established in comparison.running:
        yield from _choices(comparison, established)
    yield from _homeless_labels(comparison)


def _homeless_labels(comparison: Comparison) -> Iterator[Finding]:
    """Yield the labels that begin no article though they are beyond doubt, or stand twice.

    Their text stands in another article, or goes on in the first of that number.
    """
    passages = [each.passage for each in (*comparison.articles, *comparison.running)]
    known = {(w, block.label_start) for each in passages for w, block in each.blocks.items()}
    known |= {
        (repeat.block.witness, repeat.block.label_start)
        for each in passages
        for repeat in each.repeats
    }
    for index, witness in enumerate(comparison.witnesses):
        for block in witness.blocks:
            if not block.label or (index, block.label_start) in known:
                continue
            for each in comparison.articles:
                copy = each.copy_of(index)
                twice = block.number == each.key and _begins_line(witness.piece.text, block)
                if not block.sure and not twice:
                    continue
                if copy is not None and block.start in copy.segment.offsets[:-1]:
                    name = name_of(comparison, each.key)
                    message = (
                        f"{witness.piece.id}标为“{block.label}”的一段接在{name}之中，"
                        "条号与各条次序不合，请核"
                    )
                    yield _finding(
                        *("K-005", "warning", witness.piece, block.label_start, block.label),
                        message,
                        ("label", name, block.label),
                    )


def _begins_line(text: str, block: Block) -> bool:
    return not text[text.rfind("\n", 0, block.label_start) + 1 : block.label_start].strip()


def _article_doubts(comparison: Comparison, established: Established) -> Iterator[Finding]:
    piece = comparison.witnesses[established.block.witness].piece
    name = name_of(comparison, established.key)
    start = established.block.start
    if not ends_whole(established.text):
        text = established.text[-SHORT:]
        message = f"{name}到“{text[-8:]}”断了，各版本都没有下文，请补"
        yield _finding("K-004", "warning", piece, start, text, message, (name, text[-8:]))
    for block in established.passage.blocks.values():
        if block.label and is_misread(block.label):
            read = comparison.witnesses[block.witness].piece
            message = f"{read.id}条号“{block.label}”里有形近字，读作{name}，请核"
            yield _finding(
                *("K-009", "warning", read, block.label_start, block.label),
                message,
                (name, block.label),
            )
    if not established.others and established.copytext.masks:
        mask = established.copytext.masks[0]
        message = f"{name}只有{piece.id}一本，且其中有误植，删后可能不全，请核"
        yield _finding("K-006", "error", piece, mask.start, mask.text[:SHORT], message, (name,))
    elif established.stray:
        message = f"{name}只有{piece.id}一本，其中“{established.stray[-SHORT:]}”与他处相同，请核"
        text = established.text[-SHORT:]
        yield _finding("K-006", "error", piece, start, text, message, (name,))
    plain = letters(established.text)
    for block in (repeat.block for repeat in established.passage.repeats):
        if fuzz.partial_ratio(block.plain, plain) < KNOWN:
            stray = comparison.witnesses[block.witness].piece
            text = block.segment.text[:SHORT]
            message = f"{stray.id}{name}近旁多出“{text}”一段，不见于他本，未收入，请核"
            yield _finding("K-007", "warning", stray, block.start, text, message, (name, text))
    yield from _choices(comparison, established)


def _choices(comparison: Comparison, established: Established) -> Iterator[Finding]:
    name = name_of(comparison, established.key)
    for decision in established.decisions:
        if not decision.doubtful and not decision.asked:
            continue
        masked = {witness for witness, _ in decision.place.masks}
        piece = comparison.witnesses[established.copytext.witness].piece
        start = established.copytext.segment.span(decision.place.start, decision.place.end)[0]
        if masked and len(masked) == len(established.copies):
            message = f"{name}此处各版本都有损坏，无从校正，请查原件"
            yield _finding("K-003", "error", piece, start, decision.text[:SHORT], message, (name,))
            continue
        if masked and (
            mask := max((m for _, m in decision.place.masks), key=lambda m: len(m.text))
        ):
            stray = comparison.witnesses[min(masked)].piece
            message = (
                f"{stray.id}{name}多出“{mask.text[:SHORT]}”，与他处相同，疑系误植，未收入，请核"
            )
            yield _finding(
                *("K-005", "warning", stray, mask.start, mask.text[:SHORT]),
                message,
                ("stray", name, mask.text[:SHORT]),
            )
            continue
        readings = readings_at(decision.place, established.copytext, established.others)
        said = "、".join(
            f"{comparison.witnesses[w].piece.id}“{text[:SHORT]}”"
            for w, text in sorted(readings.texts.items())
        )
        message = f"{name}两读：{said}；暂取“{decision.text[:SHORT]}”，证据不足，请核"
        yield _finding(
            *("K-005", "warning", piece, start, decision.text[:SHORT]),
            message,
            ("readings", name, decision.text[:SHORT], *_told(readings.texts.values())),
        )


def _told(readings: Iterable[str]) -> tuple[str, ...]:
    """Return the readings, each once, short enough to be told."""
    return tuple(dict.fromkeys(each[:SHORT] for each in readings))


def _finding(
    code: str,
    level: Level,
    piece: Piece,
    start: int,
    text: str,
    message: str,
    details: tuple[str, ...],
) -> Finding:
    line = piece.text.count("\n", 0, start) + 1
    end = min(len(piece.text), start + len(text)) if piece.text.startswith(text, start) else start
    place = (piece.file, line, text, message, piece.id, start, end)
    return Finding(code, level, *place, details=details)
