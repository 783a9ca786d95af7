"""Pictures of authored pages: those elsewhere are named, and never asked for."""

from __future__ import annotations

from generator.checking.authored_images import check_pages
from generator.model import Page
from generator.outputs.shared.authored_markdown import render_page

DATA = "data:image/png;base64,iVBORw0KGgo="
TEXT = f"""# 帮助

先看图 ![示意](http://example.org/a.png)，再看 ![](b.png)。

![点]({DATA})
"""


def test_pictures_elsewhere_are_findings() -> None:
    found = list(check_pages([Page("help", "帮助", TEXT)]))
    assert [(each.code, each.file, each.line, each.text) for each in found] == [
        ("P-001", "pages/help.md", 3, "http://example.org/a.png"),
        ("P-001", "pages/help.md", 3, "b.png"),
    ]


def test_only_a_picture_in_the_page_itself_is_shown() -> None:
    html = render_page(Page("help", "帮助", TEXT)).html
    assert html.count("<img") == 1
    assert DATA in html
    assert "先看图 （图：示意），再看 （图：略）。" in html
