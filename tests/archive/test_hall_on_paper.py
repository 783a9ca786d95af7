"""What a hall gives to take away: packs with the best passages of its volumes, the matrix."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive.hall_library import gather
from generator.archive.summary import summarise
from generator.content import load_content
from generator.model import Library
from generator.outputs.shared.pack_contents.blocks import Block
from generator.outputs.shared.pack_contents.composing import pack_data
from generator.outputs.shared.pack_contents.selection import standard_selections
from generator.outputs.sheets import books
from generator.outputs.sheets.sheet import Table
from generator.recipe import build_library
from generator.text.nomenclature import article_name
from generator.volumes import Above
from tests.browser.many_reports import write_many_reports

TITLES = ("甲册", "乙册")


@pytest.fixture(scope="module")
def volumes(tmp_path_factory: pytest.TempPathFactory) -> list[Library]:
    """A library's twelve reports in two volumes."""
    folder: Path = tmp_path_factory.mktemp("volumes") / "content"
    library = build_library(load_content(write_many_reports(folder, 12)))
    found = []
    for half in (library.reports[:6], library.reports[6:]):
        names = {each.piece.id for each in half}
        links = tuple(each for each in library.links if each.report in names)
        found.append(replace(library, reports=half, links=links, shared_links=()))
    return found


@pytest.fixture(scope="module")
def hall(volumes: list[Library]) -> Library:
    summaries = [
        summarise(each, f"v{at}", TITLES[at], f"../volumes/v{at}/")
        for at, each in enumerate(volumes)
    ]
    return replace(volumes[0], reports=(), links=(), shared_links=(), hall=gather(summaries))


def _passages(blocks: tuple[Block, ...]) -> list[Block]:
    return [each for each in blocks if each.kind == "passage"]


def test_packs_have_passages_of_all_volumes_word_for_word(
    hall: Library, volumes: list[Library]
) -> None:
    whole = pack_data(hall, standard_selections(hall)[0])
    sections = {each.title: each.blocks for each in whole.sections}
    printed = _passages(sections["各地材料"])
    texts = ["".join(each.piece.text for each in some.reports) for some in volumes]
    heard = Counter[str]()
    for each in printed:
        found = re.fullmatch(r"《.+》.*，见分册“(甲册|乙册)”", each.source)
        assert found, each.source
        heard[found[1]] += 1
        letters = re.sub(r"\s", "", each.text)
        assert letters in re.sub(r"\s", "", texts[TITLES.index(found[1])])
    assert set(heard) == set(TITLES)
    told = [each.text for each in sections["来源和文本说明"]]
    assert {f"材料：{each.source}。" for each in printed} <= set(told)


def test_the_pack_of_an_article_counts_what_all_volumes_have(
    hall: Library, volumes: list[Library]
) -> None:
    links = [each for some in volumes for each in some.links if each.role == "practice"]
    number, count = Counter(each.article for each in links).most_common(1)[0]
    selection = next(each for each in standard_selections(hall) if each.articles == (number,))
    (blocks,) = (
        each.blocks for each in pack_data(hall, selection).sections if each.title == "各地材料"
    )
    shown = [each for each in _passages(blocks) if each.label == "●"]
    assert 0 < len(shown) <= 6
    assert f"做法 {count - len(shown)} 段" in blocks[-1].text


def test_the_matrix_of_a_hall_counts_every_link_of_its_volumes(
    hall: Library, volumes: list[Library]
) -> None:
    book = books(hall)[1]
    matrix, single, listed = book.sheets
    assert [each.title for each in book.sheets] == ["按分册", "明细", "分册"]
    assert list(matrix.header[-2:]) == list(TITLES)
    assert list(matrix.rows[-1])[-2:] == [len(each.links) for each in volumes]  # type: ignore[arg-type]
    assert [row[2:4] for row in _rows(listed)] == [(6, len(each.links)) for each in volumes]
    names = {each.number: article_name(each.label) for each in hall.collations[0].edition.articles}
    wanted = Counter(
        (names[link.article], TITLES[at]) for at, some in enumerate(volumes) for link in some.links
    )
    at = single.header.index("分册")
    assert {(str(row[0]), str(row[at])): row[-1] for row in _rows(single)} == wanted
    assert book.plain == single


def _rows(table: Table) -> list[tuple[object, ...]]:
    return [row for row in table.rows if isinstance(row, tuple)]


def test_a_volume_knows_its_hall(volumes: list[Library], tmp_path: Path) -> None:
    folder = write_many_reports(tmp_path / "content", 1)
    with (folder / "library.yml").open("a", encoding="utf-8") as file:
        file.write("\nhall: {title: 云溪总馆, address: ../../hall/}\n")
    assert build_library(load_content(folder)).above == Above("云溪总馆", "../../hall/")
    assert volumes[0].above is None
