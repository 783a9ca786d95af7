"""Reading a witness, however damaged, into title, date, parts and blocks of text.

A block is what stands between two labels: the text of an article as far as the witness
tells, or running text outside articles.  Whether the labels are right is decided later,
when the witnesses are merged into one text (repair/merging.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.edition.label_finding import Mark, StyleName
from generator.edition.segments import CLOSERS, Segment, letters, segment
from generator.model import Piece
from generator.structure import MatterSpan
from generator.text.dates import DATE, iso_date


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a witness: `number` as labelled (None for running text or a lost label).

    `start`..`end` is the text after the label, in the piece's text; `label_start` is where
    the label begins.  `sure` tells a label beyond doubt from what may be one.
    """

    witness: int
    number: int | None
    label: str
    label_start: int
    start: int
    end: int
    segment: Segment
    sure: bool = True

    @property
    def plain(self) -> str:
        """The letters of the block."""
        return letters(self.segment.text)


@dataclass(frozen=True, slots=True)
class ArticleName:
    """What an article is called: the numbers that name it, and its label as printed."""

    path: tuple[int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class ParsedWitness:
    """A witness read: blocks and part headings in order, and the matter apart from the text.

    `names` has what the articles are called by key, where `style` does not tell; with
    `restarts` their numbers begin anew in every division.
    """

    piece: Piece
    has_title: bool
    title: str
    adopted: str
    style: StyleName
    blocks: tuple[Block, ...]
    parts: tuple[Mark, ...]
    matter: tuple[MatterSpan, ...] = ()
    names: Mapping[int, ArticleName] = field(default_factory=dict)
    restarts: bool = False


def with_marks(
    piece: Piece,
    matter: tuple[MatterSpan, ...],
    marks: Sequence[Mark],
    style: StyleName,
    index: int,
) -> ParsedWitness:
    """Return `piece` as a witness with the labels `marks`; `matter` stands apart in it."""
    text = blanked(piece.text, matter)
    first = marks[0].start if marks else len(text)
    blocks: list[Block] = []
    parts: list[Mark] = []
    front = make_block(text, index, None, "", 0, 0, first)
    if front.segment.text and not re.fullmatch(r"目\W*[录次]", front.segment.text):
        blocks.append(front)
    for here, mark in enumerate(marks):
        stop = marks[here + 1].start if here + 1 < len(marks) else len(text)
        if mark.kind == "contents":
            continue
        if mark.kind == "part":
            parts.append(mark)
            block = make_block(text, index, None, "", mark.end, mark.end, stop)
        else:
            block = make_block(
                text, index, mark.number, mark.label, mark.start, mark.end, stop, mark.sure
            )
        if block.segment.text or block.label:
            blocks.append(block)
    title, adopted = stated(piece.text, matter)
    return ParsedWitness(
        piece, bool(title), title, adopted, style, tuple(blocks), tuple(parts), matter
    )


def stated(text: str, matter: Sequence[MatterSpan]) -> tuple[str, str]:
    """Return the title and the date that the matter around the text states; empty without."""
    title = next((text[m.start : m.end] for m in matter if m.kind == "title"), "")
    dates = (date_line(text[m.start : m.end]) for m in matter if m.kind in ("date", "note"))
    return "".join(title.split()), next(filter(None, dates), "")


def blanked(text: str, matter: Sequence[MatterSpan]) -> str:
    """Return `text` with blanks for the matter apart; every other letter stays in its place."""
    for each in matter:
        blank = re.sub(r"[^\n]", " ", text[each.start : each.end])
        text = text[: each.start] + blank + text[each.end :]
    return text


def make_block(
    text: str,
    witness: int,
    number: int | None,
    label: str,
    label_start: int,
    start: int,
    end: int,
    sure: bool = True,
) -> Block:
    """Return the block of text[start:end], blanks at its edges left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    made = segment(text, start, end)
    return Block(witness, number, label, label_start, start, end, made, sure)


def trusted(marks: list[Mark], *, fitting: bool = False) -> list[Mark]:
    """Return the marks without doubtful ones that do not continue the count.

    With `fitting` it is enough that the number lies between those before and behind.

    A label in mid-sentence is one only where the count goes on before and behind it, and
    has it nowhere else: then the text before has broken off.
    """
    sure = {(m.number, m.branch) for m in marks if m.kind == "article" and m.sure}
    marks = [m for m in marks if not m.inside or (m.number, m.branch) not in sure]
    kept: list[Mark] = []
    for at, mark in enumerate(marks):
        if mark.sure or mark.kind != "article":
            kept.append(mark)
            continue
        before = next((m.number for m in reversed(kept) if m.kind == "article"), 0)
        after = next((m.number for m in marks[at + 1 :] if m.kind == "article" and m.sure), None)
        counts_on = mark.number + bool(mark.branch) == before + 1, mark.number + 1 == after
        fits = fitting and before <= mark.number < (after or 0)
        if all(counts_on) if mark.inside else any(counts_on) or fits:
            kept.append(mark)
    return kept


def date_line(line: str) -> str:
    """Return the date of a line such as （2021年3月27日）, as 2021-03-27; empty without one."""
    stripped = line.strip()
    found = DATE.search(stripped)
    bracketed = stripped[:1] in "（(" and stripped[-1:] in "）)"
    if not found or not (bracketed or len(stripped) <= len(found[0]) + 4):
        return ""
    return iso_date(found)


def ends_whole(text: str) -> bool:
    """Tell whether `text` ends as a sentence does; a note in brackets may stand behind it."""
    noted = re.sub(r"[（(][^（）()\n]{1,80}[）)]\s*$", "", text)
    return noted.rstrip(CLOSERS + "\n")[-1:] in tuple("。！？；：!?;:…")
