"""The package of a Word file: its parts by name and by relationship."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from lxml import etree

from generator.content.importing.archive import Archive, DamagedError, plain_name
from generator.content.importing.word.names import STRICT, STRICT_SPACES, q

MAIN = "word/document.xml"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT_NAME = re.compile(rb"([\"'])(" + re.escape(STRICT).encode() + rb"[^\"'<>]{1,60})\1")


@dataclass(frozen=True, slots=True)
class Target:
    """What a relationship leads to: its kind (image, header …), and a part or an address."""

    kind: str
    name: str
    outside: bool


class Package(Archive):
    """The parts of one Word file, with the names of elements that all but Strict files have."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the package; DamagedError where it is no zip."""
        super().__init__(data, name, change=_transitional)

    def relationships(self, part: str) -> dict[str, Target]:
        """Return what the relationships of a part ("" for the whole file) lead to, by their id."""
        folder, base = posixpath.split(plain_name(part)) if part else ("", "")
        place = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(place):
            return {}
        found = {}
        for each in self.xml(place).iter(RELATIONSHIP):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            found[each.get("Id", "")] = Target(
                each.get("Type", "").rpartition("/")[2],
                target if outside else plain_name(posixpath.join("/", folder, target)),
                outside,
            )
        return found

    def main(self) -> str:
        """Return the name of the part that holds the text."""
        for target in self.relationships("").values():
            if target.kind == "officeDocument" and self.has(target.name):
                return target.name
        return MAIN


def _transitional(xml: bytes) -> bytes:
    """Return the XML of a Strict file with the names that all others have."""
    return STRICT_NAME.sub(_usual, xml) if STRICT.encode() in xml else xml


def _usual(match: re.Match[bytes]) -> bytes:
    mark = match[1]
    return mark + STRICT_SPACES.get(match[2].decode(), match[2].decode()).encode() + mark


def bodies_of(root: etree._Element) -> list[etree._Element]:
    """Return the body of a document, or several that a program wrote; DamagedError where none."""
    bodies = list(root.iterfind(q("w:body")))
    if root.tag != q("w:document") or not bodies:
        raise DamagedError("w:body")
    return bodies
