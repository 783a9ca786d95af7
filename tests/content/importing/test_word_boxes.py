"""Text boxes, pictures, objects and whole files within a Word file."""

from __future__ import annotations

import pytest

from tests.content.importing.word_files import (
    SPACES,
    STYLE,
    codes,
    compose,
    field,
    left,
    paragraph,
    read,
    run,
    table,
)

BOX = f"<w:txbxContent>{paragraph('图一')}{paragraph('摄于三月')}</w:txbxContent>"
DRAWN = f"<w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing>"
OLD = f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>"


@pytest.mark.parametrize(
    "inside",
    [
        DRAWN,
        OLD,
        f'<mc:AlternateContent><mc:Choice Requires="wps">{DRAWN}</mc:Choice>'
        f"<mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>",
        f'<mc:AlternateContent><mc:Choice Requires="new"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Fallback>{OLD}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_a_text_box_is_paragraphs_of_its_own_once(inside: str) -> None:
    found = read(paragraph("读者满意。", runs=f"<w:r>{inside}</w:r>") + paragraph("完"))
    assert found.text == "读者满意。\n图一\n摄于三月\n完\n"
    assert [part.kind for part in found.parts] == ["paragraph", "textbox", "textbox", "paragraph"]


def test_a_box_within_a_box_and_a_table_in_one() -> None:
    inner = f"<w:r>{OLD}</w:r>"
    content = paragraph("外", runs=inner) + table(["甲", "乙"])
    outer = f"<w:r><w:pict><w:txbxContent>{content}</w:txbxContent></w:pict></w:r>"
    assert read(paragraph("文", runs=outer)).text == "文\n外\n图一\n摄于三月\n甲\t乙\n"


def test_word_art_and_captions() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="某市人民政府文件"/></v:shape></w:pict></w:r>'
    sheet = STYLE.format("paragraph", "C", "caption", "")
    found = read(
        paragraph(runs=art)
        + paragraph("图 ", '<w:pStyle w:val="C"/>', field(" SEQ 图 ", "1") + run(" 东馆")),
        styles=sheet,
    )
    assert found.text == "某市人民政府文件\n图 1 东馆\n"
    assert [part.kind for part in found.parts if not part.reason] == ["textbox", "caption"]


def test_pictures_charts_and_objects_are_on_the_record_and_a_finding() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="会议现场"/>'
        "<a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>"
    )
    old = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    thing = (
        "<w:r><w:object><v:shape><v:imagedata/></v:shape>"
        '<o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    )
    chart = '<w:r><w:drawing><c:chart r:id="rIdchart"/></w:drawing></w:r>'
    part = f"<c:chartSpace {SPACES}><c:v>一季度</c:v><c:v>12</c:v></c:chartSpace>"
    found = read(
        paragraph("甲", runs=picture)
        + paragraph(runs=old)
        + paragraph(runs=thing)
        + paragraph(runs=chart),
        {"chart=charts/chart1.xml": part},
    )
    assert left(found) == [
        ("第1段", "picture", "会议现场"),
        ("第2段", "picture", ""),
        ("第3段", "object", "Excel.Sheet.12"),
        ("第4段", "chart", "一季度\t12"),
    ]
    assert [doubt.message for doubt in found.doubts] == [
        "第1段、第2段、第3段、第4段有图片或嵌入的对象，共4个，其中的文字没有读出"
    ]


def test_the_words_of_a_diagram_are_text() -> None:
    drawing = '<w:r><w:drawing><dgm:relIds r:dm="rIddiagramData"/></w:drawing></w:r>'
    point = "<dgm:pt><dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t></dgm:pt>"
    points = point.format("受理") + "<dgm:pt/>" + point.format("办结")
    data = f"<dgm:dataModel {SPACES}>{points}</dgm:dataModel>"
    found = read(paragraph("流程", runs=drawing), {"diagramData=diagrams/data1.xml": data})
    assert found.text == "流程\n受理\n办结\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("c.htm", "<html><body><p>网页里的话很长很长</p></body></html>"),
        (
            "c.mht",
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
            "Content-Type: text/html; charset=utf-8\n\n"
            "<html><body><p>网页里的话很长很长</p></body></html>\n--b--\n",
        ),
        ("c.docx", compose(paragraph("网页里的话很长很长"))),
        ("c.txt", "网页里的话很长很长\n"),
    ],
)
def test_a_file_put_in_whole_is_read_as_what_it_is(name: str, data: str | bytes) -> None:
    data = data if isinstance(data, bytes) else data.encode()
    found = read(
        paragraph("前") + '<w:altChunk r:id="rIdaFChunk"/>' + paragraph("后"),
        {f"aFChunk={name}": data},
    )
    assert found.text == "前\n网页里的话很长很长\n后\n"


def test_a_file_within_that_cannot_be_read_is_a_finding() -> None:
    body = paragraph("前") + '<w:altChunk r:id="rIdaFChunk"/>'
    assert codes(read(body, {"aFChunk=c.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"})) == ["I-006"]
    assert codes(read(body)) == ["I-006"]
    assert codes(read(paragraph("前") + '<w:subDoc r:id="rId7"/>')) == ["I-006"]
