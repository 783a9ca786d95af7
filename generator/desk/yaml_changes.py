"""A change to the text of a YAML file: only the lines that it is about, all else as it stands.

Each way to write a change is tried in turn, and the first is taken after which the file says what
it must say: the old data and the change.  What cannot be written so is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.content.yaml_files import Plain, compose, in_one_line, plain
from generator.desk import plain_changes, yaml_words
from generator.desk.yaml_places import (
    Path,
    behind,
    end_of_document,
    find,
    is_empty,
    is_flow,
    items,
    line_start,
    next_line,
    pairs,
    true_end,
    with_lines,
)
from generator.errors import ContentError

MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Add:
    """An item at the end of the list at `path`; the list is made where there is none."""

    path: Path
    item: Plain


@dataclass(frozen=True, slots=True)
class TakeItem:
    """The last such item of the list at `path` goes."""

    path: Path
    item: Plain


@dataclass(frozen=True, slots=True)
class Put:
    """A value at a key; None takes the key away, and with it what would be left empty."""

    path: Path
    value: Plain


YamlChange = Add | TakeItem | Put


def changed(text: str, change: YamlChange, name: str, *, checked: bool = True) -> str:
    """Return the text of the file `name` after a change; ContentError where it can't be made.

    Not `checked`, the first way to write it is taken: it is known to be right.
    """
    mark = MARK if text.startswith(MARK) else ""
    body = text.removeprefix(MARK)
    before = data_of(body, name)
    after = _data(before, change)
    if after == before:
        return text
    for candidate in _candidates(body, change, before):
        if not checked or _says(candidate, after):
            return mark + candidate
    raise ContentError(name, "这个文件的写法特别，这一处接不上；请照 README 手工改")


def data_of(text: str, name: str) -> Plain:
    """Return what a file says; ContentError where it is no YAML."""
    with in_one_line(name):
        return plain(compose(text.removeprefix(MARK)))


def _data(data: Plain, change: YamlChange) -> Plain:
    if isinstance(change, Add):
        return plain_changes.added(data, change.path, change.item)
    if isinstance(change, TakeItem):
        return plain_changes.without_item(data, change.path, change.item)
    return plain_changes.put(data, change.path, change.value)


def _says(text: str, wanted: Plain) -> bool:
    try:
        found = plain(compose(text))
    except (yaml.YAMLError, RecursionError):
        return False
    return found == wanted or (found in (None, "") and wanted in ([], {}))


def _candidates(text: str, change: YamlChange, data: Plain) -> Iterator[str]:
    if isinstance(change, Add):
        yield from _with_item(text, change.path, change.item)
    elif isinstance(change, TakeItem):
        held = plain_changes.look(data, change.path)
        many = isinstance(held, list) and len(held) > 1
        if many or not change.path:
            yield from _without_item(text, change)
        else:
            yield from _without(text, plain_changes.last_emptied(data, change.path))
    elif change.value is None:
        yield from _without(text, plain_changes.last_emptied(data, change.path))
    else:
        yield from _with_value(text, change.path, change.value)


def _with_item(text: str, path: Path, item: Plain) -> Iterator[str]:
    held = find(text, path)
    if held is None or is_empty(held.node):
        if path:
            yield from _with_value(text, path, [item])
        else:
            yield with_lines(text, end_of_document(text, 0), yaml_words.item(item))
        return
    node, last = held.node, next(iter(items(held.node)[::-1]), None)
    start, column = int(node.start_mark.index), int(node.start_mark.column)
    if not is_flow(node) and last is not None:
        lines = [" " * column + line for line in yaml_words.item(item)]
        if not path:
            yield with_lines(text, end_of_document(text, true_end(text, node)), lines)
            yield with_lines(text, len(text), lines)
        yield with_lines(text, behind(text, last, column), lines)
        return
    if last is None and not path:
        newline = "\r\n" if "\r\n" in text else "\n"
        lines = [" " * column + line for line in yaml_words.item(item)]
        end = int(node.end_mark.index)
        yield text[:start] + newline.join(lines)[column:] + text[end:]
    yield _flow_added(text, node, last, yaml_words.flow(item))


def _flow_added(text: str, node: yaml.Node, last: yaml.Node | None, words: str) -> str:
    """Return the text with `words` behind the last entry of a [list] or {mapping}."""
    if last is None:
        at = text.index("[" if isinstance(node, yaml.SequenceNode) else "{", node.start_mark.index)
        return text[: at + 1] + words + text[at + 1 :]
    at = true_end(text, last)
    return f"{text[:at]}, {words}{text[at:]}"


def _with_value(text: str, path: Path, value: Plain) -> Iterator[str]:
    held = find(text, path)
    if held is not None:
        yield from _replaced(text, held.node, held.key, value)
        return
    above, name = find(text, path[:-1]), path[-1]
    if not isinstance(name, str):
        raise ContentError(name[1], "文件里已经没有这一项")
    if above is None or is_empty(above.node):
        if len(path) > 1:
            yield from _with_value(text, path[:-1], {name: value})
        else:
            yield with_lines(text, end_of_document(text, 0), yaml_words.entry(name, value))
        return
    entries = pairs(above.node)
    last = entries[-1][1] if entries else None
    if is_flow(above.node) or last is None:
        words = yaml_words.flow({name: value})[1:-1]
        yield _flow_added(text, above.node, last, words)
        return
    column = int(entries[0][0].start_mark.column)
    lines = [" " * column + line for line in yaml_words.entry(name, value)]
    if len(path) == 1:
        yield with_lines(text, end_of_document(text, true_end(text, above.node)), lines)
        yield with_lines(text, len(text), lines)
    yield with_lines(text, behind(text, last, column), lines)


def _replaced(text: str, node: yaml.Node, key: yaml.Node | None, value: Plain) -> Iterator[str]:
    """Yield the text with `value` where `node` stands."""
    start, end = int(node.start_mark.index), true_end(text, node)
    words = yaml_words.flow(value, key.value if key is not None else "")
    newline = "\r\n" if "\r\n" in text else "\n"
    if is_empty(node) and key is not None:
        colon = text.index(":", true_end(text, key)) + 1
        if isinstance(value, dict | list) and "\n" in newline.join(yaml_words.entry("k", value)):
            column = int(key.start_mark.column)
            lines = [" " * column + line for line in yaml_words.entry("k", value)[1:]]
            yield with_lines(text, next_line(text, colon), lines)
        yield f"{text[:colon]} {words}{text[colon:]}"
        return
    yield text[:start] + words + text[end:]
    if key is not None:
        colon = text.index(":", true_end(text, key)) + 1
        yield f"{text[:colon]} {words}{text[end:]}"


def _without_item(text: str, change: TakeItem) -> Iterator[str]:
    held = find(text, change.path)
    every = items(held.node) if held else []
    at = next((n for n in reversed(range(len(every))) if plain(every[n]) == change.item), None)
    if held is None or at is None:
        return
    if is_flow(held.node):
        yield from _flow_cut(text, [(each, each) for each in every], at)
        return
    start = _dash(text, every[at], int(held.node.start_mark.column))
    stop = next_line(text, true_end(text, every[at]))
    yield _without_lines(text, start, stop)


def _dash(text: str, item: yaml.Node, column: int) -> int:
    """Return where the line with the dash of an item of a list begins."""
    at = line_start(text, int(item.start_mark.index))
    while at and text[at : at + column + 1] != " " * column + "-":
        at = line_start(text, at - 1)
    return at


def _without(text: str, path: Path) -> Iterator[str]:
    above, held = find(text, path[:-1]), find(text, path)
    if above is None or held is None or held.key is None:
        return
    entries = pairs(above.node)
    at = next(n for n, (key, _) in enumerate(entries) if key.value == path[-1])
    if is_flow(above.node):
        yield from _flow_cut(text, entries, at)
        return
    key, value = entries[at]
    start, stop = int(key.start_mark.index), next_line(text, true_end(text, value))
    if text[line_start(text, start) : start].strip():  # behind the dash of a list
        if at + 1 < len(entries):
            yield text[:start] + text[int(entries[at + 1][0].start_mark.index) :]
        return
    yield _without_lines(text, line_start(text, start), stop)


def _flow_cut(text: str, entries: list[tuple[yaml.Node, yaml.Node]], at: int) -> Iterator[str]:
    """Yield the text without one entry of a [list] or {mapping}, and without its comma."""
    start, stop = int(entries[at][0].start_mark.index), true_end(text, entries[at][1])
    if at:
        yield text[: true_end(text, entries[at - 1][1])] + text[stop:]
    elif len(entries) > 1:
        yield text[:start] + text[int(entries[1][0].start_mark.index) :]
    yield text[:start] + text[stop:]


def _without_lines(text: str, start: int, stop: int) -> str:
    """Return the text without whole lines; that the last line was open stays so."""
    if stop == len(text) and not text.endswith(("\n", "\r")):
        return text[:start].removesuffix("\n").removesuffix("\r")
    return text[:start] + text[stop:]
