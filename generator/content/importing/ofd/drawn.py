"""What stands on a page of an OFD file: TextObject -> glyphs, PathObject -> lines, ImageObject.

<TextObject Boundary="20 30 100 8" Size="5.6"><TextCode X="0" Y="5" DeltaX="g 7 5.6">送书…
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.content.importing.layout import Glyph, Picture, Rule
from generator.content.importing.layout.matrix import SAME, Matrix, moved
from generator.content.importing.layout.no_text import NO_UNICODE
from generator.content.importing.ofd.elements import children, tag, words_of

POINTS = 72 / 25.4  # in a millimetre
ASCENT, DESCENT = 0.86, 0.14  # of the size, above and below the base line
LATIN_WIDTH = 0.62  # ems that a Latin letter takes at most, but for a few
THIN = 1.2  # millimetres
SHORTEST = 2.0  # millimetres
MOST_OBJECTS = 200_000
DEEPEST = 12
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?")


@dataclass(slots=True)
class Drawing:
    """What is met on a page: glyphs by the way they are turned, and the rest."""

    glyphs: list[tuple[int, Glyph]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # words beyond MOST_OBJECTS and DEEPEST
    objects: int = 0


def draw(element: etree._Element, drawing: Drawing, outer: Matrix = SAME, depth: int = 0) -> None:
    """Add to a drawing all that stands below an element (Content, Layer, PageBlock)."""
    for each in element:
        drawing.objects += 1
        if depth > DEEPEST or drawing.objects > MOST_OBJECTS:
            drawing.unread.append(words_of(each))
            continue
        name = tag(each)
        if name == "TextObject":
            _text(each, drawing, outer)
        elif name == "PathObject":
            drawing.rules += _rules(each, outer)
        elif name == "ImageObject":
            drawing.pictures.append(Picture(*_placed_box(_boundary(each), outer)))
        elif name in ("Layer", "PageBlock", "Content"):
            draw(each, drawing, outer, depth + 1)


def numbers(text: str | None) -> list[float]:
    """Return the numbers in an attribute; what is no finite number of sane size is left out."""
    found = (float(each) for each in NUMBER.findall(text or ""))
    return [each for each in found if math.isfinite(each) and abs(each) < 1e6]


def _boundary(element: etree._Element) -> tuple[float, float, float, float]:
    values = [*numbers(element.get("Boundary")), 0.0, 0.0, 0.0, 0.0]
    return values[0], values[1], values[2], values[3]


def _matrix(element: etree._Element) -> Matrix:
    values = numbers(element.get("CTM"))
    if len(values) != 6:
        return SAME
    return values[0], values[1], values[2], values[3], values[4], values[5]


def _placed_box(
    box: tuple[float, float, float, float], outer: Matrix
) -> tuple[float, float, float, float]:
    """Return (x, y, width, height) in millimetres as left, top, right, bottom in points."""
    one = moved(outer, box[0], box[1])
    other = moved(outer, box[0] + box[2], box[1] + box[3])
    return (
        min(one[0], other[0]) * POINTS,
        min(one[1], other[1]) * POINTS,
        max(one[0], other[0]) * POINTS,
        max(one[1], other[1]) * POINTS,
    )


def _text(element: etree._Element, drawing: Drawing, outer: Matrix) -> None:
    """Add the characters of a text object."""
    left, top, _, _ = _boundary(element)
    own = _matrix(element)
    size = next(iter(numbers(element.get("Size"))), 4.0) or 4.0
    stretch = next(iter(numbers(element.get("HScale"))), 1.0) or 1.0
    down = element.get("ReadDirection", "0").strip() in ("90", "270")
    unseen = (
        element.get("Visible", "true").strip().lower() == "false"
        or element.get("Alpha", "255").strip() == "0"
    )
    x = y = 0.0
    for code in children(element, "TextCode"):
        words = "".join(code.itertext())
        x = next(iter(numbers(code.get("X"))), x)
        y = next(iter(numbers(code.get("Y"))), y)
        if unseen:
            drawing.hidden.append(words)
            continue
        for char, at_x, at_y, step in _places(words, x, y, code, size * stretch, down=down):
            place = moved(outer, *(_sum(moved(own, at_x, at_y), (left, top))))
            angle = round(math.degrees(math.atan2(own[1], own[0]))) % 360
            scale = math.hypot(own[2], own[3]) * math.hypot(outer[2], outer[3])
            across = math.hypot(own[0], own[1]) * math.hypot(outer[0], outer[1])
            width = _width(char, step / (size * stretch)) * size * stretch * across
            drawing.glyphs.append((angle, _glyph(char, place, size * scale, width, angle)))


def _sum(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return one[0] + other[0], one[1] + other[1]


def _places(
    words: str, x: float, y: float, code: etree._Element, size: float, *, down: bool
) -> Iterator[tuple[str, float, float, float]]:
    """Yield the characters of a TextCode: (it, x, y, how far the next one is to the right).

    Without deltas they stand as close as they are wide.
    """
    across, along = deltas(code.get("DeltaX"), len(words)), deltas(code.get("DeltaY"), len(words))
    if not across and not along:
        steps = [size * _width(char, 0.5) for char in words]
        across, along = ([], steps) if down else (steps, [])
    for at, char in enumerate(words):
        if unicodedata.category(char) in ("Cc", "Cs"):
            char = " "
        elif unicodedata.category(char) == "Co":
            char = NO_UNICODE
        step = across[at] if at < len(across) else 0.0
        yield char, x, y, step
        x += step
        y += along[at] if at < len(along) else 0.0


def deltas(text: str | None, most: int) -> list[float]:
    """Return the steps between characters; "g 3 2.5" stands for 2.5 three times."""
    found: list[float] = []
    parts = (text or "").split()
    at = 0
    while at < len(parts) and len(found) < most:
        if parts[at] == "g" and at + 2 < len(parts):
            count, step = parts[at + 1], numbers(parts[at + 2])
            if count.isascii() and count.isdigit() and step:
                found += [step[0]] * min(int(count[:9]), most - len(found))
            at += 3
            continue
        found += numbers(parts[at])[:1]
        at += 1
    return found


def _width(char: str, step: float = 0.0) -> float:
    """Return how wide a character is in ems; a Latin one reaches as far as the next, if near."""
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return step if 0.0 < step <= 1.0 else LATIN_WIDTH


def _glyph(char: str, place: tuple[float, float], size: float, width: float, angle: int) -> Glyph:
    """Return a character that stands on its base line at a place, turned clockwise by an angle."""
    x, y = place
    if angle == 90:
        box = (x - DESCENT * size, y, x + ASCENT * size, y + width)
    elif angle == 180:
        box = (x - width, y - DESCENT * size, x, y + ASCENT * size)
    elif angle == 270:
        box = (x - ASCENT * size, y - width, x + DESCENT * size, y)
    else:
        box = (x, y - ASCENT * size, x + width, y + DESCENT * size)
    left, top, right, bottom = (each * POINTS for each in box)
    return Glyph(char, left, top, right, bottom, max(size * POINTS, 0.1))


def _rules(element: etree._Element, outer: Matrix) -> Iterator[Rule]:
    """Yield the level and upright lines of a path."""
    box = _boundary(element)
    if min(box[2], box[3]) <= THIN:
        if max(box[2], box[3]) >= SHORTEST:
            yield Rule(*_placed_box(box, outer))
        return
    if element.get("Stroke", "true").strip().lower() == "false":
        return
    data = "".join("".join(each.itertext()) for each in children(element, "AbbreviatedData"))
    own = _matrix(element)
    before: tuple[float, float] | None = None
    for letter, values in re.findall(r"([A-Za-z])([^A-Za-z]*)", data[:20_000]):
        point = numbers(values)[-2:]
        here = _sum(moved(own, *point), box[:2]) if len(point) == 2 else None
        if letter == "L" and before is not None and here is not None:
            yield from _side(before, here, outer)
        before = here or before


def _side(one: tuple[float, float], other: tuple[float, float], outer: Matrix) -> Iterator[Rule]:
    across, down = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(across, down) < 0.2 and max(across, down) >= SHORTEST:
        box = (min(one[0], other[0]), min(one[1], other[1]), across, down)
        yield Rule(*_placed_box(box, outer))
