"""Titles in HTML: where their lines may end, with every letter and tag as it was."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.outputs.shared.broken_titles import breaks_in_html, by_sense, headings_by_sense


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("云溪市人民政府关于加强阅览室监督的意见", "云溪市|人民政府|关于加强|阅览室|监督的意见"),
        ("加强对“掌舵人”和班子成员的监督", "加强|对“掌舵人”和|班子成员的监督"),
        ("第（五）条 报送", "第（五）条 报送"),
        ("第一部分 总则", "第一部分 总则"),
        ("总则", "总则"),
        ("", ""),
    ],
)
def test_lines_end_by_sense(title: str, shown: str) -> None:
    assert by_sense(title) == shown.replace("|", "<wbr>")


def test_long_pieces_may_end_at_hard_breaks_too() -> None:
    title = "对拖延和推诿"
    assert breaks_in_html(title) == frozenset()
    longer = f"{title}和敷衍和隐瞒"
    assert breaks_in_html(longer)


@given(st.text(alphabet="关于加强对“一把手”的监督《》（）<>&\"' ab1第五条", max_size=30))
def test_text_is_escaped_and_no_letter_is_lost(title: str) -> None:
    assert by_sense(title).replace("<wbr>", "") == escape(title)
    assert Markup(by_sense(title)).striptags() == Markup(escape(title)).striptags()


def test_tags_and_what_stands_in_them_are_left_alone() -> None:
    inner = Markup(
        '<span class="s" title="关于加强监督的意见">关于加强<b>监督工</b>作的意见</span>'
    )
    made = by_sense(inner)
    assert made.replace("<wbr>", "") == inner
    assert "<wbr>" not in re.findall('title="([^"]*)"', made)[0]
    assert made.index("<wbr>") > made.index(">")


def test_headings_of_a_page_are_marked_and_its_paragraphs_are_not() -> None:
    page = Markup("<h1>关于加强阅览室监督的意见</h1><p>关于加强阅览室监督的意见</p>")
    heading, paragraph = headings_by_sense(page).split("</h1>")
    assert "<wbr>" in heading
    assert "<wbr>" not in paragraph
