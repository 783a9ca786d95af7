"""XLSX -> its sheets as rows of text; cells of formulas give their last value, never a formula."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from datetime import date, timedelta

from lxml import etree

from generator.content.importing.archive import Archive, DamagedError
from generator.errors import ContentError
from generator.examination.tables import MOST_ROWS

BOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedstrings.xml"
STYLES = "xl/styles.xml"
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
MOST_COLUMNS = 200
MOST_UNPACKED = 64 * 1024 * 1024  # bytes of all the parts that are read
QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
DAYS = re.compile("[ymdYMD年月日]")
BUILT_IN_DAYS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
FIRST_DAY = date(1899, 12, 30)

Table = list[list[str]]


def read_sheets(data: bytes, name: str) -> list[Table]:
    """Return the sheets in their order; ContentError where the file is no sound workbook."""
    try:
        archive = Archive(data, name, MOST_UNPACKED)
        book = archive.xml(BOOK)
        strings = _strings(archive)
        dates = _date_styles(archive)
        later = any(
            _local(each) == "workbookPr" and each.get("date1904") in ("1", "true")
            for each in book.iter(etree.Element)
        )
        return [
            _table(archive.xml(part), strings, dates, name, 1462 if later else 0)
            for part in _parts(archive, book)
        ]
    except DamagedError as error:
        raise ContentError(name, "不是 XLSX 表格，或者文件已损坏") from error


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _parts(archive: Archive, book: etree._Element) -> Iterator[str]:
    """Yield the parts of the sheets in the order of the book."""
    targets = {
        each.get("Id", ""): each.get("Target", "")
        for each in archive.xml(LINKS)
        if _local(each) == "Relationship"
    }
    for each in book.iter(etree.Element):
        if _local(each) == "sheet":
            ids = [text for key, text in each.attrib.items() if str(key).endswith("}id")]
            target = targets.get(str(ids[0]) if ids else "", "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
            if target and archive.has(part):
                yield part


def _strings(archive: Archive) -> list[str]:
    if not archive.has(STRINGS):
        return []
    return [_words(each) for each in archive.xml(STRINGS) if _local(each) == "si"]


def _words(element: etree._Element) -> str:
    """Return the text of a string; how it is read aloud (rPh) is no part of it."""
    found = []
    for each in element:
        if _local(each) == "t":
            found.append(each.text or "")
        elif _local(each) == "r":
            found += [part.text or "" for part in each if _local(part) == "t"]
    return "".join(found)


def _date_styles(archive: Archive) -> set[int]:
    """Return the styles of cells whose numbers are days."""
    if not archive.has(STYLES):
        return set()
    styles = archive.xml(STYLES)
    own: dict[int, str] = {}
    for each in styles.iter(etree.Element):
        if _local(each) == "numFmt" and (each.get("numFmtId") or "").isdecimal():
            own[int(each.get("numFmtId", "0"))] = each.get("formatCode") or ""
    found = set()
    for group in styles:
        if _local(group) != "cellXfs":
            continue
        for at, each in enumerate(group):
            number = each.get("numFmtId") or "0"
            form = int(number) if number.isdecimal() else 0
            if form in own:
                is_day = DAYS.search(QUOTED.sub("", own[form])) is not None
            else:
                is_day = form in BUILT_IN_DAYS
            if is_day:
                found.add(at)
    return found


def _table(
    sheet: etree._Element, strings: list[str], dates: set[int], name: str, shift: int
) -> Table:
    table: Table = []
    for row in sheet.iter(etree.Element):
        if _local(row) != "row":
            continue
        cells: list[str] = []
        for cell in row:
            if _local(cell) != "c":
                continue
            found = PLACE.fullmatch(cell.get("r") or "")
            column = _column(found[1]) if found else len(cells)
            if column < MOST_COLUMNS:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = _value(cell, strings, dates, shift)
        table.append(cells)
        if len(table) > MOST_ROWS:
            raise ContentError(name, f"行数超过 {MOST_ROWS}，不像自查表")
    return table


def _column(letters: str) -> int:
    index = 0
    for each in letters:
        index = index * 26 + ord(each) - 64
    return index - 1


def _value(cell: etree._Element, strings: list[str], dates: set[int], shift: int) -> str:
    kind = cell.get("t") or "n"
    value = formula = None
    for each in cell:
        if _local(each) == "is":
            return _words(each)
        if _local(each) == "v":
            value = each.text or ""
        elif _local(each) == "f":
            formula = each.text or ""
    if not value and not (value == "" and kind == "str"):
        return f"={formula}" if formula else ""
    assert value is not None
    if kind == "s":
        return strings[int(value)] if value.isdecimal() and int(value) < len(strings) else ""
    if kind == "b":
        return "是" if value == "1" else "否"
    style = cell.get("s") or "0"
    if kind == "n" and style.isdecimal() and int(style) in dates:
        return _day(value, shift)
    return value


def _day(value: str, shift: int) -> str:
    """Return a day's number as 2026-11-28; what is none stays as it is."""
    found = re.fullmatch(r"([0-9]{1,7})(?:\.[0-9]+)?", value)
    if not found or not 1 <= int(found[1]) + shift < 2_900_000:
        return value
    return (FIRST_DAY + timedelta(days=int(found[1]) + shift)).isoformat()
