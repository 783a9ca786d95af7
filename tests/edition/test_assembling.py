"""From the established text to the edition: parts, articles, sentences, dates."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition import collate
from generator.edition.assembling import heading_of
from generator.errors import ContentError
from generator.model import Base, Collation, Edition
from tests.edition.conftest import law, piece

TITLE = "关于做好节水的意见"
POLICY = f"""{TITLE}
各单位要节水。
一、总体要求
本节说要求。分两句。
（一）指导思想。坚持节水。
（二）基本原则。节水优先！
二、主要任务
（三）建台账。用水单位要建台账。
本条第二款。
三、保障
（四）经费。列入预算。
"""
CHAPTERS = """平河市用水办法
第一章 总则
第一条 为了节水，制定本办法。
第二章 管理
第一节 单位
第二条 单位要节水。
第二节 居民
第三条 居民要节水。
第三章 附则
第四条 本办法自2022年7月1日起施行。
"""
BASE = Base("p", TITLE, "《意见》")


def of(*texts: str, base: Base = BASE) -> Collation:
    return collate(base, [piece(f"w{n}", text) for n, text in enumerate(texts, 1)])


def laws(*texts: str, **facts: object) -> Edition:
    base = Base("p", "平河市用水办法", "《办法》", **facts)  # type: ignore[arg-type]
    return of(*texts, base=base).edition


def frame(edition: Edition) -> list[tuple[int, str, int, list[int]]]:
    return [
        (part.number, part.label + part.heading, part.depth, [a.number for a in part.articles])
        for part in edition.parts
    ]


def test_a_policy_has_preamble_parts_and_articles_with_headings() -> None:
    edition = of(POLICY).edition
    assert edition.preamble == ("各单位要节水。",)
    assert frame(edition) == [
        (1, "一、总体要求", 1, [1, 2]),
        (2, "二、主要任务", 1, [3]),
        (3, "三、保障", 1, [4]),
    ]
    assert [part.paragraphs for part in edition.parts] == [("本节说要求。分两句。",), (), ()]
    assert [(a.id, a.label, a.heading) for a in edition.articles] == [
        ("p-1", "（一）", "指导思想"),
        ("p-2", "（二）", "基本原则"),
        ("p-3", "（三）", "建台账"),
        ("p-4", "（四）", "经费"),
    ]
    third = edition.articles[2]
    assert third.text == "建台账。用水单位要建台账。\n本条第二款。"
    assert POLICY[third.source.start : third.source.end] == third.text
    assert (third.witness, third.source.file) == ("w1", "w1.txt")


def test_sentences_are_counted_within_an_article_or_a_part() -> None:
    assert [
        (s.id, s.part, s.article, s.paragraph, s.start, s.end, s.text)
        for s in of(POLICY).edition.sentences
    ] == [
        ("p-p0-s1", None, None, 0, 0, 7, "各单位要节水。"),
        ("p-p1-s1", 1, None, 0, 0, 6, "本节说要求。"),
        ("p-p1-s2", 1, None, 0, 6, 10, "分两句。"),
        ("p-1-s1", 1, 1, 0, 0, 5, "指导思想。"),
        ("p-1-s2", 1, 1, 0, 5, 10, "坚持节水。"),
        ("p-2-s1", 1, 2, 0, 0, 5, "基本原则。"),
        ("p-2-s2", 1, 2, 0, 5, 10, "节水优先！"),
        ("p-3-s1", 2, 3, 0, 0, 4, "建台账。"),
        ("p-3-s2", 2, 3, 0, 4, 13, "用水单位要建台账。"),
        ("p-3-s3", 2, 3, 1, 14, 20, "本条第二款。"),
        ("p-4-s1", 3, 4, 0, 0, 3, "经费。"),
        ("p-4-s2", 3, 4, 0, 3, 8, "列入预算。"),
    ]


def test_chapters_with_sections_are_numbered_through() -> None:
    whole = [
        (1, "第一章总则", 1, [1]),
        (2, "第二章管理", 1, []),
        (3, "第一节单位", 2, [2]),
        (4, "第二节居民", 2, [3]),
        (5, "第三章附则", 1, [4]),
    ]
    assert frame(laws(CHAPTERS)) == whole


@pytest.mark.parametrize(
    "lost", ["第一章 总则\n", "第一节 单位\n", "第二节 居民\n", "第三章 附则\n"]
)
def test_a_heading_that_one_witness_lacks_is_in_its_place(lost: str) -> None:
    for texts in ((CHAPTERS, CHAPTERS.replace(lost, "")), (CHAPTERS.replace(lost, ""), CHAPTERS)):
        assert frame(laws(*texts)) == frame(laws(CHAPTERS))


def test_headings_that_each_lacks_are_put_together_in_order() -> None:
    one = CHAPTERS.replace("第二章 管理\n", "")
    other = CHAPTERS.replace("第三章 附则\n", "")
    assert frame(laws(one, other)) == frame(laws(CHAPTERS))
    assert frame(laws(other, one)) == frame(laws(CHAPTERS))


def test_a_heading_is_decided_like_any_reading() -> None:
    odd = CHAPTERS.replace("第二章 管理", "第二章 管里")
    for texts in ((odd, CHAPTERS, CHAPTERS), (CHAPTERS, odd, CHAPTERS)):
        assert [part.heading for part in laws(*texts).parts] == [
            *("总则", "管理", "单位", "居民", "附则"),
        ]
    wrong = CHAPTERS.replace("第三章 附则", "第二章 附则")
    assert laws(wrong, CHAPTERS, CHAPTERS).parts[4].label == "第三章"


def test_articles_before_the_first_part_are_in_one_without_a_heading() -> None:
    text = CHAPTERS.replace("第一章 总则\n", "")
    assert frame(laws(text))[0] == (0, "", 1, [1])  # another part is 第一节
    numbered = text.replace("第一节 单位\n", "").replace("第二节 居民\n", "")
    assert [row[0] for row in frame(laws(numbered))] == [1, 2, 3]
    anew = numbered.replace("第二章", "第一章").replace("第三章", "第二章")
    assert [row[:2] for row in frame(laws(anew))] == [
        (0, ""),
        (1, "第一章管理"),
        (2, "第二章附则"),
    ]
    plain = laws(
        "\n".join(line for line in CHAPTERS.split("\n") if "条 " in line or "办法" in line)
    )
    assert frame(plain) == [(1, "", 1, [1, 2, 3, 4])]


def test_when_it_is_in_force_is_read_where_the_text_says_so_once() -> None:
    assert laws(CHAPTERS).base.effective == "2022-07-01"
    assert laws(CHAPTERS, effective="2020-01-01").base.effective == "2020-01-01"
    twice = CHAPTERS.replace("为了节水，制定本办法。", "本办法自2023年1月1日起施行。")
    assert laws(twice).base.effective == ""
    again = CHAPTERS.replace("为了节水，制定本办法。", "本办法自2022年7月1日起施行。")
    assert laws(again).base.effective == "2022-07-01"
    assert laws(CHAPTERS.replace("本办法自", "原办法自")).base.effective == ""


def test_the_date_is_that_of_most_witnesses_unless_declared() -> None:
    dated = [CHAPTERS.replace("办法\n", f"办法\n（2022年{m}月1日）\n", 1) for m in (3, 4, 4)]
    assert laws(*dated).base.adopted == "2022-04-01"
    assert laws(*dated, adopted="2021-12-31").base.adopted == "2021-12-31"
    assert laws(CHAPTERS, dated[0]).base.adopted == "2022-03-01"
    assert laws(CHAPTERS).base.adopted == ""


def test_titles_of_articles_may_be_given_by_label_name_or_number() -> None:
    titles = {"第一条": "目的", "3": "居民节水"}
    named = {a.number: a.short_title for a in laws(CHAPTERS, article_titles=titles).articles}
    assert (named[1], named[3]) == ("目的", "居民节水")
    policy = replace(BASE, article_titles={"第（四）条": "经费来源", "（二）": "原则"})
    short = [a.short_title for a in of(POLICY, base=policy).edition.articles]
    assert short == ["指导思想", "原则", "建台账", "经费来源"]
    with pytest.raises(ContentError, match="没有这一条；写条号，如 第一条"):
        laws(CHAPTERS, article_titles={"第九条": "无"})


def test_matter_apart_is_from_the_witness_that_has_most_of_it() -> None:
    more = CHAPTERS.replace("办法\n", "办法\n（2022年3月1日）\n", 1)
    edition = laws(CHAPTERS, more)
    assert [(m.text, m.source.file) for m in edition.matter] == [
        ("平河市用水办法", "w2.txt"),
        ("（2022年3月1日）", "w2.txt"),
    ]
    for each in edition.matter:
        assert more[each.source.start : each.source.end] == each.text
    equal = laws(CHAPTERS, CHAPTERS)
    assert [m.source.file for m in equal.matter] == ["w1.txt"]


def test_the_heading_of_an_article() -> None:
    assert heading_of("指导思想。坚持节水。", "brackets") == "指导思想"
    assert heading_of("怎么办？节水！", "brackets") == "怎么办"
    assert heading_of("经费\n列入预算。", "brackets") == "经费"
    assert heading_of("", "brackets") == ""
    assert heading_of("水" * 80 + "。", "brackets") == "水" * 80
    assert heading_of("水" * 81 + "。", "brackets") == ""
    assert heading_of("【目的】为了节水。", "articles") == "目的"
    assert heading_of("为了节水。", "articles") == ""
    assert heading_of("为了【目的】节水。", "articles") == ""
    assert heading_of(f"【{'水' * 40}】", "articles") == "水" * 40
    assert heading_of(f"【{'水' * 41}】", "articles") == ""


def test_a_label_that_is_wrong_in_the_copytext_is_printed_right() -> None:
    """Both misread the label of article 7, each in its own way."""
    one = law().replace("第七条　", "第三条　")
    other = law().replace("第七条　", "")
    found = collate(
        Base("water", "平河市节约用水条例", "《条例》"), [piece("w1", one), piece("w2", other)]
    )
    assert [a.label for a in found.edition.articles] == [f"第{n}条" for n in "一二三四五六七八九"]
