"""Ruling lines in a picture: of tables, under heads, over notes."""

from __future__ import annotations

import math
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from generator.content.importing.layout import Rule
from generator.content.importing.scans.placing import Sheet

SHORTEST = 36.0  # points: longer than any stroke of a character, in type of a usual size
TALL = 2.2  # times the height of a line of words: longer than strokes one under the other
THICKEST = 4.0  # points
FARTHEST_GAP = 1.5  # points that noise may leave in a line
SAME_HEIGHT = 1.5  # points
BRIDGED = 25.0  # points between two pieces of a faint line
MOST_RULES = 2000
DARK = 8.0  # grey levels darker than what is around
SMEAR = 15  # pixels, over which a line is evened
INSIDE = 0.42  # of a line's height, from its middle
AROUND = 31  # pixels, within which "around" is


def ruled(grey: NDArray[np.uint8], sheet: Sheet) -> tuple[Rule, ...]:
    """Return the straight lines of a picture in grey, in points on its sheet made straight."""
    upright = _straight(grey, sheet)
    usual = median(each.height for each in sheet.lines) if sheet.lines else 0.0
    shortest = max(SHORTEST, TALL * usual)
    level = _lines(_dark(upright, level=True), sheet.pixels, shortest, level=True)
    down = _lines(_dark(upright, level=False), sheet.pixels, shortest, level=False)
    found = _joined([each for each in level if not _in_words(each, sheet)]) + down
    return tuple(found[:MOST_RULES])


def _joined(rules: list[Rule]) -> list[Rule]:
    """Return level lines with those made one that lie at one height with a short gap between."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda each: (round(each.top / SAME_HEIGHT), each.left)):
        last = found[-1] if found else None
        if (
            last is not None
            and abs(last.top - rule.top) < SAME_HEIGHT
            and rule.left - last.right < BRIDGED
        ):
            found[-1] = Rule(last.left, last.top, max(last.right, rule.right), last.bottom)
        else:
            found.append(rule)
    return found


def _in_words(rule: Rule, sheet: Sheet) -> bool:
    """Tell whether a level line is made of the strokes of a line of words."""
    return any(
        abs(line.middle - rule.top) < INSIDE * line.height
        and min(line.right, rule.right) - max(line.left, rule.left) > 0.3 * (rule.right - rule.left)
        for line in sheet.lines
    )


def _straight(grey: NDArray[np.uint8], sheet: Sheet) -> NDArray[np.uint8]:
    """Return a picture turned back by the tilt of its lines."""
    high, wide = grey.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), math.degrees(sheet.tilt), 1.0)
    return np.asarray(
        cv2.warpAffine(
            grey, turn, (wide, high), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        ),
        dtype=np.uint8,
    )


def _dark(grey: NDArray[np.uint8], *, level: bool) -> NDArray[np.uint8]:
    """Return what is darker than around it, drawn out along the line so that noise is evened."""
    along = (SMEAR, 1) if level else (1, SMEAR)
    return np.asarray(
        cv2.adaptiveThreshold(
            cv2.blur(grey, along),
            255,
            cv2.ADAPTIVE_THRESH_MEAN_C,
            cv2.THRESH_BINARY_INV,
            AROUND,
            DARK,
        ),
        dtype=np.uint8,
    )


def _lines(dark: NDArray[np.uint8], pixels: float, shortest: float, *, level: bool) -> list[Rule]:
    """Return what is dark over a long way and thin across it."""
    length, gap = max(int(shortest * pixels), 3), max(int(FARTHEST_GAP * pixels), 1)

    def bar(size: int) -> NDArray[np.uint8]:
        return np.ones((1, size) if level else (size, 1), dtype=np.uint8)

    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, bar(gap))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, bar(length))
    count, _, boxes, _ = cv2.connectedComponentsWithStats(opened)
    found: list[Rule] = []
    for left, top, wide, high, _ in boxes[1:count]:
        across = high if level else wide
        if across <= THICKEST * pixels:
            middle = (top + high / 2) / pixels if level else (left + wide / 2) / pixels
            if level:
                found.append(Rule(left / pixels, middle, (left + wide) / pixels, middle))
            else:
                found.append(Rule(middle, top / pixels, middle, (top + high) / pixels))
    return sorted(found, key=lambda each: (each.top, each.left))
