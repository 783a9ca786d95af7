"""What stands in a page comes as a reader sees it, whatever its source is like."""

import codecs
import time
from collections import Counter
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content.importing import import_file
from generator.content.importing.html_files.page_lines import page_lines
from generator.content.importing.html_files.page_tree import Element, page_tree
from generator.errors import ContentError

PROSE = "南湖区认真贯彻条例，延长开放时间，读者普遍满意，全年接待读者两万三千人次。"
TRADITIONAL = "南湖區認真貫徹條例，延長開放時間，讀者普遍滿意，全年接待讀者兩萬三千人次。"


def _seen(source: str) -> list[str]:
    """Return the lines that a page shows."""
    return [line.words for line in page_lines(page_tree(source)) if not line.unseen]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>第一段<p>第二段<div>第三段</div>第四段", ["第一段", "第二段", "第三段", "第四段"]),
        ("第一行<br>第二行<br/><br>第三行</br>第四行", ["第一行", "第二行", "第三行", "第四行"]),
        (
            "<p>南湖区认真\r\n贯彻条例，\n采用RFID\ntag\n技术</p>",
            ["南湖区认真贯彻条例，采用RFID tag技术"],
        ),
        ("<p><b>第一<i>条</b>　为了</i>加强</p>", ["第一条　为了加强"]),
        ("<p>　　&nbsp;缩进&#12288;段&amp;落&hellip;</p>", ["缩进　段&落…"]),
        ("<pre>第一行\n  第二行\n\n第三行</pre>", ["第一行", "第二行", "第三行"]),
        ('<div style="white-space: pre-wrap">第一行\n第二行</div>', ["第一行", "第二行"]),
        ("<dl><dt>问：何时开放？<dd>答：每天。</dl>", ["问：何时开放？", "答：每天。"]),
        ("<p>要<ruby>甄<rp>(</rp><rt>zhēn</rt><rp>)</rp></ruby>别</p>", ["要甄别"]),
        (
            "<p>10<sup>4</sup>m<sup>2</sup>，条例<sup>1</sup>，H<sub>2</sub>O</p>",
            ["10⁴m²，条例[1]，H₂O"],
        ),
        (
            "<p>当 x<《意见》时，<附件1>有效，1 < 2 && a<b</p>",
            ["当 x<《意见》时，<附件1>有效，1 < 2 && a<b"],
        ),
        ("<p><![CDATA[第一段 <b>]]></p>", ["第一段 <b>"]),
        ("甲<!--[if IE]>旧<![endif]-->乙<!--[if !IE]><!-->丙<!--<![endif]-->丁", ["甲乙丙丁"]),
        ("<p><![if !supportLists]>（一）<![endif]>标题<o:p></o:p></p>", ["（一）标题"]),
        ("<p>前<!-- 没有写完的注释> 后</p>", ["前 后"]),
        ("<title>没有关上<p>正文</p>", ["没有关上", "正文"]),
        ("<script>没有关上<body><p>正文</p>", ["正文"]),
        ('<p title="没有关上>正文</p><p>后文</p>', ["正文", "后文"]),
        ("<select><option>甲<p>正文</p><ruby>甄<rt>zhēn<p>后文", ["正文", "甄", "后文"]),
        ("<noframes><body><p>正文</p></body></noframes>", ["正文"]),
        ("<td>散落的格</td><li>散落的项</li></div></p>尾", ["散落的格", "散落的项", "尾"]),
        ("<select><option>甲<option>乙</select><p>正文<textarea>填</textarea></p>", ["正文"]),
        ('<p>显<span style="display: none">隐</span>示<i hidden>隐</i></p>', ["显示"]),
        ('<p><img src="data:image/png;base64,iVBORw0KGgo=">正文</p>', ["正文"]),
    ],
)
def test_lines_of_a_page(source: str, lines: list[str]) -> None:
    assert _seen(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1.甲", "2.乙"]),
        ("<ol start=3><li>甲</li><li value=7>乙</li><li>丙</li></ol>", ["3.甲", "7.乙", "8.丙"]),
        ("<ol reversed><li>甲</li><li>乙</li></ol>", ["2.甲", "1.乙"]),
        ("<ol type=a><li>甲</li></ol><ol type=A><li>乙</li></ol>", ["a.甲", "A.乙"]),
        ("<ol type=i start=4><li>甲</li></ol><ol type=I><li>乙</li></ol>", ["iv.甲", "I.乙"]),
        ('<ol style="list-style-type:cjk-ideographic" start=12><li>甲</ol>', ["十二、甲"]),
        ('<ul style="list-style: trad-chinese-informal"><li>甲</ul>', ["一、甲"]),
        ('<ol style="list-style:none"><li>甲</ol><ul><li>乙</ul>', ["甲", "乙"]),
        ("<ol><li>1．甲<li>（二）乙<li>第三条　丙</ol>", ["1．甲", "（二）乙", "第三条　丙"]),
        (
            "<ol><li>甲<ol type=a><li>子<li>丑</ol><li><p>乙</p><p>丙</ol>",
            ["1.甲", "a.子", "b.丑", "2.乙", "丙"],
        ),
        ("<ol><li><ol type=a><li>子</ol><li></li><li>丙</ol>", ["1.a.子", "3.丙"]),
        (
            "<ol start=-1 type=a><li>甲<li>乙</ol><ol start=99999999><li>丙</ol>",
            ["-1.甲", "0.乙", "1.丙"],
        ),
    ],
)
def test_lists_have_the_numbers_that_a_browser_shows(source: str, lines: list[str]) -> None:
    assert _seen(source) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<table><tr><td>分馆<td>册数<tr><td>东馆<td>1200</table>", ["分馆\t册数", "东馆\t1200"]),
        (
            "<table border=1><tr><td rowspan=2>分馆<td colspan=2>册数<td>注"
            "<tr><td>中文<td>外文<td><tr><td>东馆<td>12<td>3<td>好</table>",
            ["分馆\t册数\t\t注", "\t中文\t外文", "东馆\t12\t3\t好"],
        ),
        (
            "<table><caption>表一</caption><thead><tr><th>单位<th>任务</thead>"
            "<tr><td>甲局<td><p>一是排查</p><p>二是整改</p><tr><td>乙局<td><ol><li>查<li>改</ol></table>",
            ["表一", "单位\t任务", "甲局\t一是排查 二是整改", "乙局\t1.查 2.改"],
        ),
        ("<table><tr><td>左栏<td><p>正文</p><p>后文</p></table>", ["左栏", "正文", "后文"]),
        (
            f"<table><tr><td>栏目<td>{PROSE * 4}<p>后文</p><tr><td>甲<td>乙</table>",
            ["栏目", PROSE * 4, "后文", "甲", "乙"],
        ),
        ("<table><tr><td>一格<tr><td>又一格</table>", ["一格", "又一格"]),
        (
            "<table border=1><tr><td>甲<td><table><tr><td>子<td>丑<tr><td>寅<td>卯</table></table>",
            ["甲", "子\t丑", "寅\t卯"],
        ),
        ("<table>散落<tr><td>甲<td>乙<tr><td>丙<td>丁</table>", ["散落", "甲\t乙", "丙\t丁"]),
        ("<table role=presentation border=1><tr><td>甲<td>乙</table>", ["甲", "乙"]),
    ],
)
def test_tables_are_rows_and_layout_is_none(source: str, lines: list[str]) -> None:
    assert _seen(source) == lines


def _page(text: str, declared: str, padding: int = 0) -> str:
    return (
        f"<html><head><!--{'x' * padding}--><meta http-equiv=Content-Type "
        f'content="text/html; charset={declared}"><script charset="utf-8" src="a.js"></script>'
        f"</head><body><p>{text}</p></body></html>"
    )


@pytest.mark.parametrize(
    ("text", "declared", "codec", "mark"),
    [
        (PROSE, "utf-8", "utf-8", b""),
        (PROSE, "utf-8", "gbk", b""),
        (PROSE, "gb2312", "utf-8", b""),
        (PROSE, "big5", "gbk", b""),
        (PROSE, "iso-8859-1", "gb18030", b""),
        (PROSE + "㐀镕", "gb2312", "gb18030", b""),
        (TRADITIONAL, "gbk", "big5", b""),
        (TRADITIONAL, "utf-8", "big5", b""),
        (TRADITIONAL, "big5", "gb18030", b""),
        (PROSE, "gb2312", "utf-8", codecs.BOM_UTF8),
        (PROSE, "utf-8", "utf-16-le", codecs.BOM_UTF16_LE),
        (PROSE, "gbk", "utf-16-be", codecs.BOM_UTF16_BE),
        (PROSE, "utf-16", "utf-16-le", b""),
        ("意见", "utf-8", "gbk", b""),
        ("联通", "gb2312", "gbk", b""),
    ],
)
@pytest.mark.parametrize("padding", [0, 9000])
def test_a_page_that_lies_about_its_encoding(
    text: str, declared: str, codec: str, mark: bytes, padding: int
) -> None:
    data = mark + _page(text, declared, padding).encode(codec)
    assert import_file("a.html", data).text == f"{text}\n"


def test_encodings_that_an_xml_declaration_or_a_mail_states() -> None:
    body = f"<html><body><p>{PROSE}</p></body></html>"
    data = b'<?xml version="1.0" encoding="gb2312"?>' + body.encode("gbk")
    assert import_file("a.xhtml", data).text == f"{PROSE}\n"
    mail = MIMEMultipart("related", type="text/html")
    frame = MIMEText("<p>框架</p>", "html", "utf-8")
    mail.attach(frame)
    mail.attach(MIMEText(body, "html", "gb18030"))
    assert import_file("a.mht", mail.as_bytes()).text == f"{PROSE}\n"
    mail.set_param("start", "<x@y>")
    frame["Content-ID"] = "<x@y>"
    assert import_file("a.mhtml", mail.as_bytes()).text == "框架\n"


def test_half_a_character_spoils_its_line_only() -> None:
    data = _page(f"{PROSE}</p><p>半个</p><p>{PROSE}", "gb2312").encode("gbk")
    broken = data.replace("半个".encode("gbk"), "半个".encode("gbk")[:3])
    assert import_file("a.html", broken).text == f"{PROSE}\n半\ufffd\n{PROSE}\n"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00" + bytes(range(256)) * 4,
        bytes(range(128, 256)) * 9,
        b"\xff\xfe\x00\xd8\x00",
        b"Content-Type: multipart/related; boundary=x\n\n" * 200,
        b"MIME-Version: 1.0\nContent-Type: text/plain\n\nx",
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.mht"])
def test_what_is_no_page_is_one_line_or_read(name: str, data: bytes) -> None:
    assert "\n" not in _refusal(name, data)


def _refusal(name: str, data: bytes) -> str:
    try:
        import_file(name, data)
    except ContentError as error:
        return str(error)
    return ""


SIZE = 60_000


@pytest.mark.parametrize(
    ("unit", "tail"),
    [
        *(("<", "末"), ("<div>", "末"), ("<font color=red>字<p>", "末"), ("<b><p>", "末")),
        *(("<a href=1>字", "末"), ("<table><tr><td>字", "末"), ("<ol><li>条", "末")),
        *(("<li>", "末"), ("<sup>1", "末"), ('<a b=">" ', "末"), ("<a b='x ", ">末")),
        *(("<!--", ">末"), ("<!-- x>", "末"), ("<title>", "末"), ("<textarea>", "末")),
        *(("<script><body>", "末"), ("<td rowspan=999>字", "末"), ("</div>", "末")),
        *(("&nbsp;", "末"), ("&#x", "末"), (" ", "末"), ("字\n", "末"), ("打印 ", "末")),
        *(
            ("2022-01-01 来源：", "末"),
            ("</a ", ">末"),
            ("charset=", "末"),
            ("<meta charset=", "末"),
        ),
    ],
)
def test_no_page_hangs_and_the_last_word_is_read(unit: str, tail: str) -> None:
    source = unit * (SIZE // len(unit)) + tail
    start = time.process_time()
    imported = import_file("a.html", source.encode())
    record = imported.text + "".join(part.left_out for part in imported.parts)
    assert "末" in record
    assert time.process_time() - start < 8


def test_a_hundred_thousand_attributes() -> None:
    source = "<div " + " ".join(f"a{number}=1" for number in range(100_000)) + ">正文</div>"
    start = time.process_time()
    assert import_file("a.html", source.encode()).text == "正文\n"
    assert time.process_time() - start < 8


MARKUP = ["<p>", "</p>", "<b>", "</b>", "<div>", "</div>", "<a href=x>", "</a>", "<table>", "<tr>"]
MARKUP += ["<td>", "</td>", "</table>", "<li>", "<ol>", "</ol>", "<br>", "<h1>", "</h1>", "<pre>"]
MARKUP += ["<sup>", "</sup>", "<td colspan=2>", "<th>", "<form>", "<nav>", "</nav>", "<aside>"]
MARKUP += [
    "<select>",
    "<ruby>",
    "<rt>",
    "<noscript>",
    "<div hidden>",
    "<font>",
    "<caption>",
    "<dd>",
]


def _letters(root: Element) -> Counter[str]:
    """Return every ideograph of the texts of a page."""
    found: Counter[str] = Counter()
    waiting: list[Element | str] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            found.update(char for char in node if "\u4e00" <= char <= "\u9fff")
        else:
            waiting += node.children
    return found


@given(st.lists(st.sampled_from([*MARKUP, "南湖", "读者", "。", " ", "\n", "区"]), max_size=60))
@settings(max_examples=200)
def test_nothing_of_a_page_is_lost(pieces: list[str]) -> None:
    source = "".join(pieces)
    typed = Counter(char for char in source if "\u4e00" <= char <= "\u9fff")
    assert _letters(page_tree(source)) == typed
    assert Counter(char for line in page_lines(page_tree(source)) for char in line.words) >= typed
    if not typed:
        return
    imported = import_file("a.html", f"<meta charset=utf-8><p>头</p>{source}<p>末".encode())
    record = imported.text + "".join(part.left_out for part in imported.parts)
    assert Counter(record) >= typed


def test_a_row_of_digits_is_no_maze() -> None:
    digits = "1" * 200 + "x"
    found = import_file(
        "a.html", f"<html><body><p>{digits}</p><p>要落实责任。</p></body></html>".encode()
    )
    assert digits in found.text
