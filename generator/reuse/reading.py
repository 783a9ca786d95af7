"""Reports as rows of letters, without what is no running text: titles, headings and forms.

发文字号, the addressee, 落款 and the rows of a table are lines without a full stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.model import Document
from generator.reuse.runs import Codes, Positions, codes_of
from generator.text.letters import STOP, letters_of

STOPPED = re.compile("[。！？；!?;]")
SLICE = 1 << 18  # letters that are looked at together
HIGHEST = 0x110000
UNKNOWN = 0xFFFFFFFF

Offsets = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Reading:
    """The letters of a report; letter i stood at `offsets[i]` of its text.

    `starts` are the letters with which a stretch of running text begins.
    """

    letters: str
    offsets: npt.NDArray[np.int32]
    starts: Positions

    def index(self, offset: int) -> int:
        """Return the first letter that stands at `offset` of the text or behind it."""
        return int(np.searchsorted(self.offsets, np.int32(offset)))


class Reader:
    """Reads reports; what it has learned of single characters it keeps."""

    def __init__(self) -> None:
        self._letters = np.full(HIGHEST, UNKNOWN, dtype=np.uint32)

    def read(self, report: Document) -> Reading:
        """Return the letters of the running text of `report`, folded, without any marks."""
        text = report.piece.text
        letters = self._folded(text)
        breaks = []
        for each in report.paragraphs:
            if each.heading or not STOPPED.search(text, each.start, each.end):
                letters[each.start : each.end] = 0
                breaks.append(each.start)
        offsets = np.flatnonzero(letters)
        starts = np.unique(np.searchsorted(offsets, np.array([0, *breaks], dtype=np.int64)))
        return Reading(
            letters[offsets].tobytes().decode("utf-32-le", "surrogatepass"),
            offsets.astype(np.int32),
            starts[starts < len(offsets)].astype(np.int64),
        )

    def _folded(self, text: str) -> npt.NDArray[np.uint32]:
        """Return the folded letter of each character of `text`, 0 where it is none."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
        letters = self._letters[codes]
        for code in np.unique(codes[letters == UNKNOWN]).tolist():
            letter = letters_of(chr(code))
            self._letters[code] = 0 if letter in ("", STOP) else ord(letter)
        return self._letters[codes] if (letters == UNKNOWN).any() else letters


@dataclass(frozen=True, slots=True)
class Corpus:
    """The letters of all reports in a row: stretches of running text, each of one report.

    Stretch i is `letters[bounds[i]:bounds[i + 1]]` and of the report with the number `owners[i]`;
    the letters of report r begin at `firsts[r]`.
    """

    letters: str
    bounds: Positions
    owners: npt.NDArray[np.int32]
    firsts: Positions

    def slices(self) -> Iterator[tuple[int, Codes, Positions]]:
        """Yield whole stretches: where they begin, their letters, the stretch of each letter."""
        first = 0
        while first < len(self.owners):
            start = int(self.bounds[first])
            last = int(np.searchsorted(self.bounds, start + SLICE))
            last = min(max(last, first + 1), len(self.owners))
            sizes = np.diff(self.bounds[first : last + 1])
            numbers = np.repeat(np.arange(first, last), sizes)
            yield start, codes_of(self.letters[start : int(self.bounds[last])]), numbers
            first = last

    def owner(self, position: int) -> int:
        """Return the number of the report that has the letter at `position`."""
        return int(self.owners[np.searchsorted(self.bounds, position, side="right") - 1])

    def stretch(self, positions: Positions) -> Positions:
        """Return the stretch in which each of `positions` lies."""
        found: Positions = np.searchsorted(self.bounds, positions, side="right") - 1
        return found


def read_corpus(reports: Sequence[Document], reader: Reader) -> Corpus:
    """Return the letters of all `reports`."""
    rows: list[str] = []
    starts: list[Positions] = []
    owners: list[int] = []
    firsts: list[int] = []
    at = 0
    for number, report in enumerate(reports):
        reading = reader.read(report)
        firsts.append(at)
        rows.append(reading.letters)
        starts.append(reading.starts + at)
        owners += [number] * len(reading.starts)
        at += len(reading.letters)
    return Corpus(
        "".join(rows),
        np.concatenate([*starts, np.array([at], dtype=np.int64)]),
        np.array(owners, dtype=np.int32),
        np.array(firsts, dtype=np.int64),
    )


def read_offsets(reports: Sequence[Document], reader: Reader) -> Offsets:
    """Return where each letter of the corpus of `reports` stands in the text that it is from."""
    return np.concatenate([np.zeros(0, np.int32), *(reader.read(each).offsets for each in reports)])
