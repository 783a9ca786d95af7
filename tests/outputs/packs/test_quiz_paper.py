"""The self-test on paper: what is asked and what the key says make the text of the article."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from generator.model import Library
from generator.outputs.packs import Fonts, render_docx, render_pdf
from generator.outputs.shared.pack_contents import PackData, Selection, pack_data
from generator.outputs.shared.pack_contents.selection import standard_selections
from tests.outputs.packs.conftest import words_of


def paper(library: Library, name: str = "x") -> PackData:
    edition = library.collations[0].edition
    numbers = tuple(each.number for each in edition.articles)
    return pack_data(library, Selection(edition.base.id, numbers, pieces=("quiz",), name=name))


@pytest.fixture(scope="module")
def of_law(law: Library) -> PackData:
    return paper(law)


def lines(pack: PackData, section: int) -> list[str]:
    return [each.text for each in pack.sections[section].blocks if each.kind == "item"]


def test_the_key_makes_the_blanks_the_words_of_the_articles(law: Library, of_law: PackData) -> None:
    assert [each.title for each in of_law.sections] == ["自测题", "自测题答案"]
    key = {
        int(number): answer
        for line in lines(of_law, 1)
        for number, answer in re.findall(r"(\d+)．(.+?)（第\w+条）", line)
    }
    texts = "\n".join(each.text.replace("\n", "") for each in law.collations[0].edition.articles)
    gaps = [each for each in lines(of_law, 0) if "________" in each]
    assert len(gaps) >= 4
    for line in gaps:
        found = re.match(r"(\d+)．第\w+条：(.*)", re.sub(r"（[^（]*、不得）$", "", line))
        assert found
        for piece in found[2].replace("________", key[int(found[1])]).split("……"):
            assert piece in texts


def test_the_same_pack_asks_the_same_and_another_asks_others(
    library: Library, of_law: PackData, law: Library
) -> None:
    assert paper(law) == of_law
    assert lines(paper(library, "甲"), 0) != lines(paper(library, "乙"), 0)


def test_pdf_and_word_have_it_and_the_key_begins_a_page(
    of_law: PackData, fonts: Fonts, tmp_path: Path
) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(render_pdf(of_law, fonts))
    words = words_of(file)
    (title,) = (each for each in words if each.text == "自测题答案" and each.page > 2)
    before = [each for each in words if each.page == title.page and each.bottom < title.top]
    assert before == []
    paragraphs = docx.Document(io.BytesIO(render_docx(of_law))).paragraphs
    told = [each.text for each in paragraphs]
    for line in lines(of_law, 0) + lines(of_law, 1):
        assert line in told
    _, head = (each for each in paragraphs if each.text.startswith("自测题答案"))
    assert head.paragraph_format.page_break_before


def test_standard_packs_have_it_where_the_library_asks(law: Library) -> None:
    assert all("quiz" not in each.pieces for each in standard_selections(law))
    asking = replace(law, packs=replace(law.packs, quiz=True))
    selections = standard_selections(asking)
    assert all("quiz" in each.pieces for each in selections)
    assert "自测题" in [each.title for each in pack_data(asking, selections[0]).sections]
