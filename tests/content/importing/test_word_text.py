"""What of a Word file is text, where it stands, and what is on the record and why."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from generator.content.importing import Imported, import_file
from tests.content.importing.word_files import SPACES, compose, item, paragraph, run, table

HIDE = "<w:vanish/>"
STYLE = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'


def read(body: str, extra: dict[str, str | bytes] | None = None, **parts: str) -> Imported:
    return import_file("a.docx", compose(body, extra, **parts))


def left(found: Imported) -> list[tuple[str, str, str]]:
    return [(part.place, part.kind, part.left_out) for part in found.parts if part.reason]


def codes(found: Imported) -> list[str]:
    return [doubt.code for doubt in found.doubts]


def field(code: str, result: str = "") -> str:
    """Return a complex field; without a result it has no separator."""
    middle = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}' if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{middle}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def tracked(tag: str, text: str) -> str:
    name = "delText" if tag == "del" else "t"
    return f'<w:{tag} w:id="1" w:author="某"><w:r><w:{name}>{text}</w:{name}></w:r></w:{tag}>'


def test_every_part_is_in_the_text_where_it_says_or_left_out_with_a_reason() -> None:
    found = read(
        paragraph("第一段")
        + paragraph("第二", runs=run("藏", HIDE) + tracked("ins", "段"))
        + table(["甲", "乙"])
    )
    taken = {
        part.place: found.text[part.start : part.end] for part in found.parts if not part.reason
    }
    assert taken == {"第1段": "第一段", "第2段": "第二段", "表1第1行": "甲\t乙"}
    assert left(found) == [("第2段", "hidden", "藏")]
    assert all(part.reason and part.start == part.end for part in found.parts if part.left_out)


# Hidden text


@pytest.mark.parametrize(
    ("runs", "styles", "words"),
    [
        (run("藏", HIDE), "", "见"),
        (run("藏", '<w:vanish w:val="true"/>'), "", "见"),
        (run("不藏", '<w:vanish w:val="0"/>'), "", "见不藏"),
        (run("不藏", "<w:webHidden/>"), "", "见不藏"),
        (run("藏", '<w:rStyle w:val="H"/>'), "hidden", "见"),
        (run("藏", '<w:rStyle w:val="H2"/>'), "hidden", "见"),
        (run("不藏", '<w:rStyle w:val="H"/><w:vanish w:val="false"/>'), "hidden", "见不藏"),
        ("<w:smartTag><w:hyperlink>" + run("藏", HIDE) + "</w:hyperlink></w:smartTag>", "", "见"),
    ],
)
def test_hidden_text_is_on_the_record_and_a_finding(runs: str, styles: str, words: str) -> None:
    sheet = (
        STYLE.format("character", "H", "h", f"<w:rPr>{HIDE}</w:rPr>")
        + STYLE.format("character", "H2", "h2", '<w:basedOn w:val="H"/>')
        if styles
        else ""
    )
    found = read(paragraph("见", runs=runs), styles=sheet)
    assert found.text == f"{words}\n"
    hidden = words == "见"
    assert codes(found) == (["I-001"] if hidden else [])
    assert left(found) == ([("第1段", "hidden", "藏")] if hidden else [])
    assert all("藏" not in doubt.message.replace("隐藏", "") for doubt in found.doubts)


def test_a_hidden_paragraph_style_and_the_switches_of_two_styles_undo_each_other() -> None:
    sheet = STYLE.format("paragraph", "P", "p", f"<w:rPr>{HIDE}</w:rPr>") + STYLE.format(
        "character", "H", "h", f"<w:rPr>{HIDE}</w:rPr>"
    )
    found = read(
        paragraph("藏", '<w:pStyle w:val="P"/>')
        + paragraph(
            "",
            '<w:pStyle w:val="P"/><w:rPr><w:vanish w:val="0"/></w:rPr>',
            run("见", '<w:rStyle w:val="H"/>'),
        )
        + paragraph("末"),
        styles=sheet,
    )
    assert found.text == "见\n末\n"


def test_a_finding_names_the_places_and_how_much_but_not_the_words() -> None:
    body = "".join(paragraph("见", runs=run("机密", HIDE)) for _ in range(9))
    (doubt,) = read(body).doubts
    assert doubt.message == (
        "第1段、第2段、第3段、第4段、第5段等9处有隐藏文字，共18字，没有收入正文"
    )
    assert (doubt.start, doubt.end) == (0, 1)


def test_a_text_box_and_a_row_that_are_hidden() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('盒')}</w:txbxContent></w:pict>"
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph('甲')}</w:tc></w:tr>"
    found = read(
        paragraph("见", runs=f"<w:r><w:rPr>{HIDE}</w:rPr>{box}</w:r>") + f"<w:tbl>{row}</w:tbl>"
    )
    assert found.text == "见\n"
    assert left(found) == [("第1段文本框1", "hidden", "盒"), ("表1第1行", "hidden", "甲")]


# Changes


def test_changes_count_as_accepted_and_are_one_finding() -> None:
    moved = f'<w:moveFrom w:id="3" w:author="某">{run("移走")}</w:moveFrom>'
    to = f'<w:moveTo w:id="4" w:author="某">{run("移来")}</w:moveTo>'
    found = read(
        paragraph("落实", runs=tracked("ins", "主体") + tracked("del", "次要") + run("责任"))
        + paragraph("甲", runs=moved)
        + paragraph("乙", runs=to)
    )
    assert found.text == "落实主体责任\n甲\n乙移来\n"
    assert left(found) == [("第1段", "deleted", "次要"), ("第2段", "moved", "移走")]
    assert [doubt.message for doubt in found.doubts] == [
        "第1段、第2段有修订（插入1处、删除1处、移动1处），按全部接受读入"
    ]


def test_what_was_put_in_and_struck_out_again_is_out() -> None:
    inner = f'<w:ins w:id="1" w:author="某">{tracked("del", "又删")}</w:ins>'
    assert read(paragraph("见", runs=inner)).text == "见\n"


def test_a_deleted_mark_joins_two_paragraphs_over_what_stands_between() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="某"/></w:rPr>'
    found = read(
        paragraph("落实", gone)
        + '<w:bookmarkStart w:id="0" w:name="b"/>'
        + paragraph("责任")
        + paragraph("末", gone)
    )
    assert found.text == "落实责任\n末\n"
    assert "I-002" in codes(found)


def test_a_hidden_mark_joins_and_the_first_gives_the_number() -> None:
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert (
        read(paragraph("一、做法。", separator) + paragraph("加强领导")).text
        == "一、做法。加强领导\n"
    )


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert read(paragraph("落", frame) + paragraph("实责任。")).text == "落实责任。\n"


def test_old_properties_of_changes_do_not_count() -> None:
    old = (
        "<w:pPrChange w:id='1' w:author='某'><w:pPr><w:numPr><w:ilvl w:val='0'/>"
        "<w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange>"
    )
    changed = f"<w:rPrChange w:id='2' w:author='某'><w:rPr>{HIDE}</w:rPr></w:rPrChange>"
    assert read(paragraph("甲", old, run("乙", changed))).text == "甲乙\n"


def test_rows_and_cells_that_were_deleted_or_inserted() -> None:
    def row(text: str, properties: str = "", cell: str = "") -> str:
        cells = (
            f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(text)}</w:tc><w:tc>{paragraph('丁')}</w:tc>"
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    found = read(
        "<w:tbl>"
        + row("甲", '<w:del w:id="1" w:author="某"/>')
        + row("乙", '<w:ins w:id="1" w:author="某"/>')
        + row("丙", cell='<w:cellDel w:id="1" w:author="某"/>')
        + "</w:tbl>"
    )
    assert found.text == "乙\t丁\n丁\n"
    assert codes(found) == ["I-002"]


# Fields


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (field(" PAGE ", "7"), "7"),
        (field(r' HYPERLINK "http://a.cn/" \o "说明" ', "某网"), "某网"),
        (field(" XE 索引词 "), ""),
        (field(r" EQ \o\ac(○,5) "), "⑤"),
        (field(r" eq \o\ac(○,12)"), "⑫"),
        (field(r" EQ \o\ac(□,优) "), "优"),
        (field(r" EQ \* jc2 \* hps10 \o\ad(\s\up 9(chè),掣) "), "掣"),
        (field(r" EQ \f(1,2) "), "1/2"),
        (field(r' SYMBOL 252 \f "Wingdings" \s 12 '), "✓"),
        (field(" MACROBUTTON NoMacro 点此填写 "), "点此填写"),
        ('<w:fldSimple w:instr=" DATE ">' + run("二〇二三年") + "</w:fldSimple>", "二〇二三年"),
        ('<w:hyperlink r:id="rId9">' + run("某网") + "</w:hyperlink>", "某网"),
    ],
)
def test_the_result_of_a_field_is_text_and_its_code_is_not(runs: str, words: str) -> None:
    found = read(paragraph("前", runs=runs + run("后")))
    assert found.text == f"前{words}后\n"


def test_fields_within_fields_and_over_paragraphs() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    inner = begin + code + field(" MERGEFIELD a ", "名") + separate + run("是") + end
    found = read(
        paragraph("前", runs=inner + run("。"))
        + paragraph("甲", runs=begin + code + separate + run("一"))
        + paragraph("乙", runs=run("二") + end + run("三"))
    )
    assert found.text == "前是。\n甲一\n乙二三\n"


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = read(paragraph("甲", runs=begin + run("乙")) + paragraph("丙"))
    assert found.text == "甲乙\n丙\n"
    assert read(paragraph("甲", runs=end + run("乙"))).text == "甲乙\n"


def test_boxes_to_tick_and_to_choose_from() -> None:
    def form(inside: str, code: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'
            f"<w:r><w:instrText> {code} </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    ticked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX")
    empty = form('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX")
    chosen = form(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/>'
        '<w:listEntry w:val="乙"/></w:ddList>',
        "FORMDROPDOWN",
    )
    assert read(paragraph("选：", runs=ticked + empty + chosen)).text == "选：☑☐乙\n"


def test_numbers_that_word_draws_itself_are_said_to_be_missing() -> None:
    found = read(paragraph("做法", runs=field(" AUTONUM ")))
    assert codes(found) == ["I-006"]


def test_an_automatic_table_of_contents_is_not_the_text_twice() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    first = begin + code + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、做法")
    entry = "<w:r><w:tab/></w:r>" + field(" PAGEREF a ", "1")
    found = read(
        paragraph("目 录")
        + paragraph(runs=first + entry)
        + paragraph(runs=run("附：别处没有的") + entry)
        + paragraph(runs='<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + paragraph("一、做法")
        + paragraph("落实责任。")
    )
    assert found.text == "附：别处没有的\t1\n一、做法\n落实责任。\n"
    assert [words for _, kind, words in left(found) if kind == "contents"] == [
        "目 录",
        "一、做法\t1",
    ]


# What stands in a line


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
        ("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>", "甲\n乙\n丙"),
        ('<w:br w:type="page"/><w:t>甲</w:t><w:br w:type="page"/>', "甲"),
        ("<w:t>非</w:t><w:softHyphen/><w:t>凡</w:t><w:noBreakHyphen/><w:t>人</w:t>", "非凡-人"),
        ("<w:lastRenderedPageBreak/><w:t>甲</w:t>", "甲"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t>', "☑是"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t>3</w:t>', "≥3"),
        ('<w:sym w:font="Symbol" w:char="00DA"/><w:t>3</w:t>', "∨3"),
        ('<w:sym w:font="宋体" w:char="2460"/><w:t>甲</w:t>', "①甲"),
        ("<w:t><![CDATA[<甲&乙>]]></w:t>", "<甲&乙>"),
        ("<w:t>&#x7532;&amp;&lt;</w:t>", "甲&<"),
        ("<w:t>\n   甲\n   </w:t>", "甲"),
        ("<w:t>甲<!-- 注 -->乙<?x y?>丙</w:t>", "甲乙丙"),
        ('<w:t xml:space="preserve"> 甲 </w:t>', " 甲 "),
    ],
)
def test_signs_in_a_run(inside: str, words: str) -> None:
    assert read(paragraph(runs=f"<w:r>{inside}</w:r>")).text == f"{words}\n"


def test_entities_that_the_file_defines() -> None:
    data = with_part(
        compose(paragraph("甲X乙")),
        "word/document.xml",
        lambda xml: xml.replace(
            b"?><w:doc", '?><!DOCTYPE w [<!ENTITY a "中">]><w:doc'.encode()
        ).replace(b"X", b"&a;"),
    )
    assert import_file("a.docx", data).text == "甲中乙\n"


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a package with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w", 8) as made:
        for each in given.namelist():
            made.writestr(each, change(given.read(each)) if each == name else given.read(each))
    return out.getvalue()


def test_ruby_without_its_reading() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('chè')}</w:rt><w:rubyBase>{run('掣')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    found = read(paragraph("避免", runs=ruby + run("肘")))
    assert found.text == "避免掣肘\n"
    assert left(found) == [("第1段", "ruby", "chè")]


def test_controls_tags_and_wrappers_are_looked_through() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        paragraph("甲", runs=control.format(run("乙")) + f"<w:smartTag>{run('丙')}</w:smartTag>")
        + control.format(paragraph("丁") + control.format(paragraph("戊")))
        + f"<w:customXml>{paragraph('己')}</w:customXml>"
        + "<w:tbl>"
        + control.format(
            "<w:tr>"
            + control.format(f"<w:tc>{paragraph('庚')}</w:tc>")
            + f"<w:tc>{control.format(paragraph('辛'))}</w:tc></w:tr>"
        )
        + "</w:tbl>"
    )
    assert read(body).text == "甲乙丙\n丁\n戊\n己\n庚\t辛\n"


def test_the_prompt_of_a_control_is_no_text() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = read(
        paragraph("姓名：", runs=prompt.format(run("单击输入"))) + prompt.format(paragraph("点此"))
    )
    assert found.text == "姓名：\n"
    assert left(found) == [("第1段", "prompt", "单击输入"), ("正文", "prompt", "点此")]


def test_formulas_give_their_letters() -> None:
    def part(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    half = f"<m:f><m:num>{part('1')}</m:num><m:den>{part('2')}</m:den></m:f>"
    square = f"<m:sSup><m:e>{part('x')}</m:e><m:sup>{part('2')}</m:sup></m:sSup>"
    found = read(
        paragraph("得", runs=f"<m:oMath>{part('y=')}{half}{square}</m:oMath>")
        + f"<m:oMathPara><m:oMath>{part('E=mc')}</m:oMath></m:oMathPara>"
    )
    assert found.text == "得y=1/2x^2\nE=mc\n"


def _letters(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _math(name: str, *parts: tuple[str, str], properties: str = "") -> str:
    inside = "".join(f"<m:{part}>{words}</m:{part}>" for part, words in parts)
    return f"<m:{name}><m:{name}Pr>{properties}</m:{name}Pr>{inside}</m:{name}>"


GROWTH = _math("f", ("num", _letters("本期数−上期数")), ("den", _letters("上期数")), properties="")
POWER = _math("sSup", ("e", _letters("b")), ("sup", _letters("2")))


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (GROWTH + _letters("×100%"), "(本期数−上期数)/上期数×100%"),
        (_math("f", ("num", _letters("办结数")), ("den", _letters("总数"))), "办结数/总数"),
        (_math("f", ("num", _letters("1")), ("den", _letters("（a+b）"))), "1/（a+b）"),
        (_math("f", ("num", _letters("(a)+(b)")), ("den", _letters("c"))), "((a)+(b))/c"),
        (_math("f", ("num", GROWTH), ("den", _letters("2"))), "((本期数−上期数)/上期数)/2"),
        (_letters("3×") + _math("d", ("e", _letters("a+b"))), "3×(a+b)"),
        (
            _math(
                "f",
                *(("num", _letters("n")), ("den", _letters("k"))),
                properties='<m:type m:val="noBar"/>',
            ),
            "n¦k",
        ),
        (
            _math(
                "d",
                *(("e", _letters("a")), ("e", _letters("b"))),
                properties='<m:begChr m:val="{"/><m:sepChr m:val=","/><m:endChr m:val=""/>',
            ),
            "{a,b",
        ),
        (_math("d", ("e", _letters("x")), properties='<m:begChr m:val="|"/>'), "|x)"),
        (_math("rad", ("deg", ""), ("e", POWER + _letters("−4ac"))), "√(b^2−4ac)"),
        (_math("rad", ("deg", _letters("3")), ("e", _letters("x"))), "3√x"),
        (_math("sSup", ("e", _letters("q")), ("sup", _letters("n−1"))), "q^(n−1)"),
        (
            _math(
                "nary",
                *(("sub", _letters("i=1")), ("sup", _letters("n")), ("e", _letters("x"))),
                properties='<m:chr m:val="∑"/>',
            ),
            "∑_(i=1)^nx",
        ),
        (_math("nary", ("sub", ""), ("sup", ""), ("e", _letters("f"))), "∫f"),
        (_math("limLow", ("e", _letters("max")), ("lim", _letters("i"))), "max_i"),
        (_math("acc", ("e", _letters("x")), properties='<m:chr m:val="\u0305"/>'), "x\u0305"),
        (
            _math("m", *(("mr", f"<m:e>{_letters(a)}</m:e>" * 2) for a in "12")),
            "1 1; 2 2",
        ),
        (_math("eqArr", ("e", _letters("x=1")), ("e", _letters("y=2"))), "x=1; y=2"),
        (_math("sSub", ("e", _letters("CO")), ("sub", _letters("2"))), "CO2"),
        ("<m:f/><m:d/><m:rad/><m:nary/><m:sSup/>" + _letters("x"), "/()√∫^x"),
    ],
)
def test_signs_that_word_draws_in_a_formula_are_text(formula: str, words: str) -> None:
    assert read(paragraph(runs=f"<m:oMath>{formula}</m:oMath>")).text == f"{words}\n"


def test_a_formula_that_is_deleted_with_its_row_is_on_the_record() -> None:
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(runs=_letters('x+y'))}</w:tc></w:tr>"
    found = read(paragraph("文") + f"<w:tbl>{row}</w:tbl>")
    assert found.text == "文\n"
    assert left(found) == [("表1第1行", "deleted", "x+y")]


# Boxes, pictures, objects


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


# Tables


def test_merged_cells_are_not_repeated() -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='3'/></w:tcPr>"
        + paragraph("表题")
        + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + paragraph("甲") + "</w:tc>"
        "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("乙") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("旧字") + "</w:tc>"
        "<w:tc>" + paragraph("丙") + "</w:tc><w:tc>" + paragraph() + "</w:tc></w:tr></w:tbl>"
    )
    found = read(body)
    assert found.text == "表题\n甲\t乙\n\t丙\t\n"
    assert left(found) == [("表1第3行", "cell", "旧字")]


def test_a_table_within_a_cell_comes_behind_its_row() -> None:
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph('子')}</w:tc><w:tc>{paragraph('丑')}</w:tc></w:tr></w:tbl>"
    )
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('甲')}{paragraph('一')}</w:tc>"
        f"<w:tc>{paragraph('乙')}{inner}{paragraph('二')}</w:tc></w:tr></w:tbl>"
    )
    found = read(body + paragraph("后"))
    assert found.text == "甲 一\t乙 二\n子\t丑\n后\n"
    assert [part.place for part in found.parts] == ["表1第1行", "表1第1行表1第1行", "第1段"]


def test_a_row_of_one_cell_is_a_frame_and_its_paragraphs_stay_apart() -> None:
    inside = paragraph("关于监督的报告") + paragraph("一、做法") + paragraph("落实责任。")
    assert read(f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>").text == (
        "关于监督的报告\n一、做法\n落实责任。\n"
    )


# Notes, heads and feet, comments


def note(kind: str, identity: int, *texts: str) -> str:
    mark = f"<w:r><w:{kind}Ref/></w:r>"
    return (
        f'<w:{kind} w:id="{identity}">{"".join(paragraph(t, runs=mark) for t in texts)}</w:{kind}>'
    )


def call(kind: str, identity: int, more: str = "", mark: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}" {more}/>{mark}</w:r>'


def test_notes_stand_right_behind_their_paragraph() -> None:
    separator = (
        '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:t>线</w:t></w:r></w:p></w:footnote>'
    )
    body = (
        paragraph(
            "落实责任",
            runs=call("footnote", 2) + run("，加强监督") + call("footnote", 3) + run("。"),
        )
        + paragraph(
            "末段",
            runs=call("endnote", 2)
            + call("footnote", 4, 'w:customMarkFollows="1"', "<w:t>*</w:t>"),
        )
        + table([paragraph("甲", runs=call("footnote", 5)), "乙"])
    )
    found = read(
        body,
        footnotes=separator
        + note("footnote", 2, "见条例。", "第五条。")
        + note("footnote", 3, "二")
        + note("footnote", 4, "星")
        + note("footnote", 5, "表注")
        + note("footnote", 6, "没人引"),
        endnotes=note("endnote", 2, "文献"),
    )
    assert found.text == (
        "落实责任，加强监督。\n〔注1：见条例。 第五条。〕\n〔注2：二〕\n"
        "末段\n〔尾注1：文献〕\n〔注*：星〕\n甲\t乙\n〔注3：表注〕\n"
    )
    assert [part.place for part in found.parts if part.kind == "footnote"] == [
        "第1段脚注（“落实责任”后）",
        "第1段脚注（“落实责任，加强监督”后）",
        "第2段脚注（“末段”后）",
        "表1第1行脚注（“甲”后）",
        "脚注",
    ]
    assert left(found) == [("脚注", "footnote", "没人引")]


def test_the_place_of_a_note_does_not_tell_hidden_words() -> None:
    body = paragraph(runs=run("机密", HIDE) + call("footnote", 2))
    (part,) = (p for p in read(body, footnotes=note("footnote", 2, "注")).parts if not p.reason)
    assert part.place == "第1段脚注"


def test_a_note_called_in_deleted_words_or_by_itself_and_one_that_is_missing() -> None:
    deleted = f'<w:del w:id="1" w:author="某">{call("footnote", 2)}</w:del>'
    found = read(
        paragraph("甲", runs=deleted)
        + paragraph("乙", runs=call("footnote", 3))
        + paragraph("丙", runs=call("footnote", 9)),
        footnotes=note("footnote", 2, "删")
        + '<w:footnote w:id="3">'
        + paragraph("自", runs=call("footnote", 3))
        + "</w:footnote>",
    )
    assert found.text == "甲\n乙\n〔注1：自〕\n丙\n"
    assert codes(found) == ["I-002", "I-006"]


def test_heads_feet_and_comments_are_out_and_on_the_record() -> None:
    found = read(
        paragraph("正文", runs='<w:r><w:commentReference w:id="0"/></w:r>'),
        header1=paragraph("内部资料") + paragraph("注意保存"),
        footer1=paragraph("— ", runs=field(" PAGE ", "1")),
        header2=paragraph(),
        comments=f'<w:comment w:id="0" w:author="张某">{paragraph("此处再核")}</w:comment>',
    )
    assert found.text == "正文\n"
    assert [each for each in left(found) if each[1] != "field"] == [
        ("页眉1", "header", "内部资料\n注意保存"),
        ("页脚1", "footer", "— 1"),
        ("批注1（张某）", "comment", "此处再核"),
    ]
    assert found.doubts == ()


# Files within the file


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


# The package


def test_strict_files_and_other_names_of_parts() -> None:
    strict = compose(paragraph("甲") + item("乙", 1))
    strict = with_part(
        strict,
        "word/document.xml",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )
    strict = with_part(
        strict,
        "_rels/.rels",
        lambda xml: xml.replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships/",
        ),
    )
    assert import_file("a.docx", strict).text == "甲\n乙\n"


def test_the_document_stands_where_the_package_says() -> None:
    data = compose(paragraph("甲"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for each in given.namelist():
            body = given.read(each).replace(b'"word/document.xml"', b'"/word/other.xml"')
            made.writestr(each.replace("document.xml", "other.xml"), body)
    assert import_file("a.docx", out.getvalue()).text == "甲\n"


def test_a_document_of_two_bodies() -> None:
    data = compose(paragraph("甲") + "</w:body><w:body>" + paragraph("乙"))
    found = import_file("a.docx", data)
    assert found.text == "甲\n乙\n"
    assert [part.place for part in found.parts] == ["第1段", "第2段"]


def test_parts_named_with_backslashes_and_other_letters() -> None:
    data = compose(paragraph("甲"))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(out, "w") as made:
        for each in given.infolist():
            info = zipfile.ZipInfo("x")
            info.filename = each.filename.replace("word/document", "Word\\Document")
            made.writestr(info, given.read(each.filename))
    assert import_file("a.docx", out.getvalue()).text == "甲\n"
    assert import_file("a.docm", data).text == import_file("a.dotx", data).text == "甲\n"
