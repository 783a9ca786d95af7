"""What the pages show, at the face of the functions that make their views."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from generator.model import Alignment, Edit, Library, Piece
from generator.outputs.site.views.apparatus import apparatus_view, joined, number_ranges
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.coverage import coverage_view
from generator.outputs.site.views.coverage_sheets import coverage_pages
from generator.outputs.site.views.duties import duties_view
from generator.outputs.site.views.edition_text import ArticleText, SentenceView
from generator.outputs.site.views.full_text import full_text_view
from generator.outputs.site.views.home import home_view
from generator.outputs.site.views.ledger import ledger_sheets, ledger_view, visible
from generator.outputs.site.views.library_index import LibraryIndex, source_stem
from generator.outputs.site.views.mending import edits_inside
from generator.outputs.site.views.noted_words import Noted
from generator.outputs.site.views.paging import sheets
from generator.outputs.site.views.report import outline_entries, report_view
from generator.outputs.site.views.terms import terms_view


@pytest.fixture
def index(tiny: Library) -> LibraryIndex:
    return LibraryIndex(tiny)


def text_of(paragraphs: Iterable[Iterable[Any]]) -> str:
    return "".join(run.text for each in paragraphs for s in each for run in s.runs)


def lines_of(text: ArticleText) -> list[tuple[SentenceView, ...]]:
    return [line.sentences for line in text.lines]


def test_an_article_is_its_heading_and_the_rest_of_its_text(index: LibraryIndex) -> None:
    view = article_view(index, "b", 1)
    assert view.heading + view.heading_stop + text_of(lines_of(view.text)) == (
        index.articles["b", 1].text
    )
    assert (view.label, view.name) == ("（一）", "第（一）条")
    assert [step.title for step in view.path] == ["第一部分 加强监督"]
    assert view.previous is None
    assert view.next is not None
    assert view.next.address == "b/2.html"


def test_a_count_is_that_of_the_passages_whose_evidence_touches_the_sentence(
    index: LibraryIndex,
) -> None:
    view = article_view(index, "b", 1)
    assert view.heading_links == 1  # the one without a place in the article
    assert [s.links for line in lines_of(view.text) for s in line] == [1]
    assert [(panel.id, panel.count) for panel in view.panels] == [
        ("b-1-s1-links", 1),
        ("b-1-s2-links", 1),
    ]


def test_variants_are_marked_where_they_stand(index: LibraryIndex) -> None:
    view = article_view(index, "b", 1)
    marked = [run for p in lines_of(view.text) for s in p for run in s.runs if run.tags]
    assert [(run.text, run.tags) for run in marked] == [("监督检查", (1,))]
    assert view.variants[0].id == "variant-1"


def test_passages_stand_by_role_with_their_evidence_marked(index: LibraryIndex) -> None:
    groups = article_view(index, "b", 1).groups
    assert [(group.role.name, group.role.sign, group.count) for group in groups] == [
        ("做法", "●", 1),
        ("问题", "▲", 1),
    ]
    passage = groups[0].shown[0]
    assert [run.text for run in passage.runs if run.tags] == ["加强监督检查"]
    assert passage.address == "reports/r.html#r-s3"
    assert passage.why == ("与条文字句相同：“加强监督检查”",)
    assert passage.status == "自动关联，可靠"


def test_a_report_shows_its_text_with_links_chips_and_corrections(index: LibraryIndex) -> None:
    report = index.reports["r"]
    view = report_view(index, report)
    paragraphs = [p.sentences for p in view.paragraphs]
    assert [s.id for s in view.title_sentences] == ["r-s1"]
    assert text_of(paragraphs) == report.piece.text.split("\n", 1)[1].replace("\n", "")
    sentences = {s.id: s for p in paragraphs for s in p}
    assert sentences["r-s3"].links == ("practice@b-1",)
    assert sentences["r-s2"].links == ()
    noted = [run for run in sentences["r-s3"].runs if run.tags]
    assert [(run.text, run.tags) for run in noted] == [
        ("监督检查", (Noted("gloss", "term-1"),)),
        ("成效", (Noted("mended", "ledger/r.html#edit-26-28", "成郊", "形近而误"),)),
    ]
    (chip,) = view.paragraphs[-1].chips
    assert chip.address == "b/1.html"
    assert chip.sentences == ("r-s3", "r-s4")
    assert "加强监督检查" in chip.quote
    assert [entry.text for entry in outline_entries(report)] == ["一、主要做法"]
    assert view.facts == ("报告", "某县", "2022年5月")


def test_the_matrix_counts_by_role_and_shows_gaps(index: LibraryIndex) -> None:
    (page,) = coverage_pages(index)
    view = coverage_view(index, page)
    assert view.ways == ()
    first, second = view.bands[0].rows
    assert [(dot.role.role, dot.count) for dot in first.cells[0].dots] == [
        ("practice", 1),
        ("problem", 1),
    ]
    assert first.total == 2
    assert second.cells[0].id == ""
    assert [row.name for row in view.gaps] == ["第（二）条"]


def test_readings_stand_side_by_side_with_their_differences(index: LibraryIndex) -> None:
    view = apparatus_view(index, "b")
    (variant,) = view.groups[0].variants
    assert [(r.witness, r.chosen) for r in variant.readings] == [("a", True), ("w", False)]
    assert [[run.text for run in r.runs if run.tags] for r in variant.readings] == [["检"], ["督"]]
    assert variant.kind == "用字"
    widths = [segment.width for segment in view.witnesses[1].segments]
    assert sum(widths) == pytest.approx(1000, abs=0.1)
    assert {segment.kind for segment in view.witnesses[1].segments} == {"same", "variant"}


def test_runs_of_the_map_are_joined_over_small_gaps_only() -> None:
    runs = [
        Alignment(0, 10, 1, "same"),
        Alignment(12, 20, 1, "same"),
        Alignment(20, 30, 2, "same"),
        Alignment(90, 99, 2, "same"),
    ]
    assert [(each.start, each.end, each.article) for each in joined(runs)] == [
        (0, 20, 1),
        (20, 30, 2),
        (90, 99, 2),
    ]


def test_an_edit_is_shown_with_its_line_and_surroundings(index: LibraryIndex) -> None:
    (source,) = index.library.sources
    (sheet,) = ledger_sheets(index, source)
    (edit,) = ledger_view(index, source, sheet).edits
    assert (edit.line, edit.before, edit.after) == (3, "成郊", "成效")
    assert edit.lead.endswith("检查，")
    assert edit.tail.startswith("明显")
    assert edit.note == "形近而误"


def test_edits_stand_where_the_cleaned_text_has_them() -> None:
    source = "前文##甲乙丙郊果\n后文"
    piece = Piece("p", "f", 2, 9, "甲乙丙效果", "")
    edits = [
        Edit("f", 0, 2, "前文", "", ("C-900",)),
        Edit("f", 2, 4, "##", "", ("C-003",)),
        Edit("f", 7, 8, "郊", "效", ("C-013",)),
    ]
    assert source[7] == "郊"
    found = edits_inside(piece, edits)
    assert [(each.start, each.end) for each in found] == [(0, 0), (3, 4)]
    assert piece.text[3:4] == "效"


def test_the_full_text_holds_every_sentence_once(index: LibraryIndex) -> None:
    view = full_text_view(index, "b")
    texts = [article.text for part in view.parts for article in part.articles]
    shown = [s.id for text in texts for line in lines_of(text) for s in line]
    assert shown == [each.id for each in index.collations["b"].edition.sentences]


def test_lists_of_the_rest(index: LibraryIndex) -> None:
    assert duties_view(index).bodies[0].duties[0].address == "b/1.html#b-1-s2"
    assert terms_view(index).kinds[0][1][0].articles[0][0] == "b/1.html"
    assert home_view(index).reports[0].links == 2


def test_a_list_is_cut_into_sheets() -> None:
    rows = list(range(7))
    found = sheets(rows, 3, "x/index.html")
    assert [each.rows for each in found] == [(0, 1, 2), (3, 4, 5), (6,)]
    assert [each.address for each in found] == ["x/index.html", "x/index-2.html", "x/index-3.html"]
    assert [each.rows for each in sheets(rows[:0], 3, "a.html")] == [()]


def test_numbers_in_ranges(index: LibraryIndex) -> None:
    articles = {number: index.articles["b", number] for number in (1, 2)}
    assert number_ranges((1, 2, 5), articles) == "（一）至（二）、5"


def test_spaces_and_line_ends_are_shown() -> None:
    assert visible("甲 \u3000\r\n\t") == "甲␣□↵⇥"
    assert "略" in visible("字" * 500)


def test_source_names_become_plain_file_names() -> None:
    assert source_stem("000_ab.txt") == "000_ab"
    assert source_stem("报告 一.txt").isascii()
    assert source_stem("a.txt") != source_stem("a.docx") != source_stem("a-docx.txt")
    assert source_stem("报告一.txt") != source_stem("报告二.txt")
