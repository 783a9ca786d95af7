"""Pictures of text -> an import record, where the reader of characters is installed.

Nothing here is loaded that `make ocr` installs, until there is a picture to read.
"""

from __future__ import annotations

from importlib.util import find_spec

from generator.content.importing.imported import Imported
from generator.errors import ContentError

NEEDED = ("rapidocr", "onnxruntime", "cv2", "PIL")
NOT_INSTALLED = "是图片；装上识别（make ocr）再放入，或先识别文字"


def ocr_is_installed() -> bool:
    """Tell whether pictures of text can be read."""
    return all(find_spec(name) is not None for name in NEEDED)


def read_scan(data: bytes, name: str) -> Imported:
    """Return the text of a picture (PNG, JPEG, TIFF, BMP); ContentError when it cannot be read."""
    if not ocr_is_installed():
        raise ContentError(name, NOT_INSTALLED)
    from generator.content.importing.scans.pictures import pictures_of
    from generator.content.importing.scans.reading import read_pictures

    return read_pictures(pictures_of(data, name), name)
