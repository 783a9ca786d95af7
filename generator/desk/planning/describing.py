"""What is said of a piece or of a base document -> keys of library.yml."""

from __future__ import annotations

from generator.content.yaml_files import Plain
from generator.desk import plain_changes
from generator.desk.actions import BaseAction, DescribeAction
from generator.desk.planning.plan import Plan, Written, piece_of, shown
from generator.desk.steps import FileStep
from generator.desk.yaml_changes import Put
from generator.errors import ContentError
from generator.model import Library, Piece

FILE = "library.yml"
OF_PIECES = {
    "title": "标题",
    "genre": "文种",
    "issuer": "单位",
    "date": "日期",
    "place": "地方",
    "kind": "种类",
    "base": "所属文件",
}
OF_BASES = {
    "title": "标题",
    "short_title": "简称",
    "issuer": "制发机关",
    "adopted": "通过日期",
    "published": "公布日期",
    "effective": "施行日期",
    "numbering": "编号方式",
}
KINDS = {"witness": "版本", "report": "报告", "law": "法规", "foreign": "不收"}


def plan_description(action: DescribeAction, library: Library, written: Written) -> Plan:
    """Return the keys that are set, or taken away where the text's own word is to hold."""
    piece = piece_of(library, action.piece)
    if action.base and action.base not in {each.id for each in written.curated.bases}:
        raise ContentError(action.base, "没有这个基准文件")
    steps: list[FileStep] = []
    told: list[str] = []
    for key, name in OF_PIECES.items():
        value: str | None = getattr(action, key)
        if value is None:
            continue
        steps.append(_put(written, piece, library, key, value))
        words = KINDS.get(value, value) if key == "kind" else value
        told.append(f"{name}改为{shown(words)}" if value else f"{name}照原文")
    if not steps:
        raise ContentError(piece.id, "没有写要改什么")
    return Plan(tuple(steps), f"{shown(piece.title or piece.id)}：{'，'.join(told)}")


def _put(written: Written, piece: Piece, library: Library, key: str, value: str) -> FileStep:
    """Return the step for one key: at the piece, or where only its file's entry has it, there."""
    data = written.data.get(FILE)
    if value or plain_changes.look(data, ("sources", piece.id, key)) is not None:
        return FileStep(FILE, Put(("sources", piece.id, key), value or None))
    if plain_changes.look(data, ("sources", piece.file, key)) is None:
        raise ContentError(piece.id, f"{OF_PIECES[key]}本来就照原文")
    if sum(each.file == piece.file for each in _pieces(library)) > 1:
        raise ContentError(piece.id, f"{OF_PIECES[key]}是对整个文件写的，几篇共用；请在文件里改")
    return FileStep(FILE, Put(("sources", piece.file, key), None))


def _pieces(library: Library) -> tuple[Piece, ...]:
    return (
        *(each.piece for each in library.reports),
        *(each.document.piece for each in library.reprints),
        *(each.document.piece for each in library.laws),
        *(each.piece for one in library.collations for each in one.witnesses),
    )


def plan_base(action: BaseAction, written: Written) -> Plan:
    """Return the keys of a base document that are set, or where they are empty taken away."""
    if action.base not in {each.id for each in written.curated.bases}:
        raise ContentError(action.base, "没有这个基准文件")
    steps: list[FileStep] = []
    told: list[str] = []
    for key, name in OF_BASES.items():
        given: str | tuple[str, ...] | None = getattr(action, key)
        if given is None:
            continue
        value: Plain = list(given) if isinstance(given, tuple) else given
        steps.append(FileStep(FILE, Put(("bases", ("id", action.base), key), value or None)))
        words = "、".join(given) if isinstance(given, tuple) else given
        told.append(f"{name}改为{shown(words)}" if given else f"{name}不写")
    if not steps:
        raise ContentError(action.base, "没有写要改什么")
    return Plan(tuple(steps), f"基准文件：{'，'.join(told)}")
