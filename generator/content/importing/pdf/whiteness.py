"""White words on white paper are hidden words; on a dark ground they are to be read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, upward from the lower left corner of the page."""

WHITE = 250  # of 255, from which on a colour is white
GROUND = 235  # of 255, up to which a ground shows white words
LARGEST = 2000  # pixels of the side of the picture that is looked at


def is_white(text_page: object, at: int) -> bool:
    """Tell whether a character is filled with white, or with nothing at all."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colours = (ctypes.byref(each) for each in (red, green, blue, alpha))
    if not pdfium.FPDFText_GetFillColor(text_page, at, *colours):
        return False
    return alpha.value == 0 or min(red.value, green.value, blue.value) >= WHITE


def on_paper(page: pypdfium2.PdfPage, boxes: Iterable[Box]) -> list[bool]:
    """Tell for each place of a page whether nothing but white is there."""
    width, height = page.get_size()
    scale = min(1.0, LARGEST / max(width, height, 1.0))
    drawn: NDArray[np.uint8] = page.render(scale=scale, grayscale=True).to_numpy()
    grey = drawn.reshape(drawn.shape[0], drawn.shape[1], -1)[:, :, 0]
    return [_all_white(grey, _pixels(page, box, grey)) for box in boxes]


def _pixels(
    page: pypdfium2.PdfPage, box: Box, grey: NDArray[np.uint8]
) -> tuple[int, int, int, int]:
    xs, ys = [], []
    for x, y in ((box[0], box[1]), (box[2], box[3])):
        across, down = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDF_PageToDevice(
            page.raw,
            0,
            0,
            grey.shape[1],
            grey.shape[0],
            0,
            x,
            y,
            ctypes.byref(across),
            ctypes.byref(down),
        )
        xs.append(across.value)
        ys.append(down.value)
    return min(xs), min(ys), max(xs), max(ys)


def _all_white(grey: NDArray[np.uint8], box: tuple[int, int, int, int]) -> bool:
    place = grey[max(box[1], 0) : box[3] + 1, max(box[0], 0) : box[2] + 1]
    return place.size > 0 and int(place.min()) > GROUND
