"""Output: the traditional-character edition: hant/ mirrors the pages and shares all their files."""

from __future__ import annotations

from generator import addresses
from generator.build.memo import Memo
from generator.model import Library
from generator.outputs.hant.traditional_site import FOLDER, has_edition, write_edition
from generator.outputs.shared.pack_contents.selection import traditional_pack_files
from generator.outputs.shared.render_context import Context
from generator.text.dictionary import load_dictionary
from generator.text.traditional import Converter

__all__ = ["FOLDER", "has_edition", "prepare", "render", "write_edition"]


def prepare(memo: Memo) -> None:
    """Load the converter, and let the memo know the dictionary of readings."""
    Converter()
    memo(load_dictionary)


def render(library: Library, context: Context) -> None:
    """Write site/hant/ from the pages as they stand; nothing for a library in another script."""
    if has_edition(library):
        terms = {word for term in library.terms for word in (term.name, *term.aliases)}
        packs = traditional_pack_files(library)
        carried = {addresses.single_page(library.name)}
        write_edition(
            context.whole,
            context.site,
            terms,
            packs,
            carried,
            memo=context.memo,
            known=context.known,
        )
