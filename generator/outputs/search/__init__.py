"""Output: search/*.js, an index that classic script tags load from a folder or a server."""

from __future__ import annotations

from generator.model import Library
from generator.outputs.context import Context
from generator.outputs.search.shards import iterate_shards, write_shards

FOLDER = "search"

__all__ = ["FOLDER", "render", "write_shards"]


def render(library: Library, context: Context) -> None:
    """Write the shards into search/ of the site."""
    folder = context.site / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, script in iterate_shards(library):
        (folder / name).write_text(script, "utf-8")
