"""The file that a text was taken from (Word, PDF, web page …), and what its reader met in it.

A plain text file is its own text and needs none of this; see `Source.original`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OriginalPart:
    """A page, paragraph, row, note, text box … of a file: where it is in the text, or why not.

    `place` and `reason` are read by people: 第3段, 表1第2行, 页眉; 隐藏文字不公开.  `start` and
    `end` are offsets into the text taken from the file; they are the same where the part was left
    out, and `left_out` then holds its words.
    """

    place: str
    kind: str
    start: int
    end: int
    left_out: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReaderDoubt:
    """What the reader of a file could not be sure of; becomes a finding with its code (I-…).

    `start` and `end` are offsets into the text taken from the file.  `picture` is a PNG of the
    place where a scan was read, else empty.
    """

    code: str
    start: int
    end: int
    message: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Original:
    """How a file was read: its format (docx, pdf …), the reader, and all that it met, in order."""

    format: str
    reader: str
    parts: tuple[OriginalPart, ...]
    doubts: tuple[ReaderDoubt, ...] = ()
