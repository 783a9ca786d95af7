"""The content folder: what a maintainer writes, read and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.content.loading import Content, load_content

__all__ = ["Content", "load_content"]


def __getattr__(name: str) -> object:
    """Return what the face calls `name`: loaded when asked for, not by each reader's process."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from generator.content import loading

    return getattr(loading, name)
