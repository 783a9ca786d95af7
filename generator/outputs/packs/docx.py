"""PackData -> a Word document with named styles, that an office can go on editing.

Styles and page setup are made once with python-docx; the body of each pack is then written
as XML into a copy, which is many times faster than python-docx's own paragraphs.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from generator.build.memo import Memo, no_memo
from generator.outputs.packs.docx_template import BODY_MARK, WIDTH, template_parts
from generator.outputs.shared.pack_contents.blocks import Block, PackData, Section, width_of

NORMAL, COMPACT = 16.0, 12.0  # points
BLANK = "　" * 14
PARTS = ("PackPart", "PackPart1", "PackPart2", "PackPart", "PackPart4")  # by a part's level
AROUND = {"number", "title", "caption", "addressee", "annex"}  # each has a style of its own
OF_BASE = AROUND | {"part", "provision", "enclosed", "signed", "remark"}
ENTRY = 240.0  # twentieths of a point: a character of the contents' second level
MOST = 100_000  # blocks of a section
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def render_docx(pack: PackData, memo: Memo = no_memo) -> bytes:
    """Return one pack as DOCX; its bytes depend on the pack alone, not on what `memo` knows."""
    parts = dict(memo(template_parts, COMPACT if pack.compact else NORMAL))
    body = "".join(_document(pack))
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


def _run(words: str, style: str = "") -> str:
    look = f'<w:rStyle w:val="{style}"/>' if style else ""
    # the hint makes “ ” …… — full-width, as in Chinese print
    hint = '<w:rFonts w:hint="eastAsia"/>'
    return f'<w:r><w:rPr>{look}{hint}</w:rPr><w:t xml:space="preserve">{_text(words)}</w:t></w:r>'


def _para(style: str, *runs: str, extra: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{"".join(runs)}</w:p>'


def _document(pack: PackData) -> Iterator[str]:
    hant = pack.script == "hant"
    character = WIDTH / (36 if pack.compact else 28)
    yield from _cover(pack, hant=hant)
    yield _para("PackContents", _run("目錄" if hant else "目录"), extra="<w:pageBreakBefore/>")
    yield from _contents(pack)
    alone = True  # the text begins a page, and so does what stands behind annexes
    for count, section in enumerate(pack.sections):
        yield from _section(section, count, character, first=alone)
        alone = any(block.kind == "annex" for block in section.blocks)


def _cover(pack: PackData, *, hant: bool) -> Iterator[str]:
    kicker = pack.kicker if "".join(pack.title) != pack.kicker else ""
    yield _para("PackKicker", _run(kicker))
    for words in pack.title:
        yield _para("PackTitle", _run(words))
    yield _para("PackSubtitle", _run(pack.subtitle))
    words = "學習專題：,學習時間：,學習地點：" if hant else "学习专题：,学习时间：,学习地点："
    for label, given in zip(words.split(","), (pack.session, pack.date, pack.place), strict=True):
        yield _para("PackBlank", _run(label), _run(given or BLANK, "PackFilled"))
    for words in pack.imprint:
        yield _para("PackImprint", _run(words))


def _contents(pack: PackData) -> Iterator[str]:
    """Yield the list of sections; page numbers are fields that the word processor fills in."""
    for count, section in enumerate(pack.sections):
        yield _para("PackEntry1", _run(section.title), _page_of(f"_s{count}"))
        for place, block in enumerate(section.blocks):
            if block.kind == "heading" or block.listed:
                yield _para(
                    "PackEntry2",
                    _run(block.text),
                    _page_of(f"_s{count}b{place}"),
                    extra=_indent(2 + max(block.level - 1, 0), 0, ENTRY) if block.listed else "",
                )


def _page_of(bookmark: str) -> str:
    field = f" PAGEREF {bookmark} \\h "
    return (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{field}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t></w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _marked(words: str, bookmark: str, number: int) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark}"/>{_run(words)}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _section(section: Section, count: int, character: float, *, first: bool) -> Iterator[str]:
    extra = "<w:pageBreakBefore/>" if first else ""
    yield _para("Heading1", _marked(section.title, f"_s{count}", count * MOST), extra=extra)
    for place, block in enumerate(section.blocks):
        if block.kind == "heading" or block.listed:
            marked = _marked(block.text, f"_s{count}b{place}", count * MOST + place + 1)
            if block.kind == "heading":
                yield _para("Heading2", marked)
            else:
                yield _para(PARTS[block.level], marked, extra=_outline(block.level))
        elif block.kind in OF_BASE:
            yield from _base_text(block, character)
        else:
            yield from _block(block)


def _indent(left: float, hanging: float, character: float) -> str:
    """Return an indent, in characters of so many twentieths of a point; the first line hangs."""
    return (
        f'<w:ind w:left="{round((left + hanging) * character)}" w:firstLineChars="0" '
        f'w:hanging="{round(hanging * character)}"/>'
    )


def _outline(level: int) -> str:
    """Return how deep a division stands in the outline that Word shows beside a text."""
    return f'<w:outlineLvl w:val="{level}"/>'


def _base_text(block: Block, character: float) -> Iterator[str]:
    """Yield a block that only a base document has: a part, an 项, what stands around the text."""
    match block.kind:
        case "part":
            yield _para(PARTS[block.level], _run(block.text))
        case "provision":
            hanging = min(width_of(block.label), 3.0)
            extra = _indent(2 * block.level, hanging, character)
            yield _para("PackText", _run(block.label), _run(block.text), extra=extra)
        case "enclosed":
            space = '<w:spacing w:before="360"/>' if block.level == 0 else ""
            extra = space + (
                _indent(2, 4, character) if block.level == 0 else _indent(5, 1, character)
            )
            yield _para("PackText", _run(block.text), extra=extra)
        case "signed":
            space = '<w:spacing w:before="560"/>' if block.level else ""
            right = f'<w:ind w:right="{round(block.indent * character)}" w:firstLineChars="0"/>'
            yield _para("PackSigned", _run(block.text), extra=f"<w:keepNext/>{space}{right}")
        case "remark":
            yield _para("PackText", _run(block.text))
        case _:
            yield _para(f"PackBase{block.kind.capitalize()}", _run(block.text))


def _block(block: Block) -> Iterator[str]:
    match block.kind:
        case "article":
            yield _para("PackText", _run(block.label, "PackArticle"), _run(block.text))
        case "passage":
            yield _para("PackPassage", _run(block.text))
            yield _para("PackSource", _run(f"——{block.source}"))
        case "table":
            yield _table(block)
            yield _para("PackItem", _run(""))
        case "lines":
            yield _para("PackText", _run(block.text), extra="<w:keepNext/>")
            yield from (_para("PackLine", _run("")) for _ in range(block.count))
        case "minor":
            yield _para("Heading3", _run(block.text))
        case "note":
            yield _para("PackNote", _run(block.text))
        case "item":
            yield _para("PackItem", _run(block.text))
        case _:
            yield _para("PackText", _run(block.text))


def _table(block: Block) -> str:
    widths = [round(WIDTH * share / 100) for share in block.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_row(block.header, widths, "PackHead", "<w:cantSplit/><w:tblHeader/>")]
    height = round(block.room * 1440 / 25.4)
    room = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if block.room else ""
    for row in block.rows:
        if row.band:
            rows.append(
                "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
                f'<w:tcW w:w="{sum(widths)}" w:type="dxa"/><w:gridSpan w:val="{len(widths)}"/>'
                '<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/></w:tcPr>'
                f"{_para('PackBand', _run(row.cells[0]))}</w:tc></w:tr>"
            )
        else:
            rows.append(_row(row.cells, widths, "PackCell", f"<w:cantSplit/>{room}"))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(cells: tuple[str, ...], widths: list[int], style: str, look: str) -> str:
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_para(style, _run(words))}</w:tc>"
        for words, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{look}</w:trPr>{written}</w:tr>"


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
