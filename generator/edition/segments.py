"""Segments: a stretch of a witness as it reads, with the place of every character.

A segment leaves out what is not wording (blanks inside Chinese text, line ends that only
wrap a line, page numbers on lines of their own) and writes punctuation full-width, so
that two witnesses can be compared; its offsets lead back into the piece's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

STOPS = "。！？；：!?;:…"
FULL_STOPS = "。！？!?…\n"
CLOSERS = "”’」』）》】)\"'"
WIDE = dict(zip(",;:?!()", "，；：？！（）", strict=True))
PAGE_NUMBER = re.compile(
    r"[ \t　]*(?:[-—–－·•]{1,3}[ \t　]*[0-9０-９]{1,4}[ \t　]*[-—–－·•]{1,3}"
    r"|第[ ]?[0-9０-９一二三四五六七八九十百]{1,5}[ ]?页(?:[ ，,/]*共[ ]?[0-9０-９]{1,4}[ ]?页)?"
    r"|[0-9０-９]{1,4}(?:[ ]?/[ ]?[0-9０-９]{1,4})?)[ \t　]*"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """`text` as it reads; offsets[i] is where text[i] stands in the piece, the last its end."""

    text: str
    offsets: tuple[int, ...]

    def __getitem__(self, part: slice) -> Segment:
        """Return the segment of a slice with step 1."""
        start, stop, _ = part.indices(len(self.text))
        stop = max(start, stop)
        if start == 0 and stop == len(self.text):
            return self
        end = self.offsets[stop - 1] + 1 if stop > start else self.offsets[start]
        return Segment(self.text[start:stop], (*self.offsets[start:stop], end))

    def span(self, start: int, stop: int) -> tuple[int, int]:
        """Return the least span of the piece that holds text[start:stop]; an empty one for nothing.

        Where parts of a text were put in order, more than text[start:stop] may stand in it.
        """
        if stop > start:
            offsets = self.offsets[start:stop]
            return min(offsets), max(offsets) + 1
        return self.offsets[start], self.offsets[start]

    def runs(self, start: int, stop: int) -> Iterator[tuple[int, int]]:
        """Yield where text[start:stop] stands in the piece, each part that was moved by itself."""
        begin = start
        for at in range(start + 1, stop + 1):
            if at == stop or self.offsets[at] < self.offsets[at - 1]:
                yield self.offsets[begin], self.offsets[at - 1] + 1
                begin = at


def closes_note(text: str, at: int) -> bool:
    """Tell whether text[at] closes a note that stands behind a sentence: 。（某部门负责）."""
    opening = max(text.rfind(mark, 0, at) for mark in "（(") if text[at] in "）)" else 0
    return opening > 0 and text[opening - 1] in FULL_STOPS


def segment(text: str, start: int, end: int) -> Segment:
    """Return the segment of text[start:end]; line feeds stay only where a paragraph ends."""
    chars: list[str] = []
    offsets: list[int] = []
    for low, high in _lines(text, start, end):
        if chars and _paragraph_ends(chars, text, low, high):
            chars.append("\n")
            offsets.append(max(start, low - 1))
        for at in range(low, high):
            char = text[at]
            if char.isspace() or char in "\u200b\ufeff":
                if not _between_latin(text, at, start, end):
                    continue
                char = " "
            chars.append(char)
            offsets.append(at)
    for index, char in enumerate(chars):
        if char in WIDE and _chinese_beside(chars, index):
            chars[index] = WIDE[char]
    last = offsets[-1] + 1 if offsets else start
    return Segment("".join(chars), (*offsets, last))


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines that hold wording, blanks at their edges left out."""
    lines = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        low, high = at, stop
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high and not PAGE_NUMBER.fullmatch(text, low, high):
            lines.append((low, high))
        at = stop + 1
    return lines


def _paragraph_ends(before: list[str], text: str, low: int, high: int) -> bool:
    """Tell whether the line end before text[low:high] ends a paragraph (款)."""
    last = next((char for char in reversed(before) if char not in CLOSERS), "")
    return last in STOPS or before[-1] in STOPS


def _between_latin(text: str, at: int, start: int, end: int) -> bool:
    return (
        start < at < end - 1
        and text[at - 1].isascii()
        and text[at - 1].isalnum()
        and text[at + 1].isascii()
        and text[at + 1].isalnum()
    )


def _chinese_beside(chars: list[str], index: int) -> bool:
    before = chars[index - 1] if index else ""
    after = chars[index + 1] if index + 1 < len(chars) else ""
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return False
    return any(char and not char.isascii() for char in (before, after))


def concatenated(parts: Sequence[Segment], fresh: Sequence[bool]) -> Segment:
    """Return segments as one; a part that is `fresh` opens a paragraph where none ends before it.

    The last offset is the end of the last part, 0 where there is none.
    """
    chars: list[str] = []
    offsets: list[int] = []
    for part, opens in zip(parts, fresh, strict=True):
        if chars and opens and chars[-1] != "\n":
            chars.append("\n")
            offsets.append(max(offsets[-1] + 1, part.offsets[0] - 1))
        chars += part.text
        offsets += part.offsets[:-1]
    return Segment("".join(chars), (*offsets, offsets[-1] + 1 if offsets else 0))


def letters(text: str) -> str:
    """Return the letters and digits of `text` alone."""
    return "".join(char for char in text if char.isalnum())


def letter_count(text: str) -> int:
    """Return how many letters and digits `text` has."""
    return len(letters(text))
