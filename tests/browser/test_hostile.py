"""A hostile source, dropped into a library and built: it shows as plain text and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator import addresses
from generator.content import load_content
from generator.outputs.site import write_site
from generator.recipe import build_library

pytestmark = pytest.mark.browser

TITLE = "关于<script>window.hacked=1</script>阅览室{{ 7*7 }}的报告"
LINES = [
    TITLE,
    "---",
    "title: x",
    "---",
    "一、<img src=x onerror=window.hacked=2>工作情况",
    "第五条规定的开放时间，我区**已经**落实[点我](javascript:window.hacked=3)。",
    "{% for x in y %}{{ config }}{% endfor %}<b onmouseover=window.hacked=4>加粗</b>。",
    "</title></script><script>window.hacked=5</script>'\"><svg onload=window.hacked=6>。",
]


def test_a_hostile_source_shows_as_plain_text(page: Page, law_folder: Path, tmp_path: Path) -> None:
    (law_folder / "sources" / "hostile.txt").write_text("\n".join(LINES), "utf-8")
    library = build_library(load_content(law_folder))
    site = tmp_path / "site"
    write_site(library, site)
    piece = next(each.piece for each in library.reports if each.piece.file == "hostile.txt")
    ledger = "ledger/hostile.html"
    for address in (addresses.HOME, f"reports/{piece.id}.html", addresses.REPORTS, ledger):
        page.goto((site / address).as_uri())
        page.mouse.move(400, 400)
        assert page.evaluate("window.hacked") is None, address
        expect(
            page.locator(
                "#content :is(script:not([type='application/ld+json']), img, svg[onload], "
                "b[onmouseover])"
            )
        ).to_have_count(0)
        expect(page.locator("a[href^=javascript]")).to_have_count(0)
    page.goto((site / f"reports/{piece.id}.html").as_uri())
    shown = str(page.locator("#content").inner_text())
    for words in ("window.hacked=1</script>", "{{ 7*7 }}", "**已经**", "](javascript:", "{% for"):
        assert words in shown
    assert "<script>" in page.title()
    assert "49" not in page.title()
