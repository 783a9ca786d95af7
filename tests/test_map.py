"""docs/map.md tells the truth: what it names is there, and no room imports from above."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.conftest import PROJECT

MAP = (PROJECT / "docs" / "map.md").read_text("utf-8")
PACKAGE = PROJECT / "generator"


def _floors() -> dict[str, int]:
    """Return every room of the table of floors with its floor, the lowest counted 1."""
    rows = re.findall(r"^\| (\d+) \| (.+?) \|", MAP, re.MULTILINE)
    floors = {
        room.rstrip("/"): int(floor) for floor, cell in rows for room in re.findall("`(.+?)`", cell)
    }
    assert len(floors) > 15
    return floors


def _room(path: Path) -> str:
    """Return the room of a module: cleaning, outputs/packs, or the file itself: model.py."""
    steps = path.relative_to(PACKAGE).parts
    return "/".join(steps[:2]) if steps[0] == "outputs" and len(steps) > 1 else steps[0]


def _file(module: str) -> Path | None:
    place = PROJECT / module.replace(".", "/")
    if place.is_dir():
        return place / "__init__.py"
    return place.with_suffix(".py") if place.with_suffix(".py").is_file() else None


def _imports() -> Iterator[tuple[Path, Path]]:
    """Yield every import in generator/: the file, and the file of what it imports."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            if node.module.split(".")[0] == "generator":
                for each in node.names:
                    found = _file(f"{node.module}.{each.name}") or _file(node.module)
                    assert found, (path, node.module)
                    yield path, found


def test_every_room_has_a_floor() -> None:
    rooms = {_room(path) for path in PACKAGE.rglob("*.py")}
    assert rooms - set(_floors()) == {"__init__.py", "__main__.py", "outputs/__init__.py"}


def test_no_room_imports_from_its_own_floor_or_above() -> None:
    floors = _floors()
    wrong = [
        f"{path.relative_to(PROJECT)} imports {found.relative_to(PROJECT)}"
        for path, found in _imports()
        if _room(path) in floors
        and _room(path) != _room(found)
        and floors[_room(found)] >= floors[_room(path)]
    ]
    assert wrong == []


def test_no_circle_among_the_files_of_a_room() -> None:
    """What a package gathers in its __init__ is for others, so those are left out."""
    arrows: dict[Path, set[Path]] = defaultdict(set)
    for path, found in _imports():
        if path != found and "__init__.py" not in (path.name, found.name):
            arrows[path].add(found)
    done: set[Path] = set()

    def walk(path: Path, way: tuple[Path, ...]) -> None:
        assert path not in way, [each.name for each in (*way, path)]
        if path not in done:
            for following in sorted(arrows[path]):
                walk(following, (*way, path))
            done.add(path)

    for path in sorted(arrows):
        walk(path, ())


def test_the_places_named_are_there() -> None:
    named = re.findall(r"`((?:generator|overrides|scripts|tests|docs|content)/[^`\s]*)`", MAP)
    assert len(named) > 15
    assert [each for each in named if not list(PROJECT.glob(each.rstrip("/")))] == []


def test_floors_are_counted_from_the_top_down() -> None:
    numbers = [int(each) for each in re.findall(r"^\| (\d+) \|", MAP, re.MULTILINE)]
    assert all(above == below + 1 for above, below in pairwise(numbers))
    assert numbers[-1] == 1
