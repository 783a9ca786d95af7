"""The ledger: changes to a text that can be applied, undone and composed.

A list of changes is in order and never overlaps; offsets point into the text before
the changes.  Composing turns the changes of successive rules into one list over the
source, so that every character of the source is accounted for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Edit, Piece


@dataclass(frozen=True, slots=True)
class Change:
    """One replacement: text[start:end] becomes `after`, by the rules named."""

    start: int
    end: int
    after: str
    rules: tuple[str, ...] = ()
    note: str = ""

    @property
    def growth(self) -> int:
        """How many characters longer the text is after the change."""
        return len(self.after) - (self.end - self.start)


def apply(text: str, changes: Sequence[Change]) -> str:
    """Return `text` with `changes` made."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += [text[at : change.start], change.after]
        at = change.end
    parts.append(text[at:])
    return "".join(parts)


def shifted(change: Change, by: int) -> Change:
    """Return `change` moved by `by` characters."""
    return replace(change, start=change.start + by, end=change.end + by)


def compose(source: str, first: Sequence[Change], second: Sequence[Change]) -> list[Change]:
    """Return one list that does to `source` what `first` and then `second` do.

    `second` points into the text that `first` leaves.  Changes that touch the same spot
    become one change that names the rules of both; what amounts to nothing is dropped.
    """
    result: list[Change] = []
    shift = 0  # middle offset minus source offset at the current place
    i = j = 0
    while i < len(first) or j < len(second):
        early: list[Change] = []
        late: list[Change] = []
        low = high = -1
        inner_shift = shift
        while True:
            span_first = _span(first, i, inner_shift, grown=True)
            span_second = _span(second, j, 0, grown=False)
            take_first = span_second is None or (
                span_first is not None and span_first <= span_second
            )
            span = span_first if take_first else span_second
            if span is None or ((early or late) and not _touch((low, high), span)):
                break
            low, high = span if low < 0 else (low, max(high, span[1]))
            if take_first:
                early.append(first[i])
                inner_shift += first[i].growth
                i += 1
            else:
                late.append(second[j])
                j += 1
        if not late:
            result += early
        else:
            merged = _merge(source, early, late, shift, inner_shift, (low, high))
            if merged.after != source[merged.start : merged.end]:
                result.append(merged)
        shift = inner_shift
    return result


def _span(
    changes: Sequence[Change], index: int, shift: int, *, grown: bool
) -> tuple[int, int] | None:
    """Return where a change stands in the middle text, or None past the last one."""
    if index >= len(changes):
        return None
    change = changes[index]
    start = change.start + shift
    return start, (start + len(change.after) if grown else change.end)


def _touch(cluster: tuple[int, int], span: tuple[int, int]) -> bool:
    """Tell whether the next span concerns the same spot as the cluster before it."""
    if span[0] < cluster[1]:
        return True
    empty = cluster[0] == cluster[1] or span[0] == span[1]
    return empty and span[0] == cluster[1]


def _merge(
    source: str,
    early: Sequence[Change],
    late: Sequence[Change],
    shift: int,
    shift_after: int,
    middle: tuple[int, int],
) -> Change:
    """Return the one change over `source` that a cluster of both lists amounts to."""
    start, end = middle[0] - shift, middle[1] - shift_after
    between = apply(source[start:end], [shifted(change, -start) for change in early])
    after = apply(between, [shifted(change, -middle[0]) for change in late])
    codes = [code for change in (*early, *late) for code in change.rules]
    notes = [change.note for change in (*early, *late) if change.note]
    return Change(start, end, after, tuple(dict.fromkeys(codes)), "；".join(dict.fromkeys(notes)))


class SourcePlaces:
    """Where the characters of a piece's text stand in the source; made once, asked often.

    `edits` are those of the source.
    """

    def __init__(self, piece: Piece, edits: Sequence[Edit]) -> None:
        self._first = piece.start
        self._starts: list[int] = []  # of the edits inside the piece, in the piece's text
        self._edits: list[tuple[Edit, int]] = []  # with the shift behind each
        shift = piece.start  # offset in the source minus offset in the piece's text
        for index in range(bisect_left(edits, piece.start, key=_start), len(edits)):
            edit = edits[index]
            if edit.end > piece.end:
                break
            self._starts.append(edit.start - shift)
            shift += len(edit.before) - len(edit.after)
            self._edits.append((edit, shift))

    def of(self, offset: int) -> int:
        """Return where `offset` stands; inside an edit's after it is the start of the edit."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return offset + self._first
        edit, shift = self._edits[at]
        inside = offset < self._starts[at] + len(edit.after)
        return edit.start if inside else offset + shift


def in_source(piece: Piece, edits: Sequence[Edit], offset: int) -> int:
    """Return where `offset` of the piece's text stands in the source, once."""
    return SourcePlaces(piece, edits).of(offset)


def _start(edit: Edit) -> int:
    return edit.start
