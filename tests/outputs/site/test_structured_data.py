"""What pages say of themselves in JSON-LD: true, safe whatever texts hold, its ways lead on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator import addresses
from generator.model import Library
from generator.outputs.shared.json_block import json_ld
from tests.conftest import Built

BLOCK = re.compile('<script type="application/ld\\+json">(.*?)</script>', re.DOTALL)


def said(page: Path) -> list[dict[str, Any]]:
    """Return the things that a page speaks of, as an HTML parser and a JSON parser see them."""
    tree = html.fromstring(page.read_text("utf-8"))
    (block,) = tree.xpath("//script[@type='application/ld+json']")
    data = json.loads(block.text)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data.get("@graph", [data])
    return found


def ways(thing: Any) -> Iterator[str]:
    if isinstance(thing, list):
        for each in thing:
            yield from ways(each)
    elif isinstance(thing, dict):
        for name, value in thing.items():
            if name in ("@id", "item", "contentUrl"):
                yield value
            else:
                yield from ways(value)


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=2), max_leaves=4))
def test_no_text_leaves_its_block(text: object) -> None:
    block = str(json_ld({"name": text, "</script><script>": "]]>"}))
    (inside,) = BLOCK.findall(block)
    assert json.loads(inside) == {"name": text, "</script><script>": "]]>"}
    assert not set(inside) & set("<>&")


def test_documents_articles_and_reports_say_what_is_known(built: Built, library: Library) -> None:
    (collation,) = library.collations
    base = collation.edition.base
    whole, trail = said(built.site / addresses.full_text(base.id))
    assert whole["@type"] == "Legislation"
    assert whole["name"] == base.title
    assert whole["legislationDate"] == base.adopted == "2021-03-27"
    assert whole["datePublished"] == base.published == "2021-06-01"
    assert whole["legislationPassedBy"] == {"@type": "Organization", "name": "中共中央"}
    assert [each["@id"] for each in whole["hasPart"]] == [f"{n}.html" for n in range(1, 26)]
    assert [each["position"] for each in trail["itemListElement"]] == [1, 2]
    article, _ = said(built.site / base.id / "5.html")
    assert article["name"] == "《意见》第（五）条"
    assert article["isPartOf"]["@id"] == "full.html"
    for report in library.reports:
        page = built.site / addresses.report(report.piece.id, library)
        told, _ = said(page)
        assert told["@type"] == "Report"
        assert told["headline"] == report.piece.title
        assert told.get("dateCreated", "") == report.piece.date
        assert told.get("author", {}).get("name", "") == report.piece.issuer
        spoken = {each.article for each in library.links if each.report == report.piece.id}
        assert [each["@id"] for each in told["mentions"]] == [
            f"../{base.id}/{number}.html" for number in sorted(spoken)
        ]


@pytest.mark.parametrize("name", ["built", "built_law", "built_hostile"])
def test_every_way_leads_to_a_file(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name).site
    count = 0
    for page in sorted(site.rglob("*.html")):
        if "hant" in page.parts or not BLOCK.search(page.read_text("utf-8")):
            continue
        count += 1
        for way in ways(said(page)):
            assert (page.parent / way.partition("#")[0]).exists() or way.startswith("#"), way
    assert count > 3


def test_hostile_names_are_names(built_hostile: Built) -> None:
    """The planted markup stands in the data to the letter, and nothing of it is an element."""
    (home,) = said(built_hostile.site / "index.html")
    assert home["name"] == '试<b>题</b> {{ 7*7 }} "><script>window.kbHacked=1</script>'


def test_the_traditional_edition_does_not_repeat_it(built: Built) -> None:
    for page in (built.site / "hant").rglob("*.html"):
        assert "ld+json" not in page.read_text("utf-8")
