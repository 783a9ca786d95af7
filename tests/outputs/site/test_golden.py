"""The body of an article's page, to the letter; `GOLDEN=write pytest …` writes it anew."""

from __future__ import annotations

import os
from pathlib import Path

from generator.model import Library
from generator.outputs.site.pages import site_pages

GOLDEN = Path(__file__).parent / "golden" / "article.html"


def test_the_page_of_an_article(tiny: Library) -> None:
    page = next(each for each in site_pages(tiny) if each.kind == "article")
    body = str(page.body())
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(body, "utf-8")
    assert body == GOLDEN.read_text("utf-8")
