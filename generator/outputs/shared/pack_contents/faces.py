"""The four faces of type that a pack is set in."""

from __future__ import annotations

from typing import Literal

Face = Literal["title", "heading", "minor", "body"]
"""小标宋 for titles, 黑体 for headings of the first level, 楷体 for the second, 仿宋 for text."""
