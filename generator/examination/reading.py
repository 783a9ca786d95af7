"""A file that came back from a unit -> its rows: XLSX, or the file that the page 自查 writes."""

from __future__ import annotations

from generator.errors import ContentError
from generator.examination.own_file import read_own_file
from generator.examination.spreadsheet import read_sheets
from generator.examination.tables import STATUS, WORDS, Filled, rows_of_table

MOST = 20 * 1024 * 1024  # bytes of a file
ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_file(data: bytes, name: str) -> Filled:
    """Return the rows of a file; ContentError, one line, where it can't be one of a unit."""
    if len(data) > MOST:
        raise ContentError(name, f"超过 {MOST // 1024 // 1024} MB，不像自查表")
    if data.startswith(OLD):
        raise ContentError(name, "是旧式的 xls 或加了密码的文件；请另存为 xlsx")
    if not data.startswith(ZIP):
        return read_own_file(data, name)
    found = [rows_of_table(table, name) for table in read_sheets(data, name)]
    rows = [row for each in found if each for row in each]
    if not any(each is not None for each in found):
        raise ContentError(name, f"没有找到“{WORDS}”和“{STATUS}”两栏，不是自查表")
    return Filled(name, tuple(rows))
