"""A formula of a Word file in one line, as a person would type it: (a+b)/2, √(x+1), ∑_(i=1)^n.

The signs that Word draws itself (brackets, root, sum) stand in the properties of the elements of
Office Math (ISO/IEC 29500-1, 22.1), not among their letters.  The form is that of Unicode's
nearly plain-text mathematics (UTN 28), whose brackets keep what stands above and below a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from lxml import etree

from generator.content.importing.word.names import q

Piece: TypeAlias = etree._Element | str
"""An element whose inside is to be read, or signs that stand between."""
VAL = q("m:val")
LONG = re.compile(r"[-+−±×÷*/·=<>≤≥≠,，\s]")  # what binds no closer than a fraction's line
DRAWN = frozenset(map(q, ("m:f", "m:nary", "m:sSup", "m:sSub", "m:sSubSup", "m:func", "m:m")))
BRACKETS = ("(", ")")
OPENING, CLOSING = "([{（〔【⟨", ")]}）〕】⟩"


def pieces(element: etree._Element) -> Iterator[Piece]:
    """Yield what a formula's element holds in order: its parts, and the signs around them."""
    return FORMS[element.tag](element)


def _fraction(element: etree._Element) -> Iterator[Piece]:
    """Yield one above the other: with a line 1/2, without one (a binomial) n¦k."""
    yield from _closed(element.find(q("m:num")))
    yield "¦" if _sign(element, "m:fPr", "m:type", "bar") == "noBar" else "/"
    yield from _closed(element.find(q("m:den")))


def _raised(element: etree._Element) -> Iterator[Piece]:
    yield from _inside(element, "m:e")
    yield from _inside(element, "m:sub")
    yield "^"
    yield from _closed(element.find(q("m:sup")))


def _brackets(element: etree._Element) -> Iterator[Piece]:
    yield _sign(element, "m:dPr", "m:begChr", BRACKETS[0])
    for number, each in enumerate(element.iterfind(q("m:e"))):
        if number:
            yield _sign(element, "m:dPr", "m:sepChr", "|")
        yield each
    yield _sign(element, "m:dPr", "m:endChr", BRACKETS[1])


def _root(element: etree._Element) -> Iterator[Piece]:
    degree = element.find(q("m:deg"))
    if degree is not None and _letters(degree):
        yield from _closed(degree)
    yield "√"
    yield from _closed(element.find(q("m:e")))


def _sum(element: etree._Element) -> Iterator[Piece]:
    yield _sign(element, "m:naryPr", "m:chr", "∫")
    for name, mark in (("m:sub", "_"), ("m:sup", "^")):
        limit = element.find(q(name))
        if limit is not None and _letters(limit):
            yield mark
            yield from _closed(limit)
    yield from _inside(element, "m:e")


def _limit(element: etree._Element) -> Iterator[Piece]:
    yield from _inside(element, "m:e")
    yield "_" if element.tag == q("m:limLow") else "^"
    yield from _closed(element.find(q("m:lim")))


def _accent(element: etree._Element) -> Iterator[Piece]:
    yield from _inside(element, "m:e")
    yield _sign(element, "m:accPr", "m:chr", "\u0302")


def _matrix(element: etree._Element) -> Iterator[Piece]:
    for number, row in enumerate(element.iterfind(q("m:mr"))):
        yield "; " if number else ""
        yield from _separated(row, " ")


def _lines(element: etree._Element) -> Iterator[Piece]:
    yield from _separated(element, "; ")


def _separated(element: etree._Element, sign: str) -> Iterator[Piece]:
    for number, each in enumerate(element.iterfind(q("m:e"))):
        yield sign if number else ""
        yield each


def _inside(element: etree._Element, name: str) -> Iterator[Piece]:
    yield from element.iterfind(q(name))


def _closed(element: etree._Element | None) -> Iterator[Piece]:
    """Yield a part, in brackets where its signs would run into those around it."""
    if element is None:
        return
    letters = _letters(element)
    needed = LONG.search(letters) or any(child.tag in DRAWN for child in element)
    if needed and not _is_bracketed(element, letters):
        yield BRACKETS[0]
        yield element
        yield BRACKETS[1]
    else:
        yield element


def _is_bracketed(element: etree._Element, letters: str) -> bool:
    """Return whether a part is one pair of brackets and what is in them."""
    parts = [child for child in element if child.tag != q("m:ctrlPr")]
    if len(parts) == 1 and parts[0].tag in (q("m:d"), q("m:rad")):
        return True
    ends = letters[:1] in OPENING and letters[-1:] in CLOSING and letters != ""
    return bool(ends) and not any(sign in letters[1:-1] for sign in OPENING + CLOSING)


def _letters(element: etree._Element) -> str:
    """Return the letters of a part that its own runs hold; enough to judge it by."""
    return "".join(
        text.text or "" for run in element.iterfind(q("m:r")) for text in run.iterfind(q("m:t"))
    ) + ("□" if any(child.tag in FORMS for child in element) else "")


def _sign(element: etree._Element, properties: str, name: str, default: str) -> str:
    """Return the sign that the properties name; an empty one is none."""
    found = element.find(f"{q(properties)}/{q(name)}")
    sign: str = default if found is None else found.get(VAL, "")
    return sign


FORMS: dict[str, Callable[[etree._Element], Iterator[Piece]]] = {
    q("m:f"): _fraction,
    q("m:sSup"): _raised,
    q("m:sSubSup"): _raised,
    q("m:d"): _brackets,
    q("m:rad"): _root,
    q("m:nary"): _sum,
    q("m:limLow"): _limit,
    q("m:limUpp"): _limit,
    q("m:acc"): _accent,
    q("m:m"): _matrix,
    q("m:eqArr"): _lines,
}
