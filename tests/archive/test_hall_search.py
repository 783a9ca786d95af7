"""Search over volumes: the merged lists say what looking through all texts says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from generator.archive import hall_search
from generator.archive.gram_store import leave_grams
from generator.archive.number_codes import encode, gaps_of
from generator.build.memo import no_memo
from generator.content import load_content
from generator.model import Library
from generator.outputs.search.index import Index
from generator.outputs.search.normal import normal
from generator.outputs.search.units import REPORT, TITLE, Unit, find_units
from generator.outputs.shared.render_context import Context
from generator.recipe import build_library
from tests.outputs.search.client import Client, rising

FINDABLE = Path(__file__).parents[1] / "libraries" / "findable"


@pytest.fixture(scope="module")
def library() -> Library:
    return build_library(load_content(FINDABLE))


def _volumes(library: Library, folder: Path) -> tuple[list[Library], list[tuple[str, str, Path]]]:
    """Return a volume for each report, and what each left in its folder."""
    made, left = [], []
    for number, report in enumerate(library.reports):
        links = tuple(each for each in library.links if each.report == report.piece.id)
        made.append(replace(library, reports=(report,), links=links))
        leave_grams(Index(made[-1], small=0), folder / str(number))
        left.append((f"../volumes/v{number}/", f"第{number}册", folder / str(number)))
    return made, left


@pytest.fixture(scope="module", params=[10**9, 400])
def hall(
    request: pytest.FixtureRequest, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Client, list[list[Unit]]]:
    """The hall's shards, merged at once and in parts, and the units of the hall and each volume."""
    folder = tmp_path_factory.mktemp("hall")
    bare = replace(library, reports=(), links=())
    made, left = _volumes(library, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hall_search, "AT_ONCE", request.param)
        hall_search.render_hall(left, bare, Context(folder / "s", folder, folder, no_memo))
    root = folder / "s" / "search"
    scripts = {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.js")
    }
    return Client(scripts), [list(find_units(each)) for each in (bare, *made)]


def _counted(units: list[list[Unit]]) -> list[str | None]:
    """Return the letters of every unit in the hall's order; None for what does not count."""
    own, *volumes = units
    return [
        *(normal(each.text) for each in own),
        *(
            normal(each.text) if TITLE <= each.tier <= REPORT else None
            for some in volumes
            for each in some
        ),
    ]


def test_lists_lead_to_every_unit_that_holds_a_pair(
    hall: tuple[Client, list[list[Unit]]],
) -> None:
    client, units = hall
    texts = [text and text.translate(client.folds) for text in _counted(units)]
    pairs = {text[at : at + 2] for text in texts if text for at in range(len(text) - 1)}
    pairs = {pair for pair in pairs if "\x1f" not in pair}
    assert len(pairs) > 300
    for pair in sorted(pairs):
        listed = set(client.holding(*pair))
        holding = {number for number, text in enumerate(texts) if text and pair in text}
        assert holding <= listed, pair
        # besides them only units that the pair leads to from a heading or into the next one
        assert all(texts[number] is not None for number in listed - holding), pair


def test_volumes_are_told_where_they_begin(hall: tuple[Client, list[list[Unit]]]) -> None:
    client, units = hall
    own, *volumes = client.outline["volumes"]
    assert own[:4] == ["", "", 0, 0]
    first = len(units[0])
    for number, (way, title, unit, _, tiers) in enumerate(volumes):
        assert (way, title, unit) == (f"../volumes/v{number}/", f"第{number}册", first)
        assert tiers[-1] == len(units[number + 1])
        first += len(units[number + 1])
    assert client.outline["total"] == first
    starts = client.starts
    assert [starts[block] for _, _, _, block, _ in volumes] == [each[2] for each in volumes]


def test_articles_lead_to_linked_units_of_all_volumes(
    hall: tuple[Client, list[list[Unit]]], library: Library
) -> None:
    client, units = hall
    ids = [each.id for some in units for each in some]
    whole = Index(library)
    for name, code in client.shards.items():
        if name.startswith("a-"):
            found = {ids[number] for number in rising(code)}
            assert found
            assert found <= {each.id for each in whole.units}
    linked = {link.report for link in library.links}
    reached = {
        ids[number].rpartition("-s")[0]
        for name, code in client.shards.items()
        if name.startswith("a-")
        for number in rising(code)
    }
    assert linked <= reached


def test_numbers_are_coded_together_as_one_by_one() -> None:
    lists = [[0, 1, 58, 59, 60, 5000], [7], [1, 2_000_000, 2_000_001, 4_000_000_000]]
    numbers = np.array([each for some in lists for each in some], dtype=np.int64)
    firsts = np.array([0, 6, 7], dtype=np.int64)
    code, ends = encode(gaps_of(numbers, firsts))
    bounds = [0, *(int(ends[at - 1]) for at in (6, 7, 11))]
    text = code.decode("ascii")
    assert [rising(text[a:b]) for a, b in pairwise(bounds)] == lists
