"""What decisions teach: like sentences are lifted, unlike ones are not, always the same."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest

from generator.linking import ArticleIndex, link
from generator.linking.citations import citations
from generator.linking.neighbours import neighbours
from generator.linking.scoring.score import Scored, score
from generator.linking.scoring.weights import load_link_weights
from generator.linking.teaching.taught import LEAST, Taught, teach
from generator.model import Link
from tests.linking.conftest import report
from tests.linking.teaching.conftest import (
    DECISIONS,
    GUARDS,
    TALKS,
    TRUCKS,
    Kind,
    decided,
    learned,
)

LIKE_GUARDS = "周末小红帽守在桶边劝说。"
LIKE_TRUCKS = "节日里绿罐车照常拉走湿垃圾。"
LIKE_TALKS = "会上宣读了上级讲话。"
UNLIKE = "图书馆新购一批图书。"


def scored(text: str, index: ArticleIndex, taught: Taught | None) -> Scored:
    (base,) = index.bases
    document = report(text, "new")
    cited = citations(text, [base.base])
    return score(document, base, neighbours(document), cited, load_link_weights(), taught)


@pytest.fixture(scope="module")
def taught(bare: ArticleIndex) -> Taught:
    return learned(bare)["guize"]


def test_too_few_decisions_teach_nothing(bare: ArticleIndex) -> None:
    assert learned(bare, DECISIONS[: LEAST - 1]) == {}
    assert set(learned(bare, DECISIONS[:LEAST])) == {"guize"}
    assert learned(bare, ()) == {}


def test_the_same_decisions_in_another_order_teach_the_same(bare: ArticleIndex) -> None:
    dice = np.random.default_rng(7)
    first = learned(bare)["guize"]
    for _ in range(3):
        turned = tuple(DECISIONS[at] for at in dice.permutation(len(DECISIONS)))
        again = learned(bare, turned)["guize"]
        assert again.weights == first.weights
        assert [each.words for each in again.decided] == [each.words for each in first.decided]


def test_a_sentence_like_the_decided_ones_is_lifted(bare: ArticleIndex, taught: Taught) -> None:
    for text, article in ((LIKE_GUARDS, 2), (LIKE_TRUCKS, 1)):
        found = scored(text, bare, taught)
        assert found.final[0, article] > found.untaught[0, article] + 0.2
        assert found.final[0].argmax() == article
        others = np.delete(found.final[0], article)
        assert (others < found.bounds.linked).all()


def test_what_is_unlike_all_or_like_what_is_about_none_is_not(
    bare: ArticleIndex, taught: Taught
) -> None:
    found = scored(LIKE_TALKS, bare, taught)
    assert found.final.max() < found.bounds.linked
    for text in (UNLIKE, LIKE_TALKS, "财政局公布了预算。"):
        assert links(text, bare, taught) == []


@pytest.mark.parametrize("kind", ["none", "reject"])
def test_taking_links_back_lowers_what_is_like_them(bare: ArticleIndex, kind: Kind) -> None:
    plain = score_of(bare, GUARDS[:3], ())
    taken = score_of(bare, GUARDS[:3], tuple((kind, each) for each in GUARDS[3:]))
    assert taken < plain


def score_of(
    index: ArticleIndex, confirmed: tuple[str, ...], taken_back: tuple[tuple[Kind, str], ...]
) -> float:
    """Return the chance that a like sentence is about 第三条, after these decisions."""
    decisions = [decided("add", words, 3) for words in confirmed]
    decisions += [decided("add", words, 2) for words in TRUCKS]
    decisions += [decided("none", words, None) for words in TALKS]
    decisions += [decided(kind, words, None if kind == "none" else 3) for kind, words in taken_back]
    found = scored(LIKE_GUARDS, index, learned(index, tuple(decisions))["guize"])
    return float(found.final[0, 2])


def test_a_report_without_sentences_learns_nothing(bare: ArticleIndex, taught: Taught) -> None:
    assert link(report("", "empty"), bare, {"guize": taught}) == ()


def links(text: str, index: ArticleIndex, taught: Taught | None) -> list[Link]:
    found = {} if taught is None else {"guize": taught}
    return list(link(report(text, "new"), index, found))


def test_a_learned_link_says_so_and_from_which_decision(bare: ArticleIndex, taught: Taught) -> None:
    assert not any(one.article == 3 for one in links(LIKE_GUARDS, bare, None))
    (one,) = links(LIKE_GUARDS, bare, taught)
    assert one.article == 3
    (teacher,) = one.learned
    assert teacher in {f"r：{words}" for words in GUARDS}
    assert [each.text for each in one.evidence if each.what == "decision"] == [LIKE_GUARDS]
    assert one.status == "auto"


def test_what_would_stand_without_decisions_is_not_said_to_be_learned(
    rules: ArticleIndex,
) -> None:
    known = learned(rules)
    cited = "落实《规则》第四条。"
    for text in (cited, "投放点由街道按照居民户数设置。"):
        one = next(each for each in link(report(text, "new"), rules, known) if each.score > 0.8)
        assert one.learned == ()
        assert "decision" not in {each.what for each in one.evidence}
        assert one.sure


def test_what_was_taught_of_another_base_changes_nothing(
    bare: ArticleIndex, taught: Taught
) -> None:
    document = report(LIKE_GUARDS, "new")
    assert link(document, bare, {"other": taught}) == link(document, bare)


def test_decisions_are_learned_fast(bare: ArticleIndex) -> None:
    few = learned(bare)["guize"].decided
    many = [few[at % len(few)] for at in range(1000)]
    began = time.process_time()
    assert teach(many, load_link_weights().taught.start) is not None
    assert time.process_time() - began < 4  # a second on an idle machine


def test_what_parts_the_decided_sentences_does_not_make_the_weights_run_away(
    bare: ArticleIndex,
) -> None:
    few = learned(bare)["guize"].decided
    dice = np.random.default_rng(3)
    for _ in range(5):
        made = []
        for at in range(100):
            one = few[at % len(few)]
            parting = one.target() * dice.choice([0.0, 5.0], size=4, p=[0.5, 0.5])
            said = one.features["said"] + dice.normal(0, 3, 4) + 6 * one.target()
            made.append(replace(one, features={**one.features, "term_sum": parting, "said": said}))
        known = teach(made, load_link_weights().taught.start)
        assert known is not None
        assert all(abs(weight) < 20 for weight in known.weights.weights.values())
        assert abs(known.weights.bias) < 20


def test_a_feature_that_all_decided_sentences_share_lifts_no_other(bare: ArticleIndex) -> None:
    weights = learned(bare)["guize"].weights.weights
    for name in ("length", "surprise"):  # all decided sentences are about as long
        assert abs(weights[name]) < 0.3
