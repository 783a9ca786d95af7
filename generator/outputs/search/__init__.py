"""Output: search/*.js, an index that classic script tags load from a folder or a server."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.model import Library
from generator.outputs.context import Context
from generator.outputs.search.shards import iterate_shards, iterate_traditional, write_shards
from generator.script import is_simplified

FOLDER = "search"
TRADITIONAL = "hant/search"

__all__ = ["FOLDER", "render", "write_shards"]


def render(library: Library, context: Context) -> None:
    """Write the shards into search/ of the site, and what the traditional edition adds."""
    _write(context.site / FOLDER, iterate_shards(library))
    if is_simplified(library.language):
        _write(context.site / TRADITIONAL, iterate_traditional(library))


def _write(folder: Path, shards: Iterable[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, script in shards:
        (folder / name).write_text(script, "utf-8")
