"""Bytes as received -> a decoded Source."""

from __future__ import annotations

import hashlib

from generator.errors import ContentError
from generator.model import Source


def decode(data: bytes, file: str) -> Source:
    """Return the source `file` decoded; ContentError when it is not a text."""
    if b"\x00" in data:
        raise ContentError(file, "不是文本文件（含空字节）；请先转成 UTF-8 纯文本")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(
            file, f"不是 UTF-8 文本（第{error.start}字节）；请转码后再放入"
        ) from error
    return Source(file, text, hashlib.sha256(data).hexdigest(), "utf-8")
