"""What differs between two states of one of the editors' files, as steps from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.content.yaml_files import Plain
from generator.desk.steps import FileStep, Line, data
from generator.desk.yaml_changes import Add, Put, TakeItem
from generator.desk.yaml_places import Path

MOST_LINES = 60  # that are shown of one change
NAMES = ("id", "name")  # keys by which the entries of a list are known


def steps_between(file: str, old: str | None, new: str | None) -> tuple[FileStep, ...]:
    """Return the steps that lead from what `old` says to what `new` says.

    Comments and the order of entries are nothing that a file says.  ContentError where one of
    them can't be read.
    """
    if file.endswith(".txt"):
        return tuple(FileStep(file, each) for each in _of_lines(old or "", new or ""))
    return tuple(_of_data(file, (), data(old, file), data(new, file)))


def changed_lines(old: str | None, new: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines that go and those that come; of very many the first."""
    before, after = (old or "").splitlines(), (new or "").splitlines()
    gone: list[str] = []
    come: list[str] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            gone += before[a:b]
            come += after[c:d]
    return _shown(gone), _shown(come)


def _shown(lines: list[str]) -> tuple[str, ...]:
    """Return the lines that are shown of many."""
    rest = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], *([f"…另有{rest}行"] if rest > 0 else []))


def told(steps: tuple[FileStep, ...]) -> str:
    """Return how much was added, changed and taken away, in words."""
    counts = {"加": 0, "改": 0, "去": 0}
    for each in steps:
        change = each.change
        if isinstance(change, Line):
            counts["改" if change.old and change.new else "加" if change.new else "去"] += 1
        elif isinstance(change, Put):
            counts["去" if change.value is None else "改" if each.old else "加"] += 1
        else:
            counts["加" if isinstance(change, Add) else "去"] += 1
    words = [f"{name}{count}处" for name, count in counts.items() if count]
    return "、".join(words) or "只改了说明或次序"


def _of_data(file: str, path: Path, old: Plain, new: Plain) -> Iterator[FileStep]:
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in (*old, *(each for each in new if each not in old)):
            yield from _of_data(file, (*path, key), old.get(key), new.get(key))
    elif _is_list(old) and _is_list(new) and (old or new):
        yield from _of_items(file, path, _items(old), _items(new))
    elif path and new != old:
        yield FileStep(file, Put(path, None if new in ("", None) else new), old or None)


def _of_items(file: str, path: Path, old: list[Plain], new: list[Plain]) -> Iterator[FileStep]:
    rest = list(new)
    for each in old:
        if each in rest:
            rest.remove(each)
            continue
        same = next((one for one in rest if _name(one) and _name(one) == _name(each)), None)
        if same is None:
            yield FileStep(file, TakeItem(path, each))
            continue
        rest.remove(same)
        name = _name(each)
        assert name is not None
        yield from _of_data(file, (*path, name), each, same)
    for each in rest:
        yield FileStep(file, Add(path, each))


def _name(entry: Plain) -> tuple[str, str] | None:
    if not isinstance(entry, dict):
        return None
    found = next((key for key in NAMES if isinstance(entry.get(key), str)), None)
    return None if found is None else (found, str(entry[found]))


def _is_list(value: Plain) -> bool:
    return isinstance(value, list) or value in (None, "")


def _items(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _of_lines(old: str, new: str) -> Iterator[Line]:
    before, after = _rows(old), _rows(new)
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "replace" and b - a == d - c:
            yield from map(Line, before[a:b], after[c:d])
        elif what != "equal":
            yield from (Line(each, "") for each in before[a:b])
            yield from (Line("", each) for each in after[c:d])


def _rows(text: str) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
