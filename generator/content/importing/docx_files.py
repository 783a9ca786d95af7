"""Word files -> text: paragraphs and tables in order, automatic numbering written out."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from generator.content.importing.imported import Imported, lines_imported
from generator.errors import ContentError
from generator.text.numerals import numeral_text

DAMAGES = (  # what the libraries raise on a file that is no whole Word file
    *(zipfile.BadZipFile, zlib.error, EOFError, etree.XMLSyntaxError),
    *(AttributeError, KeyError, NotImplementedError, TypeError, ValueError),
)
LARGEST = 200_000_000  # bytes unpacked: more is no document but an attack
SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:footnoteReference")}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BREAKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
CHINESE = ("chinese", "japaneseCounting", "ideographTraditional", "taiwaneseCounting")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str  # decimal, chineseCounting, bullet ...
    text: str  # （%1）, 第%1条 ...
    start: int


class _Numbering:
    """The running numbers of the automatic lists of one document."""

    def __init__(self, document: Document) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._abstract: dict[str, str] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.iterfind(qn("w:abstractNum")):
            for level in abstract.iterfind(qn("w:lvl")):
                place = int(level.get(qn("w:ilvl"), "0"))
                self._levels[abstract.get(qn("w:abstractNumId"), ""), place] = _Level(
                    _value(level, "w:numFmt", "decimal"),
                    _value(level, "w:lvlText", ""),
                    int(_value(level, "w:start", "1")),
                )
        for number in root.iterfind(qn("w:num")):
            self._abstract[number.get(qn("w:numId"), "")] = _value(number, "w:abstractNumId", "")

    def label(self, list_id: str, place: int) -> str:
        """Return the label of the next item of a list at a level; empty for bullets."""
        abstract = self._abstract.get(list_id, "")
        level = self._levels.get((abstract, place))
        if level is None or level.form in ("bullet", "none"):
            return ""
        counts = self._counts[abstract]
        counts[place] = counts.get(place, level.start - 1) + 1
        for deeper in [each for each in counts if each > place]:
            del counts[deeper]
        text = level.text
        for at in range(place + 1):
            form = self._levels.get((abstract, at), level).form
            text = text.replace(f"%{at + 1}", _numeral(counts.get(at, 1), form))
        return text


def read_docx(data: bytes, name: str) -> Imported:
    """Return the text of a Word file; ContentError when it is damaged.

    Text inserted under change tracking counts, deleted text does not; heads and feet,
    notes and comments are left out.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > LARGEST:
                raise ContentError(name, "解开后过大，不像文稿")
        document = docx.Document(io.BytesIO(data))
        text = "\n".join(_lines(document, document.element.body, _Numbering(document)))
        return lines_imported(text, "python-docx")
    except DAMAGES as error:
        raise ContentError(name, "不是完好的 docx 文件；请用 Word 或 WPS 打开后另存一次") from error


def _lines(document: Document, body: etree._Element, numbering: _Numbering) -> Iterator[str]:
    """Yield the lines of a body or a content control: paragraphs, and rows of tables."""
    for block in body:
        if block.tag == qn("w:p"):
            yield _label(document, block, numbering) + _text(block)
        elif block.tag == qn("w:tbl"):
            for row in block.iterfind(qn("w:tr")):
                yield "\t".join(map(_cell, row.iterfind(qn("w:tc"))))
        elif block.tag == qn("w:sdt") and (inner := block.find(qn("w:sdtContent"))) is not None:
            yield from _lines(document, inner, numbering)


def _cell(cell: etree._Element) -> str:
    """Return the text of a cell in one line, a blank between its paragraphs and lines."""
    return " ".join(" ".join(map(_text, cell.iter(qn("w:p")))).split())


def _text(element: etree._Element) -> str:
    """Return the text below an element, without what is deleted or only a fallback."""
    parts = []
    for child in element:
        if child.tag in SKIPPED or child.tag == FALLBACK:
            continue
        if child.tag == qn("w:t"):
            parts.append(child.text or "")
        elif child.tag in BREAKS:
            parts.append(BREAKS[child.tag])
        else:
            parts.append(_text(child))
    return "".join(parts)


def _label(document: Document, paragraph: etree._Element, numbering: _Numbering) -> str:
    """Return the automatic label of a paragraph, its own or its style's."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is None:
            return ""
        wanted = style.get(qn("w:val"))
        for each in document.styles.element.iterfind(qn("w:style")):
            if each.get(qn("w:styleId")) == wanted:
                found = each.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None:
        return ""
    return numbering.label(_value(found, "w:numId", "0"), int(_value(found, "w:ilvl", "0")))


def _value(element: etree._Element, tag: str, default: str) -> str:
    child = element.find(qn(tag))
    return default if child is None else child.get(qn("w:val"), default)


def _numeral(value: int, form: str) -> str:
    """Return a number as the list writes it: Chinese for the Chinese forms, else Arabic."""
    if not form.startswith(CHINESE) or not 0 < value < 1000:
        return str(value)
    return numeral_text(value)
