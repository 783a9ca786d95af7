"""Saved web pages -> text: the matter of the page, a line a paragraph, and a record of the rest."""

from __future__ import annotations

from generator.content.importing.html_files.mhtml import page_of_mhtml
from generator.content.importing.html_files.page_encoding import page_text
from generator.content.importing.html_files.recording import page_imported
from generator.content.importing.imported import Imported

__all__ = ["read_html", "read_mhtml"]


def read_html(data: bytes, name: str) -> Imported:
    """Return the text of a web page, with what was left out; ContentError when it is none."""
    return page_imported(page_text(data, name))


def read_mhtml(data: bytes, name: str) -> Imported:
    """Return the text of a page that was saved as one file with its pictures (.mht, .mhtml)."""
    page, charset = page_of_mhtml(data, name)
    return page_imported(page_text(page, name, charset))
