"""One step of a change: what it does to one of the editors' files, forth and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

from generator.content.yaml_files import Plain
from generator.desk import plain_changes, yaml_changes
from generator.desk.yaml_changes import Add, Put, TakeItem, YamlChange
from generator.desk.yaml_places import Path
from generator.errors import ContentError

HEADS = {
    "links.yml": "# 对自动关联的裁定；words 引报告里的原话\n",
    "errata.yml": "# 勘误表：before 是来源里的原文，after 是订正，reason 是理由\n",
    "terms.yml": "# 词条：name 是通行的名称，aliases 是别称\n",
    "thesaurus.txt": "# 同一件事的各种说法，一组一行，中间空格；以 # 开头的行是说明\n",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of thesaurus.txt: `old` becomes `new`; a new one where `old` is empty."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FileStep:
    """A change to one file; `old` is what a Put has put its value in the place of."""

    file: str
    change: YamlChange | Line
    old: Plain = None


def done(text: str | None, step: FileStep, *, checked: bool = True) -> str:
    """Return the text of the file after a step; None is a file that is not there."""
    body = HEADS.get(step.file, "") if text is None else text
    if isinstance(step.change, Line):
        return _with_line(body, step.change)
    return yaml_changes.changed(body, step.change, step.file, checked=checked)


def with_old(text: str | None, step: FileStep) -> FileStep:
    """Return the step with what it finds in the place of what it puts."""
    if not isinstance(step.change, Put):
        return step
    held = plain_changes.look(data(text, step.file), step.change.path)
    return FileStep(step.file, step.change, held)


def back(step: FileStep) -> FileStep:
    """Return the step that takes a step back."""
    change = step.change
    if isinstance(change, Add):
        return FileStep(step.file, TakeItem(change.path, change.item))
    if isinstance(change, TakeItem):
        return FileStep(step.file, Add(change.path, change.item))
    if isinstance(change, Line):
        return FileStep(step.file, Line(change.new, change.old))
    return FileStep(step.file, Put(change.path, step.old), change.value)


def stands(text: str | None, step: FileStep) -> bool:
    """Tell whether what a step did is still in the file."""
    change = step.change
    if isinstance(change, Line):
        lines = (text or "").splitlines()
        return change.new in lines if change.new else change.old not in lines
    held = plain_changes.look(data(text, step.file), change.path)
    if isinstance(change, Put):
        return held == change.value or (held == "" and change.value is None)
    inside = isinstance(held, list) and change.item in held
    return inside if isinstance(change, Add) else not inside


def data(text: str | None, file: str) -> Plain:
    """Return what a file of YAML says; None where there is none."""
    return None if text is None else yaml_changes.data_of(text, file)


def as_data(step: FileStep) -> dict[str, object]:
    """Return a step as JSON data."""
    change = step.change
    plain: dict[str, object] = {"file": step.file, "is": type(change).__name__, "old": step.old}
    if isinstance(change, Line):
        return plain | {"from": change.old, "to": change.new}
    value = change.value if isinstance(change, Put) else change.item
    return plain | {"path": list(change.path), "value": value}


def key(step: FileStep) -> str:
    """Return what tells one step from another, whatever stood there before."""
    return json.dumps(as_data(replace(step, old=None)), ensure_ascii=False, sort_keys=True)


def from_data(plain: Mapping[str, object]) -> FileStep:
    """Return the step that `as_data` made."""
    file, old = cast(str, plain["file"]), cast(Plain, plain["old"])
    if plain["is"] == "Line":
        return FileStep(file, Line(cast(str, plain["from"]), cast(str, plain["to"])), old)
    steps = cast("list[str | list[str]]", plain["path"])
    path: Path = tuple(one if isinstance(one, str) else (one[0], one[1]) for one in steps)
    value = cast(Plain, plain["value"])
    if plain["is"] == "Put":
        return FileStep(file, Put(path, value), old)
    return FileStep(file, (Add if plain["is"] == "Add" else TakeItem)(path, value), old)


def _with_line(text: str, change: Line) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    if not change.old:
        open_end = bool(text) and not text.endswith("\n")
        return f"{text}{newline}{change.new}" if open_end else f"{text}{change.new}{newline}"
    lines = text.splitlines(keepends=True)
    at = next((n for n, each in enumerate(lines) if each.rstrip("\r\n") == change.old), None)
    if at is None:
        raise ContentError("thesaurus.txt", "这一行后来有人改过；请在文件里改")
    ending = lines[at][len(change.old) :]
    lines[at] = f"{change.new}{ending}" if change.new else ""
    return "".join(lines)
