"""Importing: the words of office files and web pages, in order, and nothing else."""

import io
import zipfile
from contextlib import suppress

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.importing import import_file
from generator.content.importing.word.numerals import written
from generator.errors import ContentError

PARAGRAPH = (
    "要落实全面从严治党主体责任，加强对“一把手”和领导班子的监督，做到真管真严、敢管敢严、长管长严。"
)


def _docx(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _numbered(document: Document, formats: list[tuple[str, str]]) -> None:
    """Give the document an automatic list with these (form, text) levels; returns its id."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(formats)
    )
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99">{levels}</w:abstractNum>'
    root.insert(0, parse_xml(abstract))
    root.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>')
    )


def _item(document: Document, text: str, level: int) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="99"/></w:numPr>'
        )
    )


def test_docx_paragraphs_tables_and_automatic_numbers_in_order() -> None:
    document = docx.Document()
    document.add_paragraph("关于监督的报告")
    _numbered(document, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）")])
    for text, level in [("做法", 0), ("教育", 1), ("制度", 1), ("问题", 0), ("认识", 1)]:
        _item(document, text, level)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "单位", "次数"
    document.add_paragraph("完")
    assert import_file("a.docx", _docx(document)).text == (
        "关于监督的报告\n一、做法\n（一）教育\n（二）制度\n二、问题\n（一）认识\n单位\t次数\n完\n"
    )


def test_docx_tracked_changes_count_as_accepted() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("落实")._p
    space = nsdecls("w")
    for tag, text in [("ins", "<w:t>主体</w:t>"), ("del", "<w:delText>次要</w:delText>")]:
        paragraph.append(
            parse_xml(f'<w:{tag} {space} w:id="1" w:author="a"><w:r>{text}</w:r></w:{tag}>')
        )
    paragraph.append(parse_xml(f"<w:r {space}><w:t>责任</w:t></w:r>"))
    assert import_file("a.docx", _docx(document)).text == "落实主体责任\n"


@pytest.mark.parametrize(
    ("value", "numeral"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (105, "一百零五"), (110, "一百一十")],
)
def test_chinese_list_numbers(value: int, numeral: str) -> None:
    assert written(value, "chineseCountingThousand") == numeral


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030", "big5"])
def test_html_gives_the_main_matter_in_its_own_encoding(charset: str) -> None:
    body = PARAGRAPH if charset != "big5" else "要落實全面從嚴治黨主體責任，加強監督。" * 3
    page = (
        f'<html><head><meta charset="{charset}"><title>某网</title><script>var a=1;</script></head>'
        '<body><nav><a href="/">首页</a> <a href="/b">新闻</a></nav><!-- 广告 -->'
        f'<div class="c"><h1>报告</h1><p>{body}</p><p>第一行<br>第二行</p>'
        "<ul><li>甲</li></ul></div>"
        '<div><a href="1">相关阅读一</a><a href="2">相关阅读二</a></div>'
        "<footer>版权</footer></body></html>"
    )
    if charset == "big5":
        page = page.replace("报", "報").replace("首页", "首頁").replace("某网", "某網")
        page = page.replace("新闻", "新聞").replace("广", "廣").replace("相关阅读", "相關閱讀")
        page = page.replace("版权", "版權")
    text = import_file("a.html", page.encode("gb18030" if charset == "gb2312" else charset)).text
    title = "報告" if charset == "big5" else "报告"
    assert text == f"{title}\n{body}\n第一行\n第二行\n甲\n"


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    source = (
        "---\ntitle: x\n---\n# 报告 *甲*\n\n要**落实**责任，\n加强[监督](http://a.cn)。\n\n"
        "1. 一项\n2. 二项\n\n- 点\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n<b>注</b>\n"
    )
    assert import_file("a.md", source.encode()).text == (
        "报告 甲\n要落实责任，加强监督。\n1.一项\n2.二项\n点\n甲\t乙\n1\t2\n注\n"
    )


def test_pdf_text_layer() -> None:
    typst = pytest.importorskip("typst")
    data = typst.compile(b'#set text(font: "Noto Serif CJK SC")\n' + PARAGRAPH.encode())
    assert import_file("a.pdf", data).text.replace("\n", "") == PARAGRAPH


def test_text_in_any_encoding() -> None:
    assert import_file("a.TXT", PARAGRAPH.encode("gb18030")).text == PARAGRAPH + "\n"


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\x00" * 201_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.docx", b"PK\x03\x04broken", "docx"),
        ("a.docx", b"", "docx"),
        ("a.pdf", b"%PDF-1.7 broken", "pdf"),
        ("a.pdf", b"", "pdf"),
        ("a.html", b"", "网页|文字"),
        ("a.html", b"<html><body><p> </p></body></html>", "文字"),
        ("a.doc", b"\xd0\xcf", "另存为"),
        ("a.exe", b"MZ", "不认识"),
        ("a", b"x", "不认识"),
        ("a.txt", b"  \n", "没有文字"),
        ("a.txt", b"\x00\x01\x02\xff", "文本"),
    ],
)
def test_bad_files_are_one_line(name: str, data: bytes, word: str) -> None:
    with pytest.raises(ContentError, match=word) as caught:
        import_file(name, data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(f"{name}: ")


@given(place=st.floats(0, 1), flip=st.integers(1, 255))
@settings(max_examples=40, deadline=None)
def test_a_word_file_damaged_anywhere_is_read_or_refused_in_one_line(
    place: float, flip: int
) -> None:
    document = docx.Document()
    document.add_paragraph("落实主体责任")
    whole = bytearray(_docx(document))
    whole[int(place * (len(whole) - 1))] ^= flip
    with suppress(ContentError):
        import_file("a.docx", bytes(whole))


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"<w:body>", b"<w:nobody>"), (b'w:ilvl w:val="0"', b'w:ilvl w:val="x"')],
)
def test_a_word_file_of_strange_parts_is_refused(old: bytes, new: bytes) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("条")
    number = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(number)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_docx(document))) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                assert old in data
                data = data.replace(old, new).replace(old.replace(b"<", b"</"), b"</w:nobody>")
            made.writestr(name, data)
    with pytest.raises(ContentError, match="docx"):
        import_file("a.docx", out.getvalue())


def test_a_cell_is_one_line() -> None:
    document = docx.Document()
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text = "五万元\n另加一万元"
    cells[1].add_paragraph("次年")
    assert import_file("a.docx", _docx(document)).text == "五万元 另加一万元\t次年\n"


def test_what_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(ContentError, match="过大"):
        import_file("a.docx", _bomb())
