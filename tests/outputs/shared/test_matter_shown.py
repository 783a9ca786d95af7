"""Matter apart as outputs show it: what stands before the text, behind it, and the annexes."""

from __future__ import annotations

import pytest

from generator.model import Base, Edition, Matter, MatterKind, SourceSpan
from generator.outputs.shared.matter_shown import document_number, matter_shown

PLACE = SourceSpan("a.txt", 0, 1)
WHOLE: tuple[tuple[MatterKind, str], ...] = (
    ("title", "关于发展社区早餐的意见"),
    ("number", "云政发〔2021〕7号"),
    ("addressee", "各街道办事处："),
    ("contents", "目录\n一、总则"),
    ("annex-list", "附件：网点名单"),
    ("signature", "云溪市人民政府"),
    ("date", "2021年6月3日"),
    ("remark", "（此件公开发布）"),
    ("annex", "附件\n网点名单\n\n一、东街\n二、西街"),
)


def edition_of(rows: tuple[tuple[MatterKind, str], ...], adopted: str = "") -> Edition:
    matter = tuple(Matter(kind, text, PLACE) for kind, text in rows)
    return Edition(Base("b", "意见", "意见", adopted=adopted), (), (), (), matter)


def test_every_line_stands_in_its_place_and_contents_are_not_repeated() -> None:
    shown = matter_shown(edition_of(WHOLE))
    assert [each.text for each in shown.before] == ["云政发〔2021〕7号", "各街道办事处："]
    assert [each.text for each in shown.behind] == [
        *("附件：网点名单", "云溪市人民政府", "2021年6月3日", "（此件公开发布）"),
    ]
    (annex,) = shown.annexes
    assert (annex.id, annex.title) == ("b-annex-1", "附件　网点名单")
    assert annex.lines == ("一、东街", "二、西街")
    assert document_number(edition_of(WHOLE)) == "云政发〔2021〕7号"


def test_a_date_that_the_imprint_tells_is_not_said_twice_before_the_text() -> None:
    rows: tuple[tuple[MatterKind, str], ...] = (("date", "2021年6月3日"), ("addressee", "各区："))
    assert [each.kind for each in matter_shown(edition_of(rows)).before] == ["date", "addressee"]
    dated = matter_shown(edition_of(rows, "2021-06-03"))
    assert [each.kind for each in dated.before] == ["addressee"]


@pytest.mark.parametrize(
    ("text", "title", "lines"),
    [
        ("附录：\n禁用食品范围\n（一）甲", "附录：禁用食品范围", ("（一）甲",)),
        ("附件1\n网点名单\n甲", "附件1　网点名单", ("甲",)),
        ("附件：网点名单\n甲", "附件：网点名单", ("甲",)),
        ("附件\n一、东街", "附件", ("一、东街",)),
        ("附表", "附表", ()),
    ],
)
def test_an_annex_has_a_title(text: str, title: str, lines: tuple[str, ...]) -> None:
    (annex,) = matter_shown(edition_of((("annex", text),))).annexes
    assert (annex.title, annex.lines) == (title, lines)
