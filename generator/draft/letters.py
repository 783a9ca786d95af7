"""A draft as a row of letters, and where a stop or a new line parts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.text.letters import STOP, fold_char
from generator.text.simplified import simplified

ENDING = frozenset("。！？!?；;\n")
PARTING = frozenset('“”‘’「」『』"\n')


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text, folded and simplified; letter i stood at `offsets[i]`.

    `parted` are the letters before which something parts the words, the first and the end
    among them; `ends` those before which a sentence ends; `lines` those that begin a line.
    """

    row: str
    offsets: tuple[int, ...]
    parted: frozenset[int]
    ends: frozenset[int]
    lines: frozenset[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of the text that the letters `first`..`last` come from."""
        if first >= last:
            at = self.offsets[first] if first < len(self.offsets) else self.length
            return at, at
        return self.offsets[first], self.offsets[last - 1] + 1

    def within(self, start: int, end: int) -> range:
        """Return the letters that stand in the text from `start` to `end`."""
        return range(bisect_left(self.offsets, start), bisect_left(self.offsets, end))

    @property
    def length(self) -> int:
        """Return where the text's last letter ends."""
        return self.offsets[-1] + 1 if self.offsets else 0


def letters_in(text: str, labels: Sequence[tuple[int, int]] = ()) -> Letters:
    """Return the letters of `text`, but for those in the spans of `labels`."""
    without = {at for start, end in labels for at in range(start, end)}
    row: list[str] = []
    offsets: list[int] = []
    parted, ends, lines = {0}, {0}, {0}
    for at, char in enumerate(simplified(text)):
        letter = "" if at in without else fold_char(char)
        if letter in ("", STOP):
            if letter == STOP or char == "\n" or at in without:
                parted.add(len(row))
            if char in ENDING:
                ends.add(len(row))
            if char == "\n":
                lines.add(len(row))
            continue
        row.append(letter)
        offsets.append(at)
    parted.add(len(row))
    ends.add(len(row))
    found = map(frozenset, (parted, ends, lines))
    return Letters("".join(row), tuple(offsets), *found)
