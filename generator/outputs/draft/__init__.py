"""核稿: a checked draft as HTML and as a Word document, and the tables of the page."""

from generator.model import Library
from generator.outputs.draft.page import as_html
from generator.outputs.draft.tables import draft_tables
from generator.outputs.draft.word import as_docx
from generator.outputs.shared.render_context import Context

__all__ = ["as_docx", "as_html", "render"]


def render(library: Library, context: Context) -> None:
    """Write the tables of the page into draft/ of the site, and those of the traditional one."""
    for name, script in draft_tables(library):
        (context.site / name).parent.mkdir(parents=True, exist_ok=True)
        (context.site / name).write_text(script, "utf-8")
