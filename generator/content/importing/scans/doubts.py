"""The characters of a scan that are in doubt -> findings, each with its piece of the picture."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence

import numpy as np
from PIL import Image as Pictures

from generator.content.importing.imported import Intake
from generator.content.importing.layout.taking import Landed
from generator.content.importing.scans.holes import HOLE
from generator.content.importing.scans.look_alikes import in_doubt
from generator.content.importing.scans.recognised import Recognised

SIDE = 5.0  # ems of the line that a crop shows on each side
TALLEST = 64  # pixels of a crop
MOST_CROPS = 400


def say_doubts(landed: Sequence[Landed], pages: Mapping[int, Recognised], intake: Intake) -> None:
    """Record a doubt for each run of characters that the reader is not sure of."""
    runs: list[list[Landed]] = []
    for each in sorted(landed, key=lambda each: each.start):
        if not in_doubt(each.glyph.text, each.glyph.score, each.glyph.alternative):
            continue
        before = runs[-1][-1] if runs else None
        if before is not None and before.start + 1 == each.start and _one_line(before, each):
            runs[-1].append(each)
        else:
            runs.append([each])
    for number, run in enumerate(runs):
        words = "".join(each.glyph.text for each in run)
        place = f"第{run[0].page}页"
        message = f"{place}{_said(words)}{_perhaps(run)}"
        page = pages.get(run[0].page)
        crop = _crop(page, run) if page is not None and number < MOST_CROPS else b""
        intake.doubt("I-003", run[0].start, run[-1].start + len(run[-1].glyph.text), message, crop)


def _one_line(one: Landed, other: Landed) -> bool:
    return one.page == other.page and abs(one.glyph.middle - other.glyph.middle) < 1.0


def _said(words: str) -> str:
    if HOLE in words:
        return f"“{words}”处有墨迹而认不出字"
    return f"“{words}”识别不确定"


def _perhaps(run: Sequence[Landed]) -> str:
    if len(run) == 1 and run[0].glyph.alternative.strip():
        return f"，也可能是“{run[0].glyph.alternative}”"
    return ""


def _crop(page: Recognised, run: Sequence[Landed]) -> bytes:
    """Return the place of a run in its picture, with its neighbours, as a PNG."""
    sheet, picture = page.sheet, page.grey()
    size = run[0].glyph.size
    left = run[0].glyph.left - SIDE * size
    right = run[-1].glyph.right + SIDE * size
    middle_x, middle_y = (left + right) / 2, run[0].glyph.middle
    cos, sin = math.cos(sheet.tilt), math.sin(sheet.tilt)
    x, y = middle_x - sheet.width / 2, middle_y - sheet.height / 2
    at_x = (x * cos - y * sin + sheet.width / 2) * sheet.pixels
    at_y = (x * sin + y * cos + sheet.height / 2) * sheet.pixels
    half_wide = (right - left) / 2 * sheet.pixels
    half_high = size * 0.8 * sheet.pixels + abs(half_wide * sin)
    box = (
        max(int(at_x - half_wide), 0),
        max(int(at_y - half_high), 0),
        min(int(at_x + half_wide) + 1, picture.shape[1]),
        min(int(at_y + half_high) + 1, picture.shape[0]),
    )
    if box[0] >= box[2] or box[1] >= box[3]:
        return b""
    piece = Pictures.fromarray(np.ascontiguousarray(picture[box[1] : box[3], box[0] : box[2]]))
    if piece.height > TALLEST:
        piece = piece.resize((max(1, piece.width * TALLEST // piece.height), TALLEST))
    out = io.BytesIO()
    piece.save(out, "PNG", optimize=True)
    return out.getvalue()
