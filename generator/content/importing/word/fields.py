"""Fields of a Word file (page numbers, links, dates, formulas): the result is text, the code not.

A field stands as begin, code, separate, result, end over runs and even paragraphs, with fields
within it (ISO/IEC 29500-1, 17.16).  A few have no result in the file and are drawn from the code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from generator.content.importing.word.names import VAL, number, q, switched
from generator.content.importing.word.numerals import CIRCLES
from generator.content.importing.word.symbols import sign

BEGIN, SEPARATE, END = "begin", "separate", "end"
KIND = q("w:fldCharType")
CONTENTS = re.compile(r"\s*TOC\b", re.IGNORECASE)
NUMBERED = re.compile(r"\s*(?:AUTONUM|AUTONUMLGL|AUTONUMOUT|LISTNUM)\b", re.IGNORECASE)
EQUATION = re.compile(r"\s*EQ\b(.*)", re.IGNORECASE | re.DOTALL)
SYMBOL = re.compile(
    r"\s*SYMBOL\s+(0x[0-9a-f]{1,6}|\d{1,7})([^\"]*)(?:\"([^\"]*)\")?", re.IGNORECASE
)
BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s+(.*)", re.IGNORECASE | re.DOTALL)
OVERSTRUCK = re.compile(r"\\o(?:\\a[clrd])*\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)", re.IGNORECASE)
RAISED = re.compile(r"\s*\\s\s*\\up[^()]*\(([^()]*)\)\s*[,，;；]", re.IGNORECASE)
FRACTION = re.compile(r"\\f\s*\(([^(),]*)[,;]([^(),]*)\)", re.IGNORECASE)
RINGS = "○◯Ο"
FRAMES = RINGS + "□△◇"


@dataclass(slots=True)
class _Open:
    """A field that has begun and not ended."""

    form: etree._Element | None
    result: bool = False
    code: list[str] = field(default_factory=list)

    @property
    def is_contents(self) -> bool:
        """Whether it is a table of contents."""
        return CONTENTS.match("".join(self.code)) is not None


@dataclass(frozen=True, slots=True)
class Ended:
    """A field at its end: its code, and what is drawn where the file holds no result.

    `reading` is a pronunciation above the words drawn; `lost` that Word draws what is not known.
    """

    code: str
    drawn: str = ""
    reading: str = ""
    lost: bool = False


class Fields:
    """The fields that are open at a place of a story; those that never end are no fields."""

    def __init__(self, story: etree._Element) -> None:
        self._open: list[_Open] = []
        self._coding: list[_Open] = []  # those of them that are in their code
        self._contents = 0
        self._unpaired = _unpaired(story)

    @property
    def showing(self) -> bool:
        """Whether text at this place is shown: all fields around it are in their result."""
        return not self._coding

    @property
    def contents(self) -> bool:
        """Whether this place is in a table of contents that Word made."""
        return self._contents > 0

    def code(self, text: str) -> bool:
        """Add to the code of the innermost field that is in its code; False where none is."""
        if self._coding:
            self._coding[-1].code.append(text)
        return bool(self._coding)

    def character(self, element: etree._Element) -> Ended | None:
        """Take a w:fldChar; return the field where it ends one."""
        if element in self._unpaired:
            return None
        kind = element.get(KIND, "")
        if kind == BEGIN:
            begun = _Open(element.find(q("w:ffData")))
            self._open.append(begun)
            self._coding.append(begun)
        elif kind == SEPARATE and self._open and not self._open[-1].result:
            self._coding.pop()
            self._open[-1].result = True
            self._contents += self._open[-1].is_contents
        elif kind == END and self._open:
            ended = self._open.pop()
            if ended.result:
                self._contents -= ended.is_contents
            else:
                self._coding.pop()
            return _ended(ended)
        return None


def _unpaired(story: etree._Element) -> frozenset[etree._Element]:
    """Return the marks of fields that begin and never end, or end and never began."""
    open_ones: list[list[etree._Element]] = []
    unpaired: list[etree._Element] = []
    for mark in story.iter(q("w:fldChar")):
        kind = mark.get(KIND, "")
        if kind == BEGIN:
            open_ones.append([mark])
        elif not open_ones:
            unpaired.append(mark)
        elif kind == END:
            open_ones.pop()
        else:
            open_ones[-1].append(mark)
    return frozenset((*unpaired, *(mark for marks in open_ones for mark in marks)))


def _ended(closed: _Open) -> Ended:
    code = "".join(closed.code).strip()
    box = None if closed.form is None else closed.form.find(q("w:checkBox"))
    if box is not None:
        ticked = switched(box, "w:checked")
        ticked = switched(box, "w:default") if ticked is None else ticked
        return Ended(code, "☑" if ticked else "☐")
    if closed.result:
        return Ended(code)
    choices = None if closed.form is None else closed.form.find(q("w:ddList"))
    if choices is not None:
        return Ended(code, _chosen(choices))
    if symbol := SYMBOL.match(code):
        return Ended(code, sign(int(symbol[1], 0), symbol[3] or ""))
    if button := BUTTON.match(code):
        return Ended(code, button[1].strip())
    if equation := EQUATION.match(code):
        return _equation(code, equation[1])
    return Ended(code, lost=NUMBERED.match(code) is not None)


def _chosen(choices: etree._Element) -> str:
    entries = [each.get(VAL, "") for each in choices.iterfind(q("w:listEntry"))]
    result = choices.find(q("w:result"))
    at = 0 if result is None else number(result.get(VAL, "0"))
    return entries[at] if 0 <= at < len(entries) else ""


def _equation(code: str, inside: str) -> Ended:
    r"""Return what an EQ field draws, as Chinese Word uses it: \o\ac(○,5) is ⑤.

    \o\ad(\s\up 9(chè),掣) is 掣 with its reading above it, \f(1,2) is 1/2.
    """
    if fraction := FRACTION.search(inside):
        return Ended(code, f"{fraction[1].strip()}/{fraction[2].strip()}")
    over = OVERSTRUCK.search(inside)
    if over is None:
        return Ended(code, lost=True)
    raised = RAISED.match(over[1])
    if raised:
        return Ended(code, over[1][raised.end() :].strip(), raised[1].strip())
    parts = [each.strip() for each in re.split("[,，;；]", over[1])]
    words = "".join(each for each in parts if each not in FRAMES or not each)
    ringed = any(each and each in RINGS for each in parts)
    if ringed and words.isdecimal() and 0 < int(words) <= len(CIRCLES):
        return Ended(code, CIRCLES[int(words) - 1])
    return Ended(code, words, lost=not words)
