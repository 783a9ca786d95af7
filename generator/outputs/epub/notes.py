"""Notes of an e-book's page: a number at the words, the note at the end, and the way back."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from generator.model import Variant
from generator.outputs.epub.xhtml import TYPE, X, append_text
from generator.text.nomenclature import VARIANT_KINDS


class Notes:
    """The notes of one page, numbered from 1 as they are called for."""

    def __init__(self) -> None:
        """Begin without notes."""
        self._variants: list[Variant] = []

    def mark(self, variant: Variant) -> etree._Element:
        """Return the number that stands at the words of a variant."""
        self._variants.append(variant)
        number = str(len(self._variants))
        way = X.a(
            number, href=f"#n{number}", id=f"r{number}", role="doc-noteref", **{TYPE: "noteref"}
        )
        return X.sup(way)

    def marks(self, variants: Iterable[Variant]) -> list[etree._Element]:
        """Return the numbers of variants that have no place in the text."""
        return [self.mark(each) for each in variants]

    def section(self) -> list[etree._Element]:
        """Return the notes, for the end of the page; nothing where there are none."""
        if not self._variants:
            return []
        section = X.section(**{"class": "notes", TYPE: "footnotes"})
        for number, each in enumerate(self._variants, 1):
            back = X.a(f"〔{number}〕", href=f"#r{number}", role="doc-backlink")
            told = X.p(back)
            append_text(told, note_words(each))
            note = X.aside(told, id=f"n{number}", role="doc-footnote", **{TYPE: "footnote"})
            section.append(note)
        return [section]


def note_words(variant: Variant) -> str:
    """Return what a note says: the kind, the words chosen, the other readings, and why."""
    chosen = variant.chosen
    told = f"{VARIANT_KINDS[variant.kind]}：取“{chosen.text or '（无）'}”（{chosen.witness}）"
    others = "".join(
        f"；{each.witness}作“{each.text or '（无）'}”"
        for each in variant.readings
        if each.witness != chosen.witness
    )
    return f"{told}{others}。{variant.reason}".replace("\n", " ")
