from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
import yaml

from generator.content.schema import LinksFile
from generator.linking import (
    ArticleIndex,
    Decision,
    decide,
    index_articles,
    link,
    quoted_words,
)
from generator.model import Base, Link
from generator.text.words_in_document import find_words
from tests.linking.conftest import edition, report

TEXT = "厨余垃圾每日定时收运。\n督导员在投放点值守。\n我们召开了座谈会，听取意见。"


def decision(
    kind: Literal["confirm", "reject", "add"], words: str, article: int, name: str = "r"
) -> Decision:
    return Decision(kind, name, words, article, None, None, "", 1)


def test_confirm_reject_add(rules: ArticleIndex) -> None:
    document = report(TEXT)
    links, findings = decide(
        link(document, rules),
        [document],
        rules,
        [
            decision("confirm", "每日定时收运", 2),
            decision("reject", "督导员在投放点值守", 3),
            decision("add", "召开了座谈会", 1),
        ],
    )
    assert findings == ()
    state = {(one.article, one.status) for one in links}
    assert (2, "confirmed") in state
    assert (1, "added") in state
    assert not any(one.article == 3 and one.start == TEXT.index("督导员") for one in links)
    added = next(one for one in links if one.status == "added")
    assert TEXT[added.start : added.end] == "我们召开了座谈会，听取意见。"
    assert added.evidence


@pytest.mark.parametrize(
    "edited",
    [
        "前面新加了一段话。\n" + TEXT,
        TEXT.replace("。\n督导员", "，效果明显。\n督导员"),
        TEXT.replace("每日定时收运", "每日“定时收运”"),
    ],
)
def test_a_decision_holds_after_the_report_was_edited(rules: ArticleIndex, edited: str) -> None:
    document = report(edited)
    kept = [decision("reject", "厨余垃圾每日定时收运", 2)]
    before = link(document, rules)
    links, findings = decide(before, [document], rules, kept)
    assert findings == ()
    assert any(one.article == 2 for one in before)
    assert not any(one.article == 2 and "定时收运" in edited[one.start : one.end] for one in links)


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (decision("reject", "这些字哪里都没有出现过", 2), "L-001"),
        (decision("confirm", "厨余垃圾每天定时收运", 2), "L-002"),
        (decision("reject", "每日定时收运", 2, "别的报告"), "L-003"),
        (decision("add", "每日定时收运", 99), "L-004"),
    ],
)
def test_a_decision_that_fails_is_a_finding(rules: ArticleIndex, made: Decision, code: str) -> None:
    document = report(TEXT)
    _, findings = decide(link(document, rules), [document], rules, [replace(made, line=7)])
    assert [(each.code, each.file, each.line) for each in findings] == [(code, "links.yml", 7)]


def test_what_the_desk_quotes_is_found_again(rules: ArticleIndex) -> None:
    document = report(TEXT)
    links = link(document, rules)
    one = links[0]
    words = quoted_words(document, one.start, one.end)
    rejected = Decision("reject", "r", words, one.article, "guize", None, "", 1)
    after, findings = decide(links, [document], rules, [rejected])
    assert findings == ()
    assert len(after) == len(links) - 1


def made(text: str, rules: ArticleIndex, *decisions: Decision) -> dict[tuple[str, int], Link]:
    """Return the links of a report as decided, by the words of their sentences and article."""
    document = report(text)
    found, _ = decide(link(document, rules), [document], rules, decisions)
    return {(text[one.start : one.end], one.article): one for one in found}


SENTENCES = ("厨余垃圾每日定时收运。", "督导员在投放点值守。", "我们召开了座谈会，听取意见。")


def test_the_later_of_two_decisions_holds(rules: ArticleIndex) -> None:
    place = (SENTENCES[0], 2)
    confirm = decision("confirm", "每日定时收运", 2)
    reject = decision("reject", "每日定时收运", 2)
    assert place not in made(TEXT, rules, confirm, reject)
    assert made(TEXT, rules, reject, confirm)[place].status == "confirmed"


def test_rejecting_what_is_no_link_changes_nothing(rules: ArticleIndex) -> None:
    assert made(TEXT, rules, decision("reject", "召开了座谈会", 1)) == made(TEXT, rules)


def test_words_over_two_sentences_speak_for_both(rules: ArticleIndex) -> None:
    found = made(TEXT, rules, decision("add", "定时收运。\n督导员在", 1))
    assert found[SENTENCES[0], 1].status == found[SENTENCES[1], 1].status == "added"
    assert (SENTENCES[2], 1) not in found


def test_words_of_one_sentence_speak_for_it_alone(rules: ArticleIndex) -> None:
    for words in SENTENCES:
        found = made(TEXT, rules, decision("add", words, 4))
        assert [place for place in found if place[1] == 4] == [(words, 4)]


def test_a_decision_may_name_the_role(rules: ArticleIndex) -> None:
    plain = made(TEXT, rules, decision("confirm", "每日定时收运", 2))[SENTENCES[0], 2]
    told = replace(decision("confirm", "每日定时收运", 2), role="problem")
    assert plain.role != "problem"
    assert made(TEXT, rules, told)[SENTENCES[0], 2].role == "problem"


def test_what_is_added_is_certain_and_shows_why(rules: ArticleIndex) -> None:
    one = made(TEXT, rules, decision("add", "督导员在投放点值守", 2))[SENTENCES[1], 2]
    assert (one.score, one.kind, one.id) == (1.0, "topic", "r-s2-guize-2")
    assert [(each.what, each.text) for each in one.evidence] == [("context", SENTENCES[1])]
    told = made(TEXT, rules, decision("add", "每日定时收运", 2))[SENTENCES[0], 2]
    assert any(each.what == "term" for each in told.evidence)
    shown = made("收运时车辆密闭。", rules, decision("confirm", "车辆密闭", 2))
    (one,) = [each for (_, article), each in shown.items() if article == 2]
    assert one.evidence[0].what != "context"


def test_links_stay_in_reading_order(rules: ArticleIndex) -> None:
    documents = [report(TEXT, "r2"), report(TEXT, "r1")]
    before = [one for each in documents for one in link(each, rules)]
    added = [
        decision("add", SENTENCES[0], 4, "r1"),
        decision("add", SENTENCES[2], 1, "r2"),
        decision("add", SENTENCES[0], 1, "r2"),
    ]
    found, _ = decide(before, documents, rules, added)
    assert [(one.report, one.start, one.article) for one in found] == sorted(
        ((one.report, one.start, one.article) for one in found),
        key=lambda each: (each[0] == "r1", each[1], each[2]),
    )
    assert len(found) == len(before) + 3


OTHER = Base("other", "另一份文件", "另一份")


def test_a_decision_may_name_the_base() -> None:
    both = index_articles([edition(), edition(("天地玄黄。", "宇宙洪荒。"), OTHER)], ())
    document = report(TEXT)
    named = replace(decision("add", SENTENCES[2], 2), base="other")
    found, findings = decide((), [document], both, [named, decision("add", SENTENCES[2], 4)])
    assert [(one.base, one.article) for one in found] == [("guize", 4), ("other", 2)]
    assert findings == ()
    beyond = replace(named, article=4)
    for wrong in (beyond, replace(named, base="none"), decision("add", SENTENCES[2], 5)):
        found, (finding,) = decide((), [document], both, [wrong])
        assert (found, finding.code, finding.level) == ((), "L-004", "warning")


@pytest.mark.parametrize(
    ("words", "code", "level"),
    [
        ("。，", "L-001", "warning"),
        ("每天准时清运", "L-001", "warning"),
        ("督导员在投放点看守", "L-002", "info"),
    ],
)
def test_how_grave_a_finding_is(rules: ArticleIndex, words: str, code: str, level: str) -> None:
    document = report(TEXT)
    _, findings = decide((), [document], rules, [decision("add", words, 1)])
    assert [(each.code, each.level, each.text) for each in findings] == [(code, level, words)]


def test_stops_around_the_quoted_words_do_not_matter(rules: ArticleIndex) -> None:
    document = report(TEXT)
    _, findings = decide((), [document], rules, [decision("add", "，督导员在投放点值守，", 1)])
    assert findings == ()
    places = find_words(document, "。\n督导员在投放点值守。")
    assert places is not None
    assert places.sentences == (1,)


def test_words_edited_beyond_an_eighth_are_lost() -> None:
    text = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰"  # 25 letters
    document = report(f"其他话。{text}。")

    def found(wrong: int) -> bool:
        words = text[: 25 - 2 * wrong] + "".join(
            each if at % 2 else "卅" for at, each in enumerate(text[25 - 2 * wrong :])
        )
        return find_words(document, words) is not None

    assert found(3)  # 22 of 25 letters
    assert not found(4)


def test_decisions_behind_one_that_fails_still_hold(rules: ArticleIndex) -> None:
    document = report(TEXT)
    for failing in (
        decision("confirm", "没有这样的字句，什么都对不上", 2),
        decision("confirm", "召开了座谈会", 1, "nobody"),
        decision("confirm", "召开了座谈会", 99),
    ):
        links, findings = decide(
            [], [document], rules, [failing, decision("add", "召开了座谈会", 1)]
        )
        assert len(findings) == 1
        assert [(one.article, one.status) for one in links] == [(1, "added")]


@pytest.mark.parametrize("name", ["2-1", "2之1", "第二条之一", "guize-2-1", 3])
def test_an_article_is_named_as_the_document_prints_it(name: str | int) -> None:
    (part,) = edition().parts
    paths, labels = ((1,), (2,), (2, 1), (3,)), ("第一条", "第二条", "第二条之一", "第三条")
    articles = tuple(
        replace(each, path=path, label=label, id="guize-" + "-".join(map(str, path)))
        for each, path, label in zip(part.articles, paths, labels, strict=True)
    )
    index = index_articles([replace(edition(), parts=(replace(part, articles=articles),))], ())
    document = report(TEXT)
    added = replace(decision("add", "听取意见", 1), article=name)
    links, findings = decide((), [document], index, [added])
    assert findings == ()
    assert [each.article for each in links] == [4 if name == 3 else 3]


@pytest.mark.parametrize(
    ("base", "article", "message"),
    [
        (None, "（一）", "“（一）”有2条，各部分的条从头数；写成 1-1、2-1"),
        (None, "第三部分第（一）条", "基准文件里没有“第三部分第（一）条”这一条；有（一）到（二）"),
        ("nil", "1-1", "没有“nil”这个基准文件；有：guize"),
    ],
)
def test_what_a_decision_cannot_mean_is_said(base: str | None, article: str, message: str) -> None:
    (part,) = edition().parts
    articles = tuple(
        replace(each, path=(at, n), label=f"（{'一二'[n - 1]}）")
        for each, (at, n) in zip(part.articles, ((1, 1), (1, 2), (2, 1), (2, 2)), strict=True)
    )
    changed = replace(edition(), parts=(replace(part, articles=articles),), restarts=True)
    index = index_articles([changed], ())
    wrong = replace(decision("add", "听取意见", 1), article=article, base=base)
    links, findings = decide((), [report(TEXT)], index, [wrong])
    assert (links, [each.message for each in findings]) == ((), [message])


def none(words: str, base: str | None = None) -> Decision:
    return Decision("none", "r", words, None, base, None, "", 1)


def test_words_about_no_article_lose_all_links_of_their_sentence(rules: ArticleIndex) -> None:
    before = made(TEXT, rules)
    assert any(words == SENTENCES[0] for words, _ in before)
    after = made(TEXT, rules, decision("add", "每日定时收运", 1), none("每日定时收运"))
    assert after == {key: one for key, one in before.items() if key[0] != SENTENCES[0]}


def test_a_later_decision_brings_a_link_back(rules: ArticleIndex) -> None:
    found = made(TEXT, rules, none("每日定时收运"), decision("add", "每日定时收运", 2))
    assert [key for key in found if key[0] == SENTENCES[0]] == [(SENTENCES[0], 2)]
    assert found[SENTENCES[0], 2].status == "added"


def test_about_no_article_of_one_base_leaves_the_other() -> None:
    both = index_articles([edition(), edition(base=OTHER)], ())
    document = report(TEXT)
    added = [replace(decision("add", SENTENCES[2], 1), base=name) for name in ("guize", "other")]
    found, findings = decide((), [document], both, [*added, none(SENTENCES[2], "guize")])
    assert ([one.base for one in found], findings) == (["other"], ())
    assert decide((), [document], both, [*added, none(SENTENCES[2])])[0] == ()


def test_words_about_no_article_that_stand_nowhere_are_a_finding(rules: ArticleIndex) -> None:
    _, findings = decide((), [report(TEXT)], rules, [none("这样的字哪里都没有")])
    assert [each.code for each in findings] == ["L-001"]


def test_what_an_editor_confirmed_is_sure(rules: ArticleIndex) -> None:
    assert made(TEXT, rules, decision("confirm", "每日定时收运", 2))[SENTENCES[0], 2].sure


@pytest.mark.parametrize(
    ("entry", "valid"),
    [
        ("{decision: none, report: r, words: 甲}", True),
        ("{decision: none, report: r, words: 甲, base: guize, note: 乙}", True),
        ("{decision: none, report: r, words: 甲, article: 2}", False),
        ("{decision: add, report: r, words: 甲, article: 2}", True),
        ("{decision: add, report: r, words: 甲}", False),
        ("{decision: reject, report: r, words: 甲, article: null}", False),
    ],
)
def test_none_names_no_article_and_every_other_decision_one(entry: str, valid: bool) -> None:
    rows = [yaml.safe_load(entry)]
    if valid:
        assert len(LinksFile.model_validate(rows).root) == 1
    else:
        with pytest.raises(ValueError, match="decision 为 none 时不写"):
            LinksFile.model_validate(rows)
