"""Changes to plain data: what a file must say after a change, whatever its text looks like."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from generator.content.yaml_files import Plain
from generator.desk.yaml_places import Path, Step
from generator.errors import ContentError


def look(data: Plain, path: Path) -> Plain:
    """Return what stands at `path`; None where nothing does."""
    for step in path:
        data = _below(data, step)
        if data is None:
            return None
    return data


def added(data: Plain, path: Path, item: Plain) -> Plain:
    """Return the data with `item` at the end of the list at `path`."""
    held = look(data, path)
    if held not in (None, "") and not isinstance(held, list):
        raise ContentError(".".join(map(str, path)), "应当是一个列表")
    return _with(data, path, [*(held if isinstance(held, list) else ()), item])


def without_item(data: Plain, path: Path, item: Plain) -> Plain:
    """Return the data without the last `item` of the list at `path`; an empty list goes too."""
    held = look(data, path)
    if not isinstance(held, list) or item not in held:
        raise ContentError("撤销", "这一条后来有人改过；请在文件里改")
    at = len(held) - 1 - held[::-1].index(item)
    return put(data, path, [*held[:at], *held[at + 1 :]] or None)


def put(data: Plain, path: Path, value: Plain) -> Plain:
    """Return the data with `value` at `path`; None takes away what stands there."""
    if not path:
        return [] if value is None else value
    if value is not None:
        return _with(data, path, value)
    held = look(data, path[:-1])
    if not isinstance(held, dict):
        return data
    rest = {name: each for name, each in held.items() if name != path[-1]}
    emptied = not rest and len(path) > 1 and isinstance(path[-2], str)
    return put(data, path[:-1], None if emptied else rest)


def last_emptied(data: Plain, path: Path) -> Path:
    """Return what goes with the key at `path`: the key itself, or what would be left empty."""
    while len(path) > 1 and isinstance(path[-2], str):
        held = look(data, path[:-1])
        if not isinstance(held, dict) or set(held) - {path[-1]}:
            break
        path = path[:-1]
    return path


def _with(data: Plain, path: Path, value: Plain) -> Plain:
    if not path:
        return deepcopy(value)
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        held = data if isinstance(data, dict) else {}
        if data not in (None, "", []) and not isinstance(data, dict):
            raise ContentError(step, "应当是“键: 值”的形式")
        return {**held, step: _with(held.get(step), rest, value)}
    if not isinstance(data, list):
        raise ContentError(step[1], "文件里已经没有这一项")
    at = next((n for n, each in enumerate(data) if _is(each, step)), None)
    if at is None:
        raise ContentError(step[1], "文件里已经没有这一项")
    return [*data[:at], _with(data[at], rest, value), *data[at + 1 :]]


def _below(data: Plain, step: Step) -> Plain:
    if isinstance(step, str):
        return data.get(step) if isinstance(data, dict) else None
    return next((each for each in _items(data) if _is(each, step)), None)


def _items(data: Plain) -> Iterator[Plain]:
    yield from data if isinstance(data, list) else ()


def _is(entry: Plain, step: tuple[str, str]) -> bool:
    return isinstance(entry, dict) and entry.get(step[0]) == step[1]
