"""Files of office programs and the web -> plain text, for content/sources/."""

from __future__ import annotations

from collections.abc import Callable

from generator.content.decoding import decode
from generator.content.importing.docx_files import read_docx
from generator.content.importing.html_files import read_html
from generator.content.importing.imported import Imported, lines_imported
from generator.content.importing.markdown_files import read_markdown
from generator.content.importing.ofd import read_ofd
from generator.content.importing.pdf import read_pdf
from generator.content.importing.scans.entry import read_scan
from generator.errors import ContentError

__all__ = ["FORMATS", "Imported", "import_file"]


def read_txt(data: bytes, name: str) -> Imported:
    """Return a plain text as it stands."""
    return lines_imported(decode(data, name).text, "")


FORMATS: dict[str, Callable[[bytes, str], Imported]] = {
    "txt": read_txt,
    "text": read_txt,
    "md": read_markdown,
    "markdown": read_markdown,
    "docx": read_docx,
    "html": read_html,
    "htm": read_html,
    "pdf": read_pdf,
    "ofd": read_ofd,
    "png": read_scan,
    "jpg": read_scan,
    "jpeg": read_scan,
    "tif": read_scan,
    "tiff": read_scan,
    "bmp": read_scan,
}
SAVE_AS = {
    "doc": "docx",
    "wps": "docx",
    "rtf": "docx",
    "odt": "docx",
    "mht": "html",
}


def import_file(name: str, data: bytes) -> Imported:
    """Return the text of the file `name` (its ending tells the format) and how it was read.

    ContentError when the format is not known, the file is damaged, or it holds no text.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in SAVE_AS:
        raise ContentError(name, f"读不了 .{ending}；请另存为 {SAVE_AS[ending]} 再放入")
    if ending not in FORMATS:
        known = "、".join(FORMATS)
        raise ContentError(name, f"不认识这种文件；可以是 {known}")
    imported = FORMATS[ending](data, name)
    if not imported.text.strip():
        raise ContentError(name, "没有文字；扫描件请先识别文字")
    return imported
