"""The variants of a text put into it as app elements, by parallel segmentation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from generator.model import Variant
from generator.outputs.shared.xml_text import xml_text
from generator.outputs.tei.writing import TEI, append_text


def with_apparatus(
    element: etree._Element, text: str, variants: Iterable[Variant], sigla: Mapping[str, str]
) -> list[Variant]:
    """Append `text` to `element` with an app where it varies; return the variants left over.

    Left over are those whose words do not stand in `text` where the variant says, and those
    that overlap one before them.  `sigla` are the witnesses' identifiers by their ids.
    """
    left, at = [], 0
    for each in sorted(variants, key=lambda one: (one.at, -one.at_end)):
        if each.at < at or text[each.at : each.at_end] != each.chosen.text:
            left.append(each)
            continue
        append_text(element, text[at : each.at])
        element.append(entry(each, sigla))
        at = each.at_end
    append_text(element, text[at:])
    return left


def entry(variant: Variant, sigla: Mapping[str, str]) -> etree._Element:
    """Return the app of a variant: the words chosen with all that have them, then the others."""
    app = TEI.app(type=variant.kind)
    for tag, text, witnesses in _readings(variant):
        wit = " ".join(f"#{sigla[each]}" for each in witnesses if each in sigla)
        app.append(append_text(TEI(tag, **({"wit": wit} if wit else {})), text))
    app.append(TEI.note(xml_text(variant.reason)))
    return app


def _readings(variant: Variant) -> Iterator[tuple[str, str, list[str]]]:
    by_text: dict[str, list[str]] = {variant.chosen.text: [variant.chosen.witness]}
    for each in variant.readings:
        witnesses = by_text.setdefault(each.text, [])
        if each.witness not in witnesses:
            witnesses.append(each.witness)
    for text, witnesses in by_text.items():
        yield "lem" if text == variant.chosen.text else "rdg", text, witnesses
