"""Texts of which it is not known what they are: taken for reports, but they state no kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.cleaning import Declared
from generator.desk.changes import Answer, Task
from generator.model import Library, Piece

FIRST = 60  # characters shown of a text
KINDS = (("1", "report", "是报告"), ("2", "law", "是法规"), ("0", "foreign", "不收"))


def piece_tasks(library: Library, declared: Mapping[str, Declared]) -> Iterator[Task]:
    """Yield a task for each text that states no kind (文种) and of which nobody has said one."""
    for each in library.reports:
        piece = each.piece
        said = [declared.get(name) for name in (piece.id, piece.file)]
        if not piece.genre and not piece.kind and not any(one and one.kind for one in said):
            yield _task(piece)


def _task(piece: Piece) -> Task:
    first = next((line for line in piece.text.split("\n") if line.strip()), "")
    name = f"piece-{piece.id}"
    about = {"do": "describe", "piece": piece.id}
    answers = [Answer(key, label, about | {"kind": kind}) for key, kind, label in KINDS]
    later = {"do": "finding", "finding": name[:60], "verdict": "later"}
    return Task(
        id=name[:60],
        kind="piece",
        title=f"“{piece.title or piece.id}”是什么",
        page="",
        words=first[:FIRST],
        around=("", f"共{len(piece.text)}字"),
        why="文中没有写明是报告、讲话还是别的，现在当作报告",
        answers=(*answers, Answer("l", "以后再看", later)),
        piece=piece.id,
        start=0,
        end=min(len(first), FIRST),
    )
