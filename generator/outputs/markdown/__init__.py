"""Output: pages with text as Markdown beside them (5.html, 5.md), and llms.txt."""

from collections.abc import Iterator

from generator import addresses
from generator.model import Library
from generator.outputs.markdown.edition_pages import edition_pages
from generator.outputs.markdown.lists import list_pages
from generator.outputs.markdown.llms import llms_text
from generator.outputs.markdown.names import index_of
from generator.outputs.markdown.report_pages import report_pages
from generator.outputs.shared.render_context import Context

__all__ = ["markdown_files", "render"]


def render(library: Library, context: Context) -> None:
    """Write the files beside the pages that they are the text of."""
    for name, text in markdown_files(library):
        place = context.site / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8", newline="\n")


def markdown_files(library: Library) -> Iterator[tuple[str, str]]:
    """Yield address -> text of every file."""
    index = index_of(library)
    for collation in library.every_collation:
        yield from edition_pages(index, collation)
    yield from report_pages(index)
    yield from list_pages(index)
    yield addresses.LLMS, llms_text(index)
