"""The two rounds: surroundings hand on chances, what is sure is linked whatever was learned."""

from __future__ import annotations

from dataclasses import replace
from math import log

import numpy as np
import pytest

from generator.linking import index_articles
from generator.linking.citations import citations
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features, Linear, blank_features
from generator.linking.neighbours import Neighbours, neighbours
from generator.linking.scoring.chances import chance
from generator.linking.scoring.context_features import context_features
from generator.linking.scoring.features import CONTEXT, OWN
from generator.linking.scoring.score import fitting, score, score_features
from generator.linking.scoring.weights import (
    Bounds,
    LinkWeights,
    RoundWeights,
    TaughtWeights,
    load_link_weights,
)
from generator.linking.teaching.taught_features import TAUGHT
from generator.model import Term
from tests.linking.conftest import edition, report
from tests.linking.scoring.conftest import base_of

AROUND = (
    Neighbours((), None, None, (1,)),
    Neighbours((0,), None, 2, (2, 3)),
    Neighbours((1, 0), 1, 3, ()),
    Neighbours((1, 0), 2, None, ()),
)
CHANCES = np.array([[0.8, 0.1], [0.5, 0.2], [0.05, 0.1], [0.3, 0.6]])


@pytest.fixture(scope="module")
def context() -> Features:
    return context_features(np.log(CHANCES / (1 - CHANCES)), AROUND)


def column(features: Features, name: str, article: int = 0) -> list[float]:
    return [round(float(value), 9) for value in features[name][:, article]]


def test_every_context_feature_is_there(context: Features) -> None:
    assert set(context) == set(CONTEXT)
    assert column(context, "own_chance") == [0.8, 0.5, 0.05, 0.3]
    assert context["own"][0, 0] == pytest.approx(log(4))


def test_parents_and_neighbours_hand_on_their_chances(context: Features) -> None:
    assert column(context, "parent") == [0, 0.8, 0.5, 0.5]
    assert column(context, "grandparent") == [0, 0, 0.8, 0.8]
    assert column(context, "previous") == [0, 0, 0.5, 0.05]
    assert column(context, "following") == [0, 0.05, 0.3, 0]
    assert column(context, "parent", 1) == [0, 0.1, 0.2, 0.2]


def test_children_hand_on_their_mean_and_their_best(context: Features) -> None:
    assert column(context, "children") == [0.5, 0.175, 0, 0]
    assert column(context, "best_child") == [0.5, 0.3, 0, 0]
    assert column(context, "best_child", 1) == [0.2, 0.6, 0, 0]


def test_an_article_is_held_against_the_best_of_its_sentence(context: Features) -> None:
    assert column(context, "gap") == [0, 0, 0.05, 0.3]
    assert column(context, "beside_parent") == [0, 0.4, 0.05, 0.3]


def test_a_sentence_without_a_subject_is_an_orphan(context: Features) -> None:
    assert column(context, "orphan_parent") == [0, 0, round(0.5 * (1 - 0.1 / 0.3), 9), 0]


def test_a_report_without_sentences_or_a_base_without_articles_has_no_features() -> None:
    assert context_features(np.zeros((0, 3)), ())["children"].shape == (0, 3)
    assert context_features(np.zeros((4, 0)), AROUND)["gap"].shape == (4, 0)


def test_chances_never_overflow() -> None:
    assert chance(np.array([0.0, log(3), -log(3)])).tolist() == pytest.approx([0.5, 0.75, 0.25])
    assert chance(np.array([-1e6, 1e6])).tolist() == pytest.approx([0, 1])
    assert chance(np.array([-1e6]))[0] > 0
    assert 1 - chance(np.array([30.0]))[0] > 0


def weights(own: float, parent: float) -> RoundWeights:
    """Return weights to which only the bias of the first round and the parent matter."""
    return RoundWeights(
        Linear(own, dict.fromkeys(OWN, 0.0)),
        Linear(-2.0, dict.fromkeys(CONTEXT, 0.0) | {"parent": parent}),
        Bounds(0.4, 0.8),
    )


def test_what_is_cited_is_certain_in_both_rounds_and_handed_on() -> None:
    own = blank_features(OWN, (4, 2))
    own["citation"][0, 1] = 1.0
    context, final = score_features(own, AROUND, weights(-3.0, 4.0))
    first = context["own_chance"]
    assert first[0].tolist() == pytest.approx([chance(np.array(-3.0)), 0.9])
    assert final[0].tolist() == pytest.approx([chance(np.array(-2.0 + 0)), 0.9])
    assert final[1].tolist() == pytest.approx(
        [chance(np.array(-2 + 4 * first[0, 0])), chance(np.array(-2 + 4 * 0.9))]
    )


def test_what_is_learned_to_be_more_than_certain_stays_so() -> None:
    own = blank_features(OWN, (4, 2))
    own["citation"][1, 1] = 1.0
    context, final = score_features(own, AROUND, weights(5.0, 9.0))
    assert context["own_chance"][1, 1] == pytest.approx(chance(np.array(5.0)))
    assert final[1, 1] > 0.99


def term_of(count: int) -> Term:
    """Return a term of so many wordings."""
    wordings = (a + b for a in "甲乙丙丁戊己庚辛壬癸" for b in "子丑寅卯辰巳午未申酉")
    return Term("t", "戊己", (), "机制", "", "", tuple(wordings)[: count - 1])


def test_the_weights_fit_how_much_vocabulary_there_is() -> None:
    learned = load_link_weights()
    assert fitting(learned, base_of()) is learned.without_terms
    assert fitting(learned, base_of(terms=(term_of(1),))) is learned.with_terms
    assert fitting(learned, base_of(terms=(term_of(99),))) is learned.with_terms
    assert fitting(learned, base_of(terms=(term_of(100),))) is learned.rich  # 25 for each of four


def test_a_thesaurus_is_vocabulary_too() -> None:
    learned = load_link_weights()
    base = index_articles([edition()], (), [("定时收运", "按时拉走")]).bases[0]
    assert fitting(learned, base) is learned.with_terms


def test_hints_alone_are_no_vocabulary_and_neither_are_terms_the_base_does_not_hold() -> None:
    learned = load_link_weights()
    stranger = Term("t", "没有的词", (), "机制", "", "", ("更没有",), ("早晚",))
    assert fitting(learned, base_of(terms=(stranger,))) is learned.without_terms


def test_a_report_is_scored_against_a_base() -> None:
    base: BaseIndex = index_articles([edition()], ()).bases[0]
    document = report("落实《规则》第三条。\n其他工作。")
    cited = citations(document.piece.text, [base.base])
    one = replace(weights(-3.0, 0.0), bounds=Bounds(0.7, 0.9))
    taught = TaughtWeights(Linear(0.0, dict.fromkeys(TAUGHT, 0.0)), Bounds(0.5, 0.5))
    made = LinkWeights(one, one, one, taught)
    found = score(document, base, neighbours(document), cited, made)
    assert np.argwhere(found.cited).tolist() == [[0, 2]]
    assert np.argwhere(found.certain).tolist() == [[0, 2]]
    assert [found.first[0, 2], found.final[0, 2]] == pytest.approx([0.9, 0.9])
    assert found.final[1].max() < 0.2
    assert found.bounds == found.untaught_bounds == Bounds(0.7, 0.9)
    assert (found.untaught == found.final).all()
    assert set(found.features) == {*OWN, *CONTEXT, "said"}
    assert chance(found.features["said"]) == pytest.approx(found.final)
    assert [each.letters for each in found.words] == ["落实规则第三条|", "其他工作|"]
