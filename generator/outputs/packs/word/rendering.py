"""PackData -> a Word document with named styles, that an office can go on editing.

Styles and page setup are made once with python-docx; the body of each pack is then written
as XML into a copy, which is many times faster than python-docx's own paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.build.memo import Memo, no_memo
from generator.outputs.packs.word.body import document, measures_of
from generator.outputs.packs.word.paging import pages_of
from generator.outputs.packs.word.paragraphs import MARGIN, Item, Paragraph, Run, Table, TableRow
from generator.outputs.packs.word.template import BODY_MARK, template_parts
from generator.outputs.shared import word_files
from generator.outputs.shared.pack_contents.blocks import PackData
from generator.outputs.shared.word_files import HINT, core_properties, escaped, word_file


def render_docx(pack: PackData, memo: Memo = no_memo) -> bytes:
    """Return one pack as DOCX; its bytes depend on the pack alone, not on what `memo` knows."""
    measures = measures_of(pack)
    parts = dict(memo(template_parts, measures, pack.style, pack.script))
    items = document(pack)
    body = "".join(_Writer(pages_of(items, measures)).all(items))
    parts["word/document.xml"] = (
        parts["word/document.xml"].decode().replace(BODY_MARK, body).encode()
    )
    parts["docProps/core.xml"] = core_properties(" ".join(pack.title), pack.timestamp)
    return word_file(parts)


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
        look = ""
        if row.least:
            look += f'<w:trHeight w:val="{row.least}" w:hRule="atLeast"/>'
        if row.head:
            look += "<w:tblHeader/>"
        if row.band:
            words = self._paragraph(row.cells[0])
            cells = word_files.band(words, sum(table.widths), len(table.widths))
        else:
            cells = "".join(
                word_files.cell(self._paragraph(cell), width)
                for cell, width in zip(row.cells, table.widths, strict=True)
            )
        return word_files.row(cells, look)


def _run(run: Run) -> str:
    look = f'<w:rStyle w:val="{run.style}"/>' if run.style else ""
    words = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escaped(line)}</w:t>' for line in run.words.split("\n")
    )
    return f"<w:r><w:rPr>{look}{HINT}</w:rPr>{words}</w:r>"


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
