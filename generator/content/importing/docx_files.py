"""Word files -> text; a file of another kind that is put in whole (altChunk) is read as that."""

from __future__ import annotations

from generator.content.decoding import decode
from generator.content.importing.html_files import read_html, read_mhtml
from generator.content.importing.imported import Imported, lines_imported
from generator.content.importing.signatures import real_ending
from generator.content.importing.word import read_docx as read_package
from generator.errors import ContentError


def read_docx(data: bytes, name: str) -> Imported:
    """Return the text of a Word file; ContentError when it is damaged, locked or too large."""
    return read_package(data, name, read_chunk=_read_chunk)


def _read_chunk(data: bytes, name: str) -> Imported:
    """Return the text of a whole file within a Word file; ContentError when it cannot be read."""
    ending = real_ending(data, "html")
    if ending == "mht":
        return read_mhtml(data, name)
    if ending == "docx":
        return read_package(data, name)
    if ending != "html":
        raise ContentError(name, "读不出来")
    if name.endswith(".txt"):
        return lines_imported(decode(data, name).text, "")
    return read_html(data, name)
