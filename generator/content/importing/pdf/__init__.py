"""PDF files -> text: characters with their places by PDFium, paragraphs by `layout`."""

from generator.content.importing.pdf.reading import read_pdf

__all__ = ["read_pdf"]
