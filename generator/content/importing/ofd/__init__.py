"""OFD files (GB/T 33190-2016) -> text: a zip of XML pages, paragraphs by `layout`."""

from generator.content.importing.ofd.reading import read_ofd

__all__ = ["read_ofd"]
