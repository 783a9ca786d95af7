"""The vocabulary of a page as it is drawn: glyphs, ruling lines, pictures.

Lengths are in points, measured from the top left corner, down and to the right.
"""

from __future__ import annotations

from dataclasses import dataclass, field

HALF_BEFORE = frozenset("（《〈“‘「『【〔〖")  # marks whose ink is in the right half of their box
HALF_BEHIND = frozenset("，。、）》〉”’」』】〕〗")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character in its place; `size` is that of its type, `score` how sure the reader is (0-1).

    `alternative` is what it may be instead, where a reader of scans says so.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    score: float = 1.0
    alternative: str = ""

    @property
    def middle(self) -> float:
        """Return how far down the page its middle is."""
        return (self.top + self.bottom) / 2

    @property
    def inked(self) -> tuple[float, float]:
        """Return where its ink begins and ends: a mark set full width has half of its box."""
        half = (self.right - self.left) / 2
        if half > 0.4 * self.size:
            if self.text in HALF_BEFORE:
                return self.left + half, self.right
            if self.text in HALF_BEHIND:
                return self.left, self.right - half
        return self.left, self.right

    @property
    def blank(self) -> bool:
        """Tell whether nothing is to be seen of it."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Tell whether it runs across the page."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's place."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """All that is drawn on a page, and what its reader has already left out: (kind, words, why)."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Picture, ...] = ()
    left_out: tuple[tuple[str, str, str], ...] = ()
    remarks: tuple[tuple[str, str], ...] = field(default=())
    """Doubts on the page as a whole: (code, message)."""
