"""Findings (疑点) as tasks: errors first, then misprints, near-quotations, the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.checking import CODES
from generator.checking.reader_words import READER_WORDS, sentence
from generator.desk.changes import Answer, Task
from generator.desk.finding_ids import finding_id
from generator.desk.planning.plan import pieces
from generator.model import Acceptance, Finding, Library, Piece
from generator.recipe.accepting import without_accepted

BESIDE = 40
MISPRINTS = frozenset({"E-004", "I-003", "K-009", "T-003", "T-004", "T-008", "T-010", "T-011"})
QUOTATIONS = frozenset({"Q-001"})
WIDE = dict(zip(",;:?!().", "，；：？！（）。", strict=True))
MENDS: dict[str, Callable[[Finding], str]] = {
    "T-003": lambda finding: finding.details[0],
    "T-004": lambda finding: WIDE.get(finding.details[0], ""),
    "T-011": lambda finding: finding.details[1],
}
"""Codes of findings of which it is known what should stand there."""


def finding_tasks(library: Library, acceptances: Sequence[Acceptance]) -> Iterator[Task]:
    """Yield a task for each finding that nobody has found to be in order."""
    still, _ = without_accepted(library.findings, acceptances)
    texts = pieces(library)
    for each in sorted(still, key=_order):
        yield _task(each, texts.get(each.piece))


def _order(finding: Finding) -> tuple[int, str, str, int]:
    level = ("error", "warning", "info").index(finding.level)
    return level, finding.code, finding.file, finding.line


def _task(finding: Finding, piece: Piece | None) -> Task:
    words, around = finding.text, ("", "")
    if piece is not None and finding.end > finding.start:
        text, start, end = piece.text, finding.start, finding.end
        words = text[start:end]
        around = (
            text[max(0, start - BESIDE) : start].rpartition("\n")[2],
            text[end : end + BESIDE].partition("\n")[0],
        )
    return Task(
        id=finding_id(finding),
        kind=_kind(finding),
        title=READER_WORDS[finding.code].name,
        page="",
        words=words,
        around=around,
        why=f"{sentence(finding)}{CODES[finding.code].advice}。",
        answers=tuple(_answers(finding, piece)),
        piece=finding.piece,
        start=finding.start,
        end=finding.end,
    )


def _kind(finding: Finding) -> str:
    if finding.level == "error":
        return "error"
    if finding.code in QUOTATIONS:
        return "quotation"
    return "misprint" if finding.code in MISPRINTS else "finding"


def _answers(finding: Finding, piece: Piece | None) -> Iterator[Answer]:
    mend = MENDS[finding.code](finding) if finding.code in MENDS and finding.details else ""
    if mend and piece is not None:
        words = piece.text[finding.start : finding.end]
        action = {"do": "erratum", "piece": piece.id, "start": finding.start, "end": finding.end}
        reason = READER_WORDS[finding.code].name
        yield Answer(
            "y", f"改为“{mend}”", action | {"words": words, "correct": mend, "reason": reason}
        )
    about = {"do": "finding", "finding": finding_id(finding)}
    yield Answer("n", "无误，原件如此", about | {"verdict": "fine", "reason": "原件如此"})
    yield Answer("l", "以后再看", about | {"verdict": "later"})
