"""Recognised lines -> glyphs in their places, the page made straight.

A line's box gives its width, its characters how many ems that is: the size of its type.  Sizes
near the one that most lines have are taken as that one, so that a line read a little wide is no
heading.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from generator.content.importing.layout import Glyph, Page
from generator.content.importing.scans.seen import Seen, SeenLine

WIDTH = 595.0  # points: what the shorter side of a sheet is taken to measure
LONG = 8  # ems of a line, from which on its width tells its size
SAME = 0.07
PLAIN = 1.08  # times the least width of a line its greatest may be, to judge its size by
SAME_BY_HEIGHT = 0.22
LEAST_NEXT = 0.02  # the score of a character that is worth naming beside the one read
BESIDE_LATIN = 0.25  # ems that may be between a Latin letter and an ideograph
CLOSERS = "，。、；：！？）》”’」』】"
OPENERS = "（《“‘「『【"
WIDER = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff“”‘’《》（）、。，；：！？]")


@dataclass(frozen=True, slots=True)
class Straight:
    """A line on a page made straight: its ends, its middle, its height, in points."""

    left: float
    right: float
    middle: float
    height: float
    characters: tuple[Seen, ...]

    @property
    def ems(self) -> tuple[float, float]:
        """Return how many ems its characters take up at least and at most, where they are inked.

        Marks are set as wide as ideographs or half as wide; Latin letters differ, and may stand
        apart from ideographs.
        """
        least = most = 0.0
        for each in self.characters:
            low, high = _ems(each.text)
            least, most = least + low, most + high
        most += BESIDE_LATIN * sum(
            1 for one, other in pairwise(self.characters) if _is_latin(one) != _is_latin(other)
        )
        if self.characters[-1].text in CLOSERS:
            most -= 0.5
        if self.characters[0].text in OPENERS:
            most -= 0.5
        return max(least, 0.4), max(most, least, 0.4)

    @property
    def long(self) -> bool:
        """Tell whether its width tells the size of its type."""
        return self.ems[0] >= LONG

    @property
    def size(self) -> float:
        """Return the size of its type in points, judged by its width."""
        return (self.right - self.left) / (sum(self.ems) / 2)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A recognised picture: its lines made straight; what turns its points into pixels."""

    lines: tuple[Straight, ...]
    width: float
    height: float
    pixels: float
    tilt: float


def straightened(lines: Sequence[SeenLine], width: int, height: int) -> Sheet:
    """Return the lines of a picture (its size in pixels) in points, turned by their common tilt."""
    points = WIDTH / max(min(width, height), 1)
    tilt = _tilt(lines)
    cos, sin = math.cos(-tilt), math.sin(-tilt)
    middle_x, middle_y = width / 2, height / 2

    def moved(place: tuple[float, float]) -> tuple[float, float]:
        x, y = place[0] - middle_x, place[1] - middle_y
        return (
            (x * cos - y * sin + middle_x) * points,
            (x * sin + y * cos + middle_y) * points,
        )

    straight: list[Straight] = []
    for line in lines:
        corners = [moved(each) for each in line.corners]
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
        high = (abs(y3 - y0) + abs(y2 - y1)) / 2
        straight.append(
            Straight(
                (x0 + x3) / 2,
                (x1 + x2) / 2,
                (y0 + y1 + y2 + y3) / 4,
                max(high, 1.0),
                line.characters,
            )
        )
    return Sheet(tuple(straight), width * points, height * points, 1 / points, tilt)


def _tilt(lines: Sequence[SeenLine]) -> float:
    """Return the angle in radians at which most long lines run."""
    angles: list[float] = []
    for line in lines:
        (x0, y0), (x1, y1) = line.corners[0], line.corners[1]
        if x1 - x0 > 4 * abs(line.corners[3][1] - y0):
            angles.append(math.atan2(y1 - y0, x1 - x0))
    return median(angles) if angles else 0.0


def type_size(sheets: Sequence[Sheet]) -> float:
    """Return the size that most of the text of some sheets has, in points."""
    sizes: dict[bool, list[float]] = {True: [], False: []}
    for sheet in sheets:
        for line in sheet.lines:
            if line.long:
                least, most = line.ems
                sizes[most < PLAIN * least] += [line.size] * int(least)
    known = sizes[True] or sizes[False]
    if known:
        return median(known)
    heights = [line.height for sheet in sheets for line in sheet.lines]
    return median(heights) * 0.8 if heights else 10.0


def placed(sheet: Sheet, number: int, size: float) -> Page:
    """Return a sheet as a page of glyphs; `size` is that of the file's text."""
    long = [line for line in sheet.lines if line.long]
    tall = median([line.height / line.size for line in long] or [1.25])
    sizes = _sizes(long, size, tall)
    chinese = _is_chinese(sheet)
    glyphs: list[Glyph] = []
    for line in sheet.lines:
        glyphs += _glyphs(line, _size(line, sizes, tall), chinese=chinese)
    return Page(number, sheet.width, sheet.height, tuple(glyphs))


def _sizes(long: Sequence[Straight], usual: float, tall: float) -> list[float]:
    """Return the sizes of type that a sheet's long lines show, the usual one first."""
    found = [usual]
    for line in long:
        if not any(_may_be(line, each) for each in found):
            shown = _by_height(line, [*found, line.size], tall)
            found += [shown] if shown not in found else []
    return found


def _by_height(line: Straight, sizes: Sequence[float], tall: float) -> float:
    """Return the size that goes best with a line's height; `tall` is a line's height in ems.

    A line of a narrow column may be drawn out to its full width, so that its width tells nothing.
    """
    return min(sizes, key=lambda each: abs(line.height / tall - each))


def _may_be(line: Straight, size: float) -> bool:
    """Tell whether a long line's width goes with a size."""
    least, most = line.ems
    wide = line.right - line.left
    return wide / most * (1 - SAME) < size < wide / least * (1 + SAME)


def _size(line: Straight, sizes: Sequence[float], tall: float) -> float:
    """Return a line's size in points: one of the sheet's sizes that goes with it, or its own."""
    own = line.size if line.long else line.height / tall
    fitting = [
        each
        for each in sizes
        if (line.long and _may_be(line, each)) or abs(own - each) < SAME_BY_HEIGHT * each
    ]
    if not fitting:
        return _by_height(line, [*sizes, own], tall)
    near = [each for each in fitting if abs(line.height / tall - each) < 2 * SAME * each]
    best = near or fitting
    usual = sizes[0]
    return usual if usual in best else min(best, key=lambda each: abs(each - own))


def _is_chinese(sheet: Sheet) -> bool:
    """Tell whether most characters of a sheet are ideographs."""
    texts = [each.text for line in sheet.lines for each in line.characters]
    return sum(1 for text in texts if IDEOGRAPH.match(text)) * 2 > len(texts)


def _glyphs(line: Straight, size: float, *, chinese: bool) -> list[Glyph]:
    """Return a line's characters side by side: each reaches half way to the next."""
    words = _widened([each.text for each in line.characters], chinese=chinese)
    wide = line.right - line.left
    middles = [line.left + each.along * wide for each in line.characters]
    found: list[Glyph] = []
    top, bottom = line.middle - size * 0.6, line.middle + size * 0.6
    for at, (text, seen) in enumerate(zip(words, line.characters, strict=True)):
        reach = 0.8 * size
        left = (middles[at - 1] + middles[at]) / 2 if at else line.left
        right = (middles[at] + middles[at + 1]) / 2 if at + 1 < len(words) else line.right
        if at + 1 == len(words) and text in CLOSERS:
            right += 0.4 * size
        left, right = max(left, middles[at] - reach), min(right, middles[at] + reach)
        found.append(Glyph(text, left, top, max(right, left), bottom, size, *_sureness(seen)))
    return found


def _sureness(seen: Seen) -> tuple[float, str]:
    """Return how sure a character is, and what else it may be but the same in another width."""
    if _folded(seen.text) == _folded(seen.next_text):
        return min(seen.score + seen.next_score, 1.0), ""
    return seen.score, seen.next_text if seen.next_score >= LEAST_NEXT else ""


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace("。", ".")


def _widened(texts: Sequence[str], *, chinese: bool) -> list[str]:
    """Return characters with stops and brackets beside ideographs as wide as those: 吗? -> 吗？

    A bracket at the end of a line is as wide as the text is that it belongs to.
    """
    found: list[str] = []
    for at, text in enumerate(texts):
        near = [*texts[max(at - 1, 0) : at], *texts[at + 1 : at + 2]]
        wide = any(IDEOGRAPH.match(each) for each in near)
        if (text == "(" and at == 0) or (text == ")" and at + 1 == len(texts)):
            wide = wide or chinese
        between_digits = len(near) == 2 and all(each.isdigit() for each in near)
        found.append(WIDER.get(text, text) if wide and not between_digits else text)
    _pair(found)
    return found


def _pair(texts: list[str]) -> None:
    """Make both brackets of a pair wide where one is: (Read） -> （Read）."""
    opened: list[int] = []
    for at, text in enumerate(texts):
        if text in "(（":
            opened.append(at)
        elif text in ")）" and opened:
            start = opened.pop()
            if "（" in texts[start] or "）" in text:
                texts[start], texts[at] = "（", "）"


def _is_latin(seen: Seen) -> bool:
    return seen.text[0].isalnum() and unicodedata.east_asian_width(seen.text[0]) not in "WF"


def _ems(text: str) -> tuple[float, float]:
    """Return how many ems a character takes up at least and at most."""
    if text[0] in CLOSERS or text[0] in OPENERS:
        return 0.5, 1.0
    if unicodedata.east_asian_width(text[0]) in "WFA":
        return 1.0, 1.0
    return 0.42, 0.62
