"""Files of office programs and the web -> plain text, for content/sources/."""

from __future__ import annotations

from importlib import import_module

from generator.content.importing.imported import Imported
from generator.content.importing.signatures import real_ending
from generator.errors import ContentError

__all__ = ["FORMATS", "Imported", "import_file", "is_plain_text"]

# Ending of the name -> module and function that read it; a reader is loaded when it is needed.
FORMATS: dict[str, tuple[str, str]] = {
    "txt": ("text_files", "read_text"),
    "text": ("text_files", "read_text"),
    "md": ("markdown_files", "read_markdown"),
    "markdown": ("markdown_files", "read_markdown"),
    "docx": ("docx_files", "read_docx"),
    "docm": ("docx_files", "read_docx"),
    "dotx": ("docx_files", "read_docx"),
    "doc": ("office_files", "read_office"),
    "dot": ("office_files", "read_office"),
    "wps": ("office_files", "read_office"),
    "wpt": ("office_files", "read_office"),
    "rtf": ("office_files", "read_office"),
    "odt": ("office_files", "read_office"),
    "html": ("html_files", "read_html"),
    "htm": ("html_files", "read_html"),
    "xhtml": ("html_files", "read_html"),
    "shtml": ("html_files", "read_html"),
    "mht": ("html_files", "read_mhtml"),
    "mhtml": ("html_files", "read_mhtml"),
    "pdf": ("pdf", "read_pdf"),
    "ofd": ("ofd", "read_ofd"),
    "png": ("scans.entry", "read_scan"),
    "jpg": ("scans.entry", "read_scan"),
    "jpeg": ("scans.entry", "read_scan"),
    "tif": ("scans.entry", "read_scan"),
    "tiff": ("scans.entry", "read_scan"),
    "bmp": ("scans.entry", "read_scan"),
}
SAVE_AS = {
    "caj": "pdf",
    "djvu": "pdf",
    "gif": "png",
    "heic": "jpg",
    "heif": "jpg",
    "webp": "png",
    "xps": "pdf",
}


def is_plain_text(name: str) -> bool:
    """Tell whether the file `name` is its own text, by its ending: txt, none or a strange one."""
    ending = _ending(name)
    return ending in ("txt", "text") or ending not in {*FORMATS, *SAVE_AS}


def import_file(name: str, data: bytes) -> Imported:
    """Return the text of the file `name` and how it was read.

    Its ending tells the format; of office files and web pages, what their first bytes say.
    ContentError when the format is not known, the file is damaged, or it holds no text.
    """
    ending = real_ending(data, _ending(name))
    if ending in SAVE_AS:
        raise ContentError(name, f"读不了 .{ending}；请另存为 {SAVE_AS[ending]} 再放入")
    if ending not in FORMATS:
        known = "、".join(FORMATS)
        raise ContentError(name, f"不认识这种文件；可以是 {known}")
    module, function = FORMATS[ending]
    imported: Imported = getattr(import_module(f"{__name__}.{module}"), function)(data, name)
    if not imported.text.strip():
        raise ContentError(name, "没有文字；扫描件请先识别文字")
    return imported


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""
