"""Which version of a document a report means."""

from __future__ import annotations

from functools import cache

import pytest

from generator.content import load_content
from generator.linking import Chains, chains_at, chains_of, citations, editions_at, numbering_of
from generator.model import Library
from generator.recipe import build_library
from tests.conftest import PROJECT


@cache
def library() -> Library:
    return build_library(load_content(PROJECT / "tests" / "libraries" / "caiyuan"))


@pytest.mark.parametrize(
    ("date", "version"),
    [
        ("", "banfa"),
        ("2010-01-01", "banfa-v2012"),
        ("2012-06-01", "banfa-v2012"),
        ("2017-09-30", "banfa-v2012"),
        ("2017-10-01", "banfa-v2017"),
        ("2017", "banfa-v2017"),
        ("2022-04", "banfa-v2017"),
        ("2022-05", "banfa"),
        ("2030", "banfa"),
    ],
)
def test_the_version_in_force_at_a_date(date: str, version: str) -> None:
    (found,) = editions_at(_chains(), date)
    assert found.base.id == version


def _chains() -> Chains:
    found = library()
    return chains_of(
        [each.edition for each in found.collations], [each.edition for each in found.earlier]
    )


@pytest.mark.parametrize(
    ("date", "text", "meant"),
    [
        ("2019-05-06", "按照《平川市社区菜园管理办法》第八条办理。", ("banfa-v2017", 8)),
        ("2023-04-11", "按照《平川市社区菜园管理办法》第八条办理。", ("banfa", 8)),
        ("", "按照《平川市社区菜园管理办法》第八条办理。", ("banfa", 8)),
        ("2023-04-11", "2017年修正的《平川市社区菜园管理办法》第六条", ("banfa-v2017", 6)),
        ("2023-04-11", "《平川市社区菜园管理办法》（2017年修正）第六条", ("banfa-v2017", 6)),
        ("2023-04-11", "《平川市社区菜园管理办法（2017年修正）》第六条", ("banfa-v2017", 6)),
        ("2023-04-11", "2017年版《办法》第六条", ("banfa-v2017", 6)),
        ("2022-04-01", "新修订的《平川市社区菜园管理办法》第六条", ("banfa", 6)),
        ("2018-01-01", "修订后的《办法》第六条", ("banfa-v2017", 6)),
        ("2023-04-11", "原《办法》第六条", ("banfa-v2017", 6)),
        ("2023-04-11", "修订前的《办法》第六条", ("banfa-v2017", 6)),
        ("2023-04-11", "《平川市社区菜园管理暂行办法》第六条", ("banfa-v2012", 6)),
        ("2023-04-11", "《平川市社区菜园管理办法》第九条，即原第十一条，", ("banfa-v2017", 11)),
        ("2023-04-11", "本市原来没有规定。《办法》第六条", ("banfa", 6)),
    ],
)
def test_a_citation_goes_to_the_version_that_is_meant(
    date: str, text: str, meant: tuple[str, int]
) -> None:
    chains = _chains()
    numberings = {each.base.id: numbering_of(each) for chain in chains for each in chain}
    bases = [each.base for each in editions_at(chains, date)]
    found = citations(text, bases, numberings, chains_at(chains, date))
    assert (found[-1].base, found[-1].article) == meant


def test_reports_are_linked_with_the_version_of_their_date_or_the_one_they_name() -> None:
    found = {(each.report, each.base, each.article) for each in library().links}
    assert {
        ("beiyuan-2015", "banfa-v2012", 6),
        ("beiyuan-2015", "banfa-v2012", 10),
        ("nanhe-2019", "banfa-v2017", 8),
        ("nanhe-2019", "banfa-v2012", 10),
        ("dongling-2023", "banfa-v2017", 6),
        ("dongling-2023", "banfa", 9),
        ("dongling-2023", "banfa", 13),
        ("jianyi", "banfa", 13),
    } <= found
    assert not [each for each in found if each[0] == "beiyuan-2015" and each[1] == "banfa"]


def test_an_article_that_only_another_version_has_is_a_finding() -> None:
    found = [each for each in library().findings if each.code.startswith("L-")]
    assert [(each.code, each.piece, each.text) for each in found] == [
        ("L-006", "nanhe-2019", "第十六条")
    ]
    assert found[0].message == "《办法》（2017年版）共14条，没有这一条；2022年版有这一条"


def test_a_quotation_is_held_against_the_version_of_its_time() -> None:
    """The report of 2015 quotes 二十个工作日, which was right then."""
    found = [each for each in library().findings if each.code == "Q-001"]
    assert not [each for each in found if each.piece == "beiyuan-2015"]
