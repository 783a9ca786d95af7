"""The frame of the edition: parts and their headings, from whichever witness has them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from rapidfuzz import fuzz

from generator.edition.choosing import decide
from generator.edition.comparing import Comparison
from generator.edition.differences import differences
from generator.edition.established import Established
from generator.edition.label_finding import Mark
from generator.edition.passages import FRONT, Copy
from generator.edition.segments import segment
from generator.edition.variation import places

AFTER_ALL = 10**9


@dataclass(slots=True)
class Division:
    """A part of the edition: the first article in it, and where its running text begins.

    `paragraph` is the index of its first paragraph in the text before the first article,
    None where the part does not begin there.
    """

    first: int
    paragraph: int | None
    marks: dict[int, Mark] = field(default_factory=dict)
    number: int = 0
    label: str = ""
    heading: str = ""
    level: int = 1


def divide(comparison: Comparison) -> list[Division]:
    """Return the parts in reading order, headings decided."""
    divisions: list[Division] = []
    for index in sorted(
        range(len(comparison.witnesses)), key=lambda w: -len(comparison.witnesses[w].parts)
    ):
        at = 0
        for mark in comparison.witnesses[index].parts:
            first, paragraph = _position(comparison, index, mark)
            known = _known(divisions, index, mark, first, at)
            if known is None:
                division = Division(first, paragraph, {index: mark})
                divisions.insert(_place(divisions, division), division)
                at = divisions.index(division) + 1
            else:
                known.marks[index] = mark
                at = divisions.index(known) + 1
    for division in divisions:
        _decide_heading(comparison, division)
    return divisions


def _position(comparison: Comparison, index: int, mark: Mark) -> tuple[int, int | None]:
    """Return the first article after a heading, and its first paragraph before article 1."""
    own = [(key, block) for key, block in comparison.blocks(index) if key > FRONT]
    following = (key for key, block in own if block.start >= mark.end)
    first = min(islice(following, 2), default=AFTER_ALL)
    if not any(block.start < mark.start for _, block in own):
        first = min([first, *(each.key for each in comparison.articles)])
    front = next((each for each in comparison.running if each.key == FRONT), None)
    smallest = comparison.articles[0].key if comparison.articles else AFTER_ALL
    if front is None or first > smallest:
        return first, None
    copy = front.copy_of(index)
    if copy is None or not copy.segment.text:
        return first, None
    here = bisect_left(copy.segment.offsets, mark.end)
    place = in_edition(front, copy, min(here, len(copy.segment.text)))
    starts = paragraph_starts(front.text)
    if here >= len(copy.segment.text):
        return first, len(starts)
    return first, min(range(len(starts)), key=lambda at: abs(starts[at] - place))


def in_edition(established: Established, copy: Copy, at: int) -> int:
    """Return where place `at` of a copy's segment falls in the established text."""
    if copy is not established.copytext:
        shift = 0
        for each in differences(established.copytext.segment.text, copy.segment.text):
            if each.b1 <= at:
                shift = each.a1 - each.b1
            elif each.b0 < at:
                at, shift = each.b0, each.a0 - each.b0
                break
            else:
                break
        at += shift
    moved = at
    for decision in established.decisions:
        if decision.place.end <= at:
            moved += len(decision.text) - (decision.place.end - decision.place.start)
    return max(0, min(moved, len(established.text)))


def paragraph_starts(text: str) -> list[int]:
    """Return where the paragraphs of `text` begin."""
    return [0, *(at + 1 for at, char in enumerate(text) if char == "\n")]


def _known(
    divisions: Sequence[Division], index: int, mark: Mark, first: int, at: int
) -> Division | None:
    """Return the division that another witness's heading already made."""
    for division in [*divisions[at:], *divisions[:at]]:
        if index in division.marks:
            continue
        other = next(iter(division.marks.values()))
        if other.level != mark.level:
            continue
        alike = fuzz.ratio(other.heading, mark.heading)
        same_place = division.first == first
        if (same_place and (alike >= 40 or other.number == mark.number)) or (
            alike >= 75 and abs(division.first - first) <= 3 and other.number == mark.number
        ):
            return division
    return None


def _place(divisions: Sequence[Division], new: Division) -> int:
    mark = next(iter(new.marks.values()))
    for at, division in enumerate(divisions):
        other = next(iter(division.marks.values()))
        if division.first > new.first or (
            division.first == new.first
            and (division.paragraph or 0, other.level, other.number)
            > (new.paragraph or 0, mark.level, mark.number)
        ):
            return at
    return len(divisions)


def _decide_heading(comparison: Comparison, division: Division) -> None:
    """Set label, number and heading from the witnesses that have the heading."""
    votes = Counter(mark.number for mark in division.marks.values())
    ranking = [w for w in comparison.ranking if w in division.marks]
    best = max(ranking, key=lambda w: (votes[division.marks[w].number], -ranking.index(w)))
    division.number = division.marks[best].number
    division.label = division.marks[best].label
    division.level = division.marks[best].level
    copies = []
    for witness in ranking:
        mark = division.marks[witness]
        text = comparison.witnesses[witness].piece.text
        copies.append(Copy(witness, segment(text, mark.heading_start, mark.end)))
    copytext, others = copies[0], copies[1:]
    written = ""
    at = 0
    for place in places(copytext, others):
        made = decide(place, copytext, others, comparison.usage, loose=False)
        written += copytext.segment.text[at : place.start] + made.text
        at = place.end
    division.heading = written + copytext.segment.text[at:]
