"""Whose a wording is: the articles' shares of terms, of the thesaurus's groups and of hints."""

from __future__ import annotations

import pytest

from generator.linking.term_shares import (
    BaseText,
    IndexedArticle,
    IndexedTerm,
    index_hints,
    index_kin,
    index_terms,
)
from generator.model import Term
from generator.text.letters import fold
from tests.linking.conftest import edition


def text_of(*articles: str, outside: tuple[str, ...] = ()) -> BaseText:
    """Return a base whose articles' headings end at the first stop."""
    made = (
        IndexedArticle(each, fold(each.text), fold(each.text).letters.find("|"), frozenset())
        for each in edition(articles).articles
    )
    return BaseText(tuple(made), outside)


def term(name: str, *aliases: str, kind: str = "机制", related: tuple[str, ...] = ()) -> Term:
    return Term(f"t-{name}", name, aliases, kind, "", "", related)


def shares(one: IndexedTerm) -> dict[int, float]:
    return {each.article: each.share for each in one.shares}


def test_a_mention_in_a_heading_counts_as_three_more() -> None:
    base = text_of("定时收运。其他", "其他。定时收运")
    (one,) = index_terms(base, [term("定时收运")])["定时收运"]
    assert shares(one) == {0: pytest.approx(4 / 5), 1: pytest.approx(1 / 5)}
    assert [each.in_heading for each in one.shares] == [True, False]
    assert one.share_of(1) == pytest.approx(1 / 5)
    assert one.share_of(2) == 0


def test_more_than_three_mentions_count_no_more() -> None:
    base = text_of("其他。收运，收运，收运，收运，收运", "其他。收运")
    (one,) = index_terms(base, [term("收运")])["收运"]
    assert shares(one) == {0: pytest.approx(3 / 4), 1: pytest.approx(1 / 4)}


def test_mentions_of_all_wordings_are_added_up() -> None:
    base = text_of("其他。收运和清运", "其他。清运")
    found = index_terms(base, [term("收运", "清运")])
    assert found["收运"][0].shares == found["清运"][0].shares
    assert shares(found["收运"][0]) == {0: pytest.approx(2 / 3), 1: pytest.approx(1 / 3)}


def test_a_paragraph_outside_takes_half_a_mention_from_all() -> None:
    base = text_of("其他。收运", outside=("收运，收运", "其他"))
    (one,) = index_terms(base, [term("收运")])["收运"]
    assert shares(one) == {0: pytest.approx(1 / 1.5)}


def test_a_term_that_the_base_does_not_hold_is_none() -> None:
    assert index_terms(text_of("其他。收运"), [term("督导", related=("收运",))]) == {}


def test_wordings_of_one_letter_are_too_short() -> None:
    found = index_terms(text_of("其他。收运"), [term("收运", "运", related=("收",))])
    assert set(found) == {"收运"}


def test_who_acts_or_exhorts_is_no_subject_but_hides_what_is_inside() -> None:
    base = text_of("其他。重大决策部署和重大决策")
    found = index_terms(base, [term("重大决策部署", kind="总要求"), term("纪委", kind="机构")])
    assert [each.shares for each in found["重大决策部署"]] == [()]
    assert [each.shares for each in found["纪委"]] == [()]


def test_what_hides_others_is_not_related_to_them() -> None:
    base = text_of("其他。收运")
    terms = [term("部署", kind="总要求"), term("收运", related=("部署",))]
    (one,) = index_terms(base, terms)["部署"]
    assert one.own
    assert one.shares == ()


def test_a_wording_is_first_its_own_terms_then_of_those_related() -> None:
    base = text_of("其他。收运", "其他。清运")
    terms = [term("收运", related=("清运", "拉走")), term("清运", related=("清运",))]
    found = index_terms(base, terms)
    assert [(each.name, each.own) for each in found["清运"]] == [("清运", True), ("收运", False)]
    assert [(each.name, each.own) for each in found["拉走"]] == [("收运", False)]
    assert shares(found["拉走"][0]) == {0: 1}


def test_of_two_terms_with_one_wording_the_first_owns_it() -> None:
    base = text_of("其他。收运", "其他。清运")
    found = index_terms(base, [term("收运", "清运"), term("清运")])
    assert [each.name for each in found["清运"]] == ["收运"]


def test_a_hint_tells_of_every_term_that_has_it() -> None:
    base = text_of("其他。收运", "其他。督导")
    hinted = [
        Term("t1", "收运", (), "机制", "", "", (), ("早晚", "车", "早晚")),
        Term("t2", "督导", (), "机制", "", "", (), ("早晚",)),
        Term("t3", "没有", (), "机制", "", "", (), ("早晚",)),
    ]
    found = index_hints(base, hinted)
    assert set(found) == {"早晚"}
    assert [(each.name, shares(each), each.own) for each in found["早晚"]] == [
        ("收运", {0: 1}, False),
        ("督导", {1: 1}, False),
    ]


GROUP = ("班子建设", "带班子")


def test_the_groups_of_the_thesaurus_stand_where_their_wordings_do() -> None:
    base = text_of("班子建设。其他", "其他。带班子", "其他。无关")
    found = index_kin(base, [(*GROUP, "管好班子"), ("另外", "一组")])
    assert set(found) == {*GROUP, "管好班子"}
    (elsewhere,) = found["管好班子"]
    assert not elsewhere.own
    assert shares(elsewhere) == {0: pytest.approx(4 / 5), 1: pytest.approx(1 / 5)}
    (own,) = found["带班子"]  # half where it stands itself, half where the group does
    assert own.own
    assert shares(own) == {0: pytest.approx(2 / 5), 1: pytest.approx(3 / 5)}
    assert [each.in_heading for each in own.shares] == [True, False]


def test_a_wording_in_two_groups_speaks_of_both() -> None:
    base = text_of("班子建设。其他", "其他。收运")
    found = index_kin(base, [("班子建设", "带队伍"), ("收运", "带队伍")])
    assert [shares(each) for each in found["带队伍"]] == [{0: 1}, {1: 1}]


def test_a_group_of_which_the_base_holds_nothing_tells_nothing() -> None:
    assert index_kin(text_of("其他。无关"), [GROUP]) == {}
    assert index_kin(text_of("其他。无关"), []) == {}
