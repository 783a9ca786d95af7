"""Files of office programs and the web -> plain text, for content/sources/."""

from __future__ import annotations

from collections.abc import Callable

from generator.content.decoding import decode
from generator.content.importing.docx_files import text_of_docx
from generator.content.importing.html_files import text_of_html
from generator.content.importing.markdown_files import text_of_markdown
from generator.content.importing.pdf_files import text_of_pdf
from generator.errors import ContentError

__all__ = ["FORMATS", "import_file"]


def _text_of_txt(data: bytes, name: str) -> str:
    return decode(data, name).text


FORMATS: dict[str, Callable[[bytes, str], str]] = {
    "txt": _text_of_txt,
    "text": _text_of_txt,
    "md": text_of_markdown,
    "markdown": text_of_markdown,
    "docx": text_of_docx,
    "html": text_of_html,
    "htm": text_of_html,
    "pdf": text_of_pdf,
}
SAVE_AS = {
    "doc": "docx",
    "wps": "docx",
    "rtf": "docx",
    "odt": "docx",
    "ofd": "docx 或有文字层的 pdf",
    "mht": "html",
}


def import_file(name: str, data: bytes) -> str:
    """Return the text of the file `name` (its ending tells the format), one line per paragraph.

    ContentError when the format is not known, the file is damaged, or it holds no text.
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if ending in SAVE_AS:
        raise ContentError(name, f"读不了 .{ending}；请另存为 {SAVE_AS[ending]} 再放入")
    if ending not in FORMATS:
        known = "、".join(FORMATS)
        raise ContentError(name, f"不认识这种文件；可以是 {known}")
    text = FORMATS[ending](data, name)
    if not text.strip():
        raise ContentError(name, "没有文字；扫描件请先识别文字")
    return text.replace("\r\n", "\n").strip("\n") + "\n"
