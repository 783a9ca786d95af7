"""Output: the single-file edition, dist/NAME.html: the whole library in one page."""

from __future__ import annotations

from generator.model import Library
from generator.outputs.shared.render_context import Context
from generator.outputs.single.single_file import single_page


def render(library: Library, context: Context) -> None:
    """Write dist/NAME.html, which needs no other file and asks for none."""
    page = single_page(library, context.settings.theme)
    (context.dist / f"{library.name}.html").write_text(page, "utf-8")
