"""A report in parts: an address of any of its sentences leads to the page that has it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model import Library

pytestmark = pytest.mark.browser


@pytest.fixture
def parts(built_site: Path, library: Library, tmp_path: Path) -> tuple[Path, str]:
    """A report of the site as the first of two parts: it lacks the sentences from the ninth on."""
    name = library.reports[0].piece.id
    whole = (built_site / "reports" / f"{name}.html").read_text("utf-8")
    opening = f'<article class="report" data-report="{name}"'
    assert opening in whole
    first = whole.replace(opening, f'{opening} data-stem="reports/{name}" data-starts="1 9"')
    first = re.sub(rf'id="{name}-s(9|\d\d+)"', "", first)
    shutil.copytree(built_site / "assets", tmp_path / "assets")
    (tmp_path / "reports" / name).mkdir(parents=True)
    (tmp_path / "reports" / f"{name}.html").write_text(first, "utf-8")
    (tmp_path / "reports" / name / "2.html").write_text(whole.replace('"../', '"../../'), "utf-8")
    return tmp_path / "reports", name


def test_a_sentence_behind_is_found_on_its_page(page: Page, parts: tuple[Path, str]) -> None:
    folder, name = parts
    first, second = (folder / f"{name}.html").as_uri(), (folder / name / "2.html").as_uri()
    page.goto(f"{first}?q=x#{name}-s12")
    page.wait_for_url(f"{second}?q=x#{name}-s12")
    page.goto(f"{first}#{name}-s3")
    page.wait_for_timeout(100)
    assert page.url == f"{first}#{name}-s3"
    page.evaluate("(id) => { location.hash = id; }", f"{name}-s9")
    page.wait_for_url(f"{second}#{name}-s9")
