"""What a reader of a file hands on: the text, and a record of every part that it met."""

from __future__ import annotations

from dataclasses import dataclass

from generator.original import OriginalPart, ReaderDoubt


@dataclass(frozen=True, slots=True)
class Imported:
    """The text taken from a file, one line per paragraph or row, and the record of its parts."""

    text: str
    reader: str
    parts: tuple[OriginalPart, ...]
    doubts: tuple[ReaderDoubt, ...] = ()


class Intake:
    """Gathers the lines that a reader takes from a file, and what it leaves out."""

    def __init__(self, reader: str) -> None:
        self._reader = reader
        self._lines: list[str] = []
        self._length = 0
        self._parts: list[OriginalPart] = []
        self._doubts: list[ReaderDoubt] = []

    def take(self, place: str, kind: str, words: str) -> int:
        """Add words as a line of the text; return where they start.

        Line ends inside them stay; those around them, and words that are blank, are not kept.
        """
        words = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        start = self._length
        if not words.strip():
            return start
        self._lines.append(words)
        self._length += len(words) + 1
        self._parts.append(OriginalPart(place, kind, start, start + len(words)))
        return start

    def leave(self, place: str, kind: str, words: str, reason: str) -> None:
        """Record words (or a picture, with none) that do not come into the text, and why."""
        self._parts.append(OriginalPart(place, kind, self._length, self._length, words, reason))

    def doubt(self, code: str, start: int, end: int, message: str, picture: bytes = b"") -> None:
        """Record that the reader is not sure of the text between two offsets."""
        self._doubts.append(ReaderDoubt(code, start, end, message, picture))

    def doubt_here(self, code: str, message: str) -> None:
        """Record a doubt at the end of what was taken so far."""
        self.doubt(code, max(self._length - 1, 0), max(self._length - 1, 0), message)

    def imported(self) -> Imported:
        """Return all that was gathered; the text ends with a line feed unless it is empty."""
        text = "".join(f"{line}\n" for line in self._lines)
        doubts = tuple(
            ReaderDoubt(
                each.code,
                min(each.start, len(text)),
                min(each.end, len(text)),
                each.message,
                each.picture,
            )
            for each in self._doubts
        )
        return Imported(text, self._reader, tuple(self._parts), doubts)


def lines_imported(text: str, reader: str) -> Imported:
    """Return a text whose every line was taken from the file as it stands."""
    intake = Intake(reader)
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        intake.take(f"第{number}行", "line", line)
    return intake.imported()
