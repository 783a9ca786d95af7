"""What scripts do, in every browser: search, panels, marks, settings, 组卷."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.model import Library
from tests.browsers.conftest import Seen
from tests.browsers.reader import Reader


@pytest.fixture(autouse=True)
def nothing_goes_wrong(reader: Reader) -> None:
    reader.said()


def test_search_finds_and_marks(
    reader: Reader, pages: dict[str, Path], seen: Seen, library: Library
) -> None:
    article = library.collations[0].edition.articles[4]
    words = max(re.split(r"\W", article.text), key=len)[:8]
    reader.open(pages["article"])
    hits = reader.when(f"page.kbSearch({json.dumps(words)})")
    reader.type("#kb-query", words)
    shown = reader.when("document.querySelectorAll('#search-results section a').length")
    exact = [hit for hit in hits if hit["exact"]]
    seen.note(reader, f"search for “{words}”: hits, shown", f"{len(hits)}, {shown}")
    assert article.id in exact[0]["id"]
    assert shown
    reader.go(reader.ask("document.querySelector('#search-results section a').href"))
    marks = "[...document.querySelectorAll('mark.kb-found')].map((each) => each.textContent)"
    marked = reader.when(f"{marks}.join('').slice(0, {len(words)})")  # a <wbr> parts it
    seen.note(reader, "the hit is marked on its page", marked == words)
    assert marked == words
    assert reader.ask("placed('mark.kb-found') !== null")
    assert reader.said() == []


def test_search_page_lists_all(reader: Reader, pages: dict[str, Path]) -> None:
    reader.open(pages["search"], "?q=" + "%E7%9B%91%E7%9D%A3")  # 监督
    assert reader.when("document.querySelectorAll('#search-results li, #search-results a').length")
    assert reader.ask("overlaps()") == []
    assert reader.ask("runTogether()") == []
    assert reader.said() == []


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
@pytest.mark.parametrize(("kind", "opener"), [("article", ".count"), ("coverage", ".cell")])
def test_a_panel_opens(
    reader: Reader,
    pages: dict[str, Path],
    seen: Seen,
    kind: str,
    opener: str,
    size: tuple[int, int],
) -> None:
    reader.resize(*size)
    reader.open(pages[kind])
    reader.click(opener)
    words = reader.when("lines(document.querySelector('.panel.open')).length")
    seen.note(reader, f"panel on {kind} at {size[0]} px: lines of text", words)
    assert words
    assert reader.ask("overlaps()") == []
    assert reader.ask("runTogether()") == []
    assert reader.said() == []


def test_a_mark_and_a_setting_are_kept(reader: Reader, pages: dict[str, Path], seen: Seen) -> None:
    reader.open(pages["article"])
    button = (
        "[...document.querySelectorAll('button.kb-do')].find((each) => each.textContent === '标记')"
    )
    press, state = f"({button}.click(), true)", f"{button}.getAttribute('aria-pressed')"
    reader.ask(press)
    pressed = reader.ask(state)
    reader.ask("document.querySelector('[name=size][value=\"4\"]').click() || true")
    reader.open(pages["article"])
    kept = reader.ask(state)
    size = reader.ask("parseFloat(getComputedStyle(document.querySelector('.text')).fontSize)")
    reader.ask(press)
    reader.ask("localStorage.clear() || true")
    seen.note(reader, "mark 标记 set, and there when opened again", f"{pressed}, {kept}")
    seen.note(reader, "text size when opened again", f"{size:g} px")
    assert (pressed, kept, size) == ("true", "true", 25)
    assert reader.said() == []


def test_settings_open_as_a_table(reader: Reader, pages: dict[str, Path], seen: Seen) -> None:
    reader.open(pages["article"])
    reader.click("#kb-reading-open")
    rows = reader.ask(
        "[...document.querySelectorAll('#kb-reading fieldset')].map((row) => new Set("
        "lines(row).map((line) => Math.round((line.top + line.bottom) / 20))).size)"
    )
    bottom = reader.ask("extent(document.getElementById('kb-reading')).bottom")
    seen.note(reader, "阅读 settings: rows, each of one line", f"{len(rows)}, {set(rows) == {1}}")
    assert set(rows) == {1}
    assert bottom < 720
    assert reader.ask("overlaps()") == []
    assert reader.said() == []


def test_packs_are_put_together(
    reader: Reader, pages: dict[str, Path], seen: Seen, library: Library
) -> None:
    first, second, *_ = library.collations[0].edition.articles
    reader.open(pages["packs"])
    reader.click(f'[data-sheet="{first.id}"]')
    sheets = reader.ask(
        "[...document.querySelectorAll('#pack-paper [id]')]"
        ".filter((each) => each.getClientRects().length).map((each) => each.id)"
    )
    seen.note(reader, "组卷: the ticked article stands, the other not", f"pk-{first.id}" in sheets)
    assert f"pk-{first.id}" in sheets
    assert f"pk-{second.id}" not in sheets
    assert reader.ask("overlaps()") == []
    assert reader.ask("runTogether()") == []
    assert reader.said() == []


def test_things_are_gathered_and_come_as_a_word_document(
    reader: Reader, pages: dict[str, Path], seen: Seen
) -> None:
    reader.open(pages["duties"])
    reader.click(".duty-list .kb-pick")
    told = reader.when("document.querySelector('.kb-said').textContent")
    reader.open(pages["collection"])
    words = reader.ask("document.querySelector('.kb-collected blockquote').textContent")
    reader.ask("(URL.createObjectURL = (made) => (window.made = made, '#')) && true")
    reader.click("#kb-collection-word")
    size = reader.when("window.made && window.made.size")
    reader.ask("localStorage.clear() || true")
    seen.note(reader, "摘编: gathered; the Word document made of it", f"{told}, {size} bytes")
    assert words
    assert size > 5_000
    assert reader.ask("overlaps()") == []
    assert reader.said() == []
