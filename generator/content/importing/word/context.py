"""What all the stories of one Word file are read with: its parts, styles, lists and notes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from generator.content.importing.imported import Imported
from generator.content.importing.word.names import q
from generator.content.importing.word.numbering import Numbering
from generator.content.importing.word.package import Package, Target
from generator.content.importing.word.styles import Styles

ReadChunk = Callable[[bytes, str], Imported]
"""Reads a whole file of another kind that is put into a Word file."""
NOTES = {"footnote": "脚注", "endnote": "尾注"}
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True, slots=True)
class Context:
    """One file while it is read.  The two counts of notes grow as they are met."""

    package: Package
    targets: dict[str, Target]
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], etree._Element]
    read_chunk: ReadChunk | None
    noted: set[tuple[str, str]] = field(default_factory=set)
    note_counts: Counter[str] = field(default_factory=Counter)

    @property
    def bare_counts(self) -> bool:
        """Whether a paragraph without anything in it is an item of a list, by its style."""
        return self.styles.numbered(self.styles.of(None)).number is not None

    def root(self, kind: str) -> etree._Element | None:
        """Return the root of the part of a kind (styles, comments …); None where there is none."""
        return part_of_kind(self.package, self.targets, kind)


def make_context(package: Package, main: str, read_chunk: ReadChunk | None) -> Context:
    """Return the context of a file whose text is in the part `main`."""
    targets = package.relationships(main)
    styles = Styles(part_of_kind(package, targets, "styles"))
    notes = {}
    for kind in NOTES:
        root = part_of_kind(package, targets, f"{kind}s")
        for each in () if root is None else root.iterfind(q(f"w:{kind}")):
            if each.get(q("w:type"), "normal") not in SEPARATORS:
                notes[kind, each.get(q("w:id"), "")] = each
    numbering = Numbering(part_of_kind(package, targets, "numbering"), styles)
    return Context(package, targets, styles, numbering, notes, read_chunk)


def part_of_kind(package: Package, targets: dict[str, Target], kind: str) -> etree._Element | None:
    """Return the root of the first part that is there and related as this kind."""
    for target in targets.values():
        if target.kind == kind and not target.outside and package.has(target.name):
            return package.xml(target.name)
    return None
