"""Output: search/*.js, an index that classic script tags load from a folder or a server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.build.memo import Memo
from generator.model import Library
from generator.outputs.search.folding import load_converters, simplified_characters
from generator.outputs.search.index import Index
from generator.outputs.search.shards import iterate_shards, write_shards
from generator.outputs.search.traditional_forms import iterate_traditional
from generator.outputs.shared.render_context import Context
from generator.text.dictionary import load_dictionary
from generator.text.traditional import is_simplified

FOLDER = "search"
TRADITIONAL = "hant/search"

__all__ = ["FOLDER", "TRADITIONAL", "render", "write_files", "write_search", "write_shards"]


def prepare(memo: Memo) -> None:
    """Load the converters, and let the memo know the tables that every library needs."""
    load_converters()
    memo(load_dictionary)
    memo(simplified_characters)


def render(library: Library, context: Context) -> None:
    """Write the shards into search/ of the site, and what the traditional edition adds."""
    write_search(Index(library, context.memo), library.language, context.site)


def write_search(index: Index, language: str, site: Path) -> None:
    """Write the shards of `index` below `site`."""
    write_files(site / FOLDER, iterate_shards(index))
    if is_simplified(language):
        write_files(site / TRADITIONAL, iterate_traditional(index))


def write_files(folder: Path, shards: Iterable[tuple[str, str]]) -> None:
    """Write shards, given as path and script, into `folder`."""
    for name, script in shards:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(script, "utf-8")
