"""Which terms a report has words of, and that its links depend on no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.linking import Linking, index_articles, link_report, richness
from generator.linking.vocabulary import terms_in, vocabulary_of
from generator.model import Term
from tests.linking.conftest import edition, report

KNOWN = (
    Term("t1", "定时收运", ("收运",), "机制", "", "", ("清运",), ("车辆", "密闭")),
    Term("t2", "督导员", (), "机制", "", "", ("志愿劝导",)),
)


def term(name: str, *aliases: str) -> Term:
    return Term("new", name, aliases, "机制", "", "", (), ())


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("每日定时收运。", (0,)),
        ("志愿劝导，车辆密闭。", (0, 1)),
        ("志愿\n劝导。", ()),  # two sentences
        ("督“导”员", (1,)),
        ("督導員", (1,)),
        ("督导，员", ()),
        ("", ()),
    ],
)
def test_terms_are_found_by_any_of_their_wordings(text: str, held: tuple[int, ...]) -> None:
    assert terms_in(report(text), vocabulary_of(KNOWN)) == held


PARTS = st.sampled_from(
    ("定时", "收运", "清运", "督导员", "车辆", "密闭", "劝导", "厨余垃圾", "，", "。")
)


@settings(max_examples=30, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=12).map("".join), PARTS, PARTS)
def test_a_term_without_a_word_in_a_report_leaves_its_links_as_they_are(
    text: str, one: str, other: str
) -> None:
    document, added = report(text), term(one + other, other + one)
    if terms_in(document, vocabulary_of([added])):
        return
    before, after = (index_articles([edition()], some) for some in (KNOWN, (*KNOWN, added)))
    if richness(None, before) == richness(None, after):
        linked = [link_report(document, Linking(each, {})) for each in (before, after)]
        assert linked[0] == linked[1]
