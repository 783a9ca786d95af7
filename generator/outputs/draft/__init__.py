"""核稿: a checked draft as HTML and as a Word document."""

from generator.outputs.draft.page import as_html
from generator.outputs.draft.word import as_docx

__all__ = ["as_docx", "as_html"]
