"""The project's own file of a self-examination: JSON, as the page 自查 writes and reads it."""

from __future__ import annotations

import json

from generator.errors import ContentError
from generator.examination.merging import Merged
from generator.examination.tables import (
    ARTICLE,
    BODIES,
    DUE,
    EVIDENCE,
    ID,
    KNOWN,
    MOST_ROWS,
    NOTE,
    PERSON,
    SOURCES,
    STATUS,
    UNIT,
    WORDS,
    Filled,
    row_of,
    stem,
    trim,
)

KIND, VERSION = "examination", 1
NAMES = {
    "id": ID,
    "article": ARTICLE,
    "words": WORDS,
    "bodies": BODIES,
    "unit": UNIT,
    "status": STATUS,
    "person": PERSON,
    "due": DUE,
    "evidence": EVIDENCE,
    "note": NOTE,
}


def read_own_file(data: bytes, name: str) -> Filled:
    """Return the rows of a file; ContentError where it is none of ours."""
    try:
        file = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ContentError(name, "不是自查文件（读不出内容）") from error
    if not isinstance(file, dict) or file.get("kind") != KIND:
        raise ContentError(name, "不是自查文件；请用“自查”页导出的文件")
    if file.get("version") != VERSION or not isinstance(file.get("rows"), list):
        raise ContentError(name, "是另一个版本的自查文件，读不了")
    if len(file["rows"]) > MOST_ROWS:
        raise ContentError(name, f"行数超过 {MOST_ROWS}，不像自查表")
    unit = trim(_text(file.get("unit"))) or stem(name)
    rows = []
    for each in file["rows"]:
        if not isinstance(each, dict):
            raise ContentError(name, "有一行不是自查的内容")
        values = {head: trim(_text(each.get(key))) for key, head in NAMES.items()}
        values |= _extra(each.get("extra"))
        sources = each.get("sources")
        if isinstance(sources, list) and sources:
            values[SOURCES] = "、".join(trim(_text(source)) for source in sources)
        values[UNIT] = values[UNIT] or unit
        row = row_of(values, stem(name))
        if row is not None:
            rows.append(row)
    return Filled(name, tuple(rows))


def _extra(pairs: object) -> dict[str, str]:
    """Return what stands in further columns: pairs of a head and words."""
    found: dict[str, str] = {}
    for pair in pairs if isinstance(pairs, list) else []:
        if isinstance(pair, list) and len(pair) == 2:
            head = trim(_text(pair[0]))
            if head and head not in KNOWN:
                found[head] = trim(_text(pair[1]))
    return found


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def as_own_file(merged: Merged, library: str) -> str:
    """Return what was merged as a file of our own, which can be merged again."""
    rows = [
        {
            "id": row.id,
            "article": row.article,
            "words": row.words,
            "bodies": row.bodies,
            "unit": row.unit,
            "status": row.fields[0],
            "person": row.fields[1],
            "due": row.fields[2],
            "evidence": row.fields[3],
            "extra": [list(each) for each in row.extra],
            "sources": list(row.sources),
            "note": row.note,
        }
        for row in merged.rows
    ]
    file = {"kind": KIND, "library": library, "version": VERSION, "unit": "", "rows": rows}
    return json.dumps(file, ensure_ascii=False, indent=1)
