"""Editions and witnesses in TEI say the same as the library, to the letter."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from generator.model import Library
from generator.outputs.tei import tei_edition, tei_transcription

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


@pytest.fixture(params=["library", "law"])
def given(request: pytest.FixtureRequest) -> Library:
    """The real library, then the law's."""
    found: Library = request.getfixturevalue(request.param)
    return found


def read(element: etree._Element, without: set[str]) -> str:
    """Return the text of an element, its elements `without` left out, lb as a line feed."""
    told = [element.text or ""]
    for child in element:
        name = etree.QName(child).localname
        told.append("\n" if name == "lb" else "" if name in without else read(child, without))
        told.append(child.tail or "")
    return "".join(told)


def test_the_edition_reads_as_it_is(given: Library) -> None:
    sources = {each.file: each for each in given.sources}
    for collation in given.collations:
        root = etree.fromstring(tei_edition(collation, sources))
        ids = {each.get(ID): each for each in root.iter() if each.get(ID)}
        for article in collation.edition.articles:
            assert read(ids[article.id].find(f"{TEI}ab"), {"rdg", "note"}) == article.text
        for part in collation.edition.parts:
            element = ids[f"{collation.edition.base.id}-part-{part.number}"]
            assert read(element.find(f"{TEI}head"), set()) == part.label + part.heading


def test_every_variant_is_there_with_its_readings(given: Library) -> None:
    sources = {each.file: each for each in given.sources}
    for collation in given.collations:
        root = etree.fromstring(tei_edition(collation, sources))
        witnesses = {f"#{each.get(ID)}": each.get("n") for each in root.iter(f"{TEI}witness")}
        found = Counter(
            (app.get("type"), witnesses[wit], read(reading, set()))
            for app in root.iter(f"{TEI}app")
            for reading in app
            for wit in (reading.get("wit") or "").split()
        )
        expected: Counter[tuple[str, str, str]] = Counter()
        for variant in collation.apparatus:
            readings = {(variant.chosen.witness, variant.chosen.text)}
            readings |= {(each.witness, each.text) for each in variant.readings}
            expected.update((variant.kind, *each) for each in readings)
        assert found == expected


def test_a_witness_reads_as_received_and_as_cleaned(given: Library) -> None:
    sources = {each.file: each for each in given.sources}
    for collation in given.collations:
        for witness in collation.witnesses:
            piece = witness.piece
            source = sources[piece.file]
            edits = [each for each in given.ledger if each.file == piece.file]
            text = tei_transcription(collation.edition.base, piece, source, edits)
            root = etree.fromstring(text)
            words = root.find(f"{TEI}text/{TEI}body/{TEI}ab")
            assert read(words, {"corr"}) == source.text[piece.start : piece.end]
            assert read(words, {"sic"}) == piece.text
            rules = {each.get(ID) for each in root.iter(f"{TEI}category")}
            named = {
                rule[1:] for each in root.iter(f"{TEI}corr") for rule in each.get("ana").split()
            }
            assert named == rules
