"""The units of search against another account of them, and what their lists lead to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from generator.model import Library
from generator.outputs.data import export_files
from generator.outputs.search.index import Index
from generator.outputs.search.shards import iterate_shards, write_shards
from generator.outputs.search.units import find_units
from tests.conftest import CONTENT
from tests.outputs.search.client import Client, rising
from tests.outputs.search.reference import KINDS, RANKS, Wanted, bare, read_exports, wanted_units


@pytest.fixture(scope="module")
def small(findable: Library) -> Client:
    """The index that a small library gets."""
    return Client(write_shards(findable))


@pytest.fixture(scope="module")
def paired(findable: Library) -> Client:
    """The index that a large library gets, in shards as small as the library."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.outputs.search.grams.SHARD", 60)
        return Client(dict(iterate_shards(Index(findable, small=0))))


@pytest.fixture(scope="module")
def parted(findable: Library) -> Client:
    """The index of a library so large that the lists of most pairs lie in parts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.outputs.search.grams.LONG", 6)
        patch.setattr("generator.outputs.search.grams.PART", 4)
        return Client(dict(iterate_shards(Index(findable, small=0))))


def units_of(library: Library) -> list[Wanted]:
    return [
        Wanted(
            unit.id,
            tuple(unit.text.split("\x1f")),
            RANKS[unit.tier],
            *(unit.page, unit.title, unit.opens, unit.anchored),
        )
        for unit in find_units(library)
    ]


def test_the_units_are_those_of_the_exports(findable: Library, wanted: list[Wanted]) -> None:
    assert units_of(findable) == wanted


def test_the_units_of_the_real_texts_are_those_of_the_exports(library: Library) -> None:
    expected = wanted_units(read_exports(export_files(library)), CONTENT / "no pages")
    assert [unit for unit in units_of(library) if unit.rank != "page"] == expected


@pytest.mark.parametrize("index", ["small", "paired", "parted"])
def test_stored_text_gives_every_unit_back(
    index: str, wanted: list[Wanted], request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(index)
    assert len(client.units) == len(wanted)
    for number, (stored, unit) in enumerate(zip(client.units, wanted, strict=True)):
        assert stored.id == unit.id
        assert tuple(stored.text.split("\x1f")) == unit.texts
        assert (stored.page, stored.title) == (unit.page, unit.title)
        assert stored.anchored == unit.anchored
        assert stored.opens == (unit.opens if unit.anchored else None)
        assert RANKS[client.rank(number)] == unit.rank
        assert client.outline["kinds"][client.rank(number)] == KINDS[unit.rank]
    assert client.outline["tiers"][-1] == len(wanted)


@pytest.mark.parametrize("index", ["paired", "parted"])
def test_every_pair_leads_to_every_unit_that_holds_it_and_on_through_the_text(
    index: str, wanted: list[Wanted], exports: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(index)
    plain = [[bare(text).translate(client.folds) for text in unit.texts] for unit in wanted]
    holding: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for number, texts in enumerate(plain):
        for pair in (pair for text in texts for pair in pairwise(text)):
            holding[pair].add(number)
    assert all(set(client.holding(*pair)) >= numbers for pair, numbers in holding.items())
    reports = {number for number, unit in enumerate(wanted) if unit.rank == "report"}
    led = defaultdict(set, {pair: set(numbers) for pair, numbers in holding.items()})
    numbers = {unit.id: number for number, unit in enumerate(wanted)}
    for report in exports["reports"]:
        way = [numbers[each["id"]] for each in report["sentences"]]
        for pair, number in read_through(way, reports, ["".join(texts) for texts in plain]):
            led[pair].add(number)
    assert led != holding
    around = {n for n, unit in enumerate(wanted) if unit.rank in ("report", "edition", "page")}
    for _, first, second in client.entries:
        if second != "\u25a1":
            listed = client.holding(first, second)
            assert listed == sorted(set(listed))
            assert set(listed) & reports == led[first, second] & reports, first + second
            assert set(listed) - holding[first, second] <= around, first + second
    assert client.holding("花", "册") == []


def read_through(
    way: list[int], main: set[int], plain: list[str]
) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield each pair of a text, and the sentence that it leads to: of a heading, the next one."""
    letters = [(char, at) for at, number in enumerate(way) for char in plain[number]]
    for (first, at), (second, _) in pairwise(letters):
        after = [number for number in way[at:] if number in main]
        before = [number for number in way[:at] if number in main and plain[number]]
        yield (first, second), (after or before[-1:])[0]


@pytest.mark.parametrize("index", ["small", "paired"])
def test_neighbours_lead_through_every_text_as_one_reads(
    index: str, exports: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    client: Client = request.getfixturevalue(index)
    places = {unit.id: number for number, unit in enumerate(client.units) if unit.anchored}
    texts = [[each["id"] for each in report["sentences"]] for report in exports["reports"]]
    for edition in exports["edition"]:
        first = {
            part["number"]: f"{edition['id']}-part-{part['number']}" for part in edition["parts"]
        }
        way: list[str] = []
        for sentence in edition["sentences"]:
            if sentence["part"] in first:
                way.append(first.pop(sentence["part"]))
            way.append(sentence["id"])
        texts.append(way)
    for text in texts:
        numbers = [places[each] for each in text]
        for here, following in pairwise(numbers):
            assert here + (client.units[here].behind or 0) == following
            assert following - (client.units[following].before or 0) == here
    assert sum(map(len, texts)) > 50
    for unit in client.units:
        if not unit.anchored or unit.page == "terms.html" or unit.id.endswith("-imprint"):
            assert (unit.before, unit.behind) == (0, 0), unit.id


def test_shards_and_parts_are_of_about_the_size_aimed_at(paired: Client, parted: Client) -> None:
    shards, packed = paired.outline["grams"], sum(map(len, paired.entries.values()))
    assert shards > 5
    assert 60 * shards <= packed < 60 * (shards + 1)
    parts = [text for name, text in parted.shards.items() if name.startswith("p")]
    assert {f"p{number}" for number in range(len(parts))} < set(parted.shards)
    assert 3 <= max(map(len, parts)) <= 5
    codes = parted.entries.values()
    assert max(len(code) for code in codes if code[0] != "~") == 6
    assert min(len(parted.long_list(code[1:])) for code in codes if code[0] == "~") > 3


def test_a_library_of_few_pairs_has_one_shard(
    findable: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.search.grams.SHARD", 1 << 30)
    client = Client(dict(iterate_shards(Index(findable, small=0))))
    assert [name for name in client.shards if name[0] == "g"] == ["g0"]


def test_a_rare_character_leads_to_the_blocks_that_hold_it(
    findable: Library, wanted: list[Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.search.index.BLOCK", 500)
    client = Client(dict(iterate_shards(Index(findable, small=0))))
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    starts = client.starts
    for number, unit in enumerate(wanted):
        block = max(at for at, start in enumerate(starts) if start <= number)
        for char in bare("".join(unit.texts)).translate(client.folds):
            blocks[char].add(block)
    rare = {char: sorted(held) for char, held in blocks.items() if 2 * len(held) < len(starts)}
    assert len(starts) > 6
    assert "册" not in rare
    assert rare
    listed = {first for _, first, second in client.entries if second == "\u25a1"}
    assert listed == set(rare)
    for char, held in rare.items():
        assert client.holding(char, "\u25a1") == held


def test_a_small_library_carries_no_pairs(small: Client) -> None:
    assert small.outline["grams"] == 0
    assert not [name for name in small.shards if name[0] in "gp"]


def test_characters_are_listed_by_how_often_they_stand(small: Client, wanted: list[Wanted]) -> None:
    text = "".join(bare(text) for unit in wanted for text in unit.texts)
    counts = Counter(text.translate(small.folds))
    assert small.outline["chars"] == "".join(sorted(counts, key=lambda c: (-counts[c], c)))


def test_an_article_has_its_sentences_and_those_of_linked_passages(
    small: Client, exports: dict[str, Any], wanted: list[Wanted]
) -> None:
    numbers = {unit.id: number for number, unit in enumerate(wanted)}
    reports = {report["id"]: report for report in exports["reports"]}
    for edition in exports["edition"]:
        for article in (each for part in edition["parts"] for each in part["articles"]):
            held = {s["id"] for s in edition["sentences"] if s["article"] == article["number"]}
            for link in exports["links"]:
                if (link["base"], link["article"]) == (edition["id"], article["number"]):
                    held |= {
                        sentence["id"]
                        for sentence in reports[link["report"]]["sentences"]
                        if sentence["start"] < link["end"] and link["start"] < sentence["end"]
                    }
            found = rising(small.shards[f"a-{article['id']}"])
            assert found == sorted(numbers[each] for each in held)
