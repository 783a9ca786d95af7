"""A piece joined to the one before it, divided, or not taken in -> keys of library.yml."""

from __future__ import annotations

from generator.content.yaml_files import Plain
from generator.desk import plain_changes
from generator.desk.actions import PieceAction
from generator.desk.planning.plan import STALE, Plan, Written, piece_of, pieces, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Add, Put
from generator.errors import ContentError
from generator.model import Library, Piece

FILE = "library.yml"
LEAST = 12  # letters that name the line with which a part begins


def plan_piece(action: PieceAction, library: Library, written: Written) -> Plan:
    """Return the key that joins, divides or leaves out; ContentError where that can't be."""
    piece = piece_of(library, action.piece)
    name = shown(piece.title or piece.id)
    if action.how == "divide":
        words = _opening(piece, action)
        step = FileStep(FILE, Add(("sources", piece.id, "divide"), words))
        return Plan((step,), f"{name}：从{shown(words)}起另成一篇")
    data = written.data.get(FILE)
    if action.how == "drop":
        return Plan((_marked(data, piece, "drop"),), f"{name}：不收")
    own = sorted(
        (each for each in pieces(library).values() if each.file == piece.file),
        key=lambda each: each.start,
    )
    at = own.index(piece)
    if not at:
        raise ContentError(piece.id, "这是文件里的第一篇，前面没有可以并入的")
    divided = piece.id.rpartition("-part-")[0]
    if divided:
        raise ContentError(piece.id, "这是分出来的一篇；要并回去，请撤销分篇")
    before = own[at - 1]
    told = f"{name}并入前一篇{shown(before.title or before.id)}"
    return Plan((_marked(data, piece, "join"),), told)


def _marked(data: Plain, piece: Piece, key: str) -> FileStep:
    if plain_changes.look(data, ("sources", piece.id, key)) == "true":
        raise ContentError(FILE, "已经是这样了")
    return FileStep(FILE, Put(("sources", piece.id, key), "true"))


def _opening(piece: Piece, action: PieceAction) -> str:
    """Return the first words of the line at which a piece is divided, as many as name it."""
    at = action.at
    if at is None or at >= len(piece.text):
        raise ContentError(piece.id, "没有说从哪里分开")
    if not piece.text[at:].lstrip().startswith(action.words):
        raise ContentError(piece.id, STALE)
    start = piece.text.rfind("\n", 0, at) + 1
    if not start:
        raise ContentError(piece.id, "这是第一行，前面没有东西可以分开")
    line = piece.text[start:].partition("\n")[0]
    if not line.strip():
        raise ContentError(piece.id, "这是空行；请选另一篇的第一行")
    lines = piece.text.split("\n")[1:]
    for size in range(min(LEAST, len(line)), len(line) + 1):
        if sum(each.startswith(line[:size]) for each in lines) == 1:
            return line[:size]
    raise ContentError(piece.id, "这一行在文中不止一处，分不开；请在文件里改")
