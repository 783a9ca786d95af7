"""Output: the single-file edition, NAME.html: the library in one page, a large one in several."""

from __future__ import annotations

from generator import addresses
from generator.model import Library
from generator.outputs.shared.render_context import Context
from generator.outputs.single.single_file import single_pages


def render(library: Library, context: Context) -> None:
    """Write dist/NAME.html, which needs no other file and asks for none; NAME-2.html … of many.

    The site has it, too, where it is to carry it and it is one.
    """
    files = []
    for file, page in single_pages(library, context.settings.theme):
        (context.dist / file).write_text(page, "utf-8")
        files.append(file)
    if "single" in library.downloads and len(files) == 1:
        carried = context.site / addresses.single_page(library.name)
        carried.parent.mkdir(parents=True, exist_ok=True)
        carried.write_bytes((context.dist / files[0]).read_bytes())
