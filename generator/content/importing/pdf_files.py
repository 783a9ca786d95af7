"""PDF files -> text, page by page; cleaning joins the broken lines and drops page numbers."""

from __future__ import annotations

import io

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.content.importing.imported import Imported, lines_imported
from generator.errors import ContentError


def read_pdf(data: bytes, name: str) -> Imported:
    """Return the text layer of a PDF; ContentError when it is damaged, locked or scanned."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ContentError(name, "加了密码；请去掉密码再放入")
        pages = [page.extract_text() for page in reader.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, OSError) as error:
        raise ContentError(name, "不是完好的 pdf 文件；请重新导出") from error
    if not "".join(pages).strip():
        raise ContentError(name, "没有文字层，像是扫描件；请先识别文字")
    return lines_imported("\n".join(pages), "pypdf")
