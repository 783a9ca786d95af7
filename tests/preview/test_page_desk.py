"""What can be decided on a page: just what stands there, at its place in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import Declared
from generator.model import Library
from generator.outputs.site.views.findings import findings_by_page
from generator.outputs.site.views.library_index import LibraryIndex
from generator.preview.page_desk import page_desk

REPORT = "reports/xihe.html"


@pytest.fixture(scope="module")
def index(law: Library) -> LibraryIndex:
    return LibraryIndex(law)


def test_sentences_and_links_of_a_report_select_their_words(index: LibraryIndex) -> None:
    page = page_desk(index, REPORT, {})
    text = index.reports["xihe"].piece.text
    assert page.piece
    assert page.piece.title == "西河社区阅览室押金问题调查"
    assert page.sentences
    assert page.links
    spans = {each.id: (each.start, each.end) for each in page.sentences}
    for link in page.links:
        assert link.words == text[link.start : link.end]
        assert link.sentences
        for name in link.sentences:
            assert spans[name][0] < link.end
            assert link.start < spans[name][1]
    (seventh,) = [each for each in page.links if each.words.startswith("《条例》第七条第二款规定")]
    assert (seventh.article, seventh.name) == ("7", "《条例》第七条")
    assert {(each.article, each.base) for each in page.articles} >= {("7", "tiaoli")}


def test_an_article_has_its_own_links_and_no_text_to_describe(index: LibraryIndex) -> None:
    page = page_desk(index, "tiaoli/7.html", {})
    assert page.piece is None
    assert page.base
    assert {each.article for each in page.links} == {"7"}
    assert {each.elements for each in page.links} == {(each.id,) for each in page.links}


@pytest.mark.parametrize(
    "address", ["", "no.html", "../x", "reports/", "tiaoli/99.html", "reports/xihe", "<b>"]
)
def test_a_page_that_is_none_has_nothing_to_decide(index: LibraryIndex, address: str) -> None:
    page = page_desk(index, address, {})
    assert (page.piece, page.sentences, page.links, page.findings) == (None, (), (), ())


def test_findings_are_told_in_the_order_of_their_page(index: LibraryIndex) -> None:
    listed = page_desk(index, "findings.html", {}).findings
    assert len(listed) == len(index.library.findings)
    for page, told in findings_by_page(index).items():
        own = page_desk(index, page, {}).findings
        assert [each.said for each in own] == [each.said for each in told]


def test_a_finding_that_names_a_file_is_mended_where_its_words_stand_once(law: Library) -> None:
    first = law.findings[0]
    piece = next(each.piece for each in law.reports if each.piece.id == "xihe")

    def told(words: str) -> tuple[str, str, bool]:
        other = replace(first, file=piece.file, piece="", start=0, end=0, text=words)
        index = LibraryIndex(replace(law, findings=(other,)))
        (found,) = page_desk(index, "findings.html", {}).findings
        return found.piece, found.words, found.words_can_be_mended

    assert told("借书保证金") == ("xihe", "借书保证金", True)
    assert told("阅览室") == ("", "", False)  # it stands there more than once
    assert told("没有的话") == ("", "", False)


def test_what_the_editors_have_declared_is_told_from_what_the_text_states(
    index: LibraryIndex,
) -> None:
    declared = {"xihe": Declared(place="某市"), "xihe.txt": Declared(date="2021")}
    page = page_desk(index, REPORT, declared)
    assert page.piece
    assert set(page.piece.declared) == {"place", "date"}
