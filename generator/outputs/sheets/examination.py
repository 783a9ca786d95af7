"""Self-examination (自查) as a workbook: the blank table, and what was merged with its counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.examination import Asked, Merged, MergedRow, asked_rows, overview
from generator.examination.overview import Count
from generator.examination.tables import (
    ARTICLE,
    BODIES,
    FIELDS,
    ID,
    NOTE,
    SOURCES,
    STATUS,
    STATUSES,
    UNIT,
    WORDS,
)
from generator.model import Library
from generator.outputs.sheets.sheet import Book, Cell, Column, Table

NAME = "examination"
COLUMNS = (
    Column(ID, 16),
    Column(ARTICLE, 14, centred=True),
    Column(WORDS, 44),
    Column(BODIES, 16),
    Column(UNIT, 14),
    Column(FIELDS[0], 9, centred=True),
    Column(FIELDS[1], 10, centred=True),
    Column(FIELDS[2], 12, centred=True),
    Column(FIELDS[3], 26),
)
HOW = f"“{STATUS}”填{'、'.join(STATUSES)}；时限写成 2026-12-31 的样子；编号不要改，汇总靠它。"


def examination_book(library: Library) -> Book:
    """Return the table that a unit fills in, blank."""
    asked = asked_rows(library.collations, library.duties)
    title = f"{titles(library)}自查表"
    return Book(NAME, (_table("自查表", title, HOW, COLUMNS, map(_blank, asked)),))


def titles(library: Library) -> str:
    """Return how the documents are called together: 《意见》, or 《条例》《办法》."""
    return "".join(each.edition.base.short_title for each in library.collations)


def merged_book(merged: Merged, title: str, today: date) -> Book:
    """Return what was merged: all rows, the counts by unit and by article, what is overdue."""
    seen = overview(merged, today)
    columns = (
        *COLUMNS,
        *(Column(each, 16) for each in merged.extra),
        Column(SOURCES, 18),
        Column(NOTE, 18),
    )
    how = f"每项要求每个单位一行；不同文件说法不同的并列，见“{NOTE}”栏。"
    late = f"时限早于 {today.isoformat()}，还没有完成的。"
    rows = ((*_cells(each), *_more(each, merged.extra)) for each in merged.rows)
    return Book(
        "merged",
        (
            _table("汇总", title, how, columns, rows),
            _counts("按单位", title, Column(UNIT, 20), seen.heads, seen.by_unit, late),
            _counts("按条", title, Column(ARTICLE, 16), seen.heads, seen.by_article, late),
            _table("逾期", f"{title}（逾期）", late, COLUMNS, map(_cells, seen.overdue)),
        ),
    )


def _table(
    name: str,
    title: str,
    how: str,
    columns: tuple[Column, ...],
    rows: Iterable[tuple[Cell, ...]],
) -> Table:
    return Table(name, columns, tuple(rows), (title, how), fixed=3)


def _blank(asked: Asked) -> tuple[Cell, ...]:
    return (asked.id, asked.label, asked.words, asked.bodies, "", "", "", "", "")


def _cells(row: MergedRow) -> tuple[Cell, ...]:
    return (row.id, row.article, row.words, row.bodies, row.unit, *row.fields)


def _more(row: MergedRow, heads: Sequence[str]) -> tuple[Cell, ...]:
    extra = dict(row.extra)
    return (*(extra.get(each, "") for each in heads), "、".join(row.sources), row.note)


def _counts(
    name: str,
    title: str,
    first: Column,
    heads: Sequence[str],
    groups: Sequence[Count],
    late: str,
) -> Table:
    columns = (
        first,
        *(Column(each, 10, centred=True) for each in heads),
        Column("逾期", 10, centred=True),
        Column("合计", 10, centred=True),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (each.name, *each.counts, each.overdue, each.total) for each in groups
    )
    return Table(name, columns, rows, (f"{title}（{name}）", f"逾期：{late}"), fixed=1)
