"""How the paragraphs of a pack look in Word: one look a style, in plain data.

Every line has a height of its own in points, whatever the font: a machine that lacks the fonts
sets the same lines on the same pages, and where a page ends can be reckoned beforehand.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import Literal

from generator.model import PackFace

WIDTH = 8845  # 156 mm, a line, in twentieths of a point
HEIGHT = 12756  # 225 mm, the type area
TWIP = 20  # of a point
POINTS = 72 / 25.4  # of a millimetre

Align = Literal["left", "centre", "right"]
SizeName = Literal["text", "small", "tiny"]


@dataclass(frozen=True, slots=True)
class Measures:
    """The type of a pack: 22 lines of 28 characters of 16 points, or 32 of 36 of 12 points."""

    text: float
    small: float
    tiny: float
    lines: int
    columns: int

    def points(self, size: float | SizeName) -> float:
        """Return a size in points."""
        if isinstance(size, str):
            return {"text": self.text, "small": self.small, "tiny": self.tiny}[size]
        return size

    @property
    def pitch(self) -> int:
        """How high a line of the text is, in twentieths of a point: so many fill the page."""
        return floor(HEIGHT / self.lines)

    @property
    def spacing(self) -> int:
        """What is added behind each character of the text, so that so many fill a line.

        Rounded down, to a twentieth of a point: LibreOffice loses a mark that just fails to fit.
        """
        return floor(WIDTH / self.columns - self.text * TWIP)

    @property
    def character(self) -> float:
        """How much of a line a character of the text takes, in twentieths of a point."""
        return WIDTH / self.columns


NORMAL = Measures(text=16, small=12, tiny=10.5, lines=22, columns=28)
COMPACT = Measures(text=12, small=10.5, tiny=9, lines=32, columns=36)


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its id, the name that a person sees, and how it looks.

    `before` and `after` are in points; `indent` of the first line counts characters; `line` is
    the height of a line in sizes of its type, 0 for that of the lines of the text.  A `ruled`
    one has a line to write on below it.
    """

    id: str
    name: str
    face: PackFace
    size: float | SizeName = "text"
    align: Align = "left"
    indent: int = 0
    before: float = 0
    after: float = 0
    line: float = 0
    keep: bool = False
    new_page: bool = False
    ruled: bool = False

    @property
    def tight(self) -> bool:
        """Whether its characters stand as close as those of the text."""
        return self.size == "text" and not self.line

    def type_size(self, measures: Measures) -> int:
        """Return the size of its type, in twentieths of a point."""
        return round(measures.points(self.size) * TWIP)

    def line_height(self, measures: Measures) -> int:
        """Return how high a line is, in twentieths of a point."""
        return round(self.type_size(measures) * self.line) if self.line else measures.pitch


# Text is set to the left, not justified: type of one width fills the lines by itself, and
# LibreOffice loses marks at the end of justified lines (measured in tests/office).
LOOKS = (
    Look("PackKicker", "封面文件名", "minor", 16, "centre", before=84, after=20, line=1.75),
    Look("PackTitle", "标题", "title", 22, "centre", line=1.75),
    Look("PackSubtitle", "封面副题", "minor", 18, "centre", before=16, after=104, line=1.75),
    Look("PackBlank", "封面填写", "heading", 16, indent=2, after=10, line=1.75),
    Look("PackImprint", "封面落款", "minor", 14, "centre", line=1.75),
    Look("PackContents", "目录标题", "title", 22, "centre", after=16, line=1.75),
    Look("PackEntry1", "目录一级", "heading", 14, before=6, line=1.6),
    Look("PackEntry2", "目录二级", "body", 12, line=1.6),
    Look("Heading1", "一级标题", "heading", indent=2, keep=True),
    Look("Heading2", "二级标题", "minor", indent=2, keep=True),
    Look("Heading3", "三级标题", "heading", "small", indent=2, before=4, line=1.62, keep=True),
    Look("PackText", "正文内容", "body", indent=2),
    Look("PackPart", "部分标题", "heading", align="centre", before=16, keep=True),
    Look("PackPart1", "编标题", "heading", 18, "centre", before=16, after=6, keep=True),
    Look("PackPart2", "分编标题", "heading", align="centre", before=12, keep=True),
    Look("PackPart4", "节标题", "minor", align="centre", before=6, keep=True),
    Look("PackBaseNumber", "发文字号", "body", align="centre", after=12),
    Look("PackBaseTitle", "文件标题", "title", 22, "centre", line=1.75, keep=True),
    Look("PackBaseCaption", "题注", "minor", align="centre", after=6),
    Look("PackBaseAddressee", "主送机关", "body", before=20),
    Look("PackSigned", "落款", "body", align="right"),
    Look("PackBaseAnnex", "附件序号", "heading", after=20, keep=True, new_page=True),
    Look("PackPassage", "材料", "body", "small", indent=2, line=1.62),
    Look("PackSource", "材料出处", "minor", "tiny", "right", after=10, line=1.62),
    Look("PackNote", "说明", "minor", "tiny", indent=2, after=4, line=1.62),
    Look("PackItem", "来源", "body", "small", after=6, line=1.6),
    Look("PackHead", "表头", "heading", "tiny", "centre", before=5, after=5, line=1.5),
    Look("PackBand", "表中小标题", "heading", "tiny", before=4, after=4, line=1.5, keep=True),
    Look("PackCell", "表格文字", "body", "tiny", before=4, after=4, line=1.5),
    Look("PackGap", "表后空行", "body", "tiny", line=1.5),
    Look("PackQuestion", "讨论题", "body", "small", indent=2, line=1.62),
    Look("PackLine", "填写线", "body", 12, line=2.6, ruled=True),
)
BY_ID = {each.id: each for each in LOOKS}
