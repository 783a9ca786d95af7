"""Writes into docs/exports.md what the description of the tables says (make describe).

    python scripts/describe_exports.py

Between the marks there stands nothing that a person has written; a test compares.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.outputs.shared.tables import TABLES  # noqa: E402

PLACE = ROOT / "docs" / "exports.md"
OPENING, CLOSING = "<!-- tables, made by `make describe` -->", "<!-- end of tables -->"


def described() -> str:
    """Return the tables and columns in Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    for table in TABLES:
        yield f"### {table.name}"
        yield ""
        yield f"{table.meaning[0].upper()}{table.meaning[1:]} ({table.about})."
        yield ""
        yield "| column | type | meaning | 说明 |"
        yield "| --- | --- | --- | --- |"
        for each in table.columns:
            to = f" → {each.points}" if each.points else ""
            key = " (key)" if each.name in table.key else ""
            kind = f"{each.kind.lower()}{key}"
            yield f"| `{each.name}`{to} | {kind} | {each.meaning} | {each.about} |"
        yield ""


def renewed(text: str) -> str:
    """Return docs/exports.md with the description in its place."""
    pattern = re.compile(f"{re.escape(OPENING)}.*?{re.escape(CLOSING)}", re.DOTALL)
    new = f"{OPENING}\n\n{described()}\n{CLOSING}"
    text, count = pattern.subn(lambda _: new, text)
    if count != 1:
        raise SystemExit(f"{PLACE.name}: the marks are not there once")
    return text


if __name__ == "__main__":
    PLACE.write_text(renewed(PLACE.read_text("utf-8")), "utf-8")
