"""A law of hundreds of articles: packs by its chapters, and every page says which."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model import Library
from generator.outputs.shared.pack_contents import standard_selections
from generator.outputs.shared.pack_contents.selection import MOST_ARTICLE_PACKS
from generator.outputs.site import write_site
from generator.text.numerals import numeral_text
from tests.outputs.documents import library_of

ARTICLES = MOST_ARTICLE_PACKS + 2
CHAPTERS = {1: "第一章　总则", 200: "第二章　管理"}


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> Library:
    lines = ["云溪市河道保护条例"]
    for number in range(1, ARTICLES + 1):
        if number in (1, 200):
            lines.append(
                f"第{'一' if number == 1 else '二'}章　{'总则' if number == 1 else '管理'}"
            )
        lines.append(f"第{numeral_text(number)}条　河段{number}应当每年清理。")
    folder = tmp_path_factory.mktemp("law") / "content"
    return library_of(folder, "云溪市河道保护条例", "\n".join(lines))


def test_packs_are_of_the_whole_and_of_each_chapter(law: Library) -> None:
    names = [each.name for each in standard_selections(law)]
    assert names == ["packs/b", "packs/b-part-1", "packs/b-part-2"]


def test_an_article_leads_to_the_pack_of_its_chapter(law: Library, tmp_path: Path) -> None:
    write_site(law, tmp_path / "site")
    page = (tmp_path / "site" / "b" / f"{ARTICLES}.html").read_text("utf-8")
    assert re.search(r'packs/b-part-2\.pdf"?>第二章学习材料 PDF', page)
    downloads = (tmp_path / "site" / "downloads.html").read_text("utf-8")
    assert set(re.findall(r"packs/[\w-]+(?=\.pdf)", downloads)) == {
        *("packs/b", "packs/b-part-1", "packs/b-part-2"),
    }
    assert "按章成册" in downloads
