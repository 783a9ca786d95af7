"""Plain text files -> text, as they stand."""

from __future__ import annotations

from generator.content.decoding import decode
from generator.content.importing.imported import Imported, lines_imported


def read_text(data: bytes, name: str) -> Imported:
    """Return a plain text as it stands; ContentError when it is none."""
    return lines_imported(decode(data, name).text, "")
