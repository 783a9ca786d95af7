"""Many spans of one text folded at once, as `letters.fold` folds each of them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.text.letters import STOP, Folded, fold_char

NOTHING = "\0"  # what a character becomes that vanishes


def fold_spans(text: str, spans: Sequence[tuple[int, int]]) -> list[Folded]:
    """Return what `fold(text, start, end)` returns for each of `spans`, in order and apart."""
    if not spans:
        return []
    letters = folded_codes(text)
    places = np.flatnonzero(letters)
    starts, ends = np.searchsorted(places, np.array(spans)).T
    kept = letters[places]
    again = np.zeros(len(kept) + 1, dtype=np.bool_)
    again[1:-1] = (kept[1:] == ord(STOP)) & (kept[:-1] == ord(STOP))
    again[starts] = False  # what stands before a span is not seen
    again = again[:-1]
    before = np.concatenate(([0], np.cumsum(~again)))
    row = kept[~again].astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    offsets = places[~again].tolist()
    return [
        Folded(row[start:end], tuple(offsets[start:end]))
        for start, end in zip(before[starts].tolist(), before[ends].tolist(), strict=True)
    ]


def folded_codes(text: str) -> NDArray[np.uint32]:
    """Return the code point of each folded character of `text`, 0 of those that vanish."""
    data = text.translate(_folds()).encode("utf-32-le", "surrogatepass")
    return np.frombuffer(data, dtype=np.uint32)


class _Folds(dict[int, str]):
    """The folded letter of each code point seen so far, NOTHING for what vanishes."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = fold_char(chr(code)) or NOTHING
        return letter


@functools.cache
def _folds() -> _Folds:
    return _Folds()
