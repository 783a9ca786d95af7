"""Output: the documents, their apparatus and the reports as EPUB 3, for phones and e-readers."""

from __future__ import annotations

import os

from generator import addresses
from generator.model import Library
from generator.outputs.epub.books import books
from generator.outputs.epub.container import write_book
from generator.outputs.shared.library_moment import moment
from generator.outputs.shared.render_context import Context

__all__ = ["render"]


def render(library: Library, context: Context) -> None:
    """Write downloads/NAME.epub, and of many reports NAME-2.epub …; the same library, same bytes.

    Each file can be read by itself.
    """
    stamp = moment(library, os.environ)
    for book in books(library):
        place = context.site / addresses.book(library.name, book.number)
        place.parent.mkdir(parents=True, exist_ok=True)
        write_book(place, book, stamp)
