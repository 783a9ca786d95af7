"""Workbooks as units send them back, made with openpyxl, which is not what reads them."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook

HEADS = ("编号", "条", "要求（原文）", "责任主体", "单位", "状态", "责任人", "时限", "证据")


def workbook(
    rows: Sequence[Sequence[object]],
    heads: Sequence[str] = HEADS,
    above: Sequence[str] = ("自查表", "说明"),
) -> bytes:
    """Return a workbook with lines above the heads, as the page 自查 makes it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in above:
        sheet.append([line])
    sheet.append(list(heads))
    for row in rows:
        sheet.append(list(row))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
