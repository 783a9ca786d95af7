"""Notes, heads and feet, comments of a Word file."""

from __future__ import annotations

from tests.content.importing.word_files import (
    HIDE,
    codes,
    field,
    left,
    paragraph,
    read,
    run,
    table,
)


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
