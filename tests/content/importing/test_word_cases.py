"""Word files that were read wrongly once, each as it was met."""

from __future__ import annotations

from generator.content.importing import import_file
from tests.content.importing.word_files import abstract, compose, item, level, num, paragraph, run

RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def test_lists_that_restart_circled_numbers_and_a_text_box() -> None:
    box = (
        "<w:r><w:pict><v:rect><v:textbox><w:txbxContent>"
        f"{paragraph('图一 东馆外景')}{paragraph('摄于三月')}"
        "</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    )
    body = (
        paragraph("借阅工作报告")
        + paragraph("一、做法")
        + item("早动员。", 90)
        + item("早部署。", 90)
        + paragraph("二、打算")
        + item("增加册数。", 91)
        + item("延长时间。", 91)
        + item("新购图书。", 92)
        + item("修补旧书。", 92)
        + item("东馆。", 93)
        + paragraph("读者满意度提升。", runs=box)
    )
    numbering = (
        abstract(90, level(0, "decimal", "%1."))
        + abstract(92, level(0, "decimalEnclosedCircle", "%1"))
        + abstract(93, level(0, "lowerLetter", "%1）"))
        + num(90, 90)
        + num(91, 90, RESTART)
        + num(92, 92)
        + num(93, 93)
    )
    assert import_file("in.docx", compose(body, numbering=numbering)).text.splitlines() == [
        *("借阅工作报告", "一、做法", "1.早动员。", "2.早部署。", "二、打算", "1.增加册数。"),
        *("2.延长时间。", "①新购图书。", "②修补旧书。", "a）东馆。", "读者满意度提升。"),
        *("图一 东馆外景", "摄于三月"),
    ]


def test_hidden_words_and_a_reading_in_a_line() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('chè')}</w:rt>"
        f"<w:rubyBase>{run('掣')}</w:rubyBase></w:ruby></w:r>"
    )
    hidden = run("（此句待领导定，勿外传）", "<w:vanish/>")
    found = import_file(
        "r.docx",
        compose(
            paragraph("西山街道阅览室工作报告")
            + paragraph("避免", runs=ruby + run("肘，全年送书上门。") + hidden)
        ),
    )
    assert found.text == "西山街道阅览室工作报告\n避免掣肘，全年送书上门。\n"
    assert "勿外传" not in "".join(doubt.message for doubt in found.doubts)
    assert [doubt.code for doubt in found.doubts] == ["I-001"]
    assert "（此句待领导定，勿外传）" in [part.left_out for part in found.parts]


def test_headings_numbered_by_a_style_based_on_another_and_a_restarted_list() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        "</w:style>"
    )
    numbering = (
        abstract(
            0,
            level(0, "chineseCountingThousand", "%1、"),
            level(1, "chineseCountingThousand", "（%2）"),
        )
        + abstract(1, level(0, "decimal", "%1."))
        + abstract(2, level(0, "decimalEnclosedCircle", "%1"))
        + num(1, 0)
        + num(2, 1)
        + num(3, 1, RESTART)
        + num(4, 2)
    )
    body = (
        paragraph("主要做法", '<w:pStyle w:val="A"/>')
        + item("新建三处阅览室。", 2)
        + item("每周开放时间不少于四十八小时。", 2)
        + paragraph("存在问题", '<w:pStyle w:val="B"/>')
        + item("藏书更新不够。", 3)
        + item("收取押金。", 3)
        + item("志愿者少。", 4)
        + item("座席少。", 4)
    )
    text = import_file("r.docx", compose(body, styles=styles, numbering=numbering)).text
    assert text.splitlines() == [
        *("一、主要做法", "1.新建三处阅览室。", "2.每周开放时间不少于四十八小时。"),
        *("二、存在问题", "1.藏书更新不够。", "2.收取押金。", "①志愿者少。", "②座席少。"),
    ]
