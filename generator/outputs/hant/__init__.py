"""Output: the traditional-character edition: hant/ mirrors the pages and shares all their files."""

from __future__ import annotations

from generator.memo import Memo
from generator.model import Library
from generator.outputs.context import Context
from generator.outputs.hant.edition import FOLDER, has_edition, write_edition
from generator.script import Converter
from generator.script.dictionary import load_dictionary

__all__ = ["FOLDER", "has_edition", "prepare", "render", "write_edition"]


def prepare(memo: Memo) -> None:
    """Load the converter, and let the memo know the dictionary of readings."""
    Converter()
    memo(load_dictionary)


def render(library: Library, context: Context) -> None:
    """Write site/hant/ from the pages as they stand; nothing for a library in another script."""
    if has_edition(library):
        terms = {word for term in library.terms for word in (term.name, *term.aliases)}
        write_edition(context.whole, context.site, terms, context.memo)
