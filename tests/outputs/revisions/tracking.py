"""What a person does in Word: accept all changes, or reject all; on the XML, by its rules."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CAME, WENT = (f"{W}ins", f"{W}moveTo"), (f"{W}del", f"{W}moveFrom")


def lines_after(data: bytes, answer: Literal["accept", "reject"]) -> tuple[str, ...]:
    """Return the paragraphs of a document once all its changes are accepted or rejected."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    gone = WENT if answer == "accept" else CAME
    lines, open_line = [], ""
    for paragraph in body.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            if not any(each.tag in gone for each in run.iterancestors()):
                open_line += "".join(
                    each.text or "" for each in run if each.tag in (f"{W}t", f"{W}delText")
                )
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or not any(each.tag in gone for each in mark):
            lines.append(open_line)
            open_line = ""
    assert not open_line
    return tuple(lines)


def moves(data: bytes) -> tuple[set[str], set[str]]:
    """Return the names of what was moved away and of what was moved there."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    found = (
        {each.get(f"{W}name") for each in body.iter(f"{W}{tag}RangeStart")}
        for tag in ("moveFrom", "moveTo")
    )
    away, there = ({name for name in some if name} for some in found)
    return away, there
