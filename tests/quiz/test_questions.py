"""Self-test: what is asked of documents the code has not seen, and what never is."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from generator.duties import extract_duties
from generator.quiz import Choice, Gap, Matching, Question, draw, make_questions, shown
from tests.duties.test_extraction import edition_of
from tests.quiz.conftest import Asked


def letters(words: str) -> str:
    return re.sub(r"\W", "", words)


def longest_run(one: str, other: str, document: Asked) -> int:
    """Return how many letters in a row two deeds share, names of bodies not counted."""
    names = sorted({each.body for each in document.duties if each.body}, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, names)))
    first, second = (letters(known.sub("", each)) for each in (one, other))
    return (
        SequenceMatcher(None, first, second, autojunk=False)
        .find_longest_match(0, len(first), 0, len(second))
        .size
    )


def test_every_document_has_questions_of_several_kinds(asked: tuple[Asked, ...]) -> None:
    kinds = set()
    for document in asked:
        assert len(document.questions) >= 40
        kinds |= {(type(q).__name__, getattr(q, "of", "")) for q in document.questions}
    assert kinds >= {
        *(("Gap", of) for of in ("number", "body", "modal", "phrase")),
        *(("Choice", of) for of in ("number", "body", "deed")),
        ("Matching", ""),
    }


def test_every_answer_and_option_stands_verbatim_at_its_place(asked: tuple[Asked, ...]) -> None:
    for document in asked:
        for question in document.questions:
            if isinstance(question, Matching):
                words = [w for pair in question.pairs for w in (pair.body, pair.deed)]
            elif isinstance(question, Choice):
                words = list(question.options)
            else:
                words = [question.answer]
            for each in words:
                assert each.text
                assert document.text(each.article)[each.start : each.end] == each.text


def test_what_is_shown_with_its_answer_is_the_text_of_the_article(
    asked: tuple[Asked, ...],
) -> None:
    for document in asked:
        for question in document.questions:
            if isinstance(question, Matching):
                continue
            text = document.text(question.answer.article).replace("\n", "")
            before, after = shown(question, document.text(question.answer.article))
            for piece in f"{before}{question.answer.text}{after}".split("……"):
                assert piece in text


def test_the_answer_is_not_told_beside_the_blank(asked: tuple[Asked, ...]) -> None:
    for document in asked:
        for question in document.questions:
            if isinstance(question, Matching) or question.of in ("modal", "number"):
                continue
            before, after = shown(question, document.text(question.answer.article))
            assert question.answer.text not in before + "|" + after
        for question in document.questions:
            if isinstance(question, Gap) and question.of == "number":
                before, after = shown(question, document.text(question.answer.article))
                unit = re.match(r"\w{0,2}", after)
                assert unit
                assert f"{question.answer.text}{unit[0]}" not in before + after[len(unit[0]) :]


def test_one_blank_has_one_answer(asked: tuple[Asked, ...]) -> None:
    for document in asked:
        answers: dict[tuple[str, str], str] = {}
        for question in document.questions:
            if isinstance(question, Matching):
                continue
            stem = shown(question, document.text(question.answer.article))
            assert answers.setdefault(stem, question.answer.text) == question.answer.text


def test_a_wrong_body_has_no_duty_of_the_kind_and_holds_no_other(
    asked: tuple[Asked, ...],
) -> None:
    for document in asked:
        for question in document.questions:
            if not isinstance(question, Choice) or question.of != "body":
                continue
            stem = "".join(shown(question, document.text(question.answer.article)))
            for one, other in combinations([each.text for each in question.options], 2):
                assert one not in other
                assert other not in one
            for wrong in question.options:
                if wrong == question.answer:
                    continue
                own = [each.action for each in document.duties if wrong.text in each.body]
                assert all(longest_run(each, stem, document) < 6 for each in own), (stem, wrong)


def test_a_wrong_deed_is_nowhere_asked_of_the_same_body(asked: tuple[Asked, ...]) -> None:
    for document in asked:
        for question in document.questions:
            if not isinstance(question, Choice) or question.of != "deed":
                continue
            duty = next(
                each
                for each in document.duties
                if (each.article, each.action_start)
                == (question.answer.article, question.answer.start)
            )
            own = [
                each.action
                for each in document.duties
                if each.body and (duty.body in each.body or each.body in duty.body)
            ]
            for wrong in question.options:
                if wrong != question.answer:
                    assert all(longest_run(each, wrong.text, document) < 6 for each in own), (
                        duty,
                        wrong,
                    )


def test_wrong_numbers_are_true_elsewhere_and_others_than_the_right_one(
    asked: tuple[Asked, ...],
) -> None:
    for document in asked:
        for question in document.questions:
            if isinstance(question, Choice) and question.of == "number":
                assert len({each.text for each in question.options}) == 4
                places = {(each.article, each.start) for each in question.options}
                assert len(places) == 4


def test_in_a_matching_every_deed_belongs_to_one_body_only(asked: tuple[Asked, ...]) -> None:
    for document in asked:
        for question in document.questions:
            if not isinstance(question, Matching):
                continue
            assert sorted(question.shuffled) == list(range(len(question.pairs)))
            assert len(question.pairs) >= 3
            for pair, other in combinations(question.pairs, 2):
                assert pair.body.text not in other.body.text
                assert other.body.text not in pair.body.text
            for pair in question.pairs:
                for other in question.pairs:
                    if other is not pair:
                        own = [d.action for d in document.duties if d.body == other.body.text]
                        assert all(longest_run(each, pair.deed.text, document) < 6 for each in own)


def questions_on(*texts: str) -> tuple[Question, ...]:
    edition = edition_of(*texts)
    return make_questions(edition, extract_duties(edition), ())


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # a number that sets a bound, not one that counts what follows or names a thing
        ("阅览室使用面积不少于六十平方米，由区文化馆统一管理和维护。", {"六十"}),
        ("闭馆应当提前七日在醒目位置公告，说明原因和恢复开放的时间。", {"七"}),
        ("申请人符合下列三项条件的，受理后由窗口统一登记并出具回执。", set()),
        ("本办法自2020年1月1日起施行，原有规定与本办法不一致的同时废止。", set()),
        ("“十四五”期间每个街道统一规划建设一处综合性的公共文化场所。", set()),
        # twice the same number with the same unit: one tells the other
        ("书刊外借期限三十日，续借期限三十日，逾期的按照约定处理。", set()),
        # what leans on words before it makes no sense alone
        ("前款规定的期限不少于六十日，自受理申请的次日起开始计算。", set()),
        ("其使用面积不少于六十平方米，并且有独立的出入口和卫生设施。", set()),
        # one thousandth is a share, asked for as a whole
        ("保洁员按照不低于常住人口千分之三的比例配备，优先聘用低收入者。", {"千分之三"}),
    ],
)
def test_numbers_that_are_asked_for(text: str, answers: set[str]) -> None:
    found = {q.answer.text for q in questions_on(text) if isinstance(q, Gap) and q.of == "number"}
    assert found == answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("供水企业应当定期检测水质，并将检测结果在营业场所公布。", {"供水企业"}),
        # nobody in particular, or several
        ("有关部门应当定期检测水质，并将检测结果在营业场所公布。", set()),
        ("供水企业、物业公司应当定期检测水质，并将结果在营业场所公布。", set()),
        # the end of a longer name, and what a case is of
        ("供水企业的工作人员不足的，可以通过购买服务等方式配备和补充。", set()),
        ("供水企业与用户签订的合同应当载明水压标准和中断供水的责任。", set()),
        # its own name stands again
        ("供水企业应当公布水质，不得由供水企业以外的单位代为检测。", set()),
    ],
)
def test_bodies_that_are_asked_for(text: str, answers: set[str]) -> None:
    found = {q.answer.text for q in questions_on(text) if isinstance(q, Gap) and q.of == "body"}
    assert found == answers


def test_a_number_is_taken_in_other_forms() -> None:
    (gap,) = (
        q
        for q in questions_on("闭馆应当提前十五日在醒目位置公告，说明原因和时间。")
        if isinstance(q, Gap) and q.of == "number"
    )
    assert gap.answer.text == "十五"
    assert gap.also == ("15",)


def test_the_same_edition_gives_the_same_questions(asked: tuple[Asked, ...]) -> None:
    document = asked[0]
    again = make_questions(document.edition, document.duties, document.terms)
    assert again == document.questions
    ids = [each.id for each in again]
    assert len(set(ids)) == len(ids)


def test_a_paper_takes_one_question_of_a_sentence_and_no_more_than_it_should(
    asked: tuple[Asked, ...],
) -> None:
    for document in asked:
        numbers = [each.number for each in document.edition.articles]
        paper = draw(document.questions, numbers, 30, "甲")
        assert 20 <= len(paper) <= 30
        sentences = [each for question in paper for each in sorted(question.sentences)]
        assert len(set(sentences)) == len(sentences)
        assert paper == draw(document.questions, numbers, 30, "甲")
        assert paper != draw(document.questions, numbers, 30, "乙")


def test_a_paper_on_an_article_asks_of_nothing_else(asked: tuple[Asked, ...]) -> None:
    for document in asked:
        some = {each.number for each in document.edition.articles[3:6]}
        paper = draw(document.questions, some, 10, "甲")
        assert paper
        assert all(each.articles <= some for each in paper)
