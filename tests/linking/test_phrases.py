"""The phrases that a document's own wording is made of."""

from __future__ import annotations

from generator.linking.phrases import phrases
from generator.linking.word_lists import generic_words
from generator.text.letters import letters_of

PARTING = frozenset({"贯彻", "执行", "完善", "的", "和", "进一步", "不折不扣", "全面深入地"})


def found(text: str, generic: frozenset[str] = frozenset()) -> dict[str, bool]:
    return phrases([(text, letters_of(text))], PARTING, generic)


def whole(text: str, generic: frozenset[str] = frozenset()) -> set[str]:
    return {phrase for phrase, kind in found(text, generic).items() if kind}


def test_phrases_stand_between_stops_and_words_that_part_them() -> None:
    assert whole("贯彻执行民主集中制，完善决策监督机制。") == {"民主集中制", "决策监督机制"}


def test_words_of_every_length_part_phrases() -> None:
    text = "党内监督的民主集中制贯彻基层组织进一步决策机制不折不扣选人用人全面深入地信访举报"
    expected = {"党内监督", "民主集中制", "基层组织", "决策机制", "选人用人", "信访举报"}
    assert whole(text) == expected


def test_what_is_quoted_is_a_phrase_and_part_of_a_longer_one() -> None:
    assert whole("完善“三重一大”决策机制。") == {"三重一大", "三重一大决策机制"}


def test_heads_and_tails_stand_for_a_phrase_as_parts() -> None:
    parts = {phrase for phrase, kind in found("民主集中制").items() if not kind}
    assert parts == {"民主集", "民主集中", "集中制", "主集中制"}


def test_the_halves_of_four_letters_stand_for_it() -> None:
    parts = {phrase for phrase, kind in found("信访举报").items() if not kind}
    assert parts == {"信访", "举报", "信访举", "访举报"}


def test_what_is_whole_somewhere_is_no_part() -> None:
    assert found("信访举报，信访")["信访"] is True


def test_phrases_have_from_two_to_eight_letters() -> None:
    assert whole("一，一二，一二三四五六七八，甲乙丙丁戊己庚辛壬") == {"一二", "一二三四五六七八"}
    assert max(map(len, found("甲乙丙丁戊己庚辛壬"))) == 8


def test_a_row_of_generic_words_is_no_phrase() -> None:
    assert whole("以工作，工作以，以监督", frozenset({"以", "工作"})) == {"以监督"}
    generic = frozenset({"重大", "工作", "大工"})
    assert whole("重大工作，重大监督，工作重大，工作重", generic) == {"重大监督", "工作重"}


def test_the_lists_of_words_are_read() -> None:
    every, parting = generic_words()
    assert parting < every
    assert {"加强", "的"} <= parting
    assert {"组织", "以"} <= every - parting
    assert not any(word.startswith("#") for word in every)


def test_a_quotation_that_holds_a_stop_is_no_phrase() -> None:
    assert whole("完善“监督，”决策机制。") >= {"监督"}
    assert not {phrase for phrase in found("完善“三重，一大”和“监督。”") if "|" in phrase}
