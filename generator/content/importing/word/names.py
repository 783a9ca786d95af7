"""The names of the elements and attributes of Word's XML, short to write and to read."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree

from generator.content.importing.archive import DamagedError

OFFICE = "http://schemas.openxmlformats.org"
SPACES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "r": f"{OFFICE}/officeDocument/2006/relationships",
    "m": f"{OFFICE}/officeDocument/2006/math",
    "a": f"{OFFICE}/drawingml/2006/main",
    "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
    "pic": f"{OFFICE}/drawingml/2006/picture",
    "c": f"{OFFICE}/drawingml/2006/chart",
    "dgm": f"{OFFICE}/drawingml/2006/diagram",
    "mc": f"{OFFICE}/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
}
STRICT = "http://purl.oclc.org/ooxml"
STRICT_SPACES = {
    f"{STRICT}/wordprocessingml/main": SPACES["w"],
    f"{STRICT}/officeDocument/relationships": SPACES["r"],
    f"{STRICT}/officeDocument/math": SPACES["m"],
    f"{STRICT}/drawingml/main": SPACES["a"],
    f"{STRICT}/drawingml/wordprocessingDrawing": SPACES["wp"],
    f"{STRICT}/drawingml/picture": SPACES["pic"],
    f"{STRICT}/drawingml/chart": SPACES["c"],
    f"{STRICT}/drawingml/diagram": SPACES["dgm"],
}
"""The namespaces of Strict files, and those of all the others that mean the same."""

OFF = ("0", "false", "off", "none")
WHOLE = re.compile("[+-]?[0-9]+")
LARGEST_NUMBER = 2**31 - 1


class NotANumberError(DamagedError):
    """A value that has to be a number is none."""


@cache
def q(name: str) -> str:
    """Return the full name of w:p, mc:Choice … as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


VAL = q("w:val")


def value(element: etree._Element | None, name: str, default: str = "") -> str:
    """Return the w:val of the child `name` (w:start …); the default where there is none."""
    child = None if element is None else element.find(q(name))
    return default if child is None else child.get(VAL, default)


def number(text: str) -> int:
    """Return the whole number that an attribute holds, in 32 bits; NotANumberError otherwise."""
    match = WHOLE.fullmatch(text.strip())
    if match is None:
        raise NotANumberError(text[:20])
    return max(-LARGEST_NUMBER, min(LARGEST_NUMBER, int(match[0][:20])))


def switched(element: etree._Element | None, name: str) -> bool | None:
    """Return whether the child `name` (w:vanish …) switches on or off; None where it is not."""
    child = None if element is None else element.find(q(name))
    return None if child is None else child.get(VAL, "1") not in OFF
