"""How a pack looks in Word: its styles and its page, set up with python-docx."""

from __future__ import annotations

from collections.abc import Mapping

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from generator.model import PackFace, PackStyle, PageNumber
from generator.outputs.packs.word.looks import LOOKS, TWIP, WIDTH, Look, Measures

FONTS: dict[PackFace, str] = {
    "title": "方正小标宋简体",
    "heading": "黑体",
    "minor": "楷体_GB2312",
    "body": "仿宋_GB2312",
}
# For traditional characters, which those fonts lack: what Windows has for them.
TRADITIONAL_FONTS: dict[PackFace, str] = {
    "title": "新細明體",
    "heading": "微軟正黑體",
    "minor": "標楷體",
    "body": "新細明體",
}
# What a machine without those fonts may use, as Word's font table names it.
ALTERNATIVES = {
    "方正小标宋简体": "宋体",
    "黑体": "SimHei",
    "楷体_GB2312": "楷体",
    "仿宋_GB2312": "仿宋",
    "新細明體": "PMingLiU",
    "微軟正黑體": "Microsoft JhengHei",
    "標楷體": "DFKai-SB",
}
LANGUAGES = {"hans": "zh-CN", "hant": "zh-TW"}
CHARSETS = {"hans": "86", "hant": "88"}  # GB2312, Big5
ALIGNED = {
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
}
# What stands before the page's number, before that of all pages, and behind.
NUMBERS: dict[PageNumber, tuple[str, str, str]] = {
    "— 1 —": ("— ", "", " —"),
    "第1页": ("第", "", "页"),
    "第1页 共N页": ("第", "页　共", "页"),
    "1": ("", "", ""),
    "无": ("", "", ""),
}
MODE = "15"  # of Word 2013 and later: an older one is shown as 兼容模式


def set_up(document: Document, measures: Measures, style: PackStyle, script: str) -> None:
    """Give a new document the styles and the page of packs, as the editors want them."""
    _styles(document, measures, fonts_of(style, script), LANGUAGES[script])
    _page(document.sections[0], measures, style.page_number, script)
    document.sections[0].different_first_page_header_footer = style.cover
    document.settings.odd_and_even_pages_header_footer = True
    _mirrored(document)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), MODE)


def fonts_of(style: PackStyle, script: str) -> dict[PackFace, str]:
    """Return the font of each face by name; a wish is one for simplified characters."""
    return dict(TRADITIONAL_FONTS) if script == "hant" else {**FONTS, **dict(style.fonts)}


def font_table(style: PackStyle, script: str) -> bytes:
    """Return word/fontTable.xml: what a machine without the fonts may use."""
    fonts = "".join(
        f'<w:font w:name="{name}">{_instead(name)}<w:charset w:val="{CHARSETS[script]}"/></w:font>'
        for name in dict.fromkeys(fonts_of(style, script).values())
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w='
        f'"http://schemas.openxmlformats.org/wordprocessingml/2006/main">{fonts}</w:fonts>'
    ).encode()


def _instead(font: str) -> str:
    other = ALTERNATIVES.get(font)
    return f'<w:altName w:val="{other}"/>' if other else ""


def _mirrored(document: Document) -> None:
    """Let the binding margin change sides on even pages."""
    settings = document.settings.element
    before = [qn(f"w:{name}") for name in ("writeProtection", "view", "zoom", "saveSubsetFonts")]
    place = sum(child.tag in before for child in settings)
    settings.insert(place, OxmlElement("w:mirrorMargins"))


def _styles(
    document: Document, measures: Measures, fonts: Mapping[PackFace, str], language: str
) -> None:
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)
    _font(normal, fonts["body"], measures.text)
    for default in document.styles.element.iter(qn("w:docDefaults")):
        for tag in ("w:sz", "w:szCs"):
            for given in default.iter(qn(tag)):
                # the character grid is measured from this size
                given.set(qn("w:val"), str(round(measures.text * 2)))
        for given in default.iter(qn("w:lang")):
            given.set(qn("w:eastAsia"), language)
    normal.paragraph_format.space_after = Pt(0)
    for look in LOOKS:
        _paragraph_style(document, look, measures, fonts[look.face])
    for name in ("目录一级", "目录二级"):
        _dotted_tab(document.styles[name])
    article = document.styles.add_style("条文标题", WD_STYLE_TYPE.CHARACTER)
    article.element.set(qn("w:styleId"), "PackArticle")
    assert isinstance(article, CharacterStyle)
    _face(article, fonts["minor"])
    filled = document.styles.add_style("填写内容", WD_STYLE_TYPE.CHARACTER)
    filled.element.set(qn("w:styleId"), "PackFilled")
    assert isinstance(filled, CharacterStyle)
    filled.font.underline = True
    _face(filled, fonts["body"])


def _paragraph_style(document: Document, look: Look, measures: Measures, font: str) -> None:
    style = _style(document, look)
    _font(style, font, measures.points(look.size))
    form = style.paragraph_format
    form.alignment = ALIGNED[look.align]
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = Twips(look.line_height(measures))
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.keep_with_next = look.keep
    form.page_break_before = look.new_page or None
    form.widow_control = True
    if look.indent:
        _indent(style, look, measures)
    if look.ruled:
        _ruled(style)
    if look.tight:
        _tighten(style, measures)
    else:
        _off_the_grid(style)


def _style(document: Document, look: Look) -> ParagraphStyle:
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


def _indent(style: ParagraphStyle, look: Look, measures: Measures) -> None:
    """Indent the first line, in characters too where they are those of the text.

    LibreOffice counts the characters of other styles by the size of the text.
    """
    style.paragraph_format.first_line_indent = Twips(look.indent * look.type_size(measures))
    if look.size == "text":
        indent = style.element.get_or_add_pPr().find(qn("w:ind"))
        indent.set(qn("w:firstLineChars"), str(look.indent * 100))


def _tighten(style: ParagraphStyle, measures: Measures) -> None:
    """Set type so that 28 characters of 16 points (36 of 12) stand on a line of 156 mm."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(measures.spacing))
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


def _dotted_tab(style: object) -> None:
    assert isinstance(style, ParagraphStyle)
    properties = style.element.get_or_add_pPr()
    tabs = OxmlElement("w:tabs")
    tab = OxmlElement("w:tab")
    for key, value in (("val", "right"), ("leader", "dot"), ("pos", str(WIDTH))):
        tab.set(qn(f"w:{key}"), value)
    tabs.append(tab)
    properties.insert_element_before(
        tabs, "w:overflowPunct", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _ruled(style: ParagraphStyle) -> None:
    """Draw a line to write on below each paragraph."""
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "808080")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.insert_element_before(
        borders, "w:tabs", "w:overflowPunct", "w:snapToGrid", "w:spacing", "w:ind", "w:jc"
    )


def _page(section: Section, measures: Measures, number: PageNumber, script: str) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(26)
    for old in section._sectPr.findall(qn("w:docGrid")):
        section._sectPr.remove(old)
    # A grid of lines; the characters' pitch is set by the styles, because LibreOffice spreads
    # text over a character grid that is narrower than its type.
    grid = OxmlElement("w:docGrid")
    space = (measures.character / TWIP - measures.text) * 4096
    for key, value in (
        ("type", "lines"),
        ("linePitch", str(measures.pitch)),
        ("charSpace", str(round(space))),
    ):
        grid.set(qn(f"w:{key}"), value)
    section._sectPr.append(grid)
    sides = {section.footer: "right", section.even_page_footer: "left"}
    for footer, side in sides.items():
        _number(footer.paragraphs[0], number, ALIGNED[side], script)


def _number(paragraph: Paragraph, form: PageNumber, align: WD_ALIGN_PARAGRAPH, script: str) -> None:
    """Write the page number: — 1 — one character in from the outer edge, others in the middle."""
    before, all_before, after = NUMBERS[form]
    if script == "hant":
        before, all_before, after = (
            each.replace("页", "頁") for each in (before, all_before, after)
        )
    paragraph.alignment = align if form == "— 1 —" else ALIGNED["centre"]
    if form == "— 1 —" and align == ALIGNED["right"]:
        paragraph.paragraph_format.right_indent = Pt(14)
    elif form == "— 1 —":
        paragraph.paragraph_format.left_indent = Pt(14)
    if form == "无":
        return
    _words(paragraph, before)
    _field(paragraph, "PAGE")
    if all_before:
        _words(paragraph, all_before)
        _field(paragraph, "NUMPAGES")
    _words(paragraph, after)


def _words(paragraph: Paragraph, words: str) -> Run:
    run = paragraph.add_run(words)
    run.font.size = Pt(14)
    run.font.name = "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    return run


def _field(paragraph: Paragraph, code: str) -> None:
    for kind in ("begin", "code", "separate", "result", "end"):
        run = _words(paragraph, "1" if kind == "result" else "")
        if kind == "code":
            element = OxmlElement("w:instrText")
            element.set(qn("xml:space"), "preserve")
            element.text = f" {code} "
            run._element.append(element)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)
