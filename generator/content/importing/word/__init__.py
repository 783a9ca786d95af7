"""Word files -> text: one idea a file; `read_docx` is the face."""

from generator.content.importing.word.reader import read_docx

__all__ = ["read_docx"]
