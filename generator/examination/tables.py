"""A file that a unit has filled in, as rows of text; the words that stand above its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.examination.asked import BLANK

ID, ARTICLE, WORDS, BODIES, UNIT = "编号", "条", "要求（原文）", "责任主体", "单位"
STATUS, PERSON, DUE, EVIDENCE = "状态", "责任人", "时限", "证据"
SOURCES, NOTE = "来源文件", "合并说明"
FIELDS = (STATUS, PERSON, DUE, EVIDENCE)
KNOWN = (ID, ARTICLE, WORDS, BODIES, UNIT, *FIELDS, SOURCES, NOTE)
NOT_THERE = "文件里没有这一行"
STATUSES = ("未开始", "进行中", "已完成", "不适用")
OTHER_HEADS = {"要求": WORDS, "责任单位": UNIT, "填报单位": UNIT, "完成时限": DUE, "序号": ID}
HEAD_WITHIN = 30  # rows that are looked through for the heads
MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class FilledRow:
    """One row of a file; `fields` are status, person, due and evidence, `extra` all else.

    One that is not `there` only tells that the unit has no such row: an earlier merging made it.
    """

    id: str
    article: str
    words: str
    bodies: str
    unit: str
    fields: tuple[str, str, str, str]
    extra: tuple[tuple[str, str], ...]
    source: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class Filled:
    """A file by name, with its rows in their order."""

    name: str
    rows: tuple[FilledRow, ...]


def stem(name: str) -> str:
    """Return a file's name without folder and ending: what a unit is called that gives no name."""
    return name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]


def rows_of_table(table: Sequence[Sequence[str]], name: str) -> tuple[FilledRow, ...] | None:
    """Return the rows of a sheet; None where no row of heads is found.

    Rows without words of a requirement and without anything filled in are left out.
    """
    at = _head(table)
    if at is None:
        return None
    heads = _unique([trim(each) for each in table[at]])
    rows = []
    for cells in table[at + 1 :]:
        values = {
            head: trim(cells[column]) if column < len(cells) else ""
            for column, head in enumerate(heads)
            if head
        }
        row = row_of(values, stem(name))
        if row is not None:
            rows.append(row)
    return tuple(rows)


def row_of(values: Mapping[str, str], source: str) -> FilledRow | None:
    """Return a row of what stands under each head; None where nothing does."""
    extra = tuple((head, text) for head, text in values.items() if head not in KNOWN and text)
    fields = tuple(values.get(each, "") for each in FIELDS)
    words, id = values.get(WORDS, ""), values.get(ID, "")
    if not words and not any(fields) and not extra:
        return None
    status, person, due, evidence = fields
    return FilledRow(
        id,
        values.get(ARTICLE, ""),
        words,
        values.get(BODIES, ""),
        values.get(UNIT, "") or source,
        (status, person, due, evidence),
        extra,
        values.get(SOURCES, "") or source,
        there=NOT_THERE not in values.get(NOTE, "") or any(fields) or bool(extra),
    )


def trim(text: str) -> str:
    """Return text without blanks at its ends and without what no file may hold."""
    clean = "".join(each for each in text if each >= " " or each in "\n\t")
    clean = clean.replace("\ufffe", "").replace("\uffff", "")
    start, end = 0, len(clean)
    while start < end and BLANK.match(clean[start]):
        start += 1
    while end > start and BLANK.match(clean[end - 1]):
        end -= 1
    return clean[start:end]


def _head(table: Sequence[Sequence[str]]) -> int | None:
    for at, cells in enumerate(table[:HEAD_WITHIN]):
        heads = {OTHER_HEADS.get(trim(each), trim(each)) for each in cells}
        if WORDS in heads and STATUS in heads:
            return at
    return None


def _unique(heads: Iterable[str]) -> list[str]:
    """Return heads by the names that we know; of two alike the second gets a number."""
    found: list[str] = []
    for each in heads:
        head = OTHER_HEADS.get(each, each)
        number = 2
        name = head
        while name and name in found:
            name = f"{head}（{number}）"
            number += 1
        found.append(name)
    return found
