"""Word files as this reads them and as LibreOffice shows them: the same lines, the same numbers.

Two ways of LibreOffice are asked: its plain text, which writes labels out line by line, and its
print, which shows no hidden text.  Not asked is what it does otherwise than Word, which is
followed: lvlRestart, isLgl, full-width and enclosed numbers and the ideographic digits of lists.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import docx
import pytest

from generator.content.importing import import_file
from tests.content.importing.word_files import (
    abstract,
    compose,
    item,
    level,
    num,
    paragraph,
    run,
    table,
)

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")

RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'
OFFICIAL = abstract(
    1,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)
LEGAL = abstract(
    1, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3")
)
SHEET = (
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="c"/><w:basedOn w:val="A"/><w:pPr>'
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="H"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr>'
    "</w:style>"
)
ONE = num(1, 1)


def items(*found: tuple[str, int, int]) -> str:
    return "".join(item(text, number, at) for text, number, at in found)


def styled(*found: tuple[str, str]) -> str:
    return "".join(paragraph(text, f'<w:pStyle w:val="{style}"/>') for text, style in found)


def counted(form: str) -> bytes:
    """Return a file of numbers in one form, 1 to 50, all that lists come to."""
    starts = (1, 2, 9, 10, 11, 12, 19, 20, 21, 30, 50)
    lists = "".join(num(at, 1, RESTART.format(start)) for at, start in enumerate(starts, start=1))
    body = "".join(item(f"条{start}", at) for at, start in enumerate(starts, start=1))
    return compose(body, numbering=abstract(1, level(0, form, "%1、")) + lists)


def by_python_docx() -> bytes:
    document = docx.Document()
    document.add_heading("关于监督的报告", 0)
    document.add_heading("做法", 1)
    for text in ("早动员。", "早部署。"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("全年共走访三百户。")
    document.add_paragraph("又一条。", style="List Number")
    document.add_paragraph("第二层。", style="List Number 2")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SEVERAL = (("做法", 1, 0), ("教育", 1, 1), ("早动员", 1, 2), ("早部署", 1, 2), ("圈一", 1, 3))
LINES = {
    **{
        f"form {form}": counted(form)
        for form in (
            *("decimal", "chineseCounting", "chineseCountingThousand", "japaneseCounting"),
            *("ideographTraditional", "ideographZodiac", "decimalEnclosedCircle", "upperLetter"),
            *("decimalEnclosedCircleChinese", "lowerLetter", "upperRoman", "lowerRoman"),
            *("decimalZero", "chineseLegalSimplified", "ideographLegalTraditional"),
        )
    },
    "official": compose(
        items(*SEVERAL, ("问题", 1, 0), ("认识", 1, 1), ("一条", 1, 2)), numbering=OFFICIAL + ONE
    ),
    "two lists of one definition": compose(
        items(("甲", 1, 0), ("乙", 2, 0), ("丙", 1, 0), ("丁", 2, 1)),
        numbering=OFFICIAL + ONE + num(2, 1),
    ),
    "restart": compose(
        items(("甲", 1, 0), ("乙", 1, 0), ("丙", 2, 0), ("丁", 2, 0), ("戊", 1, 0), ("己", 2, 0)),
        numbering=OFFICIAL + ONE + num(2, 1, RESTART.format(1)),
    ),
    "restart at five": compose(
        items(("甲", 1, 0), ("乙", 2, 0), ("丙", 2, 0)),
        numbering=LEGAL + ONE + num(2, 1, RESTART.format(5)),
    ),
    "restart below": compose(
        items(("甲", 1, 0), ("乙", 1, 1), ("丙", 2, 1), ("丁", 2, 1), ("戊", 2, 0), ("己", 2, 1)),
        numbering=LEGAL + ONE + num(2, 1, RESTART.format(5).replace('ilvl="0"', 'ilvl="1"')),
    ),
    "level of its own": compose(
        items(("甲", 1, 0), ("乙", 2, 0), ("丙", 1, 0)),
        numbering=OFFICIAL
        + ONE
        + num(2, 1, f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1）")}</w:lvlOverride>'),
    ),
    "levels of many numbers": compose(
        items(("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 2), ("丁", 1, 1), ("戊", 1, 2), ("己", 1, 0)),
        numbering=LEGAL + ONE,
    ),
    "levels passed over": compose(
        items(("甲", 1, 1), ("乙", 1, 0), ("丙", 1, 2), ("丁", 1, 1)), numbering=LEGAL + ONE
    ),
    "start at zero": compose(
        items(("甲", 1, 0), ("乙", 1, 0)),
        numbering=abstract(1, level(0, "decimal", "%1.", 0)) + ONE,
    ),
    "styles": compose(
        styled(("甲", "A"), ("乙", "B"), ("丙", "C"), ("丁", "A"), ("戊", "C")),
        styles=SHEET,
        numbering=OFFICIAL + ONE,
    ),
    "numbers switched off": compose(
        styled(("甲", "A"))
        + paragraph("乙", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + styled(("丙", "A")),
        styles=SHEET,
        numbering=OFFICIAL + ONE,
    ),
    "list style": compose(
        items(("甲", 2, 0), ("乙", 2, 1)),
        styles='<w:style w:type="numbering" w:styleId="L"><w:name w:val="l"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        numbering=abstract(
            1,
            level(0, "chineseCounting", "%1、"),
            level(1, "decimal", "%2）"),
            more='<w:styleLink w:val="L"/>',
        )
        + abstract(2, more='<w:numStyleLink w:val="L"/>')
        + ONE
        + num(2, 2),
    ),
    "no numbers in the label": compose(
        items(("名单", 1, 0), ("表", 1, 1)),
        numbering=abstract(1, level(0, "none", "附件："), level(1, "decimal", "%1%2.")) + ONE,
    ),
    "unknown list": compose(items(("甲", 7, 0), ("乙", 1, 0)), numbering=OFFICIAL + ONE),
    "links, tabs, signs": compose(
        paragraph("见", runs='<w:hyperlink w:anchor="b">' + run("附件") + "</w:hyperlink>")
        + paragraph("甲", runs="<w:r><w:tab/></w:r>" + run("乙") + "<w:r><w:br/></w:r>" + run("丙"))
        + paragraph("非", runs="<w:r><w:noBreakHyphen/></w:r>" + run("凡"))
    ),
    "python-docx": by_python_docx(),
}

BOX = (
    '<w:r><w:pict><v:shape style="width:200pt;height:60pt" type="#t"><v:textbox><w:txbxContent>'
    f"{paragraph('图一东馆')}{paragraph('摄于三月')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTHOR </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("某某")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
RUBY = (
    '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/>'
    '<w:hpsRaise w:val="10"/>'
    f'<w:hpsBaseText w:val="20"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt>{run("che")}</w:rt>'
    f"<w:rubyBase>{run('掣')}</w:rubyBase></w:ruby></w:r>"
)
MERGED = (
    '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{paragraph("合并标题")}</w:tc></w:tr>'
    f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph("左")}</w:tc>'
    f"<w:tc>{paragraph('右上')}</w:tc></w:tr>"
    f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph()}</w:tc>"
    f"<w:tc>{paragraph('右下')}</w:tc></w:tr></w:tbl>"
)
PRINTED = {
    "hidden run": compose(paragraph("见", runs=run("藏起", "<w:vanish/>") + run("完"))),
    "hidden by a style": compose(
        paragraph("见", runs=run("藏起", '<w:rStyle w:val="H"/>') + run("完")), styles=SHEET
    ),
    "text box": compose(paragraph("盒前") + paragraph("锚", runs=BOX) + paragraph("盒后")),
    "fields": compose(paragraph("作者", runs=FIELD + run("写"))),
    "merged cells": compose(paragraph("表前") + MERGED + paragraph("表后")),
    "table in a table": compose(
        table(["外甲", paragraph("外乙") + table(["内甲", "内乙"])]) + paragraph("后")
    ),
    "notes": compose(
        paragraph("落实", runs='<w:r><w:footnoteReference w:id="2"/></w:r>' + run("责任")),
        footnotes=f'<w:footnote w:id="2">{paragraph("脚注的话")}</w:footnote>',
    ),
    "ruby": compose(paragraph("避免", runs=RUBY + run("肘"))),
    "numbered cells": compose(
        table(["事项", items(("甲", 1, 0), ("乙", 1, 0))]), numbering=OFFICIAL + ONE
    ),
    "control": compose(
        f"<w:sdt><w:sdtContent>{paragraph('控件里')}</w:sdtContent></w:sdt>" + paragraph("外面")
    ),
}
ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
GONE = '<w:rPr><w:del w:id="1" w:author="a" w:date="2020-01-01T00:00:00Z"/></w:rPr>'
STRUCK = (
    '<w:del w:id="9" w:author="a" w:date="2020-01-01T00:00:00Z">'
    "<w:r><w:delText>删</w:delText></w:r></w:del>"
)
ACCEPTED = '<w:revisionView w:markup="0" w:insDel="0"/><w:trackRevisions/>'
PRINTED |= {
    f"joined: {name}": compose(
        item("甲", 1) + body + item("末", 1), numbering=OFFICIAL + ONE, settings=ACCEPTED
    )
    for name, body in {
        "two items": paragraph("乙", ITEM + GONE) + item("丙", 1),
        "an item and a paragraph": paragraph("乙", ITEM + GONE) + paragraph("丙"),
        "a paragraph and an item": paragraph("乙", GONE) + item("丙", 1),
        "an item struck out": paragraph("", ITEM + GONE, STRUCK) + item("丙", 1),
        "an item struck out before a paragraph": paragraph("", ITEM + GONE, STRUCK)
        + paragraph("丙"),
        "a paragraph struck out": paragraph("", GONE, STRUCK) + item("丙", 1),
        "words struck out": paragraph("乙", runs=STRUCK + run("丙")),
    }.items()
}
ADDED = {"ruby": "che", "notes": "11"}  # what the print has besides: a reading, a note's two marks
NOT_PRINTED = re.compile(r"[〔〕：]|注\d")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What LibreOffice makes of every file, by name: its plain text or its print."""
    folder = tmp_path_factory.mktemp("agreement")
    found: dict[str, str] = {}
    for kind, files in (("txt:Text (encoded):UTF8", LINES), ("pdf", PRINTED)):
        places = {name: folder / f"{at}-{kind[:3]}.docx" for at, name in enumerate(files)}
        for name, place in places.items():
            place.write_bytes(files[name])
        subprocess.run(
            [
                *("soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"),
                *("--convert-to", kind, "--outdir", str(folder), *map(str, places.values())),
            ],
            check=True,
            capture_output=True,
            timeout=600,
        )
        found |= {name: _words(place.with_suffix(f".{kind[:3]}")) for name, place in places.items()}
    return found


def _words(place: Path) -> str:
    if place.suffix == ".txt":
        return place.read_text("utf-8-sig")
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(place), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _lines(text: str) -> list[str]:
    """Return the lines without blanks, the empty ones left out; a hyphen is a hyphen."""
    lines = text.replace("\N{NON-BREAKING HYPHEN}", "-").splitlines()
    return [bare for line in lines if (bare := re.sub(r"\s", "", line))]


@pytest.mark.parametrize("name", LINES)
def test_lines_and_labels_are_those_of_libreoffice(name: str, shown: dict[str, str]) -> None:
    assert _lines(import_file("a.docx", LINES[name]).text) == _lines(shown[name])


@pytest.mark.parametrize("name", PRINTED)
def test_the_same_letters_are_printed(name: str, shown: dict[str, str]) -> None:
    own = NOT_PRINTED.sub("", "".join(_lines(import_file("a.docx", PRINTED[name]).text)))
    printed = Counter("".join(_lines(shown[name])))
    assert Counter(own + ADDED.get(name, "")) == printed


@pytest.mark.parametrize("ending", ["doc", "odt", "rtf"])
def test_older_files_that_libreoffice_made_give_the_text_of_the_docx(
    ending: str, tmp_path: Path
) -> None:
    data = compose(
        paragraph("关于监督的报告")
        + items(("做法", 1, 0), ("早动员。", 1, 1), ("早部署。", 1, 1), ("问题", 1, 0))
        + paragraph("见", runs=run("藏", "<w:vanish/>"))
        + table(["甲", "乙"])
        + paragraph("完"),
        numbering=abstract(1, level(0, "decimal", "%1."), level(1, "decimalEnclosedCircle", "%2"))
        + ONE,
    )
    (tmp_path / "a.docx").write_bytes(data)
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"),
            *("--convert-to", ending, "--outdir", str(tmp_path), str(tmp_path / "a.docx")),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    made = (tmp_path / f"a.{ending}").read_bytes()
    found = import_file(f"a.{ending}", made)
    assert found.text == import_file("a.docx", data).text
    assert found.reader.startswith("LibreOffice ")
    assert [doubt.code for doubt in found.doubts] == ["I-001"]
    if ending == "doc":
        assert import_file("a.wps", made).text == import_file("a.docx", made).text == found.text
