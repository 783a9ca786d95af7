"""组卷 in a browser: what is ticked is what is printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import docx
import pypdf
import pytest
from playwright.sync_api import Page

from generator.model import Library

pytestmark = pytest.mark.browser
NewPage = Callable[..., Page]


def squeezed(text: str) -> str:
    """Return text without blanks; Chromium writes ⼀ for 一 in a PDF, which NFKC takes back."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def test_ticks_decide_what_is_printed(
    built_site: Path, library: Library, new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page()
    page.goto((built_site / "packs.html").as_uri())
    first, second, *_ = library.collations[0].edition.articles
    assert page.locator("#pack-print").is_disabled()
    assert not page.locator("#pack-paper").is_visible()
    page.check(f'[data-sheet="{first.id}"]')
    page.fill('[data-fill="session"]', "第一次学习")
    page.uncheck('[data-piece="check"]')
    assert page.locator("#pack-count").inner_text() == "1"
    page.pdf(path=str(tmp_path / "pack.pdf"), prefer_css_page_size=True)
    reader = pypdf.PdfReader(tmp_path / "pack.pdf")
    text = squeezed("".join(each.extract_text() for each in reader.pages))
    assert "第一次学习" in text
    assert squeezed(first.text) in text
    assert squeezed(second.text) not in text
    assert "落实情况" not in text
    assert round(float(reader.pages[0].mediabox.width)) == 595


def test_a_part_ticks_its_articles_and_shows_when_it_is_half_ticked(
    built_site: Path, library: Library, new_page: NewPage
) -> None:
    page = new_page()
    edition = library.collations[0].edition
    part = next(each for each in edition.parts if each.articles)
    box = f'[data-part="{edition.base.id}-part-{part.number}"]'
    page.goto(f"{(built_site / 'packs.html').as_uri()}#{part.articles[0].id}")
    assert page.evaluate(f"document.querySelector('{box}').indeterminate")
    page.check(box)
    assert page.locator("#pack-count").inner_text() == str(len(part.articles))
    page.click("#pack-none")
    assert page.locator("#pack-count").inner_text() == "0"


def test_all_of_it_can_be_read_without_scripts(
    built_site: Path, library: Library, new_page: NewPage
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((built_site / "packs.html").as_uri())
    text = squeezed(page.locator("#pack-paper").inner_text())
    for article in library.collations[0].edition.articles:
        assert squeezed(article.text) in text


def test_every_field_has_a_name_and_the_keyboard_reaches_it(
    law_site: Path, new_page: NewPage
) -> None:
    page = new_page()
    page.goto((law_site / "packs.html").as_uri())
    fields = page.locator("#pack-form input")
    names = fields.evaluate_all("all => all.map(each => each.labels.length)")
    assert names
    assert set(names) == {1}
    page.locator("[data-sheet]").first.focus()
    page.keyboard.press("Space")
    assert page.locator("#pack-count").inner_text() == "1"


def test_the_duties_alone_are_the_requirements_without_columns_to_fill_in(
    built_site: Path, new_page: NewPage
) -> None:
    page = new_page()
    page.goto((built_site / "packs.html").as_uri())
    page.locator("[data-sheet]").nth(4).check()
    paper = page.locator("#pack-paper article:not([hidden])")
    assert "对照检查表序号" in squeezed(paper.inner_text())
    page.uncheck('[data-piece="check"]')
    text = squeezed(paper.inner_text())
    assert "责任清单" in text
    assert squeezed("要求（原文）") in text
    assert "对照检查表" not in text
    assert "落实情况" not in text
    page.uncheck('[data-piece="duties"]')
    assert squeezed("要求（原文）") not in squeezed(paper.inner_text())


def test_the_page_number_has_the_form_of_the_pack(
    built_site: Path, new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page()
    page.goto((built_site / "packs.html").as_uri())
    page.locator("[data-sheet]").nth(4).check()
    page.pdf(path=str(tmp_path / "pack.pdf"), prefer_css_page_size=True)
    pages = [squeezed(each.extract_text()) for each in pypdf.PdfReader(tmp_path / "pack.pdf").pages]
    assert "—1—" not in pages[0]
    assert [text.count(f"—{at}—") for at, text in enumerate(pages[1:], 2)] == [1] * len(pages[1:])


def test_what_is_ticked_comes_as_a_word_document_too(
    built_site: Path, library: Library, new_page: NewPage
) -> None:
    page = new_page(accept_downloads=True)
    first, second, *_ = library.collations[0].edition.articles
    page.goto(f"{(built_site / 'packs.html').as_uri()}#{first.id}")
    page.fill('[data-fill="session"]', "第一次学习")
    page.check('[data-piece="links"]')
    page.uncheck('[data-piece="duties"]')
    with page.expect_download() as saved:
        page.click("#pack-word")
    assert saved.value.suggested_filename == "第一次学习.docx"
    document = docx.Document(str(saved.value.path()))
    said = squeezed("".join(each.text for each in document.paragraphs))
    assert squeezed("学习专题：第一次学习") in said
    assert squeezed(first.text) in said
    assert squeezed(second.text) not in said
    shown = page.locator("#pack-paper [data-is=links] blockquote:visible")
    quotes = [squeezed(each) for each in shown.all_text_contents()]
    assert quotes
    assert all(each in said for each in quotes)
    (table,) = document.tables
    rows = page.locator("#pack-paper table:visible tbody tr:not(.band)").count()
    bands = page.locator("#pack-paper table:visible tbody tr.band").count()
    assert len(table.rows) == 1 + rows + bands
    assert len(table.columns) == page.locator("#pack-paper table:visible thead th").count()
    page.check('[data-piece="duties"]')
    page.uncheck('[data-piece="check"]')
    with page.expect_download() as alone:
        page.click("#pack-word")
    (table,) = docx.Document(str(alone.value.path())).tables
    assert len(table.columns) == 3
