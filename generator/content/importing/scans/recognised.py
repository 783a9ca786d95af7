"""A picture that was read, kept small until the crops of its doubts are cut."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from generator.content.importing.layout import Rule
from generator.content.importing.scans.placing import Sheet
from generator.content.importing.scans.ruled import ruled
from generator.content.importing.scans.seen import Image


@dataclass(frozen=True, slots=True)
class Recognised:
    """A picture that was read: its lines of words, it turned the right way up, in grey and packed.

    `rules` are its ruling lines.
    """

    sheet: Sheet
    pixels: bytes
    shape: tuple[int, int]
    rules: tuple[Rule, ...] = ()

    def grey(self) -> Image:
        """Return the picture in grey."""
        return np.frombuffer(zlib.decompress(self.pixels), dtype=np.uint8).reshape(self.shape)


def packed(picture: Image, sheet: Sheet) -> Recognised:
    """Return a picture with what was read in it."""
    grey = np.ascontiguousarray(picture.mean(axis=2).astype(np.uint8))
    height, width = grey.shape
    rules = ruled(grey, sheet)
    return Recognised(sheet, zlib.compress(grey.tobytes(), 1), (height, width), rules)
