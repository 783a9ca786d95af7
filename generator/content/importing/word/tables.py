"""The rows and cells of a table of a Word file, whatever they are wrapped in."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.content.importing.word.line_parts import DELETED, HIDDEN, SHOWN
from generator.content.importing.word.names import VAL, q, switched
from generator.content.importing.word.raw_words import alternative

WRAPPERS = frozenset(map(q, ("w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:sdtContent")))


def inside(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the children of an element, those of content controls and the like as its own."""
    for child in element:
        if child.tag == q("w:sdt"):
            content = child.find(q("w:sdtContent"))
            if is_prompt(child):
                yield child
            elif content is not None:
                yield from inside(content)
        elif child.tag in WRAPPERS:
            yield from inside(child)
        elif child.tag == q("mc:AlternateContent"):
            chosen = alternative(child)
            if chosen is not None:
                yield from inside(chosen)
        else:
            yield child


def is_prompt(control: etree._Element) -> bool:
    """Return whether a content control around paragraphs holds only its prompt (click here …)."""
    return bool(switched(control.find(q("w:sdtPr")), "w:showingPlcHdr")) and (
        control.find(f"{q('w:sdtContent')}/{q('w:p')}") is not None
    )


def rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table."""
    return (each for each in inside(table) if each.tag == q("w:tr"))


def row_state(row: etree._Element) -> str:
    """Return whether a row is shown, hidden or deleted."""
    properties = row.find(q("w:trPr"))
    if properties is not None and properties.find(q("w:del")) is not None:
        return DELETED
    return HIDDEN if switched(properties, "w:hidden") else SHOWN


def row_inserted(row: etree._Element) -> bool:
    """Return whether a row came in under change tracking."""
    return row.find(f"{q('w:trPr')}/{q('w:ins')}") is not None


def cells(row: etree._Element) -> list[etree._Element]:
    """Return the cells of a row that are there when changes are accepted."""
    return [
        each
        for each in inside(row)
        if each.tag == q("w:tc") and each.find(f"{q('w:tcPr')}/{q('w:cellDel')}") is None
    ]


def goes_on(cell: etree._Element) -> bool:
    """Return whether a cell is the lower or right part of a merged one: its words are not shown."""
    properties = cell.find(q("w:tcPr"))
    for name in () if properties is None else ("w:vMerge", "w:hMerge"):
        merged = properties.find(q(name))
        if merged is not None and merged.get(VAL, "continue") != "restart":
            return True
    return False
