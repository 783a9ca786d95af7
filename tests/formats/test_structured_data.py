"""JSON-LD of the pages as others read it: found, expanded, and in the words of schema.org.

Not part of `make test`: `make test-formats` installs the readers and runs this folder.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Built

extruct = pytest.importorskip("extruct", reason="make test-formats")
jsonld = pytest.importorskip("pyld.jsonld", reason="make test-formats")
schema_org = pytest.importorskip("schema_org", reason="make test-formats")

SCHEMA = "https://schema.org/"
BASE = "https://example.org/site/"
CONTEXT = {"@context": {"@vocab": SCHEMA, "item": {"@type": "@id"}}}  # that of schema.org, in short


def offline(url: str, options: object) -> dict[str, Any]:
    assert url == "https://schema.org", url
    return {"contentType": None, "contextUrl": None, "documentUrl": url, "document": CONTEXT}


def pages(site: Path) -> list[Path]:
    found = [each for each in sorted(site.rglob("*.html")) if "hant" not in each.parts]
    return [each for each in found if "application/ld+json" in each.read_text("utf-8")]


def vocabulary(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the properties of a type of schema.org, each with what it may hold."""
    made = getattr(import_module("schema_org"), kind)
    return {each.schema_name: each.ranges for each in made.SCHEMA_PROPERTIES}


def supertypes(kind: str) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(import_module("schema_org"), kind).SCHEMA_TYPES
    return found


def check(thing: dict[str, Any]) -> None:
    """Check a thing and all that it holds against the vocabulary."""
    (kind,) = (each.removeprefix(SCHEMA) for each in thing["@type"])
    known = vocabulary(kind)
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        own = name.removeprefix(SCHEMA)
        assert own in known, (kind, own)
        for value in values:
            if "@type" in value and "@value" not in value:
                held = supertypes(value["@type"][0].removeprefix(SCHEMA))
                assert {"Thing", *held} & {*known[own], "Thing"}, (kind, own, held)
                assert set(held) & set(known[own]), (kind, own, held)
                check(value)
            elif "@id" in value:
                assert value["@id"].startswith(BASE)


def test_extruct_finds_it_and_every_word_is_of_schema_org(
    built: Built, built_law: Built, built_hostile: Built
) -> None:
    jsonld.set_document_loader(offline)
    kinds = set()
    for site in (built.site, built_law.site, built_hostile.site):
        for page in pages(site):
            address = BASE + page.relative_to(site).as_posix()
            found = extruct.extract(page.read_text("utf-8"), address, syntaxes=["json-ld"])
            (data,) = found["json-ld"]
            for thing in jsonld.expand(data, {"base": address}):
                check(thing)
                kinds.add(thing["@type"][0].removeprefix(SCHEMA))
                if "@id" in thing:
                    assert thing["@id"] == address
    assert kinds == {"Collection", "Legislation", "Report", "BreadcrumbList"}
