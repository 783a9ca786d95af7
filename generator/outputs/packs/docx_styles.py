"""How a pack looks in Word: its styles and its page, set up with python-docx."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

SONG, HEI, KAI, FANG = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
# What a machine without those fonts may use, as Word's font table names it.
ALTERNATIVES = {SONG: "宋体", HEI: "SimHei", KAI: "楷体", FANG: "仿宋"}
CENTRE, RIGHT, LEFT = (
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.LEFT,
)


@dataclass(frozen=True, slots=True)
class _Look:
    """A paragraph style: its id, the name that a person sees, and how it looks.

    `size` is in points, 0 for the size of the text; `indent` counts characters.
    """

    id: str
    name: str
    font: str
    size: float = 0
    align: WD_ALIGN_PARAGRAPH = LEFT
    indent: int = 0
    before: float = 0
    after: float = 0
    keep: bool = False
    single: bool = False
    new_page: bool = False


# Text is set to the left, not justified: type of one width fills the lines by itself, and
# LibreOffice loses marks at the end of justified lines (measured in tests/office).
LOOKS = (
    _Look("PackKicker", "封面文件名", KAI, 16, CENTRE, before=84, after=20, single=True),
    _Look("PackTitle", "标题", SONG, 22, CENTRE, after=8, single=True),
    _Look("PackSubtitle", "封面副题", KAI, 18, CENTRE, before=12, after=110, single=True),
    _Look("PackBlank", "封面填写", HEI, 16, LEFT, indent=2, after=10, single=True),
    _Look("PackImprint", "封面落款", KAI, 14, CENTRE, before=48, single=True),
    _Look("PackContents", "目录标题", SONG, 22, CENTRE, after=16, single=True),
    _Look("PackEntry1", "目录一级", HEI, 14, LEFT, before=6, single=True),
    _Look("PackEntry2", "目录二级", FANG, 12, LEFT, single=True),
    _Look("Heading1", "一级标题", HEI, 0, LEFT, indent=2, keep=True),
    _Look("Heading2", "二级标题", KAI, 0, LEFT, indent=2, keep=True),
    _Look("Heading3", "三级标题", HEI, 12, LEFT, indent=2, before=4, keep=True, single=True),
    _Look("PackText", "正文内容", FANG, 0, LEFT, indent=2),
    _Look("PackPart", "部分标题", HEI, 0, CENTRE, before=12, keep=True),
    _Look("PackPart1", "编标题", HEI, 18, CENTRE, before=18, after=6, keep=True),
    _Look("PackPart2", "分编标题", HEI, 0, CENTRE, before=12, keep=True),
    _Look("PackPart4", "节标题", KAI, 0, CENTRE, before=6, keep=True),
    _Look("PackBaseNumber", "发文字号", FANG, 0, CENTRE, after=12),
    _Look("PackBaseTitle", "文件标题", SONG, 22, CENTRE, after=6, keep=True, single=True),
    _Look("PackBaseCaption", "题注", KAI, 0, CENTRE, after=6),
    _Look("PackBaseAddressee", "主送机关", FANG, 0, LEFT, before=20),
    _Look("PackSigned", "落款", FANG, 0, RIGHT),
    _Look("PackBaseAnnex", "附件序号", HEI, 0, LEFT, after=20, keep=True, new_page=True),
    _Look("PackPassage", "材料", FANG, 12, LEFT, indent=2, single=True),
    _Look("PackSource", "材料出处", KAI, 10.5, RIGHT, after=8, single=True),
    _Look("PackNote", "说明", KAI, 10.5, LEFT, indent=2, after=4, single=True),
    _Look("PackItem", "来源", FANG, 12, LEFT, after=4, single=True),
    _Look("PackHead", "表头", HEI, 10.5, CENTRE, before=3, after=3, single=True),
    _Look("PackBand", "表中小标题", HEI, 10.5, LEFT, before=3, after=3, keep=True, single=True),
    _Look("PackCell", "表格文字", FANG, 10.5, LEFT, before=2, after=2, single=True),
    _Look("PackLine", "填写线", FANG, 0, LEFT),
)


def set_up(document: Document, size: float, width: int) -> None:
    """Give a new document the styles and the page of packs.

    `size` of the text is in points, 16 or 12; `width` of a line in twentieths of a point.
    """
    compact = size < 16
    _styles(document, size, width)
    section = document.sections[0]
    _page(section, lines=32 if compact else 22, columns=36 if compact else 28, size=size)
    document.settings.odd_and_even_pages_header_footer = True
    _mirrored(document)


def font_table() -> bytes:
    """Return word/fontTable.xml: what a machine without the fonts may use."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in ALTERNATIVES.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w='
        f'"http://schemas.openxmlformats.org/wordprocessingml/2006/main">{fonts}</w:fonts>'
    ).encode()


def _mirrored(document: Document) -> None:
    """Let the binding margin change sides on even pages."""
    settings = document.settings.element
    before = [qn(f"w:{name}") for name in ("writeProtection", "view", "zoom", "saveSubsetFonts")]
    place = sum(child.tag in before for child in settings)
    settings.insert(place, OxmlElement("w:mirrorMargins"))


def _styles(document: Document, size: float, width: int) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _font(normal, FANG, size)
    for default in document.styles.element.iter(qn("w:docDefaults")):
        for tag in ("w:sz", "w:szCs"):
            for given in default.iter(qn(tag)):
                # the character grid is measured from this size
                given.set(qn("w:val"), str(round(size * 2)))
        for language in default.iter(qn("w:lang")):
            language.set(qn("w:eastAsia"), "zh-CN")
    normal.paragraph_format.space_after = Pt(0)
    pitch = 225 / 25.4 * 72 / (32 if size < 16 else 22)
    for look in LOOKS:
        style = _style(document, look)
        _font(style, look.font, look.size or size)
        form = style.paragraph_format
        form.alignment = look.align
        form.space_before, form.space_after = Pt(look.before), Pt(look.after)
        form.line_spacing = 1.25 if look.single else Pt(round(pitch, 2))
        form.keep_with_next = look.keep
        form.page_break_before = look.new_page or None
        form.widow_control = True
        if look.indent:
            _indent(style, look.indent)
        _inside(style)
        if look.single:
            _off_the_grid(style)
        elif not look.size:
            _tighten(style, size)
    entry_tabs = ("目录一级", "目录二级")
    for name in entry_tabs:
        _dotted_tab(document.styles[name], width)
    _ruled(document.styles["填写线"])
    article = document.styles.add_style("条文标题", WD_STYLE_TYPE.CHARACTER)
    article.element.set(qn("w:styleId"), "PackArticle")
    assert isinstance(article, CharacterStyle)
    _face(article, KAI)
    filled = document.styles.add_style("填写内容", WD_STYLE_TYPE.CHARACTER)
    filled.element.set(qn("w:styleId"), "PackFilled")
    assert isinstance(filled, CharacterStyle)
    filled.font.underline = True
    _face(filled, FANG)


def _style(document: Document, look: _Look) -> ParagraphStyle:
    if look.id.startswith("Heading"):
        style = document.styles[f"Heading {look.id[-1]}"]
        # Word knows its own headings by id and outline level; the name is the office's.
        style.element.find(qn("w:name")).set(qn("w:val"), look.name)
        style.element.set(qn("w:customStyle"), "1")
    else:
        style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(qn("w:styleId"), look.id)
        style.base_style = document.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    return style


def _font(style: ParagraphStyle, font: str, size: float) -> None:
    style.font.size = Pt(size)
    style.font.bold = False
    style.font.italic = False
    properties = style.element.get_or_add_rPr()
    for tag in ("w:color", "w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    _face(style, font)


def _face(style: ParagraphStyle | CharacterStyle, font: str) -> None:
    properties = style.element.get_or_add_rPr()
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    fonts.set(qn("w:ascii"), "Times New Roman")
    fonts.set(qn("w:hAnsi"), "Times New Roman")
    fonts.set(qn("w:eastAsia"), font)
    properties.insert(0, fonts)


def _indent(style: ParagraphStyle, characters: int) -> None:
    properties = style.element.get_or_add_pPr()
    indent = properties.find(qn("w:ind"))
    if indent is None:
        style.paragraph_format.first_line_indent = Pt(0)
        indent = properties.find(qn("w:ind"))
    size = style.font.size
    indent.set(qn("w:firstLineChars"), str(characters * 100))
    indent.set(qn("w:firstLine"), str(round((size.pt if size else 16) * 20 * characters)))


def _inside(style: ParagraphStyle) -> None:
    """Keep marks inside the type area: LibreOffice loses those that hang over."""
    mark = OxmlElement("w:overflowPunct")
    mark.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().insert_element_before(
        mark, "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
    )


def _tighten(style: ParagraphStyle, size: float) -> None:
    """Set type so that 28 characters of 16 points (36 of 12) stand on a line of 156 mm.

    Rounded down, to a twentieth of a point: LibreOffice loses a mark that just fails to fit.
    """
    pitch = 156 / 25.4 * 72 / (36 if size < 16 else 28)
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(floor((pitch - size) * 20)))
    run = style.element.get_or_add_rPr()
    run.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")


def _off_the_grid(style: ParagraphStyle) -> None:
    """Keep small type from being spread over the grid of the text."""
    properties = style.element.get_or_add_pPr()
    mark = OxmlElement("w:snapToGrid")
    mark.set(qn("w:val"), "0")
    properties.insert_element_before(
        mark, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
    )


def _dotted_tab(style: object, width: int) -> None:
    assert isinstance(style, ParagraphStyle)
    properties = style.element.get_or_add_pPr()
    tabs = OxmlElement("w:tabs")
    tab = OxmlElement("w:tab")
    for key, value in (("val", "right"), ("leader", "dot"), ("pos", str(width))):
        tab.set(qn(f"w:{key}"), value)
    tabs.append(tab)
    properties.insert_element_before(
        tabs, "w:overflowPunct", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _ruled(style: object) -> None:
    assert isinstance(style, ParagraphStyle)
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808080")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.insert_element_before(
        borders, "w:tabs", "w:overflowPunct", "w:spacing", "w:ind", "w:jc"
    )


def _page(section: Section, *, lines: int, columns: int, size: float) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(26)
    section.different_first_page_header_footer = True
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    # A grid of lines; the characters' pitch is set by the styles, because LibreOffice spreads
    # text over a character grid that is narrower than its type.
    grid = OxmlElement("w:docGrid")
    pitch = 225 / 25.4 * 1440 / lines
    space = (156 / 25.4 * 72 / columns - size) * 4096
    for key, value in (
        ("type", "lines"),
        ("linePitch", str(int(pitch))),
        ("charSpace", str(round(space))),
    ):
        grid.set(qn(f"w:{key}"), value)
    section._sectPr.append(grid)
    _number(section.footer.paragraphs[0], RIGHT)
    _number(section.even_page_footer.paragraphs[0], LEFT)


def _number(paragraph: Paragraph, align: WD_ALIGN_PARAGRAPH) -> None:
    """Write — 1 — with a page field, one character in from the outer edge."""
    paragraph.alignment = align
    form = paragraph.paragraph_format
    if align == RIGHT:
        form.right_indent = Pt(14)
    else:
        form.left_indent = Pt(14)
    for words, kind in (("— ", ""), ("", "begin"), (" PAGE ", "code"), ("", "end"), (" —", "")):
        run = paragraph.add_run("" if kind else words)
        run.font.size = Pt(14)
        run.font.name = "宋体"
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
        if kind == "code":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = words
            run._element.append(code)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)
