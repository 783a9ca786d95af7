"""The table for checking oneself is of a length that one can work with."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest

from generator.model import Library
from generator.outputs.packs import Fonts, render_docx, render_pdf
from generator.outputs.shared.pack_contents import PackData, pack_data, standard_selections
from generator.outputs.shared.pack_contents.check_table import MOST
from tests.outputs import documents

BODIES = ("街道办事处", "居民委员会", "物业服务企业", "业主委员会")
TITLE = "云溪市公园管理办法"


@pytest.fixture(scope="module")
def long_rule(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A rule of 80 articles with four duties each, and a last one with ninety."""
    number = "零一二三四五六七八九"
    names = [str(at) for at in range(1, 82)]
    lines = [TITLE, ""]
    for name in names[:-1]:
        duties = "".join(
            f"{body}应当{what}第{number[int(name[-1])]}类树木，做好记录。"
            for body, what in zip(BODIES, ("巡查", "修剪", "浇灌", "登记"), strict=True)
        )
        lines.append(f"第{name}条 {duties}")
    many = "".join(
        f"{BODIES[at % 4]}应当检查第{number[at // 10]}{number[at % 10]}号园区的设施并且报告结果。"
        for at in range(90)
    )
    lines.append(f"第81条 {many}")
    folder = tmp_path_factory.mktemp("long")
    return documents.library_of(folder, TITLE, "\n".join(lines) + "\n")


def checked(library: Library, *articles: int) -> PackData:
    whole = standard_selections(library)[0]
    chosen = replace(whole, pieces=("check",), articles=articles or whole.articles)
    return pack_data(library, replace(chosen, whole=not articles, parts=()))


def numbers(pack: PackData) -> list[str]:
    table = pack.sections[0].blocks[-1]
    return [row.cells[0] for row in table.rows if not row.band]


def test_a_whole_document_has_no_more_rows_than_one_can_work_with(long_rule: Library) -> None:
    pack = checked(long_rule)
    note, table = pack.sections[0].blocks
    assert numbers(pack) == [str(at) for at in range(1, MOST + 1)]
    found = re.search(r"要求共 (\d+) 项，本表印 (\d+) 项", note.text)
    assert found
    assert (int(found[1]), int(found[2])) == (80 * 4 + 90, MOST)
    assert "“责任清单”页" in note.text
    assert len([row for row in table.rows if row.band]) == 81  # of each article something


def test_what_is_asked_in_few_rows_is_printed_whole(long_rule: Library) -> None:
    pack = checked(long_rule, 1, 2)
    (table,) = pack.sections[0].blocks
    assert numbers(pack) == [str(at) for at in range(1, 9)]
    assert len([row for row in table.rows if row.band]) == 2


def test_of_an_article_two_pages_are_printed(
    long_rule: Library,
    fonts: Fonts,
    tmp_path: Path,
) -> None:
    pack = checked(long_rule, 81)
    note = pack.sections[0].blocks[0].text
    assert "要求共 90 项" in note
    assert 15 <= len(numbers(pack)) < 90
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(pack, fonts)))
    pages = [page.extract_text() for page in reader.pages]
    table = [page for page in pages if "落实情况" in page]
    assert 1 <= len(table) <= 2
    assert len(pages) == 2 + len(table)  # the cover and the contents


def test_the_head_is_repeated_on_every_page(
    long_rule: Library,
    fonts: Fonts,
) -> None:
    pack = checked(long_rule)
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(pack, fonts))).pages[2:]
    assert len(pages) > 5
    for page in pages:
        assert "责任主体" in page.extract_text().replace("\n", "")
    (table,) = docx.Document(io.BytesIO(render_docx(pack))).tables
    heads = [row for row in table.rows if row._tr.xpath("./w:trPr/w:tblHeader")]
    assert [cell.text for cell in heads[0].cells] == list(pack.sections[0].blocks[-1].header)
    assert len(heads) == 1
