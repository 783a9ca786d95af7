"""Lines -> paragraphs: does a line go on with the one before it?

By indent, by whether the next word would still have fitted on the line before, by leading, size
and position; never by what the words say, but for labels (一、) after a full stop.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.content.importing.layout.lines import Line
from generator.content.importing.layout.page import HALF_BEFORE

LABEL = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十百]{1,4}[）)、.．]|第[一二三四五六七八九十百零〇\d]{1,6}"
    r"[条章节编]|[（(]?\d{1,3}[）)、.．](?!\d)|[①-⑳]|[•●■◆▪▶‣➢]|[·-]\s|附件?[:：\d一二三四五]|抄送)"
)
STOPS = tuple("。！？；：….!?;:”」』）)")
FULL_STOPS = tuple("。！？；：")
UNIT = re.compile(
    r"[“‘《（(「『【〈]*(?:[A-Za-z0-9\u00c0-\u024f.,%/:_@&+'-]+|—+|…+|.)[，。、；：！？”’》）)」』】〉,.;:!?]*"
    r"(?:(?<=[：，])[“‘《（(「『]+.)?",
    re.DOTALL,
)
LEADER = re.compile(r"(?:[.．…·⋯]\s?){3,}\s*[（(]?\d{1,4}[）)]?\s*$")  # of a table of contents
HANGING = frozenset("，。、；：,.;:")
INDENT = 0.7  # ems beyond which a line is indented
FAR = 6.0  # ems beyond which it is set to the right or in the middle
SAME_SIZE = 0.06
TITLE = 1.08  # times the text's size and more


@dataclass(frozen=True, slots=True)
class Frame:
    """The column that a line stands in: where its lines begin, and where full ones end."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its column, and whether a ruling line parts it from the one before."""

    line: Line
    frame: Frame
    block: int
    ruled_off: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What a file does throughout: size of its text, leading by size, are paragraphs indented."""

    size: float
    leading: dict[float, float]
    indented: bool


def own_frame(lines: Sequence[Line]) -> Frame | None:
    """Return the frame that a column's own lines show, None when they are too few to tell."""
    if len(lines) < 4:
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    rights = sorted((_end(line) for line in lines), reverse=True)
    enough = max(2, len(lines) // 7)
    right = next(
        (
            each
            for at, each in enumerate(rights)
            if at + enough <= len(rights) and each - rights[at + enough - 1] < size
        ),
        rights[0],
    )
    lefts = sorted(line.left for line in lines)
    many = max(2, len(lines) // 8)  # a bracket may hang out, of a few lines
    left = next(
        (
            each
            for at, each in enumerate(lefts)
            if at + many <= len(lefts) and lefts[at + many - 1] - each < 0.4 * size
        ),
        lefts[0],
    )
    flush = sum(1 for line in lines if abs(line.left - left) < 0.5 * size)
    full = sum(1 for line in lines if right - line.right < 2.2 * size)
    return Frame(left, right) if flush * 4 >= len(lines) and full * 4 >= len(lines) else None


def _end(line: Line) -> float:
    """Return where a line ends but for a stop, which may hang out of its column."""
    seen = [glyph for glyph in line.fragments[-1].glyphs if not glyph.blank]
    return seen[-1].left if len(seen) > 1 and seen[-1].text in HANGING else line.right


def frame_of(lines: Sequence[Line], frames: Sequence[Frame], page: Frame) -> Frame:
    """Return the column that lines stand in: their own, else the narrowest that holds them."""
    own = own_frame(lines)
    if own is not None:
        return own
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    size = lines[0].size
    holding = [
        frame
        for frame in [*frames, page]
        if frame.left - 0.6 * size <= left and right <= frame.right + 1.2 * size
    ]
    return min(holding, key=lambda each: (each.right - each.left, each.left), default=page)


def style_of(placed: Sequence[Placed], size: float) -> Style:
    """Return what a file does throughout."""
    gaps: dict[float, Counter[float]] = {}
    starts = indented = 0
    for before, this in pairwise(placed):
        one, other = before.line, this.line
        if before.block != this.block or _differ(one.size, other.size):
            continue
        gaps.setdefault(round(other.size), Counter())[round(other.base - one.base, 0)] += 1
        if abs(other.size - size) < SAME_SIZE * size and not _reaches(before, other):
            starts += 1
            indented += other.left - this.frame.left > INDENT * other.size
    leading = {each: _commonest(counts) for each, counts in gaps.items()}
    return Style(size, leading, starts == 0 or indented * 10 >= starts * 3)


def _commonest(counts: Counter[float]) -> float:
    return max(counts, key=lambda gap: (counts[gap], -gap))


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > SAME_SIZE * max(one, other)


def _reaches(before: Placed, after: Line) -> bool:
    """Tell whether a line is full: the first word of the next would not have fitted on it."""
    line = before.line
    return before.frame.right - line.right < _first_unit(after) + 0.45 * line.size


def _first_unit(line: Line) -> float:
    """Return the width in points of what cannot be parted at a line's beginning."""
    glyphs = [glyph for glyph in line.fragments[0].glyphs if not glyph.blank]
    match = UNIT.match("".join(glyph.text[0] for glyph in line.fragments[0].glyphs))
    if match is None or not glyphs:
        return line.size
    last = min(match.end(), len(line.fragments[0].glyphs)) - 1
    return min(line.fragments[0].glyphs[last].right - glyphs[0].left, 12 * line.size)


def is_centred(placed: Placed, style: Style) -> bool:
    """Tell whether a line stands in the middle of its column, as titles do."""
    line, frame = placed.line, placed.frame
    before, after = line.left - frame.left, frame.right - line.right
    even = abs(before - after) < max(1.2 * line.size, 0.03 * (frame.right - frame.left))
    least = 0.3 if line.size > TITLE * style.size else 2.4
    return even and before > least * line.size


def _is_large(line: Line, style: Style) -> bool:
    return line.size > TITLE * style.size


def _is_wide(placed: Placed) -> bool:
    """Tell whether a line is as wide as its column, so that it may stand in the middle too."""
    line, frame = placed.line, placed.frame
    return max(line.left - frame.left, frame.right - line.right) < 1.3 * line.size


def goes_on(paragraph: Sequence[Placed], this: Placed, style: Style) -> bool:
    """Tell whether a line goes on with the paragraph before it."""
    before = paragraph[-1]
    one, other = before.line, this.line
    if LEADER.search(one.text) or (LEADER.search(other.text) and LABEL.match(other.text)):
        return False
    if this.ruled_off or _differ(one.size, other.size):
        return False
    if before.block == this.block and _wide_gap(one, other, style):
        return False
    if is_centred(this, style):
        above = is_centred(before, style) or (_is_large(one, style) and _is_wide(before))
        return above and before.block == this.block and _one_title(before, this, style)
    if is_centred(before, style):
        return False
    if not _reaches(before, other) and not _as_wide(paragraph, this):
        return False
    indent = (other.left - this.frame.left) / other.size
    if indent > FAR:
        return False
    text = one.text.rstrip()
    if LABEL.match(other.text) and text.endswith(STOPS):
        return False
    if abs(indent) <= INDENT:
        return style.indented or before.block == this.block or not text.endswith(FULL_STOPS)
    return _hangs(paragraph, this)


def _wide_gap(one: Line, other: Line, style: Style) -> bool:
    gap = other.base - one.base
    leading = style.leading.get(round(other.size), 1.6 * other.size)
    if gap < 0:
        return False
    spread = 0.5 if style.indented else 0.14
    return gap > leading + max(spread * other.size, 1.5) and gap > 1.2 * other.size


def _one_title(before: Placed, this: Placed, style: Style) -> bool:
    """Tell whether two lines in the middle are one title over two lines."""
    one, other = before.line, this.line
    words = other.text.lstrip()
    if LABEL.match(words) or words.startswith(("（", "(", "—", "〔", "[")):
        return False
    if one.text.rstrip().endswith((*FULL_STOPS, "）", ")")):
        return False
    if other.base - one.base > 2.1 * other.size:
        return False
    width = before.frame.right - before.frame.left
    return _is_large(other, style) or one.right - one.left > 0.6 * width


def _as_wide(paragraph: Sequence[Placed], this: Placed) -> bool:
    """Tell whether a paragraph is set narrower than its column, and its lines end together."""
    last = paragraph[-1].line
    near = 0.3 * last.size
    if len(paragraph) > 1:
        previous = paragraph[-2].line
        together = abs(previous.right - last.right) < near
        return together and abs(this.line.left - last.left) < near
    return False


def _hangs(paragraph: Sequence[Placed], this: Placed) -> bool:
    """Tell whether a line that is indented goes on: under the words after a label, or as before."""
    last, line = paragraph[-1].line, this.line
    near = 0.35 * line.size
    indent = line.left - this.frame.left
    if _opens(last) or _opens(line):
        near += 0.5 * line.size  # a bracket may hang out
    if len(paragraph) > 1:
        same_place = abs(last.left - line.left) < near
        same_indent = abs(last.left - paragraph[-1].frame.left - indent) < near
        return same_indent or (
            same_place and abs(paragraph[-1].frame.right - this.frame.right) < near
        )
    match = LABEL.match(last.text)
    if match is None:
        return False
    width = len(match[0].strip())
    glyphs = [glyph for glyph in last.glyphs if not glyph.blank]
    if width >= len(glyphs):
        return False
    if glyphs[width].text in HALF_BEFORE:
        near += 0.5 * line.size
    return abs(glyphs[width].left - paragraph[-1].frame.left - indent) < near


def _opens(line: Line) -> bool:
    return line.text[:1] in HALF_BEFORE
