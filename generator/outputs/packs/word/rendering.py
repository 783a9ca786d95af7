"""PackData -> a Word document with named styles, that an office can go on editing.

Styles and page setup are made once with python-docx; the body of each pack is then written
as XML into a copy, which is many times faster than python-docx's own paragraphs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from generator.build.memo import Memo, no_memo
from generator.outputs.packs.word.body import document, measures_of
from generator.outputs.packs.word.paging import pages_of
from generator.outputs.packs.word.paragraphs import MARGIN, Item, Paragraph, Run, Table, TableRow
from generator.outputs.packs.word.template import BODY_MARK, template_parts
from generator.outputs.shared.pack_contents.blocks import PackData

_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def render_docx(pack: PackData, memo: Memo = no_memo) -> bytes:
    """Return one pack as DOCX; its bytes depend on the pack alone, not on what `memo` knows."""
    measures = measures_of(pack)
    parts = dict(memo(template_parts, measures, pack.style, pack.script))
    items = document(pack)
    body = "".join(_Writer(pages_of(items, measures)).all(items))
    parts["word/document.xml"] = (
        parts["word/document.xml"].decode().replace(BODY_MARK, body).encode()
    )
    parts["docProps/core.xml"] = _core(pack)
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip whose bytes depend on the parts alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _text(words: str) -> str:
    return escape(words.translate(_FORBIDDEN))


class _Writer:
    """Writes paragraphs and tables as XML; it knows the pages and counts the bookmarks."""

    def __init__(self, pages: Mapping[str, int]) -> None:
        self._pages = pages
        self._bookmarks = 0

    def all(self, items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            yield self._table(item) if isinstance(item, Table) else self._paragraph(item)

    def _paragraph(self, item: Paragraph) -> str:
        runs = "".join(map(_run, item.runs))
        if item.bookmark:
            self._bookmarks += 1
            number = self._bookmarks
            runs = (
                f'<w:bookmarkStart w:id="{number}" w:name="{item.bookmark}"/>{runs}'
                f'<w:bookmarkEnd w:id="{number}"/>'
            )
        if item.page_of:
            runs += self._page_of(item.page_of)
        return f"<w:p><w:pPr>{_properties(item)}</w:pPr>{runs}</w:p>"

    def _page_of(self, bookmark: str) -> str:
        """Return a field that shows the page of a bookmark, and shows it before any update."""
        field = f" PAGEREF {bookmark} \\h "
        return (
            '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve">{field}</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f"<w:r><w:t>{self._pages[bookmark]}</w:t></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    def _table(self, table: Table) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in table.widths)
        rows = "".join(self._row(table, row) for row in table.rows)
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{sum(table.widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{MARGIN}" w:type="dxa"/>'
            f'<w:right w:w="{MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, table: Table, row: TableRow) -> str:
        look = "<w:cantSplit/>"
        if row.least:
            look += f'<w:trHeight w:val="{row.least}" w:hRule="atLeast"/>'
        if row.head:
            look += "<w:tblHeader/>"
        if row.band:
            cells = (
                f'<w:tc><w:tcPr><w:tcW w:w="{sum(table.widths)}" w:type="dxa"/>'
                f'<w:gridSpan w:val="{len(table.widths)}"/>'
                '<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/></w:tcPr>'
                f"{self._paragraph(row.cells[0])}</w:tc>"
            )
        else:
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/>'
                f"</w:tcPr>{self._paragraph(cell)}</w:tc>"
                for cell, width in zip(row.cells, table.widths, strict=True)
            )
        return f"<w:tr><w:trPr>{look}</w:trPr>{cells}</w:tr>"


def _run(run: Run) -> str:
    look = f'<w:rStyle w:val="{run.style}"/>' if run.style else ""
    # the hint makes “ ” …… — full-width, as in Chinese print
    hint = '<w:rFonts w:hint="eastAsia"/>'
    words = "<w:br/>".join(
        f'<w:t xml:space="preserve">{_text(line)}</w:t>' for line in run.words.split("\n")
    )
    return f"<w:r><w:rPr>{look}{hint}</w:rPr>{words}</w:r>"


def _properties(item: Paragraph) -> str:
    """Return what a paragraph has of its own, in the order that the schema asks for."""
    found = [f'<w:pStyle w:val="{item.style}"/>']
    if item.keep_next:
        found.append("<w:keepNext/>")
    if item.keep_lines:
        found.append("<w:keepLines/>")
    if item.new_page:
        found.append("<w:pageBreakBefore/>")
    if item.before is not None or item.after is not None:
        given = (("before", item.before), ("after", item.after))
        sides = " ".join(f'w:{side}="{size}"' for side, size in given if size is not None)
        found.append(f"<w:spacing {sides}/>")
    if item.left or item.right or item.hanging is not None:
        found.append(_indent(item))
    if item.centred:
        found.append('<w:jc w:val="center"/>')
    elif item.hanging is not None and item.hanging < 0:
        found.append('<w:jc w:val="left"/>')
    if item.outline is not None:
        found.append(f'<w:outlineLvl w:val="{item.outline}"/>')
    return "".join(found)


def _indent(item: Paragraph) -> str:
    """Return the indent of a paragraph, which never counts the characters of its style."""
    first = ""
    if item.hanging is not None:
        side = "hanging" if item.hanging >= 0 else "firstLine"
        first = f' w:firstLineChars="0" w:{side}="{abs(item.hanging)}"'
    left = f' w:left="{item.left}"' if item.left else ""
    right = f' w:right="{item.right}"' if item.right else ""
    return f"<w:ind{left}{right}{first}/>"


def _core(pack: PackData) -> bytes:
    moment = datetime.fromtimestamp(pack.timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
        '"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_text(' '.join(pack.title))}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()
