"""What reports state, in the shards: read back by the description of search/stated.py."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.model import Library, Link, SharedLinks
from generator.outputs.search import write_shards
from generator.text.nomenclature import ROLES
from tests.outputs.search.client import Client, gaps

LINKS = 70
PLACES, YEARS = ("甲县", "乙县", "", "甲县", ""), ("2021-03", "", "2023", "2021", "2022-05-06")


@pytest.fixture(scope="module")
def stating(library: Library) -> Library:
    """The real library: its reports state places and years, and article 5 has many passages."""
    reports = tuple(
        replace(each, piece=replace(each.piece, place=PLACES[at % 5], date=YEARS[at % 5]))
        for at, each in enumerate(library.reports)
    )
    links: list[Link] = []
    for each in reports:
        links += [
            Link(
                id=f"{each.piece.id}-x{at}",
                report=each.piece.id,
                start=sentence.start,
                end=sentence.end,
                base="yijian",
                article=5,
                role=ROLES[at % len(ROLES)].role,
                kind="topic",
                score=1 / (at + 1),
                status="auto",
                evidence=(),
            )
            for at, sentence in enumerate(each.sentences[: LINKS // len(reports) + 5])
        ]
    two = SharedLinks((links[0].id, links[-1].id), ())
    return replace(library, reports=reports, links=tuple(links), shared_links=(two,))


@pytest.fixture(scope="module")
def client(stating: Library) -> Client:
    return Client(write_shards(stating))


def test_every_unit_of_a_report_leads_to_what_the_report_states(
    stating: Library, client: Client
) -> None:
    facts: Any = client.shards["f"]
    values = {
        name: [options[number][0] for number in gaps(code)]
        for (name, _, options), code in zip(facts["choices"], facts["of"], strict=True)
    }
    stated = [each.piece for each in stating.reports]
    assert values["place"] == [each.place or "-" for each in stated]
    assert values["year"] == [each.date[:4] or "-" for each in stated]
    assert [text for _, text in {c[0]: c[2] for c in facts["choices"]}["year"]] == [
        *("2023年", "2022年", "2021年", "未写明")
    ]
    tiers = client.outline["tiers"]
    for tier, code in zip((3, 4, 5), facts["units"], strict=True):
        pages = [
            f"reports/{report.id}.html"
            for report, count in zip(stated, gaps(code), strict=True)
            for _ in range(count)
        ]
        assert pages == [each.page for each in client.units[tiers[tier] : tiers[tier + 1]]]


def test_the_passages_of_an_article_of_many_are_all_there_the_strongest_first(
    stating: Library, client: Client
) -> None:
    sure, *numbers = gaps(client.shards["l-yijian-5"])
    assert sure == len(stating.links)
    rows = list(zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True))
    found = sorted(stating.links, key=lambda each: (-each.score, each.id))
    reports = {each.piece.id: each for each in stating.reports}
    assert len(rows) == len(found) > LINKS
    for (unit, told, shared), link in zip(rows, found, strict=True):
        (sentence,) = [s for s in reports[link.report].sentences if s.start == link.start]
        assert client.units[unit].id == sentence.id
        length, role = divmod(told, len(ROLES))
        assert (length, ROLES[role].role) == (1, link.role)
        assert bool(shared) == (link.id in stating.shared_links[0].links)
    assert "l-yijian-4" not in client.shards, "few passages stand on the article's page"
