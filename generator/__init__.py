"""A static site generator for a policy knowledge base.

    from generator import build_library, export_files, load_content

    library = build_library(load_content(Path("content")))
    tables = export_files(library)

What stands in `__all__` is the face for other programs, and stays; the rest may move.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content import Content, load_content
    from generator.errors import ContentError
    from generator.model import Library
    from generator.outputs.data import export_files
    from generator.recipe import build_library

__version__ = "0.2.0"
__all__ = [
    "Content",
    "ContentError",
    "Library",
    "__version__",
    "build_library",
    "export_files",
    "load_content",
]

# Loaded when first asked for: a command that finds nothing to do needs none of them.
_HOMES = {
    "Content": "generator.content",
    "ContentError": "generator.errors",
    "Library": "generator.model",
    "build_library": "generator.recipe",
    "export_files": "generator.outputs.data",
    "load_content": "generator.content",
}


def __getattr__(name: str) -> object:
    """Return what the face calls `name`."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
