"""What roles are judged by, and what outweighs what."""

from __future__ import annotations

import numpy as np
import pytest

from generator.linking.named_weights import Features, Linear, blank_features
from generator.linking.neighbours import neighbours
from generator.linking.roles.cues import CUES, EXHORTING, counts, exhorting
from generator.linking.roles.judging import judge_roles
from generator.linking.roles.role_features import ROLE_FEATURES, role_features
from generator.linking.roles.role_weights import ROLES
from tests.linking.conftest import report


def features(text: str) -> Features:
    document = report(text)
    return role_features(document, neighbours(document))


@pytest.mark.parametrize(
    ("cue", "words", "other"),
    [
        ("lack", "监督不到位", "监督到位"),
        ("trouble", "个别单位违纪违法", "单位守法"),
        ("must", "要管好收运车", "主要管收运车"),
        ("push", "切实管好", "管好"),
        ("will", "我们将管好", "我们管好"),
        ("done", "今年以来召开了会议", "开会"),
        ("count", "检查12次", "检查"),
        ("tells", "党中央修订了规定", "党中央的规定"),
        ("made", "制定规定", "规定"),
        ("meaning", "意义重大", "任务重大"),
        ("say", "会议强调", "会议"),
        ("expounds", "《规则》着眼长远", "着眼长远"),
        ("only", "只有收运才能干净", "收运干净"),
        ("greet", "现将情况汇报如下", "情况"),
        ("first_person", "我们我县", "他们"),
        ("subject_free", "加强收运", "他加强收运"),
        ("quote", "“收运”", "收运"),
    ],
)
def test_a_cue_is_told_from_words_like_it(cue: str, words: str, other: str) -> None:
    assert counts(words)[cue] > 0
    assert counts(other)[cue] == 0


def test_a_cue_counts_three_times_at_most() -> None:
    assert counts("切实、切实")["push"] == 2
    assert counts("切实、切实、切实、切实")["push"] == 3
    assert set(counts("")) == set(CUES)


def test_what_only_exhorts_is_counted_by_itself() -> None:
    text = "同志们，会议指出，意义重大，体现担当，切实管好"
    assert exhorting(text) == {name: counts(text)[name] for name in EXHORTING}
    assert exhorting(text) == {"meaning": 2, "say": 1, "greet": 1}


TEXT = "某区来稿\n一、存在的问题\n监督不够，车辆不足。\n督导不强。\n二、收运\n监督不够。\n"


def test_a_sentence_is_described_by_its_words_and_its_sections() -> None:
    found = features(TEXT)
    assert set(found) == set(ROLE_FEATURES)
    assert found["own_lack"].tolist() == [0, 0, 2, 1, 0, 1]
    section = (0 + 2 + 1) / 3
    assert found["section_lack"].tolist() == [0, section, section, section, 1 / 2, 1 / 2]


def test_inner_sections_belong_to_the_outermost() -> None:
    found = features("某区来稿\n一、收运\n（一）车辆\n监督不够。\n（二）督导\n不强。\n")
    assert found["section_lack"].tolist() == [0, *[2 / 5] * 5]


def test_what_is_announced_is_told_and_what_heads() -> None:
    found = features(TEXT)
    assert found["mode_problem"].tolist() == [0, 1, 1, 1, 0, 0]
    assert found["mode_none"].tolist() == [1, 0, 0, 0, 1, 1]
    assert found["mode_measure"].tolist() == [0] * 6
    assert found["is_heading"].tolist() == [0, 1, 0, 0, 1, 0]
    assert found["first"].tolist() == [1, 1, 0, 0, 0, 0]


def test_an_empty_report_has_no_features() -> None:
    assert features("")["first"].shape == (0,)


def judged(told: float, **modes: float) -> str:
    """Return the role of a sentence that weights hold to be of practice by `told`."""
    table = blank_features(ROLE_FEATURES, (1,))
    for name, value in modes.items():
        table[name][:] = value
    weights = {role: Linear(told if role == "practice" else 0.0, {}) for role in ROLES}
    (role,) = judge_roles(table, weights)
    return role


def test_what_is_announced_outweighs_words_but_not_without_end() -> None:
    assert judged(1.0) == "practice"
    assert judged(3.9, mode_problem=1.0) == "problem"
    assert judged(4.1, mode_problem=1.0) == "practice"
    assert judged(-1.0, mode_understanding=1.0) == "understanding"


def test_roles_follow_the_weights_of_their_features() -> None:
    table = {"x": np.array([0.0, 2.0]), **blank_features(ROLE_FEATURES, (2,))}
    weights = {role: Linear(0.0, {"x": 1.0 if role == "other" else 0.0}) for role in ROLES}
    assert judge_roles(table, weights) == ("practice", "other")
