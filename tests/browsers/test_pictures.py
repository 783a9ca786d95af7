"""Pictures of pages and of paper, for people; what is printed is the text and nothing around it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from rapidfuzz import fuzz

from tests.browsers.conftest import Seen
from tests.browsers.reader import Reader

Keep = Callable[[Reader, str, bytes], Path]
PICTURED = [
    ("home", ""),
    ("article", ""),
    ("report", ""),
    ("coverage", ""),
    ("ledger", ""),
    ("search", "?q=%E4%B8%89%E9%87%8D%E4%B8%80%E5%A4%A7"),
    ("packs", "#yijian-5"),
]
AROUND = ".kb-tools, .tools, .kb-nav, .turn, .filter, .pk-form"  # what paper has no use for
CHROME_LINES = (
    f"[...document.querySelectorAll('{AROUND}')]"
    ".map((each) => lines(each).map((line) => line.node.data.trim())).flat()"
)
OWN_LINES = (
    "[...new Set(lines(document.querySelector('#content')).map((line) => line.node))]"
    f".filter((node) => !node.parentElement.closest('{AROUND}')).map((node) => node.data).join('')"
)
PRINTED = [("article", ""), ("report", ""), ("packs", "#yijian-5")]


@pytest.mark.parametrize(("kind", "rest"), PICTURED)
@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_pictures(
    reader: Reader,
    pages: dict[str, Path],
    keep: Keep,
    kind: str,
    rest: str,
    size: tuple[int, int],
) -> None:
    reader.resize(*size)
    reader.open(pages[kind], rest)
    if kind == "search":
        assert reader.when("document.querySelectorAll('#search-results section').length")
    path = keep(reader, f"{kind}-{size[0]}.png", reader.picture())
    assert path.stat().st_size > 10_000


@pytest.mark.parametrize(("kind", "rest"), PRINTED)
def test_paper_has_the_text_and_nothing_around_it(
    reader: Reader,
    pages: dict[str, Path],
    keep: Keep,
    seen: Seen,
    kind: str,
    rest: str,
) -> None:
    reader.open(pages[kind], rest)
    chrome = reader.ask(f"{CHROME_LINES}.filter((words) => words.length > 5)")
    path = keep(reader, f"{kind}.pdf", reader.printed())
    file = pypdf.PdfReader(path)
    text = _squeezed("".join(page.extract_text() for page in file.pages))
    own = _squeezed(reader.ask(OWN_LINES))
    body = _squeezed(reader.ask("lines(document.querySelector('.text, #pack-paper'))[2].node.data"))
    left = [each for each in chrome if _squeezed(each) in text and _squeezed(each) not in own]
    width = round(float(file.pages[0].mediabox.width))
    seen.note(
        reader, f"print of {kind}: pages, pieces of chrome", f"{len(file.pages)}, {len(left)}"
    )
    assert left == []
    assert abs(width - 595) <= 1  # A4
    assert fuzz.partial_ratio(body[:40], text) > 85  # some write 见 as the radical ⻅


def _squeezed(text: str) -> str:
    """Return text without blanks; browsers write ⼀ for 一 in a PDF, which NFKC takes back."""
    return "".join(unicodedata.normalize("NFKC", text).split())
