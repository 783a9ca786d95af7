"""The linking is measured here: these tests fail when it gets worse."""

from __future__ import annotations

import pytest

from generator.linking import index_articles
from generator.model import Library
from scripts import evaluate
from scripts.linking_lab.labelled_sentences import read_labels
from scripts.linking_lab.learning import prepare
from scripts.linking_lab.tally import Tally, of_links, tally
from tests.conftest import PROJECT

GIVEN = PROJECT / "tests" / "gold" / "links-dev.jsonl"
OURS = PROJECT / "tests" / "gold" / "links-extra.jsonl"
SINGLE = PROJECT / "tests" / "gold" / "links-single.jsonl"


@pytest.fixture(scope="module")
def measured(library: Library) -> dict[str, Tally]:
    """Leave-one-report-out figures: given and our own sentences, and with terms emptied."""
    documents = {each.piece.id: each for each in library.reports}
    editions = [each.edition for each in library.collations]
    articles = [each.number for each in editions[0].articles]
    labels, lost = read_labels([GIVEN, OURS, SINGLE], documents)
    assert not lost
    figures = {}
    for name, terms in (("with", library.terms), ("without", ())):
        base = index_articles(editions, terms).bases[0]
        prepared = {key: prepare(each, base) for key, each in documents.items()}
        for path in (GIVEN, OURS):
            some, _ = read_labels([path], documents)
            result = evaluate.leave_one_out(prepared, labels, some, articles, hinted=bool(terms))
            figures[f"{name} {path.stem}"] = result.total
    return figures


def test_leave_one_report_out(measured: dict[str, Tally]) -> None:
    given = measured["with links-dev"]
    assert given.f1 >= 0.85
    assert given.precision >= 0.85
    assert given.role_accuracy >= 0.9
    assert measured["with links-extra"].f1 >= 0.9


def test_linking_does_not_hang_on_the_terms(measured: dict[str, Tally]) -> None:
    for name in ("links-dev", "links-extra"):
        assert measured[f"without {name}"].f1 >= measured[f"with {name}"].f1 - 0.15


def test_links_as_built(library: Library) -> None:
    documents = {each.piece.id: each for each in library.reports}
    labels, _ = read_labels([GIVEN], documents)
    index = index_articles([each.edition for each in library.collations], library.terms)
    built = [one for each in library.reports for one in evaluate.link_as_built(each, index)]
    figures = tally(labels, of_links(built, library.reports)).total
    assert figures.f1 >= 0.87
    assert figures.precision >= 0.87
    assert figures.role_accuracy >= 0.9
    assert all(one.evidence for one in built)


def test_composed_reports_from_elsewhere(library: Library) -> None:
    editions = [each.edition for each in library.collations]
    figures = evaluate.elsewhere(editions, library.terms)
    assert figures.precision >= 0.9
    assert figures.f1 >= 0.85
    assert figures.role_accuracy >= 0.9


def test_words_all_over_the_base_are_no_evidence(library: Library) -> None:
    shown = {each.text for one in library.links for each in one.evidence}
    assert not shown & {"一把手", "领导班子", "监督", "加强", "党委"}
