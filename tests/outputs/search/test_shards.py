"""The index of a library: complete, small, the same every time."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import pytest

from generator.model import Library
from generator.outputs.search.block_lists import cut_blocks, successor
from generator.outputs.search.grams import ALONE, Grams, home
from generator.outputs.search.index import Index
from generator.outputs.search.normal import normal
from generator.outputs.search.packing import shard_path
from generator.outputs.search.shards import iterate_shards, write_shards
from generator.outputs.search.units import TIERS, find_units
from tests.conftest import Built
from tests.outputs.search.unpacking import unpack


def content(script: str) -> Any:
    return json.loads(script[script.index(",") + 1 : script.rindex(")")])


def test_every_sentence_of_the_exports_is_a_unit_once(library: Library) -> None:
    ids = [unit.id for unit in find_units(library)]
    wanted = [each.id for c in library.collations for each in c.edition.sentences]
    wanted += [each.id for report in library.reports for each in report.sentences]
    wanted += [term.id for term in library.terms]
    assert set(wanted) <= set(ids)
    assert len(ids) == len(set(ids))


def test_units_come_in_order_of_rank(library: Library) -> None:
    tiers = [unit.tier for unit in find_units(library)]
    assert tiers == sorted(tiers)
    assert set(tiers) <= set(range(len(TIERS)))


def test_blocks_keep_every_text_and_whole_paragraphs(library: Library) -> None:
    units = list(find_units(library))
    blocks = list(cut_blocks(units, 4000))
    lines = [line for block in blocks for line in block.text.split("\n") if line[0] in "+-!"]
    assert [line[1:] for line in lines] == [unit.text for unit in units]
    assert [block.first for block in blocks] == sorted({block.first for block in blocks})
    assert all(units[block.first].opens for block in blocks)


def test_ids_that_follow_are_not_written_down() -> None:
    assert successor("000-1-s9") == "000-1-s10"
    assert successor("yijian") == ""


def test_the_index_is_the_same_every_time(library: Library) -> None:
    assert write_shards(library) == write_shards(library)


def test_names_are_ascii_and_scripts_hand_over_their_own_name(library: Library) -> None:
    for name, script in write_shards(library).items():
        assert name.isascii()
        assert script.startswith(f'kbShard("{Path(name).stem}",')


def test_the_index_is_no_more_than_twice_the_text(library: Library) -> None:
    text = sum(len(unit.text.encode()) for unit in find_units(library))
    scripts = [script.encode() for _, script in iterate_shards(Index(library))]
    assert sum(map(len, scripts)) <= 2 * text
    assert sum(len(gzip.compress(script)) for script in scripts) <= text


def test_pairs_lead_to_every_unit_that_holds_them(library: Library) -> None:
    scripts = iterate_shards(Index(library, small=0))
    shards = {Path(name).stem: content(script) for name, script in scripts}
    outline = shards["m"]
    folds = dict(zip(*[iter(outline["strict"] + outline["loose"])] * 2, strict=True))
    plain = [normal(unit.text, folds) for unit in find_units(library)]
    for pair in ("监督", "一把", "重一", "xx", "的监"):
        number = home(pair[0], pair[1], outline["grams"])
        line = next(line for line in shards[f"g{number}"].split("\n") if line.startswith(pair[0]))
        second = chr(ord(pair[1]) + 0xFEE0) if pair[1] < "\x80" else pair[1]
        code = line[line.index(second, 1) + 1 :]
        code = code[: next((i for i, c in enumerate(code) if c > "\x7f"), len(code))]
        assert {i for i, text in enumerate(plain) if pair in text} <= set(unpack(code))


def test_long_lists_are_cut_into_parts_that_read_on_their_own() -> None:
    grams = Grams()
    for number in range(20_000):
        grams.add(number * 3, "监督" if number % 7 else "监督执纪")
    for block in range(200):
        grams.add_block(block, ["监督", "监督执纪"])
    parts = dict(grams.parts())
    assert len(parts) > 1
    shards = "".join(text for _, text in grams.shards(200))
    assert "督~" in shards
    assert ALONE not in shards  # every block holds each of the characters
    first = unpack(parts["p0"], -1)
    assert first[:3] == [0, 3, 6]


def test_of_the_frequent_pairs_it_is_told_how_frequent_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("generator.outputs.search.grams.FREQUENT", 4)
    grams = Grams()
    for number in range(100):
        text = "甲乙" + "丙" * (number < 50) + "丁" * (number < 24) + "戊" * (number < 6)
        grams.add(number, text)  # 甲乙 100, 乙丙 50, 丙丁 24, 丁戊 6; 乙甲 and others none
    grams.add(100, "戊己")
    least, *steps = grams.frequent("甲乙丙丁戊己")
    assert least == 6
    assert [unpack(str(code)) for code in steps] == [[3 * 6 + 4], [], [2 * 6 + 3], [1 * 6 + 2], [1]]


@pytest.mark.parametrize(
    ("name", "path"),
    [
        *(("m", "m.js"), ("t0", "t0/t0.js"), ("g499", "g0/g499.js"), ("g500", "g1/g500.js")),
        *(("p12345", "p24/p12345.js"), ("a-yijian-5", "a-yijian-0/a-yijian-5.js")),
    ],
)
def test_shards_lie_in_folders_of_500(name: str, path: str) -> None:
    assert shard_path(name) == path


def test_a_hostile_library_cannot_break_the_lines(library: Library) -> None:
    for name, script in write_shards(library).items():
        assert "</" not in script, name


def test_what_is_said_to_be_an_anchor_is_one(law: Library, built_law: Built) -> None:
    ids: dict[str, set[str]] = {}
    for unit in find_units(law):
        if unit.page not in ids:
            ids[unit.page] = set(
                re.findall(r'id="([^"]+)"', (built_law.site / unit.page).read_text())
            )
        assert (unit.id in ids[unit.page]) == unit.anchored, unit


def test_authored_pages_are_found_by_their_words(law: Library) -> None:
    units = [unit for unit in find_units(law) if unit.page == "about.html"]
    assert [unit.text for unit in units] == [
        "关于本库",
        "本库为检验程序而作，条例与材料均为虚构。",
    ]
