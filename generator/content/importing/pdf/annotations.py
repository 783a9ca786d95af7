"""Notes that a person stuck on a PDF page, and what was filled into a form: kept on record."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from generator.content.importing.layout import Page
from generator.content.importing.layout.no_text import shown

MOST = 2000  # on a page
LONGEST = 10_000  # characters of one
KINDS = {
    pdfium.FPDF_ANNOT_TEXT: "批注",
    pdfium.FPDF_ANNOT_FREETEXT: "批注",
    pdfium.FPDF_ANNOT_STAMP: "图章",
    pdfium.FPDF_ANNOT_WIDGET: "表单",
    **dict.fromkeys(
        (
            pdfium.FPDF_ANNOT_HIGHLIGHT,
            pdfium.FPDF_ANNOT_UNDERLINE,
            pdfium.FPDF_ANNOT_STRIKEOUT,
            pdfium.FPDF_ANNOT_SQUIGGLY,
        ),
        "批注",
    ),
}
REASON = "加在页面上的，不属正文"


def with_annotations(page: Page, source: pypdfium2.PdfPage) -> Page:
    """Return a page with the words of its annotations and form fields left out on record."""
    found = list(_annotations(source))
    if not found:
        return page
    words = "；".join(each for _, each in found)
    remark = ("I-005", f"第{page.number}页有批注或表单中的文字：{shown(words)}")
    left_out = tuple((kind, each, REASON) for kind, each in found)
    return replace(page, left_out=(*page.left_out, *left_out), remarks=(*page.remarks, remark))


def _annotations(source: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each annotation that has any."""
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(source.raw), MOST)):
        annotation = pdfium.FPDFPage_GetAnnot(source.raw, at)
        if not annotation:
            continue
        kind = KINDS.get(pdfium.FPDFAnnot_GetSubtype(annotation))
        key = b"V" if kind == "表单" else b"Contents"
        words = " ".join(_value(annotation, key).split()) if kind else ""
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind and words:
            yield kind, words


def _value(annotation: object, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= 2 * LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(
        annotation, key, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size
    )
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")
