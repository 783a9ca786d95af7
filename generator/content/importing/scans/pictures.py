"""Picture files -> pictures as the engine takes them, the right way up, within bounds."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

import numpy as np
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from generator.content.importing.scans.engine import LONGEST_SIDE
from generator.content.importing.scans.seen import Image as Pixels
from generator.errors import ContentError

MOST_PIXELS = 120_000_000
MOST_FRAMES = 500
SMALLEST = 16
FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
DAMAGED = "不是完好的图片；请重新扫描或另存"


def pictures_of(data: bytes, name: str) -> Iterator[Pixels]:
    """Yield the pictures of a file; ContentError when it is damaged, too large or too small."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=FORMATS) as file:
                for number, frame in enumerate(ImageSequence.Iterator(file)):
                    if number >= MOST_FRAMES:
                        raise ContentError(name, f"超过{MOST_FRAMES}页；请分成几个文件再放入")
                    yield _pixels(frame, name)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        OverflowError,
        MemoryError,
    ) as error:
        raise ContentError(name, DAMAGED) from error


def _pixels(frame: Image.Image, name: str) -> Pixels:
    width, height = frame.size
    if width * height > MOST_PIXELS:
        raise ContentError(name, f"图片太大（{width}×{height}）；请缩小再放入")
    if min(width, height) < SMALLEST:
        raise ContentError(name, f"图片太小（{width}×{height}），读不出文字")
    upright = ImageOps.exif_transpose(frame)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        over = Image.new("RGBA", upright.size, "white")
        over.alpha_composite(upright.convert("RGBA"))
        upright = over
    return fitted(np.asarray(upright.convert("RGB"))[:, :, ::-1])


def fitted(pixels: Pixels) -> Pixels:
    """Return a picture no larger than the engine takes it."""
    longest = max(pixels.shape[:2])
    if longest <= LONGEST_SIDE:
        return np.ascontiguousarray(pixels)
    scale = LONGEST_SIDE / longest
    size = max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale))
    image = Image.fromarray(np.ascontiguousarray(pixels)).resize(size, Image.Resampling.LANCZOS)
    return np.asarray(image)
