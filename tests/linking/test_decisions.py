from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest
import yaml

from generator.content.schema import LinksFile
from generator.linking import (
    ArticleIndex,
    Decision,
    candidates,
    decide,
    decision_entry,
    link,
    with_entry,
)
from tests.linking.conftest import report

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


def test_review_lists_the_least_certain_and_writes_an_entry(rules: ArticleIndex) -> None:
    document = report(TEXT)
    links = link(document, rules)
    listed = candidates(links, [document], 2)
    assert [each.link.score for each in listed] == sorted(one.score for one in links)[:2]
    entry = decision_entry(listed[0], "reject", '他说："不对": 是\n吗')
    written = with_entry("# 说明\n[]\n", entry)
    assert written.startswith("# 说明\n")
    rows = LinksFile.model_validate(yaml.safe_load(written)).root
    assert [(row.decision, row.article) for row in rows] == [("reject", listed[0].link.article)]
    again = with_entry(written, entry)
    assert len(LinksFile.model_validate(yaml.safe_load(again)).root) == 2
    made = Decision(**rows[0].model_dump(), line=1)
    after, findings = decide(links, [document], rules, [made])
    assert findings == ()
    assert len(after) == len(links) - 1
