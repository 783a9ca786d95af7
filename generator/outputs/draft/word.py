"""A checked draft as a Word document: the words marked and numbered, then what was found."""

from __future__ import annotations

from collections.abc import Sequence

from generator.draft import DraftReport
from generator.model import Library
from generator.outputs.draft.contents import ArticleRow, contents_of
from generator.outputs.draft.view import Mark, Note, draft_view
from generator.outputs.shared.word_files import (
    HINT,
    core_properties,
    escaped,
    template_of,
    word_file,
)

BODY_MARK = "@@DRAFT@@"
UNDERLINES = {
    "q-exact": "single",
    "q-altered": "wave",
    "q-missing": "dash",
    "c-good": "dotted",
    "c-bad": "dottedHeavy",
}
WIDTHS = (700, 2000, 6300)  # twentieths of a point
LEGEND = (
    "实线：引文一字不差　波浪线：引文有改动　虚线：引文未找到　"
    "点线：引用条款　底色：与报告相同　框：文字疑点"
)


def as_docx(title: str, report: DraftReport, library: Library, moment: int) -> bytes:
    """Return the report on the draft called `title`; `moment` (seconds since 1970) is its date."""
    below = contents_of(report, library)
    view = draft_view(report, lambda name: f"《{below.names[name]}》", lambda name, at: "")
    body = [_para("DraftTitle", f"{title}　核稿")]
    body.append(
        _para("DraftNote", f"对照《{library.title}》核对；自动核对，仅供参考，定稿以文件原文为准。")
    )
    body += [_para("DraftBody", line) for line in view.summary]
    body.append(_para("DraftNote", LEGEND))
    body.append(_para("DraftHead", "稿子"))
    for line in view.lines:
        runs = "".join(_run(mark) for sentence in line for mark in sentence.marks)
        body.append(f'<w:p><w:pPr><w:pStyle w:val="DraftBody"/></w:pPr>{runs}</w:p>')
    body.append(_para("DraftHead", "查到的"))
    body.append(_notes(report.text, view.notes))
    body += _articles("没有讲到的条文", below.left, "本库报告也没有讲到。")
    body += _articles("讲到的条文", below.spoken, "")
    body.append(_para("DraftHead", "与哪些报告相同"))
    body += [_para("DraftBody", f"{name}：{count}字") for name, count in below.reports]
    parts = _template()
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = document.replace(BODY_MARK, "".join(body)).encode()
    parts["docProps/core.xml"] = core_properties(f"{title} 核稿", moment)
    return word_file(parts)


def _para(style: str, words: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_words(words)}</w:p>'


def _words(words: str, look: str = "") -> str:
    if not words:
        return ""
    text = f'<w:t xml:space="preserve">{escaped(words)}</w:t>'
    return f"<w:r><w:rPr>{HINT}{look}</w:rPr>{text}</w:r>"


def _run(mark: Mark) -> str:
    """Return marked words, and the numbers of the notes that end with them."""
    kinds = mark.kinds.split()
    look = "<w:b/>" if mark.original is not None or "c-bad" in kinds else ""
    underline = next((UNDERLINES[each] for each in kinds if each in UNDERLINES), "")
    if underline:
        look += f'<w:u w:val="{underline}"/>'
    if "doubt" in kinds:
        look += '<w:bdr w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
    if "shared" in kinds:
        look += '<w:shd w:val="clear" w:color="auto" w:fill="FFF0B8"/>'
    words = mark.text or ("▿" if mark.original else "")
    numbers = "".join(f"[{each}]" for each in mark.ends)
    return _words(words, look) + _words(numbers, '<w:vertAlign w:val="superscript"/>')


def _notes(text: str, notes: Sequence[Note]) -> str:
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in WIDTHS)
    rows = "".join(
        _row((str(each.number), each.what, f"{_quoted(text[each.start : each.end])}{each.more}"))
        for each in notes
    )
    if not rows:
        return _para("DraftBody", "没有。")
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain if len(plain) <= 40 else plain[:39] + '…'}”："


def _row(cells: Sequence[str]) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_para('DraftCell', words)}</w:tc>"
        for words, width in zip(cells, WIDTHS, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{made}</w:tr>"


def _articles(head: str, rows: Sequence[ArticleRow], none: str) -> list[str]:
    found = [_para("DraftHead", head)]
    for each in rows:
        found.append(_para("DraftBody", f"{each.name}　{each.heading}"))
        found += [_para("DraftCell", f"{words}——{more}") for words, more in each.passages]
        if not each.passages and none:
            found.append(_para("DraftCell", none))
    return found if rows else [*found, _para("DraftBody", "没有。")]


def _template() -> dict[str, bytes]:
    """Return the files of an empty report; BODY_MARK stands where its text goes."""
    import docx  # heavy
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt
    from docx.styles.style import ParagraphStyle

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    looks = (
        ("DraftTitle", "方正小标宋简体", 20, 0),
        ("DraftHead", "黑体", 15, 0),
        ("DraftBody", "仿宋_GB2312", 14, 28),
        ("DraftCell", "仿宋_GB2312", 12, 0),
        ("DraftNote", "楷体_GB2312", 11, 0),
    )
    for name, font, size, indent in looks:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.font.size = Pt(size)
        style.font.name = "Times New Roman"
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        style.paragraph_format.space_after = Pt(4)
        if indent:
            style.paragraph_format.first_line_indent = Pt(indent)
        if name == "DraftHead":
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.space_before = Pt(10)
    document.add_paragraph(BODY_MARK)
    return template_of(document, BODY_MARK)
