"""A page of a PDF -> glyphs, ruling lines and pictures, by PDFium.

Positions are turned so that the text stands upright, also where it is written sideways.  Whether a
viewer turns the page does not matter: characters are placed, and turned, before that.
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from generator.content.importing.layout import Glyph, Page, Picture, Rule
from generator.content.importing.layout.no_text import NO_UNICODE, main_angle
from generator.content.importing.layout.turning import runs_down
from generator.content.importing.pdf.shapes import shapes
from generator.content.importing.pdf.whiteness import is_white, on_paper

INVISIBLE = 3  # text render mode
SMALLEST = 2.0  # points; smaller type is not meant to be read
SMALLEST_PICTURE = 12.0  # points; smaller ones are bullets and rules
QUARTER = 90


@dataclass(frozen=True, slots=True)
class Drawn:
    """A character as PDFium gives it, upward from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    angle: int
    invisible: bool
    white: bool = False


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page's characters, and those that are not shown: invisible, outside, askew."""

    page: Page
    invisible: tuple[Glyph, ...]
    outside: str
    askew: str
    tiny: str


@dataclass(frozen=True, slots=True)
class _Type:
    """What the characters of one text object have in common."""

    invisible: bool
    white: bool


def drawn_page(page: pypdfium2.PdfPage, number: int) -> DrawnPage:
    """Return what is drawn on a page, the right way up."""
    text_page = page.get_textpage()
    try:
        characters = _characters(text_page)
    finally:
        text_page.close()
    characters = _white_hidden(page, characters)
    left, bottom, right, top = page.get_bbox()
    within = [
        each
        for each in characters
        if left - 1 <= (each.left + each.right) / 2 <= right + 1
        and bottom - 1 <= (each.bottom + each.top) / 2 <= top + 1
    ]
    ids = set(map(id, within))
    outside = "".join(each.text for each in characters if id(each) not in ids)
    tiny = "".join(each.text for each in within if each.size < SMALLEST)
    within = [each for each in within if each.size >= SMALLEST]
    angle = main_angle(each.angle for each in within if each.text.strip())
    turned = _Turn(left, bottom, right, top, -angle % 360)
    ways = {0}
    if runs_down(tuple(turned.glyph(each) for each in within if each.angle == angle)):
        ways.add(QUARTER)  # digits and Latin letters in upright columns lie on their side
    straight = [
        each for each in within if _turn(each.angle, angle) in ways or not each.text.strip()
    ]
    askew = "".join(each.text for each in within if _turn(each.angle, angle) not in ways)
    glyphs = [(turned.glyph(each), each.invisible) for each in straight]
    rules, pictures = shapes(page)
    found = Page(
        number,
        turned.width,
        turned.height,
        tuple(glyph for glyph, invisible in glyphs if not invisible),
        tuple(Rule(*turned.box(each)) for each in rules),
        tuple(
            Picture(*turned.box(each))
            for each in pictures
            if min(each[2] - each[0], each[3] - each[1]) > SMALLEST_PICTURE
        ),
    )
    return DrawnPage(
        found, tuple(glyph for glyph, invisible in glyphs if invisible), outside, askew, tiny
    )


def _white_hidden(page: pypdfium2.PdfPage, characters: list[Drawn]) -> list[Drawn]:
    """Return characters, those white on white paper invisible."""
    white = [at for at, each in enumerate(characters) if each.white and each.text.strip()]
    if not white:
        return characters
    boxes = [
        (each.left, each.bottom, each.right, each.top) for each in (characters[at] for at in white)
    ]
    hidden = {at for at, is_so in zip(white, on_paper(page, boxes), strict=True) if is_so}
    return [
        replace(each, invisible=True) if at in hidden else each
        for at, each in enumerate(characters)
    ]


def _characters(text_page: pypdfium2.PdfTextPage) -> list[Drawn]:
    """Return the characters of a page in the order they were drawn."""
    found: list[Drawn] = []
    handle = text_page.raw
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    types: dict[int, _Type] = {}
    high = 0
    for at in range(text_page.count_chars()):
        if pdfium.FPDFText_IsGenerated(handle, at) == 1:
            continue
        code = pdfium.FPDFText_GetUnicode(handle, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        if not pdfium.FPDFText_GetLooseCharBox(handle, at, ctypes.byref(box)):
            continue
        pdfium.FPDFText_GetMatrix(handle, at, ctypes.byref(matrix))
        text = _character(code, bool(pdfium.FPDFText_HasUnicodeMapError(handle, at) == 1))
        if not text:
            continue
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        style = _type_of(handle, at, types)
        found.append(
            Drawn(
                text,
                box.left,
                box.bottom,
                box.right,
                box.top,
                abs(pdfium.FPDFText_GetFontSize(handle, at) * scale),
                round(math.degrees(max(pdfium.FPDFText_GetCharAngle(handle, at), 0.0))) % 360,
                style.invisible,
                style.white,
            )
        )
    return found


def _type_of(handle: object, at: int, types: dict[int, _Type]) -> _Type:
    """Return what is common to a text object; asked once for each."""
    text_object = pdfium.FPDFText_GetTextObject(handle, at)
    address = ctypes.cast(text_object, ctypes.c_void_p).value or 0
    if address not in types:
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object) if address else 0
        types[address] = _Type(mode == INVISIBLE, is_white(handle, at))
    return types[address]


def _character(code: int, unmapped: bool) -> str:
    """Return a character, U+FFFD when there is none behind the glyph, "" for what has no place."""
    if unmapped or code in (0, 0xFFFD) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return NO_UNICODE
    char = chr(code)
    if code == 0x02:  # how PDFium gives a hyphen at a line's end
        return "-"
    if char in "\t\n\r\x0b\x0c":
        return " "
    if unicodedata.category(char) == "Co":
        return NO_UNICODE
    if unicodedata.category(char) in ("Cc", "Cn"):
        return ""
    return char


def _turn(angle: int, main: int) -> int:
    """Return by how many degrees a character is off the page's way, a few counting as none."""
    off = (angle - main) % 360
    return 0 if min(off, 360 - off) <= 3 else off


@dataclass(frozen=True, slots=True)
class _Turn:
    """Turns places of a PDF page into those of a page that stands upright, down from the top."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Return the width of the page as it is read."""
        across, up = self.right - self.left, self.top - self.bottom
        return up if self.rotation in (90, 270) else across

    @property
    def height(self) -> float:
        """Return the height of the page as it is read."""
        across, up = self.right - self.left, self.top - self.bottom
        return across if self.rotation in (90, 270) else up

    def box(self, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        """Return (left, bottom, right, top) as (left, top, right, bottom) of the page as read."""
        x0, y0, x1, y1 = (
            box[0] - self.left,
            box[1] - self.bottom,
            box[2] - self.left,
            box[3] - self.bottom,
        )
        across, up = self.right - self.left, self.top - self.bottom
        if self.rotation == 90:
            return y0, x0, y1, x1
        if self.rotation == 180:
            return across - x1, y0, across - x0, y1
        if self.rotation == 270:
            return up - y1, across - x1, up - y0, across - x0
        return x0, up - y1, x1, up - y0

    def glyph(self, each: Drawn) -> Glyph:
        """Return a character in its place on the page as read."""
        return Glyph(
            each.text, *self.box((each.left, each.bottom, each.right, each.top)), each.size
        )
