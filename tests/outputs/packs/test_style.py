"""Packs as the editors want them: page numbers, fonts, no cover; in PDF and in Word alike."""

from __future__ import annotations

import io
import shutil
from dataclasses import replace
from pathlib import Path

import docx
import pypdf
import pytest
from docx.oxml.ns import qn

from generator.model import Library, PackStyle, PageNumber
from generator.outputs.packs import Fonts, render_docx, render_pdf
from generator.outputs.shared.pack_contents import PackData, Selection, pack_data
from tests.conftest import LAW, generator
from tests.outputs.packs.conftest import squeezed


def styled(library: Library, style: PackStyle, script: str = "hans") -> PackData:
    base = library.collations[0].edition
    selection = Selection(base.base.id, (base.articles[0].number,), name="x", script=script)  # type: ignore[arg-type]
    return pack_data(replace(library, packs=style), selection)


def footers(pack: PackData) -> tuple[str, str]:
    """Return what stands at the foot of odd and of even pages in Word."""
    section = docx.Document(io.BytesIO(render_docx(pack))).sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    return odd.text, even.text


@pytest.mark.parametrize(
    ("form", "second", "in_word"),
    [
        ("— 1 —", "—2—", "— 1 —"),
        ("第1页", "第2页", "第1页"),
        ("第1页 共N页", "第2页共{all}页", "第1页　共1页"),
        ("1", "2", "1"),
        ("无", "", ""),
    ],
)
def test_page_numbers(
    form: PageNumber, second: str, in_word: str, library: Library, fonts: Fonts
) -> None:
    pack = styled(library, PackStyle(form))
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(pack, fonts))).pages
    foot = squeezed(pages[1].extract_text().strip().split("\n")[-1])
    if second:
        assert foot == second.format(all=len(pages))
    else:
        assert not foot.isdigit() or len(foot) > 3
    assert "1" not in pages[0].extract_text().split("\n")[-1]
    assert footers(pack) == (in_word, in_word)


def test_without_a_cover_the_title_stands_above_the_contents(
    library: Library, fonts: Fonts
) -> None:
    plain, bare = (styled(library, PackStyle(cover=cover)) for cover in (True, False))
    pages = [
        [squeezed(each.extract_text()) for each in pypdf.PdfReader(io.BytesIO(data)).pages]
        for data in (render_pdf(plain, fonts), render_pdf(bare, fonts))
    ]
    assert len(pages[1]) == len(pages[0]) - 1
    title = squeezed("".join(bare.title))
    assert title in pages[1][0]
    assert "目录" in pages[1][0]
    assert "学习地点" not in pages[1][0]
    assert pages[1][0].endswith("—1—")
    document = docx.Document(io.BytesIO(render_docx(bare)))
    assert not document.sections[0].different_first_page_header_footer
    texts = [each.text for each in document.paragraphs]
    assert texts.index("目录") < 6
    assert not any(each.startswith("学习地点") for each in texts)


def test_fonts_by_name(library: Library, fonts: Fonts) -> None:
    pack = styled(
        library, PackStyle(fonts=(("title", "思源黑体"), ("body", "华文仿宋"), ("minor", "宋体")))
    )
    styles = docx.Document(io.BytesIO(render_docx(pack))).styles
    found = {
        name: styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("标题", "一级标题", "二级标题", "正文内容", "表格文字")
    }
    assert found == {
        "标题": "思源黑体",
        "一级标题": "黑体",
        "二级标题": "宋体",
        "正文内容": "华文仿宋",
        "表格文字": "华文仿宋",
    }
    assert fonts.faces("hans", pack.style.fonts)["title"][0] == "Noto Sans CJK SC"
    assert fonts.faces("hans")["title"][0] != "Noto Sans CJK SC"
    assert fonts.faces("hant", pack.style.fonts) == fonts.faces("hant")
    lacking = fonts.lacking((("body", "没有的字体"), ("title", "没有的字体"), *pack.style.fonts))
    assert "没有的字体" in lacking
    assert lacking.count("没有的字体") == 1
    assert "思源黑体" not in lacking


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("page_number: 第x", "packs.page_number：没有这种页码"),
        ('fonts: {body: "仿宋, 宋体"}', "packs.fonts.body：不是字体的名字"),
        ("fonts: {boby: 仿宋}", "packs.fonts.boby：没有这个键"),
        ("cover: 也许", "packs.cover：只能写"),
        ("traditional: 繁体", "packs.traditional：只能写"),
    ],
)
def test_a_wrong_value_is_told_in_one_line(given: str, told: str, tmp_path: Path) -> None:
    shutil.copytree(LAW, tmp_path / "law")
    with (tmp_path / "law" / "library.yml").open("a") as file:
        file.write(f"packs:\n  {given}\n")
    done = generator("check", "--content", tmp_path / "law", "--cache", tmp_path / "cache")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert told in done.stderr


def test_what_is_given_is_followed_however_it_is_spaced(tmp_path: Path) -> None:
    shutil.copytree(LAW, tmp_path / "law")
    with (tmp_path / "law" / "library.yml").open("a") as file:
        file.write(
            "packs: {page_number: '第1页，共n页', cover: false, fonts: {subheading: 楷体}}\n"
        )
    command = ("pack", "--content", tmp_path / "law", "--out", tmp_path, "--name", "x")
    done = generator(*command, "--format", "docx", "--articles", "5")
    assert done.returncode == 0, done.stderr
    document = docx.Document(str(tmp_path / "x.docx"))
    assert document.sections[0].footer.paragraphs[0].text == "第1页　共1页"
    assert document.styles["二级标题"].element.rPr.rFonts.get(qn("w:eastAsia")) == "楷体"
