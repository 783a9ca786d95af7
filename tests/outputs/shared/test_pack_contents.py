"""What stands in a pack: questions, passages, tables and names of sources."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.model import Article, Library, Piece
from generator.outputs.shared.gist import gist, short_clause
from generator.outputs.shared.pack_contents import Block, PackData, pack_data, standard_selections
from generator.outputs.shared.pack_contents.naming_sources import (
    short_names,
    source_name,
    source_names,
)
from generator.outputs.shared.pack_contents.passages import Told
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.duties import duties_view
from generator.outputs.site.views.library_index import LibraryIndex

SENTENCE = re.compile(r"[^。！？\n]{20,}")


@pytest.fixture(scope="module")
def packs(library: Library) -> dict[str, PackData]:
    return {each.name: pack_data(library, each) for each in standard_selections(library)}


@pytest.fixture(scope="module")
def whole(packs: dict[str, PackData], library: Library) -> PackData:
    return packs[f"packs/{library.collations[0].edition.base.id}"]


def blocks_of(pack: PackData, title: str) -> tuple[Block, ...]:
    return next((each.blocks for each in pack.sections if each.title == title), ())


def article_packs(packs: dict[str, PackData], library: Library) -> list[tuple[Article, PackData]]:
    return [(each, packs[f"packs/{each.id}"]) for each in library.collations[0].edition.articles]


# --- questions -------------------------------------------------------------------


def test_no_two_questions_are_alike_but_for_the_article(whole: PackData) -> None:
    asked = [each.text for each in blocks_of(whole, "讨论提纲")]
    assert len(asked) >= 25
    bare = [re.sub(r"^\d+．第（.*?）条|“[^”]*”", "", each) for each in asked]
    assert max(Counter(bare).values()) <= 2


def test_questions_quote_what_the_article_asks_whole(whole: PackData, library: Library) -> None:
    text = "".join(each.text for each in library.collations[0].edition.articles)
    for each in blocks_of(whole, "讨论提纲"):
        found = re.search(r"第（.*?）条：“([^”]*(?:“[^”]*”[^”]*)*)”。", each.text)
        if found:
            words = found[1].replace("‘", "“").replace("’", "”").removesuffix("……")
            assert words in text


def test_a_prohibition_is_quoted_with_its_not(library: Library) -> None:
    collation = library.collations[0]
    for duty in library.duties:
        if duty.kind == "prohibition" and not duty.carried:
            article = collation.edition.articles[duty.article - 1]
            pack = pack_data(
                library, replace(standard_selections(library)[0], articles=(article.number,))
            )
            words = "".join(each.text for each in blocks_of(pack, "讨论提纲"))
            if duty.action[:8] in words:
                assert duty.modal in words


def test_quotations_are_nested(packs: dict[str, PackData]) -> None:
    for pack in packs.values():
        for each in blocks_of(pack, "讨论提纲"):
            depth = 0
            for char in each.text:
                depth += (char == "“") - (char == "”")
                assert 0 <= depth <= 1, each.text


def test_articles_that_no_report_speaks_of_are_asked_about_together(library: Library) -> None:
    first, second = library.collations[0].edition.articles[:2]
    without = replace(
        library,
        links=tuple(each for each in library.links if each.article not in (first.number, 2)),
        shared_links=(),
    )
    pack = pack_data(without, standard_selections(without)[0])
    last = blocks_of(pack, "讨论提纲")[-1].text
    assert "第（一）条、第（二）条的做法和问题" in last
    assert "所收 7 篇材料" in last
    assert second.label == "（二）"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("一是强化同级监督。协助县委出台实施办法。", "强化同级监督，协助县委出台实施办法"),
        ("但在现实生活中，有的单位怕得罪人，不敢监督。", "有的单位怕得罪人，不敢监督"),
        ("《条例》第五条规定，应当公开的。", ""),  # what the base says is no one's practice
        ("总书记强调，要狠抓落实。建立周调度制度，逐项销号。", "建立周调度制度，逐项销号"),
    ],
)
def test_the_point_of_a_passage(words: str, found: str) -> None:
    assert gist(words) == found


def test_a_clause_is_not_broken_off() -> None:
    words = "各级党委应当" + "认真研究解决" * 5 + "的问题，并且及时报告上级。"
    assert short_clause(words) == "各级党委应当" + "认真研究解决" * 5 + "的问题"
    assert short_clause("甲" * 200).endswith("……")
    assert len(short_clause("甲" * 200)) <= 60


# --- passages --------------------------------------------------------------------


def test_no_passage_is_a_bare_lead(packs: dict[str, PackData]) -> None:
    shown = [each for pack in packs.values() for each in blocks_of(pack, "各地材料")]
    words = [each.text for each in shown if each.kind == "passage"]
    assert words
    for each in words:
        assert len(each) > 24 or not re.match(r"[（(]?[一二三四五六七八九十\d]+[）)、.是]", each), (
            each
        )


def test_nothing_is_told_three_times_in_a_pack(packs: dict[str, PackData]) -> None:
    for pack in packs.values():
        told: Counter[str] = Counter()
        for section in pack.sections:
            for block in section.blocks:
                cells = [cell for row in block.rows for cell in row.cells]
                for words in (block.text, *cells):
                    told.update({re.sub(r"\W", "", each) for each in SENTENCE.findall(words)})
        assert [each for each, count in told.items() if count > 2] == [], pack.name


def test_a_passage_whose_words_stand_in_the_pack_is_told() -> None:
    told = Told(["各级党委应当定期听取汇报并且及时研究解决问题。"])
    assert told.has("各级党委应当定期听取汇报，并且及时研究解决问题；我县照办。")
    assert not told.has("我县建立了联席会议制度，每月通报一次工作进展情况。")


def test_counts_equal_the_sites(packs: dict[str, PackData], library: Library) -> None:
    index = LibraryIndex(library)
    base = library.collations[0].edition.base.id
    for article, pack in article_packs(packs, library):
        counted: Counter[str] = Counter()
        role = ""
        for each in blocks_of(pack, "各地材料"):
            role = each.text[2:] if each.kind == "minor" else role
            counted[role] += each.kind == "passage"
            if each.kind == "note":
                counted.update(
                    {name: int(more) for name, more in re.findall(r"(\w\w) (\d+) 段", each.text)}
                )
        view = article_view(index, base, article.number)
        site = {each.role.name: each.count for each in view.groups}
        assert {name: count for name, count in counted.items() if count} == site


# --- tables ----------------------------------------------------------------------


def test_duties_are_counted_as_on_the_site(whole: PackData, library: Library) -> None:
    (table,) = blocks_of(whole, "责任清单")
    site = {each.name: len(each.duties) for each in duties_view(LibraryIndex(library)).bodies}
    assert {row.cells[0]: int(row.cells[1].split()[0]) for row in table.rows} == site


def test_the_check_table_is_numbered_throughout(
    packs: dict[str, PackData], library: Library
) -> None:
    for pack in packs.values():
        for table in blocks_of(pack, "对照检查表"):
            numbers = [row.cells[0] for row in table.rows if not row.band]
            assert table.header[0] == "序号"
            assert numbers == [str(at) for at in range(1, len(numbers) + 1)]
            assert all(len(row.cells) == len(table.header) for row in table.rows if not row.band)
            assert sum(table.widths) == 100
    asked = blocks_of(packs[f"packs/{library.collations[0].edition.base.id}"], "对照检查表")
    assert len([row for row in asked[0].rows if not row.band]) < len(library.duties)


def test_the_table_of_bodies_points_at_rows_that_are_theirs(whole: PackData) -> None:
    (bodies,) = blocks_of(whole, "责任清单")
    (check,) = blocks_of(whole, "对照检查表")
    owners = {row.cells[0]: row.cells[2] for row in check.rows if not row.band}
    for row in bodies.rows:
        assert all(row.cells[0] in owners[at] for at in row.cells[3].split("、"))


def test_without_the_check_table_the_duties_have_their_words(library: Library) -> None:
    chosen = replace(standard_selections(library)[0], pieces=("duties",))
    (section,) = pack_data(library, chosen).sections
    words = [row.cells[1] for row in section.blocks[1].rows if not row.band]
    text = "".join(each.text for each in library.collations[0].edition.articles)
    assert words
    assert all(each in text for each in words)
    assert len(words) == len(set(words))


# --- sources ---------------------------------------------------------------------


TEXT = "第一行文字写在这里比较长的，没有完\n第二行"


def piece(id: str = "r1", title: str = "", issuer: str = "", **given: str) -> Piece:
    place, date = given.get("place", ""), given.get("date", "")
    return Piece(id, "r1.txt", 0, 9, TEXT, title, issuer=issuer, place=place, date=date)


def test_sources_are_named_by_the_document() -> None:
    assert source_name(piece(title="贯彻《意见》的报告", issuer="甲局", date="2022-03-01")) == (
        "《贯彻〈意见〉的报告》（甲局，2022年3月1日）"
    )
    assert source_name(piece(title="［甲县讲话］", place="甲县")) == "［甲县讲话］（甲县）"
    assert source_name(piece()) == "未写题目的材料（开头是“第一行文字写在这里比较长的……”）"


def test_a_source_is_called_by_its_issuer_where_that_tells_it() -> None:
    names = short_names(
        [
            piece(id="a", issuer="甲局", title="一"),
            piece(id="b", issuer="乙局", title="二"),
            piece(id="c", issuer="乙局", title="三"),
        ]
    )
    assert names == {"a": "甲局", "b": "《二》", "c": "《三》"}


def test_no_file_is_named(packs: dict[str, PackData], library: Library) -> None:
    files = {each.file for each in library.sources}
    for pack in packs.values():
        assert not any(file in words for words in pack.strings() for file in files)


def test_sources_that_would_be_named_alike_are_told_apart_without_naming_a_file() -> None:
    stated = Piece("a", "1.txt", 0, 9, "", "工作总结", issuer="甲局", date="2022-03")
    pieces = [
        replace(stated, text="工作总结\n新建阅览室四处。"),
        replace(stated, id="b", text="工作总结\n采购图书四千册。"),
        replace(stated, id="c", text="工作总结\n一样的话。", genre="总结"),
        replace(stated, id="d", issuer="乙局"),
    ]
    assert source_names(pieces) == {
        "a": "《工作总结》（甲局，2022年3月，写有“新建阅览室四处”）",
        "b": "《工作总结》（甲局，2022年3月，写有“采购图书四千册”）",
        "c": "《工作总结》（甲局，2022年3月，总结）",
        "d": "《工作总结》（乙局，2022年3月）",
    }
    assert short_names(pieces)["d"] == "乙局"
    assert short_names(pieces)["b"] == "《工作总结》（写有“采购图书四千册”）"
    alike = [replace(stated, id=id, text="工作总结\n一样的话。") for id in "ab"]
    assert source_names(alike)["b"] == "《工作总结》（甲局，2022年3月，同题第2篇）"
