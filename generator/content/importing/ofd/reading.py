"""An OFD file -> an import record: documents, pages, templates, annotations and seals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from generator.content.importing.archive import Archive, DamagedError
from generator.content.importing.imported import Imported, Intake
from generator.content.importing.layout import Page, take_pages
from generator.content.importing.layout.no_text import (
    NO_UNICODE,
    main_angle,
    with_missing,
    without_askew,
    without_hidden,
)
from generator.content.importing.layout.turning import runs_down, turned, upright_columns
from generator.content.importing.ofd.drawn import POINTS, Drawing, draw, numbers
from generator.content.importing.ofd.elements import children, first_text, located, words_of
from generator.errors import ContentError

READER = "ofd"
MOST_PAGES = 5000
UNPACKED_MOST = 400_000_000  # bytes of the pages and all else that is read
A4 = (0.0, 0.0, 210.0, 297.0)
DAMAGED = "不是完好的 ofd 文件；请重新导出"
LeftOut = tuple[str, str, str]
BROKEN_NOTES: LeftOut = ("批注", "", "批注和印章坏了，读不出")


def read_ofd(data: bytes, name: str) -> Imported:
    """Return the text of an OFD file; ContentError when it is damaged or holds only pictures."""
    try:
        package = Archive(data, name, most=UNPACKED_MOST)
        root = package.xml("OFD.xml")
        pages = list(_documents(package, root))
    except DamagedError as error:
        raise ContentError(name, DAMAGED) from error
    if len(pages) > MOST_PAGES:
        raise ContentError(name, f"超过{MOST_PAGES}页；请分成几个文件再放入")
    if not any(page.glyphs for page in pages):
        if any(page.pictures for page in pages):
            raise ContentError(name, "没有文字层，像是扫描件；请另存为图片或 pdf，先识别文字")
        raise ContentError(name, DAMAGED)
    intake = Intake(READER)
    take_pages(pages, intake)
    return intake.imported()


def _documents(package: Archive, root: etree._Element) -> Iterator[Page]:
    """Yield the pages of every document in the file, numbered through."""
    number = 0
    for body in children(root, "DocBody"):
        location = first_text(body, "DocRoot")
        if not location:
            continue
        location = located(location, "OFD.xml")
        document = package.xml(location)
        seals = [("签章", "", "签章，不属正文")] if first_text(body, "Signatures") else []
        for page in _pages(package, document, location, number, seals):
            number = page.number
            seals = []
            yield page
            if number > MOST_PAGES:
                return


def _pages(
    package: Archive,
    document: etree._Element,
    location: str,
    before: int,
    seals: list[LeftOut],
) -> Iterator[Page]:
    """Yield the pages of one document."""
    common = next(children(document, "CommonData"), document)
    area = _area(common, "PageArea") or A4
    templates = {
        each.get("ID", ""): located(each.get("BaseLoc", ""), location)
        for each in children(common, "TemplatePage")
    }
    notes = _annotations(package, document, location)
    seals = [*seals, *notes.get("", [])]
    pages = next(children(document, "Pages"), document)
    for number, each in enumerate(children(pages, "Page"), start=before + 1):
        left_out = [*seals, *notes.get(each.get("ID", ""), [])]
        seals = []
        try:
            content = package.xml(located(each.get("BaseLoc", ""), location))
        except DamagedError:
            yield _broken(number, left_out)
            continue
        for template in children(content, "Template"):
            left_out += _template(package, templates.get(template.get("TemplateID", ""), ""))
        yield _page(content, number, _area(content, "Area") or area, left_out)


def _broken(number: int, left_out: list[LeftOut]) -> Page:
    record = (*left_out, ("坏页", "", "页面坏了，读不出"))
    remark = ("I-006", f"第{number}页坏了，读不出")
    return Page(number, 595.0, 842.0, (), left_out=record, remarks=(remark,))


def _area(element: etree._Element, name: str) -> tuple[float, float, float, float] | None:
    """Return a page's box (x, y, width, height) in millimetres, None when it is not given."""
    area = next(children(element, name), None)
    values = numbers(first_text(area, "PhysicalBox")) if area is not None else []
    if len(values) != 4 or min(values[2:]) <= 0:
        return None
    return values[0], values[1], values[2], values[3]


def _page(
    content: etree._Element,
    number: int,
    area: tuple[float, float, float, float],
    left_out: list[LeftOut],
) -> Page:
    """Return what stands on a page, its text the right way up."""
    drawing = Drawing()
    for each in children(content, "Content"):
        draw(each, drawing)
    main = main_angle(angle for angle, glyph in drawing.glyphs if not glyph.blank)
    glyphs = tuple(glyph for angle, glyph in drawing.glyphs if angle == main)
    page = Page(
        number,
        area[2] * POINTS,
        area[3] * POINTS,
        glyphs,
        tuple(drawing.rules),
        tuple(drawing.pictures),
        tuple(left_out),
    )
    page = without_hidden(page, "".join(drawing.hidden))
    page = _without_unread(page, "\n".join(filter(None, drawing.unread)))
    askew = "".join(glyph.text for angle, glyph in drawing.glyphs if angle != main)
    page = without_askew(page, askew)
    page = with_missing(page, sum(glyph.text == NO_UNICODE for glyph in glyphs))
    page = turned(page, main)
    return upright_columns(page) if runs_down(page.glyphs) else page


def _without_unread(page: Page, words: str) -> Page:
    """Return a page with the words on its record that stand beyond the bounds of reading."""
    if not words:
        return page
    remark = ("I-006", f"第{page.number}页的内容太多或层次太深，没有读完")
    unread = ("没有读完", words, "一页的内容太多或层次太深")
    return replace(page, left_out=(*page.left_out, unread), remarks=(*page.remarks, remark))


def _template(package: Archive, location: str) -> Iterator[LeftOut]:
    """Yield the words of a template page, that stand on every page made with it."""
    try:
        words = words_of(package.xml(location))
    except DamagedError:
        yield ("版式模板", "", "版式模板坏了，读不出")
        return
    if words.strip():
        yield ("版式模板", words, "版式模板上的文字，每页重复，不属正文")


def _annotations(
    package: Archive, document: etree._Element, location: str
) -> dict[str, list[LeftOut]]:
    """Return what is written or stamped on the pages afterwards, by the pages' ids.

    What belongs to no page, as all of them are damaged, is at "".
    """
    found: dict[str, list[LeftOut]] = {}
    index = first_text(document, "Annotations")
    if not index:
        return found
    index = located(index, location)
    try:
        pages = list(children(package.xml(index), "Page"))
    except DamagedError:
        return {"": [BROKEN_NOTES]}
    for page in pages:
        try:
            notes = package.xml(located(first_text(page, "FileLoc"), index))
        except DamagedError:
            found.setdefault(page.get("PageID", ""), []).append(BROKEN_NOTES)
            continue
        for note in children(notes, "Annot"):
            kind = "印章" if note.get("Type") == "Stamp" else "批注"
            found.setdefault(page.get("PageID", ""), []).append(
                (kind, words_of(note), f"{kind}，不属正文")
            )
    return found
