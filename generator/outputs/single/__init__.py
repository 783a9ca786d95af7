"""Output: the single-file edition, NAME.html: the whole library in one page."""

from __future__ import annotations

from generator import addresses
from generator.model import Library
from generator.outputs.shared.render_context import Context
from generator.outputs.single.single_file import single_page


def render(library: Library, context: Context) -> None:
    """Write dist/NAME.html, which needs no other file and asks for none.

    The site has it, too, where it is to carry it.
    """
    page = single_page(library, context.settings.theme)
    (context.dist / f"{library.name}.html").write_text(page, "utf-8")
    if "single" in library.downloads:
        carried = context.site / addresses.single_page(library.name)
        carried.parent.mkdir(parents=True, exist_ok=True)
        carried.write_text(page, "utf-8")
