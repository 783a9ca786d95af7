"""A PDF file -> an import record; pages that have pictures of text go to the reader of scans."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2

from generator.content.importing.imported import Imported, Intake
from generator.content.importing.layout import Page, take_pages
from generator.content.importing.pdf.drawn import drawn_page
from generator.content.importing.pdf.usable import usable_page
from generator.content.importing.scans.entry import ocr_is_installed, read_pictures
from generator.errors import ContentError

MOST_PAGES = 5000
READER = "pdfium"
NO_TEXT = "没有文字层，像是扫描件；请先识别文字，或装上识别（make ocr）再放入"
NO_UNICODE = "字体没有文字编码，读不出文字；请重新导出，或装上识别（make ocr）再放入"


def read_pdf(data: bytes, name: str) -> Imported:
    """Return the text of a PDF; ContentError when it is damaged, locked or only pictures."""
    document = _opened(data, name)
    try:
        pages = list(_pages(document, name))
        if not any(page.glyphs for page in pages):
            return _from_pictures(document, name, pages)
        intake = Intake(READER)
        take_pages(pages, intake)
        return intake.imported()
    finally:
        document.close()


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        reason = str(error)
        if "password" in reason.lower():
            raise ContentError(name, "加了密码；请去掉密码再放入") from error
        if "security" in reason.lower():
            raise ContentError(name, "加密方法读不了；请去掉密码再放入") from error
        raise ContentError(name, "不是完好的 pdf 文件；请重新导出") from error


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[Page]:
    """Yield the pages of a document; of those that cannot be opened, a remark with the next."""
    count = len(document)
    if count > MOST_PAGES:
        raise ContentError(name, f"有{count}页，超过{MOST_PAGES}页；请分成几个文件再放入")
    broken: list[int] = []
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            broken.append(number)
            continue
        try:
            yield from _broken(broken)
            yield usable_page(drawn_page(page, number))
        finally:
            page.close()
        broken = []
    yield from _broken(broken)


def _broken(numbers: list[int]) -> Iterator[Page]:
    """Yield an empty page that says which pages in a row cannot be read."""
    if numbers:
        first, last = numbers[0], numbers[-1]
        which = f"第{first}页" if first == last else f"第{first}—{last}页"
        remark = ("I-006", f"{which}坏了，读不出")
        left_out = ("坏页", "", "页面坏了，读不出")
        yield Page(first, 595.0, 842.0, (), left_out=(left_out,), remarks=(remark,))


def _from_pictures(
    document: pypdfium2.PdfDocument, name: str, pages: list[Page]
) -> Imported:
    """Return what the reader of scans reads from the pages' pictures, where it is installed."""
    if not pages:
        raise ContentError(name, "没有一页；请重新导出")
    if all(page.left_out and page.left_out[0][0] == "坏页" for page in pages):
        raise ContentError(name, "不是完好的 pdf 文件；请重新导出")
    if not ocr_is_installed():
        unreadable = any(code == "I-006" for page in pages for code, _ in page.remarks)
        raise ContentError(name, NO_UNICODE if unreadable else NO_TEXT)
    return read_pictures((_rendered(document, at) for at in range(len(pages))), name)
