"""One text with what went and what came -> a Word document with tracked changes.

w:ins and w:del, w:moveFrom and w:moveTo (ECMA-376 Part 1, 17.13.5), for words and for the ends of
paragraphs; set as GB/T 9704 has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

from generator.outputs.revisions.tracked import Block, Span, Style
from generator.outputs.shared.word_files import (
    HINT,
    core_properties,
    escaped,
    word_file,
)
from generator.outputs.shared.word_foot import number_foot
from generator.outputs.shared.word_template import add_style, empty_template

if TYPE_CHECKING:
    from docx.document import Document

BODY_MARK = "@@TRACKED@@"
STYLES: dict[Style, str] = {
    "title": "TrackedTitle",
    "note": "TrackedNote",
    "heading": "TrackedHeading",
    "body": "TrackedBody",
}
TAGS = {"del": "del", "ins": "ins", "from": "moveFrom", "to": "moveTo"}


def tracked_docx(title: str, blocks: Sequence[Block], author: str, moment: int) -> bytes:
    """Return the document; `author` and `moment` (seconds since 1970) are those of every change."""
    parts = empty_template(BODY_MARK, _page, _styles)
    body = _Writer(author, moment).all(blocks)
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = document.replace(BODY_MARK, body).encode()
    parts["docProps/core.xml"] = core_properties(title, moment)
    return word_file(parts)


class _Writer:
    """Writes paragraphs as XML, and numbers the changes."""

    def __init__(self, author: str, moment: int) -> None:
        date = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        self._by = f'w:author="{escaped(author)}" w:date="{date}"'
        self._numbers = count(1)

    def all(self, blocks: Sequence[Block]) -> str:
        """Return the body."""
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        lines: list[tuple[list[Span], str]] = [([], "same")]
        for span in block.spans:
            first, *rest = span.text.split("\n")
            words = [first, *rest]
            for at, each in enumerate(words):
                if each:
                    lines[-1][0].append(Span(each, span.fate, span.strong))
                if at < len(rest):
                    lines[-1] = (lines[-1][0], span.fate)
                    lines.append(([], "same"))
        made = "".join(self._line(block.style, runs, end) for runs, end in lines[:-1])
        moved = next((span.fate for span in block.spans if span.fate in ("from", "to")), "")
        return self._range(made, moved, block.move) if block.move and moved else made

    def _line(self, style: Style, runs: Sequence[Span], end: str) -> str:
        mark = f"<w:rPr><w:{TAGS[end]} {self._change()}/></w:rPr>" if end in TAGS else ""
        properties = f'<w:pPr><w:pStyle w:val="{STYLES[style]}"/>{mark}</w:pPr>'
        return f"<w:p>{properties}{''.join(map(self._run, runs))}</w:p>"

    def _run(self, span: Span) -> str:
        tag = "delText" if span.fate == "del" else "t"
        look = HINT + ("<w:b/>" if span.strong else "")
        text = f'<w:{tag} xml:space="preserve">{escaped(span.text)}</w:{tag}>'
        run = f"<w:r><w:rPr>{look}</w:rPr>{text}</w:r>"
        if span.fate not in TAGS:
            return run
        name = TAGS[span.fate]
        return f"<w:{name} {self._change()}>{run}</w:{name}>"

    def _range(self, made: str, fate: str, move: int) -> str:
        tag, number = TAGS[fate], next(self._numbers)
        return (
            f'<w:{tag}RangeStart w:id="{number}" {self._by} w:name="move{move}"/>{made}'
            f'<w:{tag}RangeEnd w:id="{number}"/>'
        )

    def _change(self) -> str:
        return f'w:id="{next(self._numbers)}" {self._by}'


def _page(document: Document) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(28)
    number_foot(section.footer.paragraphs[0])


def _styles(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    centre, both = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
    looks = (
        ("TrackedTitle", "修订标题", "方正小标宋简体", 22, centre, 0),
        ("TrackedNote", "修订题注", "楷体_GB2312", 16, centre, 0),
        ("TrackedHeading", "修订章名", "黑体", 16, centre, 0),
        ("TrackedBody", "修订正文", "仿宋_GB2312", 16, both, 32),
    )
    for id, name, font, size, align, indent in looks:
        form = add_style(document, id, name, font, size, align).paragraph_format
        form.first_line_indent = Pt(indent)
        form.space_after = Pt(14 if id in ("TrackedTitle", "TrackedNote") else 0)
        form.space_before = Pt(14 if id == "TrackedHeading" else 0)
        form.line_spacing = Pt(32 if id == "TrackedTitle" else 28.8)
        form.keep_with_next = id == "TrackedHeading"
