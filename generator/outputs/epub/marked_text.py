"""A line of the edition with what is marked in it: its heading, references, numbers of notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.model import Variant
from generator.outputs.epub.notes import Notes
from generator.outputs.epub.xhtml import X, append_text
from generator.outputs.shared.xml_text import xml_text


@dataclass(frozen=True, slots=True)
class Way:
    """Words, at `start`..`end` of a text, that lead to an address."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks; `lead` is where its heading ends, 0 where it has none.

    `placed` are the variants with where their numbers stand, in order.
    """

    text: str
    lead: int
    ways: tuple[Way, ...]
    placed: tuple[tuple[int, Variant], ...]

    def write(self, element: etree._Element, start: int, end: int, notes: Notes) -> None:
        """Append the line text[start:end] to `element`."""
        inside = [(at, each) for at, each in self.placed if start <= at <= end]
        cuts = {start, end, *(at for at, _ in inside)}
        cuts |= {at for way in self.ways for at in (way.start, way.end) if start < at < end}
        cuts |= {self.lead} if start < self.lead < end else set()
        row = sorted(cuts)
        for at, until in zip([start, *row[:-1]], row, strict=True):
            self._append(element, at, until)
            for place, variant in inside:
                if place == until:
                    element.append(notes.mark(variant))

    def _append(self, element: etree._Element, start: int, end: int) -> None:
        words = self.text[start:end]
        way = next((each for each in self.ways if each.start <= start < each.end), None)
        if not words:
            return
        if way:
            element.append(X.a(xml_text(words), href=way.address))
        elif start < self.lead:
            element.append(X.b(xml_text(words)))
        else:
            append_text(element, words)


def marked(
    text: str, variants: Iterable[Variant], lead: int = 0, ways: Iterable[Way] = ()
) -> tuple[Marked, list[Variant]]:
    """Return `text` with its marks, and the variants whose words do not stand in it.

    Of ways that overlap the first stays; within one, no number stands.
    """
    kept: list[Way] = []
    for way in sorted(ways, key=lambda each: each.start):
        if way.start < way.end and way.start >= max(lead, kept[-1].end if kept else 0):
            kept.append(way)
    placed, left = [], []
    for each in variants:
        inside = bool(text) and each.at_end <= len(text)
        if inside and text[each.at : each.at_end] == each.chosen.text:
            placed.append((_behind(each.at_end, kept), each))
        else:
            left.append(each)
    placed.sort(key=lambda row: row[0])
    return Marked(text, lead, tuple(kept), tuple(placed)), left


def _behind(at: int, ways: Sequence[Way]) -> int:
    return next((way.end for way in ways if way.start < at < way.end), at)
