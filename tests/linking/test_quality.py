"""The linking is measured here: these tests fail when it gets worse.

What each floor was measured on, and what had been seen before:

- leave one report out: the weights that judge a report of the first policy are learned from its
  other six reports alone.  Terms, hints, thesaurus and the constants in the code were set with all
  seven reports in view; only the weights are held out.
- a policy held out: the weights that judge it are learned from the other policies alone.

A floor stands 0.02 or less below what was measured (docs/linking.md).  The bounds are those of the
weights as shipped, so that a bound that no longer fits is seen too.
"""

from __future__ import annotations

import pytest

from generator.content import load_content
from generator.linking import index_articles
from generator.linking.scoring.weights import Bounds, load_link_weights
from generator.model import Library
from scripts import evaluate
from scripts.evaluate import Measured, leave_one_report_out
from scripts.linking_lab.figures import Figures
from scripts.linking_lab.labelled_sentences import read_labels
from scripts.linking_lab.learning import (
    chances_of,
    figures_at,
    learn_rounds,
    lessons,
    prepare,
)
from scripts.linking_lab.policies import WITH_TERMS, WITHOUT_TERMS
from scripts.linking_lab.simulated_decisions import after_decisions, figures
from scripts.linking_lab.tally import Tally, of_links, tally
from tests.conftest import CONTENT

HELD_OUT = "renju"


@pytest.fixture(scope="module")
def policies() -> dict[str, Measured]:
    found = {
        evaluate.FIRST: evaluate.measured(evaluate.FIRST, CONTENT, evaluate.FIRST_LABELS, own=True)
    }
    for name, folder in evaluate.composed_policies().items():
        found[name] = evaluate.measured(
            name, folder / "content", [folder / "labels.jsonl"], own=True
        )
    return found


@pytest.fixture(scope="module")
def first(policies: dict[str, Measured]) -> Measured:
    return policies[evaluate.FIRST]


def test_every_label_of_the_first_policy_is_found(first: Measured) -> None:
    assert first.policy.lost == ()


def test_leave_one_report_out(first: Measured) -> None:
    scored = leave_one_report_out(first.lessons[WITH_TERMS])
    found = figures_at(scored, load_link_weights().rich.bounds.linked)
    assert found.f1 >= 0.873
    assert found.precision >= 0.88


def test_leave_one_report_out_with_terms_emptied(first: Measured, library: Library) -> None:
    """The library's own thesaurus.txt is kept."""
    policy = first.policy
    editions = [each.edition for each in library.collations]
    index = index_articles(editions, (), load_content(CONTENT).thesaurus)
    prepared = {
        report: prepare(policy.documents[report], index.bases[0])
        for report in sorted({each.report for each in policy.every_label})
    }
    taught = lessons(policy.name, prepared, policy.every_label, policy.articles)
    found = figures_at(leave_one_report_out(taught), load_link_weights().rich.bounds.linked)
    assert found.f1 >= 0.775


def test_leave_one_report_out_without_any_vocabulary(first: Measured) -> None:
    scored = leave_one_report_out(first.lessons[WITHOUT_TERMS])
    assert figures_at(scored, load_link_weights().rich.bounds.linked).f1 >= 0.645


def held_out(policies: dict[str, Measured], kind: str, bounds: Bounds) -> Figures:
    """Return the figures of the held out policy by weights that have not seen it."""
    others = [one for name in policies if name != HELD_OUT for one in policies[name].lessons[kind]]
    learned = learn_rounds(others)
    scored = [(one, chances_of(one, learned)) for one in policies[HELD_OUT].lessons[kind]]
    return figures_at(scored, bounds.linked)


def test_a_policy_that_the_weights_have_not_seen(policies: dict[str, Measured]) -> None:
    found = held_out(policies, WITH_TERMS, load_link_weights().with_terms.bounds)
    assert found.f1 >= 0.62
    assert found.precision >= 0.78


def test_without_terms_only_what_is_precise_is_linked(policies: dict[str, Measured]) -> None:
    found = held_out(policies, WITHOUT_TERMS, load_link_weights().without_terms.bounds)
    assert found.precision >= 0.9
    assert found.predicted > 0


@pytest.mark.parametrize(
    ("name", "least"), [(evaluate.FIRST, 0.79), (HELD_OUT, 0.68)], ids=["first", "held out"]
)
def test_decisions_teach_and_never_run_away(
    policies: dict[str, Measured], name: str, least: float
) -> None:
    every = [policies[name], *_others(policies, name)]
    weights = evaluate.unseen_weights(every, WITH_TERMS)
    pairs = evaluate.unseen_pairs(every, WITH_TERMS, weights)
    start, bound = load_link_weights().taught.start, load_link_weights().taught.bounds.linked
    found = [
        figures(pairs[name], *after_decisions(pairs[name], 100, start, seed), bound).f1
        for seed in evaluate.SEEDS
    ]
    assert sum(found) / len(found) >= least
    assert min(found) >= least - 0.03


def _others(policies: dict[str, Measured], name: str) -> list[Measured]:
    return [each for key, each in policies.items() if key != name]


def test_roles_of_the_policies_that_the_weights_have_seen(library: Library) -> None:
    documents = {each.piece.id: each for each in library.reports}
    labels, lost = read_labels(evaluate.FIRST_LABELS, documents)
    assert lost == ()
    found: Tally = tally(labels, of_links(library.links, library.reports)).total
    assert found.f1 >= 0.88
    assert found.role_accuracy >= 0.9


def test_words_all_over_the_base_are_no_evidence(library: Library) -> None:
    shown = {each.text for one in library.links for each in one.evidence}
    assert not shown & {"一把手", "领导班子", "监督", "加强", "党委"}
