"""A volume's search: its shards as in any library, and what the hall takes of the same index."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from generator.archive.gram_store import leave_grams
from generator.model import Library
from generator.outputs.registry import Output
from generator.outputs.search import write_search
from generator.outputs.search.index import Index
from generator.outputs.shared.render_context import Context


def searched(own: Path) -> Output:
    """Return the output that writes a volume's shards, and leaves in `own` what the hall takes."""
    return Output("search", "检索", partial(_render, own))


def _render(own: Path, library: Library, context: Context) -> None:
    index = Index(library, context.memo, small=0)  # blocks that the hall can load one by one
    write_search(index, library.language, context.site)
    leave_grams(index, own)
