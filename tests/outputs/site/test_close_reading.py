"""What close readers need: ties between texts, a printed apparatus, doubts, places of terms."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Alignment, Base, Collation, Finding, Library, Reading, Variant
from generator.outputs.data import export_files
from generator.outputs.site.views.apparatus import apparatus_view
from generator.outputs.site.views.compare import compare_address, compare_view
from generator.outputs.site.views.contents import BaseEntry, Entry, PartEntry
from generator.outputs.site.views.downloads import downloads_view
from generator.outputs.site.views.findings import finding_sheets, findings_view
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.noted_words import Noted
from generator.outputs.site.views.report import report_view
from generator.outputs.site.views.terms import terms_view
from generator.outputs.site.views.variants import ground_of, variant_view
from generator.text.nomenclature import imprint


def collated(tiny: Library, **changes: object) -> LibraryIndex:
    """The library with its collation changed."""
    changed: Collation = replace(tiny.collations[0], **changes)  # type: ignore[arg-type]
    return LibraryIndex(replace(tiny, collations=(changed,)))


def test_side_by_side_begins_with_what_is_most_linked(tiny: Library) -> None:
    index = LibraryIndex(tiny)
    view = compare_view(index)
    assert (view.left, view.right) == ("b/1.html", "reports/r.html")
    assert [each.value for each in view.articles] == ["b/1", "b/2"]
    assert compare_address(index, "b", 1) == "compare.html?a=b/1&r=r"
    assert compare_address(index, "b", 2) == "compare.html?a=b/2"  # nothing speaks of it
    assert compare_address(index, report="r") == "compare.html?a=b/1&r=r"
    without = LibraryIndex(replace(tiny, links=()))
    assert compare_view(without).left == "b/1.html"
    assert compare_address(without, report="r") == "compare.html?r=r"


def test_side_by_side_the_page_does_not_grow_with_the_library(tiny: Library) -> None:
    report = tiny.reports[0]
    many = tuple(
        replace(report, piece=replace(report.piece, id=f"r{number}")) for number in range(800)
    )
    few, all_of_them = (
        compare_view(LibraryIndex(replace(tiny, reports=reports, links=())))
        for reports in (many[:300], many)
    )
    assert (len(few.reports), few.more) == (300, False)
    assert (all_of_them.reports, all_of_them.more) == (few.reports, True)


def test_a_reports_sentence_names_the_articles_sentences_that_it_is_tied_to(tiny: Library) -> None:
    paragraphs = report_view(LibraryIndex(tiny), tiny.reports[0]).paragraphs
    touches = {s.id: s.touches for paragraph in paragraphs for s in paragraph.sentences}
    assert touches == {"r-s2": (), "r-s3": ("b-1-s2",), "r-s4": ("b-1-s1",)}


def test_run_in_headings_and_blanks_are_noted(tiny: Library) -> None:
    report = tiny.reports[0]
    text = report.piece.text.replace("我县", "XX县")
    heading = replace(
        report.outline[0], start=text.index("XX县"), end=text.index("加强"), inline=True
    )
    changed = replace(report, piece=replace(report.piece, text=text), outline=(heading,))
    view = report_view(LibraryIndex(replace(tiny, reports=(changed,), ledger=())), changed)
    (first, *_) = view.paragraphs[-1].sentences[0].runs
    assert first.text == "XX"
    assert {each.what for each in first.tags} == {"lead", "blank"}
    assert Noted("lead") in first.tags


@pytest.mark.parametrize(
    ("reason", "ground"),
    [
        ("w“监督检查”作“监督督查”，a讹误较少，从之。", "a讹误较少，从之。"),
        ("w自“监督检查”以下系误植，取a。", "w自“监督检查”以下系误植，取a。"),
    ],
)
def test_a_reason_need_not_tell_the_readings_over(reason: str, ground: str, tiny: Library) -> None:
    assert ground_of(replace(tiny.collations[0].apparatus[0], reason=reason)) == ground


def test_a_variant_stands_in_its_context(tiny: Library) -> None:
    (variant,) = tiny.collations[0].apparatus
    view = variant_view(1, variant, tiny.collations[0].edition.articles[0].text)
    assert (view.lead, view.tail) == ("。党委要加强"[-5:], "，防止出现")
    elsewhere = variant_view(1, replace(variant, at=0, at_end=2), "别的文字")
    assert (elsewhere.lead, elsewhere.tail) == ("", "")  # never a context that is not its own


def test_the_map_shows_where_a_text_was_copied_from(tiny: Library) -> None:
    witness = tiny.collations[0].witnesses[1]
    runs = (
        Alignment(0, 8, 1, "same"),
        Alignment(8, 12, 2, "splice"),
        Alignment(12, 20, 2, "same"),
        Alignment(20, 26, 9, "duplicate"),  # of no article: no arc
    )
    index = collated(tiny, witnesses=(replace(witness, alignments=runs),))
    (view,) = apparatus_view(index, "b").witnesses
    (arc,) = view.arcs
    assert arc.text == "串自（二）"
    assert arc.source > view.segments[1].x + view.segments[1].width
    assert view.top < 0
    assert view.segments[1].address == "b/2.html"


def test_the_apparatus_is_filtered_by_kind(tiny: Library) -> None:
    gap = Reading("w", "", 3, 3)
    chosen = Reading("a", "完善", 0, 2)
    lacking = Variant(1, None, "omission", chosen, (chosen, gap), "从a。", 0, 2)
    index = collated(tiny, apparatus=(*tiny.collations[0].apparatus, lacking))
    assert apparatus_view(index, "b").sorts == (("wording", "用字", 1), ("omission", "脱文", 1))


def test_a_quotation_stands_beside_the_words_it_departs_from(tiny: Library) -> None:
    text = "党委应加强监督检查，防止出现一言堂。"
    report = tiny.reports[0]
    changed = replace(report, piece=replace(report.piece, text=report.piece.text + text))
    start = len(report.piece.text)
    span = ("r", start, start + len(text))
    doubt = Finding("Q-001", "info", "r.txt", 3, text, "有出入", *span, details=("《意见》", ""))
    index = LibraryIndex(replace(tiny, reports=(changed,), findings=(doubt,)))
    (section,) = findings_view(index, finding_sheets(index)[0]).sections
    (group,) = section.groups
    found = group.findings[0].comparison
    assert found is not None
    assert (found.place, found.address) == ("《意见》第（一）条", "b/1.html#b-1-s2")
    assert [run.text for run in found.original if run.tags] == ["要"]
    assert [run.text for run in found.quoted if run.tags] == ["应"]


def test_a_term_tells_where_it_stands(tiny: Library) -> None:
    (term,) = terms_view(LibraryIndex(tiny)).kinds[0][1]
    assert term.reports == (("reports/r.html#r-s3", "某县关于监督的报告"),)
    assert not term.more
    assert term.search.startswith("search.html?q=%E7")


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("关于监督的意见", ("某部", "成文日期2021年3月27日", "2021年6月1日发布")),
        ("中华人民共和国监督法", ("某部", "2021年3月27日通过", "2021年6月1日公布")),
        ("某省监督条例", ("某部", "2021年3月27日通过", "2021年6月1日公布")),
    ],
)
def test_a_law_is_passed_and_a_document_is_dated(title: str, told: tuple[str, ...]) -> None:
    assert imprint(Base("b", title, "", "某部", "2021-03-27", "2021-06-01")) == told
    assert imprint(Base("b", title, "")) == ()


def test_downloads_name_the_two_files_that_hold_all(tiny: Library) -> None:
    wholes = downloads_view(LibraryIndex(tiny)).wholes
    assert [each.file for each in wholes] == ["tiny-offline.zip", "tiny.html"]


def test_downloads_leave_out_no_data(law: Library) -> None:
    named = {name for _, name, _ in downloads_view(LibraryIndex(law)).data}
    assert {name for name in named if name.endswith(".json")} == set(export_files(law))
    assert named >= {"library.sqlite", "tiaoli.xml", "tiaoli-w1.xml"}


@pytest.mark.parametrize(
    ("labels", "extent"), [(("第一部分", "第二部分"), "2部分"), (("第一章", ""), "1章"), ((), "")]
)
def test_parts_are_counted_in_what_they_are_called(labels: tuple[str, ...], extent: str) -> None:
    parts = tuple(PartEntry("", each, "", (Entry("", "第一条", ""),)) for each in labels)
    entry = BaseEntry("", "", parts)
    assert entry.extent == extent
    assert entry.label_width == (pytest.approx(3.6) if labels else 0)
