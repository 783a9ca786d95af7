"""The styles of a Word file: what a paragraph or a run has from its style and those below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.content.importing.word.names import VAL, number, q, switched, value

DEEPEST = 30  # styles on one another; Word has 11


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph is in by its properties or a style; None where that is silent."""

    number: str | None = None
    level: int | None = None
    styles: tuple[str, ...] = ()  # which a level of the list may be tied to


SILENT = Numbered()


class Styles:
    """The style sheet.  A style is looked up along what it is based on, once."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the sheet; without one no style says anything."""
        self._styles: dict[str, etree._Element] = {}
        self._defaults: dict[str, str] = {}
        self._hidden: dict[str, bool] = {}
        self._numbered: dict[str, Numbered] = {}
        self._all_hidden = False
        if root is None:
            return
        for style in root.iterfind(q("w:style")):
            identity = style.get(q("w:styleId"), "")
            self._styles.setdefault(identity, style)
            if style.get(q("w:default"), "0") in ("1", "true", "on"):
                self._defaults.setdefault(style.get(q("w:type"), ""), identity)
        base = root.find(f"{q('w:docDefaults')}/{q('w:rPrDefault')}/{q('w:rPr')}")
        self._all_hidden = bool(switched(base, "w:vanish"))

    def of(self, properties: etree._Element | None) -> str:
        """Return the id of the style of a paragraph with these properties."""
        return value(properties, "w:pStyle") or self._defaults.get("paragraph", "")

    def name(self, identity: str) -> str:
        """Return the name of a style in small letters: caption, heading 1, toc 2."""
        return value(self._styles.get(identity), "w:name").lower()

    def hides(self, paragraph_style: str, run: etree._Element | None) -> bool:
        """Return whether text is hidden in a paragraph of a style, in a run of these properties.

        A switch at the run is final; those of the two styles undo each other (17.7.3).
        """
        own = None if run is None else switched(run, "w:vanish")
        if own is not None:
            return own
        hidden = self._hides(paragraph_style)
        character = "" if run is None else value(run, "w:rStyle")
        if character:
            hidden ^= self._hides(character)
        return hidden or self._all_hidden

    def numbered(self, identity: str) -> Numbered:
        """Return the list that a style puts its paragraphs into, itself or by what it is on."""
        if identity not in self._numbered:
            found, level = None, None
            chain = list(self._chain(identity))
            for at, style in enumerate(chain):
                own = own_numbering(style.find(q("w:pPr")))
                level = own.level if level is None else level
                if own.number is not None:
                    tied = tuple(each.get(q("w:styleId"), "") for each in chain[: at + 1])
                    found = Numbered(own.number, level, tied)
                    break
            self._numbered[identity] = found or Numbered(None, level)
        return self._numbered[identity]

    def list_of(self, identity: str) -> str:
        """Return the id of the list that a list style stands for; empty where it has none."""
        style = self._styles.get(identity)
        return own_numbering(None if style is None else style.find(q("w:pPr"))).number or ""

    def _hides(self, identity: str) -> bool:
        if identity not in self._hidden:
            switches = (
                switched(style.find(q("w:rPr")), "w:vanish") for style in self._chain(identity)
            )
            self._hidden[identity] = next((each for each in switches if each is not None), False)
        return self._hidden[identity]

    def _chain(self, identity: str) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on; a circle ends."""
        seen: set[str] = set()
        while identity and identity not in seen and len(seen) < DEEPEST:
            seen.add(identity)
            style = self._styles.get(identity)
            if style is None:
                return
            yield style
            identity = value(style, "w:basedOn")


def own_numbering(properties: etree._Element | None) -> Numbered:
    """Return what the properties of a paragraph or a style say of a list themselves."""
    found = None if properties is None else properties.find(q("w:numPr"))
    if found is None:
        return SILENT
    level, identity = found.find(q("w:ilvl")), found.find(q("w:numId"))
    return Numbered(
        None if identity is None else identity.get(VAL, "0").strip(),
        None if level is None else number(level.get(VAL, "0")),
    )
