"""The ruling lines and pictures of a PDF page, with what stands in forms (groups) put in place."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from generator.content.importing.layout.matrix import SAME, Matrix, moved, times

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, upward from the lower left corner of the page."""

THIN = 3.0  # points
SHORTEST = 6.0  # points
MOST_SEGMENTS = 2000  # of one path
MOST_RULES = 20_000  # of one page
DEEPEST = 8


def shapes(page: pypdfium2.PdfPage) -> tuple[list[Box], list[Box]]:
    """Return the level and upright lines of a page, and where its pictures are."""
    rules: list[Box] = []
    pictures: list[Box] = []
    count = pdfium.FPDFPage_CountObjects(page.raw)
    for at in range(count):
        _gather(pdfium.FPDFPage_GetObject(page.raw, at), SAME, rules, pictures, 0)
    return rules[:MOST_RULES], pictures


def _gather(item: object, outer: Matrix, rules: list[Box], pictures: list[Box], depth: int) -> None:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_PATH and len(rules) < MOST_RULES:
        rules += _path_rules(item, outer)
    elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        pictures.append(_bounds(item, outer))
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
        inner = times(_matrix(item), outer)
        for at in range(pdfium.FPDFFormObj_CountObjects(item)):
            _gather(pdfium.FPDFFormObj_GetObject(item, at), inner, rules, pictures, depth + 1)


def _path_rules(item: object, outer: Matrix) -> Iterator[Box]:
    """Yield a path's straight lines: itself when it is thin, else its sides when it is stroked."""
    box = _bounds(item, outer)
    if min(box[2] - box[0], box[3] - box[1]) <= THIN:
        if max(box[2] - box[0], box[3] - box[1]) >= SHORTEST:
            yield box
        return
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    if not stroke.value and not fill.value:
        return
    matrix = times(_matrix(item), outer)
    count = min(pdfium.FPDFPath_CountSegments(item), MOST_SEGMENTS)
    points: list[tuple[float, float, int]] = []
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, at)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        place = moved(matrix, x.value, y.value)
        points.append((*place, pdfium.FPDFPathSegment_GetType(segment)))
    yield from (_sides(points) if stroke.value else _thin_parts(points))


def _sides(points: list[tuple[float, float, int]]) -> Iterator[Box]:
    """Yield the level and upright sides of a stroked path."""
    start: tuple[float, float] | None = None
    before: tuple[float, float] | None = None
    for x, y, kind in points:
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            yield from _side(before, start)
            start = (x, y)
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield from _side(before, (x, y))
        before = (x, y)
    if len(points) > 3:
        yield from _side(before, start)


def _side(one: tuple[float, float] | None, other: tuple[float, float] | None) -> Iterator[Box]:
    if one is None or other is None:
        return
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    if min(across, up) < 0.5 and max(across, up) >= SHORTEST:
        yield (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )


def _thin_parts(points: list[tuple[float, float, int]]) -> Iterator[Box]:
    """Yield the thin rectangles that a filled path is made of (so LibreOffice draws borders)."""
    part: list[tuple[float, float]] = []
    for x, y, kind in [*points, (0.0, 0.0, pdfium.FPDF_SEGMENT_MOVETO)]:
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if part:
                xs, ys = [each[0] for each in part], [each[1] for each in part]
                box = (min(xs), min(ys), max(xs), max(ys))
                wide, high = box[2] - box[0], box[3] - box[1]
                if min(wide, high) <= THIN and max(wide, high) >= SHORTEST:
                    yield box
            part = []
        part.append((x, y))


def _bounds(item: object, outer: Matrix) -> Box:
    values = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *(ctypes.byref(each) for each in values))
    left, bottom, right, top = (each.value for each in values)
    corners = [moved(outer, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [each[0] for each in corners], [each[1] for each in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(item: object) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return SAME
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f
