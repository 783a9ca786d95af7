"""A PDF file -> an import record; pages that have pictures of text go to the reader of scans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from generator.content.importing.imported import Imported, Intake
from generator.content.importing.layout import Page, take_pages
from generator.content.importing.layout.no_text import UNREADABLE_PAGE
from generator.content.importing.pdf.annotations import with_annotations
from generator.content.importing.pdf.drawn import drawn_page
from generator.content.importing.pdf.usable import is_scan, usable_page
from generator.content.importing.scans.entry import ocr_is_installed
from generator.errors import ContentError

MOST_PAGES = 5000
DOTS_PER_INCH = 200
MANY_SHAPES = 30  # on a page without text among others that have it
BROKEN = "坏页"
READER = "pdfium"
Image = NDArray[np.uint8]
NO_TEXT = "没有文字层，像是扫描件；请先识别文字，或装上识别（make ocr）再放入"
BLANK = "页面是空白的，没有文字；请看是否放错了文件"
NO_WORDS = "没有文字层，图里也没有认出文字；请看是否清楚、是否放正"
NO_UNICODE_IN_PICTURE = "字体没有文字编码，画出来也没有认出文字；请重新导出"
NO_UNICODE = "字体没有文字编码，读不出文字；请重新导出，或装上识别（make ocr）再放入"


def read_pdf(data: bytes, name: str) -> Imported:
    """Return the text of a PDF; ContentError when it is damaged, locked or only pictures.

    Pages without text are read as pictures where the reader of scans is installed.
    """
    document = _opened(data, name)
    try:
        pages = list(_pages(document, name))
        if all(page.left_out and page.left_out[0][0] == BROKEN for page in pages):
            raise ContentError(name, "不是完好的 pdf 文件；请重新导出")
        least = MANY_SHAPES if any(page.glyphs for page in pages) else 1
        unread = [
            page.number
            for page in pages
            if not page.glyphs and (_shows_text(page) or _shapes(document, page) >= least)
        ]
        if not unread and not any(page.glyphs or page.left_out for page in pages):
            raise ContentError(name, BLANK)
        if unread and ocr_is_installed():
            return _with_pictures(document, pages, unread, name)
    finally:
        document.close()
    if not any(page.glyphs for page in pages):
        raise ContentError(name, NO_UNICODE if any(map(_has_no_unicode, pages)) else NO_TEXT)
    intake = Intake(READER)
    take_pages([_said_unread(page) if page.number in unread else page for page in pages], intake)
    return intake.imported()


def _shows_text(page: Page) -> bool:
    """Tell whether a page without text of its own may show some: a picture, glyphs unreadable."""
    return is_scan(page) or _has_no_unicode(page)


def _shapes(document: pypdfium2.PdfDocument, page: Page) -> int:
    """Return how much is drawn on a page: many shapes may be words made into curves."""
    if any(kind == BROKEN for kind, _, _ in page.left_out):
        return 0
    source = document[page.number - 1]
    try:
        return int(pdfium.FPDFPage_CountObjects(source.raw))
    finally:
        source.close()


def _has_no_unicode(page: Page) -> bool:
    return any(kind == UNREADABLE_PAGE for kind, _, _ in page.left_out)


def _said_unread(page: Page) -> Page:
    message = f"第{page.number}页是图，没有文字层；装上识别（make ocr）再放入"
    return replace(page, remarks=(*page.remarks, ("I-006", message)))


def _with_pictures(
    document: pypdfium2.PdfDocument, pages: list[Page], unread: list[int], name: str
) -> Imported:
    """Return the text of a document some of whose pages are read as pictures."""
    from generator.content.importing.scans.reading import read_among

    pictures = {number: _rendered(document, number) for number in unread}
    nothing = NO_UNICODE_IN_PICTURE if any(map(_has_no_unicode, pages)) else NO_WORDS
    return read_among(pages, pictures, f"{READER}+rapidocr", name, nothing)


def _rendered(document: pypdfium2.PdfDocument, number: int) -> Callable[[], Image]:
    """Return a function that draws a page in the colours and the size that the engine takes."""

    def draw() -> Image:
        from generator.content.importing.scans.engine import LONGEST_SIDE

        page = document[number - 1]
        longest = max(page.get_size())
        scale = min(DOTS_PER_INCH / 72, LONGEST_SIDE / max(longest, 1.0))
        pixels: Image = page.render(scale=scale, rev_byteorder=False).to_numpy()
        page.close()
        return np.ascontiguousarray(pixels[:, :, :3])

    return draw


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
            yield with_annotations(usable_page(drawn_page(page, number)), page)
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
        left_out = (BROKEN, "", "页面坏了，读不出")
        yield Page(first, 595.0, 842.0, (), left_out=(left_out,), remarks=(remark,))
