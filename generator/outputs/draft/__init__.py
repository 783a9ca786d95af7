"""核稿: a checked draft as HTML and as a Word document, and the tables of the page."""

from generator.model import Library
from generator.outputs.draft.page import as_html
from generator.outputs.draft.tables import draft_tables
from generator.outputs.draft.word import as_docx
from generator.outputs.shared.render_context import Context

FOLDER = "draft"

__all__ = ["as_docx", "as_html", "render"]


def render(library: Library, context: Context) -> None:
    """Write the tables of the page into draft/ of the site."""
    folder = context.site / FOLDER
    folder.mkdir()
    for name, script in draft_tables(library):
        (folder / f"{name}.js").write_text(script, "utf-8")
