"""Files of several units -> one row for each requirement and unit; nothing is overwritten.

Where two files say different things of one requirement of one unit, both rows stay, side by side,
and each says so.  What is in no list of the library stays, too, at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.examination.asked import Asked, tight
from generator.examination.tables import NOT_THERE, Filled, FilledRow

OTHER_WORDS = "原表要求"  # the column for words that a file has otherwise than the library
UNKNOWN, CONFLICT = "不在本库的清单里", "与另一文件不同，请核对"


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A row of the result: one of a requirement and a unit, or several that differ.

    `sources` are the files that have it so, `note` what a person should know of it.
    """

    id: str
    article: str
    words: str
    bodies: str
    unit: str
    fields: tuple[str, str, str, str]
    extra: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The result: units in the order in which the files name them, heads of further columns."""

    units: tuple[str, ...]
    extra: tuple[str, ...]
    rows: tuple[MergedRow, ...]

    @property
    def conflicts(self) -> int:
        """How many rows stand beside another of the same requirement and unit."""
        return sum(CONFLICT in each.note for each in self.rows)

    @property
    def unknown(self) -> int:
        """How many rows are in no list of the library."""
        return sum(UNKNOWN in each.note for each in self.rows)


def merge(asked: Sequence[Asked], files: Iterable[Filled]) -> Merged:
    """Return what the files say together."""
    by_id = {each.id: each for each in asked}
    by_words: dict[str, Asked] = {}
    for each in asked:
        by_words.setdefault(tight(each.words), each)
    units: dict[str, None] = {}
    heads: dict[str, None] = {}
    found: dict[tuple[str, str], list[MergedRow]] = {}
    strange: dict[tuple[str, str], list[MergedRow]] = {}
    for file in files:
        for row in file.rows:
            units.setdefault(row.unit)
            if not row.there:
                continue
            known = by_id.get(row.id) or by_words.get(tight(row.words))
            made = _row(row, known)
            for head, _ in made.extra:
                heads.setdefault(head)
            if known:
                found.setdefault((known.id, row.unit), []).append(made)
            else:
                strange.setdefault((tight(row.id + row.words), row.unit), []).append(made)
    rows = []
    for each in asked:
        for unit in units:
            rows += _together(found.get((each.id, unit), [_nothing(each, unit)]))
    for some in strange.values():
        rows += _together(some)
    return Merged(tuple(units), tuple(heads), tuple(rows))


def _row(row: FilledRow, known: Asked | None) -> MergedRow:
    extra = row.extra
    if known is None:
        return MergedRow(
            row.id,
            row.article,
            row.words,
            row.bodies,
            row.unit,
            row.fields,
            extra,
            (row.source,),
            UNKNOWN,
        )
    if row.words and tight(row.words) != tight(known.words):
        extra = (*(each for each in extra if each[0] != OTHER_WORDS), (OTHER_WORDS, row.words))
    return MergedRow(
        known.id,
        known.label,
        known.words,
        known.bodies,
        row.unit,
        row.fields,
        extra,
        (row.source,),
        "",
    )


def _nothing(asked: Asked, unit: str) -> MergedRow:
    blank = ("", "", "", "")
    return MergedRow(
        asked.id, asked.label, asked.words, asked.bodies, unit, blank, (), (), NOT_THERE
    )


def _together(some: Sequence[MergedRow]) -> list[MergedRow]:
    """Return the rows that say most: one that another says all of, and more, is in that one."""
    kept: list[MergedRow] = []
    for row in some:
        for at, other in enumerate(kept):
            if _same(row, other):
                sources = tuple(dict.fromkeys((*other.sources, *row.sources)))
                kept[at] = replace(other, sources=sources)
                break
        else:
            kept.append(row)
    most = [
        row for row in kept if not any(other is not row and _holds(other, row) for other in kept)
    ]
    if len(most) == 1:
        return most
    return [
        replace(each, note=f"{each.note}；{CONFLICT}" if each.note else CONFLICT) for each in most
    ]


def _said(row: MergedRow) -> dict[str, str]:
    named = {str(at): text for at, text in enumerate(row.fields)}
    return {name: text for name, text in (*named.items(), *row.extra) if text}


def _same(one: MergedRow, other: MergedRow) -> bool:
    return _said(one) == _said(other)


def _holds(one: MergedRow, other: MergedRow) -> bool:
    """Tell whether `one` says all that `other` says."""
    own = _said(one)
    return all(own.get(name) == text for name, text in _said(other).items())
