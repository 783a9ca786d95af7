r"""Line ends in mid-sentence: "党内政治生活的领\n\n导责任，" -> "党内政治生活的领导责任，"

A paragraph that holds whole sentences but ends without a stop, or in a comma or an opening mark,
goes on in the next line that is text; so does what breaks off within a word or before a character
that begins none, and what a page parts at a lone character or two (偏宽偏 / 软 / 上，特别是).
In a text wrapped at a fixed width a full line goes on in the line right below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.wrapped_width import FULL_STOP, is_full, wrapped_width
from generator.text.labels import ARTICLE, CIRCLE, DIVISION, ITEM, LOOSE, any_of
from generator.text.numerals import ARABIC, COUNTING
from generator.text.surnames import SURNAMES
from generator.text.word_seams import is_within_word

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
LABEL = re.compile(
    rf"[ \t\u3000]*(?:{any_of(LOOSE, DIVISION, ARTICLE, ITEM, CIRCLE)}"
    rf"|(?:篇|附件?[:：]?)[{COUNTING}{ARABIC}]|附件?[:：]|[●■◆·•-] ?|\*[ \t])"
)
STOP = tuple("。！？；：…”’」』）)》】〕.!?;:—")
GOES_ON = tuple("，、,“‘《（(「『【〈")
SENTENCE = re.compile("[。！？]")
MARK = re.compile("[。！？；，,]")
OPENING = re.compile(  # how sentences begin, and headings with a comma do not
    "(?:为(?:了|贯彻|落实|深入|进一步|切实|全面)|根据|按照|依照|近年来|近期|近日|日前|今年以来|一年来|当前|目前|随着"
    "|长期以来|通过|截至|会议(?:指出|强调|要求)|自20)"
)
NEVER_FIRST = re.compile(
    "[，。、；：！？）》”’」』】〉]|的(?![确士话])|了(?![解然却结])|们|着(?![力眼重手实陆装急迷])|以及"
)
FRAGMENT = re.compile("[\u3400-\u9fff]{1,2}[，。；、！？：]?|[\u3400-\u9fff]{3}[，。；、！？：]")
LINKED = re.compile(
    "(?:《[^《》]{2,60}》[、和]?){1,3}|“[^“”]{2,30}”"
)  # what a page set as a link, on its own line
CLOSES = (  # what stands open at the end of a line and how the line below closes it
    ("《", "》", re.compile("[^《》]{0,40}》")),
    ("“", "”", re.compile("[^“”。]{0,16}”")),
    ("（", "）", re.compile("[^（）。]{0,16}）")),
)
SUBTITLE = re.compile("[ \t\u3000]*[—―─]{2}")
MOST_FRAGMENTS = 3
LEAST_LINE = 12  # characters of a line that a page may have broken off
LEAST_OPEN = 8  # characters of a line that ends within brackets
LEAST_PROSE = 20  # characters of a paragraph that has a comma and no stop yet


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What has been joined so far: whether a sentence ends in it, or at least a clause."""

    length: int = 0
    sentence: bool = False
    clause: bool = False
    awaits: bool = False  # it broke off before a lone character: the rest is below

    def with_line(self, line: str, *, awaits: bool) -> _Paragraph:
        return _Paragraph(
            self.length + len(line),
            self.sentence or SENTENCE.search(line) is not None,
            self.clause or "，" in line,
            awaits,
        )

    @property
    def is_prose(self) -> bool:
        return self.sentence or (self.clause and self.length >= LEAST_PROSE)


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a change for every line end that breaks a sentence."""
    matches = list(LINE.finditer(text))
    lines = [match[0].strip() for match in matches]
    width = wrapped_width([match[0] for match in matches])
    paragraph = _Paragraph()
    awaits = False
    for at, (this, following) in enumerate(pairwise(matches)):
        line, after = this[0].rstrip(), following[0].lstrip()
        paragraph = paragraph.with_line(lines[at], awaits=awaits)
        awaits = False
        if _is_label(after, line) or line.endswith(FULL_STOP):
            paragraph = _Paragraph()
            continue
        near = text.count("\n", this.end(), following.start()) == 1
        parted = _is_parted(paragraph, lines, at) or _is_linked(lines, at)
        if parted or (near and is_full(line, width)) or _goes_on(paragraph, line, after):
            awaits = parted
            start, end = this.start() + len(line), following.end() - len(after)
            yield Change(start, end, " " if _latin(line[-1]) and _latin(after[0]) else "")
        else:
            paragraph = _Paragraph()


def _is_label(after: str, line: str) -> bool:
    """Tell whether a line begins with a label; *局 behind a comma is a masked name, no bullet."""
    if LABEL.match(after):
        return True
    bullet = after.startswith("*") and not after.startswith("**")
    return bullet and (line.lstrip().startswith("*") or not line.endswith(GOES_ON))


def _goes_on(paragraph: _Paragraph, line: str, after: str) -> bool:
    """Tell whether the sentence that a line breaks off is one that `after` can end."""
    if line.endswith(GOES_ON):
        return True
    named = LINKED.fullmatch(line.strip()) is not None
    if NEVER_FIRST.match(after) and (named or paragraph.length >= LEAST_LINE):
        return True
    if line.endswith(STOP):
        return False
    if paragraph.length >= LEAST_OPEN and any(
        line.rfind(opening) > line.rfind(closing) and rest.match(after)
        for opening, closing, rest in CLOSES
    ):
        return True
    if MARK.search(after) and (SENTENCE.search(line) or paragraph.awaits):
        return True
    if paragraph.length < LEAST_LINE or "\t" in line or "\t" in after:
        return False
    if OPENING.match(line) and "，" in line and MARK.search(after):
        return True
    if SUBTITLE.match(line):  # ——…会议上 / 市人大常委会…: no 上市
        return False
    # A long paragraph is left apart: joined in one copy only, its copies no longer align.
    return len(after) <= len(line) and is_within_word(line, after)


def _is_parted(paragraph: _Paragraph, lines: Sequence[str], at: int) -> bool:
    """Tell whether prose breaks off before a lone character or two, and goes on below them."""
    if not paragraph.is_prose or paragraph.length < LEAST_LINE or lines[at].endswith(STOP):
        return False
    for nth, after in enumerate(lines[at + 1 : at + 2 + MOST_FRAGMENTS]):
        if not FRAGMENT.fullmatch(after):
            return nth > 0 and MARK.search(after) is not None and not LABEL.match(after)
        if len(after) > 1 and (after[0] in SURNAMES or nth > 0):  # a name is no part of it
            return False
        if MARK.search(after):
            return True
    return False


def _is_linked(lines: Sequence[str], at: int) -> bool:
    """Tell whether a line breaks off before a name on its own line: 学习 / 《条例》 / 的规定."""
    if at + 2 >= len(lines) or lines[at].endswith(STOP) or not LINKED.fullmatch(lines[at + 1]):
        return False
    if not MARK.search(lines[at]):  # a title
        return False
    return NEVER_FIRST.match(lines[at + 2]) is not None


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
