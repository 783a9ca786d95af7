"""Search over volumes: the merged lists say what looking through all texts says."""

from __future__ import annotations

from bisect import bisect_right
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


def _in_order(units: list[list[Unit]]) -> list[Unit]:
    """Return what the hall numbers, in its order: by rank, then by volume."""
    own, *volumes = units
    return [
        *(each for each in own if each.tier < TITLE),
        *(
            each
            for tier in range(TITLE, REPORT + 1)
            for some in (own, *volumes)
            for each in some
            if each.tier == tier
        ),
        *(each for each in own if each.tier > REPORT),
    ]


def test_lists_lead_to_every_unit_that_holds_a_pair(
    hall: tuple[Client, list[list[Unit]]],
) -> None:
    client, units = hall
    texts = [normal(each.text).translate(client.folds) for each in _in_order(units)]
    pairs = {text[at : at + 2] for text in texts for at in range(len(text) - 1)}
    pairs = {pair for pair in pairs if "\x1f" not in pair}
    assert len(pairs) > 300
    for pair in sorted(pairs):
        listed = set(client.holding(*pair))
        # besides them only units that the pair leads to from a heading or into the next one
        assert {number for number, text in enumerate(texts) if pair in text} <= listed, pair
        assert max(listed) < len(texts)


def test_a_rare_letter_leads_to_every_block_that_holds_it(
    hall: tuple[Client, list[list[Unit]]],
) -> None:
    client, units = hall
    texts = [normal(each.text).translate(client.folds) for each in _in_order(units)]
    alone = {first: code for (_, first, second), code in client.entries.items() if second == "□"}
    assert alone
    for char, code in alone.items():
        holding = {at for at, text in enumerate(texts) if char in text}
        blocks = {bisect_right(client.starts, at) - 1 for at in holding}
        assert blocks <= set(rising(code)), char


def test_runs_lead_from_every_number_to_its_volume(
    hall: tuple[Client, list[list[Unit]]],
) -> None:
    client, units = hall
    volumes = client.outline["volumes"]
    assert volumes == [["", ""]] + [
        [f"../volumes/v{number}/", f"第{number}册"] for number in range(len(units) - 1)
    ]
    order, runs = _in_order(units), client.outline["runs"]
    assert client.outline["tiers"] == [
        *(min(at for at, each in enumerate(order) if each.tier >= tier) for tier in range(6)),
        sum(each.tier <= REPORT for each in order),
        len(order),
    ]
    starts = [run[1] for run in runs]
    for number, unit in enumerate(order):
        volume, first, _, own, _, _ = runs[bisect_right(starts, number) - 1]
        assert units[volume][own + number - first] == unit


def test_articles_lead_to_linked_units_of_all_volumes(
    hall: tuple[Client, list[list[Unit]]], library: Library
) -> None:
    client, units = hall
    ids = [each.id for each in _in_order(units)]
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
