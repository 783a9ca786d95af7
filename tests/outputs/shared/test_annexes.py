"""An annex as outputs show it: mark, title, paragraphs and tables."""

from __future__ import annotations

from generator.outputs.shared.annexes import annex_shown


def test_a_table_is_told_from_paragraphs_and_lines_keep_their_numbers() -> None:
    annex = annex_shown(
        "b-annex-1", "附件1\n项目清单\n（试行）\n说明。\n项目\t要求\n助餐\t每日\n注\t无\t多\n"
    )
    assert (annex.mark, annex.heading) == ("附件1", ("项目清单", "（试行）"))
    assert annex.title == "附件1　项目清单（试行）"
    assert [(each.first, each.is_table, each.rows) for each in annex.blocks] == [
        (1, False, (("说明。",),)),
        (2, True, (("项目", "要求"), ("助餐", "每日"))),
        (4, False, (("注　无　多",),)),  # one line with cells is no table
    ]


def test_text_is_no_title() -> None:
    for line in ("一、有固定的场所", "各区应当报送。", "甲\t乙", "字" * 61):
        annex = annex_shown("b-annex-1", f"附录：\n{line}")
        assert (annex.title, annex.lines) == ("附录：", (line,))
