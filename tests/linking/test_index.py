"""What the index knows of a base: its wordings by surprise, its headings, its title."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from generator.linking import index_articles
from generator.linking.index import BaseIndex
from generator.model import Base, Edition, Term
from generator.text.official_language import official_language
from tests.linking.conftest import BASE, edition

FOUR = ("甲乙丙丁。戊己", "甲乙庚辛。壬癸", "甲乙子丑。寅卯", "辰巳午未。申酉")


def indexed(
    texts: tuple[str, ...], *terms: Term, base: Base = BASE, outside: tuple[str, ...] = ()
) -> BaseIndex:
    made = edition(texts, base)
    part = replace(made.parts[0], paragraphs=outside[1:])
    return index_articles([Edition(base, outside[:1], (part,), ())], terms).bases[0]


def postings(base: BaseIndex) -> dict[str, tuple[int, ...]]:
    """Return the articles of every wording."""
    known = base.wordings
    rows = zip(known.names, known.first.tolist(), known.holders.tolist(), strict=True)
    return {name: tuple(known.articles[at : at + size].tolist()) for name, at, size in rows}


def headings(base: BaseIndex) -> dict[str, tuple[int, ...]]:
    """Return the articles in whose heading wordings stand."""
    known = base.wordings
    owners = np.repeat(np.arange(len(known.names)), known.holders)
    found: dict[str, tuple[int, ...]] = {}
    for at in np.flatnonzero(known.in_heading):
        name = known.names[owners[at]]
        found[name] = (*found.get(name, ()), int(known.articles[at]))
    return found


def test_a_wording_is_found_in_the_articles_that_hold_it() -> None:
    base = indexed(FOUR)
    assert postings(base)["丙丁"] == (0,)
    assert postings(base)["辰巳午未"] == (3,)


def test_a_wording_does_not_reach_across_a_stop() -> None:
    base = indexed(("甲乙，丙丁。", "戊己", "庚辛"))
    assert "乙丙" not in postings(base)
    assert not any("|" in wording for wording in postings(base))


def test_wordings_have_from_two_to_eight_letters() -> None:
    base = indexed(("一二三四五六七八九十",))
    assert {len(wording) for wording in postings(base)} == set(range(2, 9))
    assert postings(base)["三四五六七八九十"] == (0,)


def test_a_wording_in_too_many_articles_tells_nothing_but_is_known() -> None:
    base = indexed(FOUR)  # 甲乙 stands in three of four
    assert postings(base)["甲乙"] == ()
    assert "甲乙" not in headings(base)
    assert "甲乙" in base.generic.forms
    assert "丙丁" not in base.generic.forms


def test_two_articles_are_not_too_many_and_four_of_ten_neither() -> None:
    assert postings(indexed(("甲乙", "甲乙", "丙丁")))["甲乙"] == (0, 1)
    ten = tuple("甲乙" if n < 4 else f"丙丁{n}" for n in range(10))
    assert postings(indexed(ten))["甲乙"] == (0, 1, 2, 3)
    assert postings(indexed(("甲乙", *ten[:9])))["甲乙"] == ()


def test_a_heading_ends_where_it_is_said_or_with_the_first_sentence() -> None:
    assert headings(indexed(FOUR))["丙丁"] == (0,)
    assert "戊己" not in headings(indexed(FOUR))
    made = edition(("标题内容正文内容。末尾", "甲乙。丙丁"))
    part = made.parts[0]
    first = replace(part.articles[0], heading="标题内容")
    made = replace(made, parts=(replace(part, articles=(first, *part.articles[1:])),))
    base = index_articles([made], ()).bases[0]
    assert "标题内容" in headings(base)
    assert "正文" not in headings(base)
    assert "容正" not in headings(base)


def test_a_paragraph_outside_the_articles_counts_half() -> None:
    base = indexed(FOUR, outside=("丙丁也在这里，丙丁。", "这里没有"))
    frequency = dict(zip(base.wordings.names, base.wordings.frequency, strict=True))
    assert frequency["丙丁"] == 1.5
    assert frequency["甲乙"] == 3
    assert frequency["戊己"] == 1
    assert "这里" not in postings(base)


def test_every_wording_has_its_surprise() -> None:
    base, language = indexed(FOUR), official_language()
    known = base.wordings
    for wording, surprise in zip(known.names, known.surprise, strict=True):
        assert surprise == pytest.approx(language.of_run(wording)), wording


def test_headings_and_articles_have_theirs_stop_by_stop() -> None:
    base, language = indexed(FOUR), official_language()
    assert base.heading_surprise[0] == pytest.approx(language.of_run("甲乙丙丁"))
    assert base.article_surprise[0] == pytest.approx(
        language.of_run("甲乙丙丁") + language.of_run("戊己")
    )


def test_a_base_in_traditional_characters_is_indexed_as_simplified() -> None:
    base = indexed(("垃圾收運車輛。密閉", "督導員"), base=Base("g", "某市垃圾分類規則", "《規則》"))
    assert postings(base)["收运车辆"] == (0,)
    assert base.blank_title("某市垃圾分类规则") == "|" * 8


def test_the_title_is_blanked_the_longer_first() -> None:
    base = indexed(FOUR, base=Base("guize", "某市分类规则", "《某市分类》"))
    assert base.blank_title("落实某市分类规则第三条") == "落实||||||第三条"
    assert base.blank_title("落实某市分类要求") == "落实||||要求"


def test_a_short_title_of_two_letters_is_a_common_word() -> None:
    base = indexed(FOUR, base=Base("yijian", "加强监督的意见", "《意见》"))
    assert base.blank_title("提出意见") == "提出意见"
    assert indexed(FOUR, base=Base("x", "", "")).blank_title("提出意见") == "提出意见"


def hinted(*hints: str) -> set[str]:
    term = Term("t", "丙丁", (), "机制", "", "", (), hints)
    return set(indexed(FOUR, term).hints.forms)


def test_hints_that_stand_everywhere_or_in_all_official_prose_are_none() -> None:
    assert hinted("甲乙", "戊己", "加强", "报纸") == {"戊己", "报纸"}


def test_hints_at_a_term_that_the_base_does_not_hold_are_none() -> None:
    term = Term("t", "没有的词", (), "机制", "", "", (), ("报纸",))
    assert not indexed(FOUR, term).hints


def test_a_base_of_its_own_for_each_edition() -> None:
    other = edition(("天地玄黄。",), Base("other", "另一份文件", "另一份"))
    index = index_articles([edition(), other], ())
    assert [each.base.id for each in index.bases] == ["guize", "other"]
    assert [len(each.articles) for each in index.bases] == [4, 1]
