"""Words of a draft held against the original that they lead to, letter by letter."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from generator.draft.chaining import Chain, Seed
from generator.draft.letters import Letters
from generator.draft.originals import Original
from generator.draft.report import Change, Quotation
from generator.edition.differences import differences

NEAR = 2  # letters more or less at the edge of a clause
GOES_ON = 0.5  # likeness of what stands between two runs, or of a clause to the next one there
LABEL = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9０-９]{1,3}[）)、.．]|[㈠-㈩①-⑳])"
)  # of an 项 that is quoted with it


@dataclass(frozen=True, slots=True)
class DraftText:
    """The draft's text and letters."""

    text: str
    letters: Letters

    def first(self, offset: int) -> int:
        """Return the first letter at `offset` of the text or behind it."""
        return bisect_left(self.letters.offsets, offset)


@dataclass(frozen=True, slots=True)
class Lead:
    """A chain that leads from the draft to an original."""

    chain: Chain
    original: Original


@dataclass(frozen=True, slots=True)
class Compared:
    """How letters of the draft answer to those of an original: where, how many are the same."""

    there: tuple[int, int]
    same: int
    changes: tuple[Change, ...]


def aligned(draft: DraftText, found: Lead, first: int, last: int) -> Compared:
    """Return how the letters `first`..`last` differ from the original that a chain leads to."""
    low, high = found.chain.here
    row = found.original.letters.row
    begin, end = found.chain.there
    if first < low:
        begin = _edge_near(found.original.letters, max(0, begin - (low - first)), begin)
    if last > high:
        end = _edge_near(found.original.letters, min(len(row), end + last - high), end)
    return compared(draft, found.original, (first, last), (begin, end))


def compared(
    draft: DraftText, original: Original, here: tuple[int, int], there: tuple[int, int]
) -> Compared:
    """Return how the letters `here` of the draft differ from the letters `there`."""
    first, last = here
    begin, end = there
    theirs, ours = original.letters.row[begin:end], draft.letters.row[first:last]
    changes, differ = [], 0
    for each in differences(theirs, ours):
        start, stop = draft.letters.span(first + each.b0, first + each.b1)
        differ += each.b1 - each.b0
        if each.a0 == each.a1 and _is_label(draft.text, start, stop):
            continue
        span = original.letters.span(begin + each.a0, begin + each.a1)
        changes.append(Change(start, stop, original.text[slice(*span)]))
    return Compared((begin, end), len(ours) - differ, tuple(changes))


def _is_label(text: str, start: int, end: int) -> bool:
    """Tell whether letters are the number of an 项, with its marks: （三）, 3."""
    opening = text[start - 1 : start] if start and text[start - 1] in "（(" else ""
    return LABEL.fullmatch(opening + text[start : end + 1]) is not None or (
        LABEL.fullmatch(text[start:end]) is not None
    )


def _edge_near(letters: Letters, at: int, known: int) -> int:
    """Return the edge of a clause next to `at`, on the same side of `known`; else `at`."""
    near = (at + sign * n for n in range(NEAR + 1) for sign in (1, -1))
    return next((n for n in near if n in letters.parted and (n - known) * (at - known) > 0), at)


def likeness(one: str, other: str) -> float:
    """Return the share of letters that need no edit, of the longer of two rows."""
    longer = max(len(one), len(other))
    return 1 - Levenshtein.distance(one, other) / longer if longer else 1.0


def trimmed(draft: DraftText, run: Sequence[Seed], original: Original) -> Iterator[Lead]:
    """Yield the chain of a run of seeds, its ends cut off that little leads to."""
    seeds = list(run)
    while len(seeds) > 1 and _is_poor(draft, original, seeds[-2], seeds[-1], seeds[-1].size):
        seeds.pop()
    while len(seeds) > 1 and _is_poor(draft, original, seeds[0], seeds[1], seeds[0].size):
        seeds.pop(0)
    if seeds:
        yield Lead(Chain(tuple(seeds), sum(each.size for each in seeds)), original)


def _is_poor(draft: DraftText, original: Original, one: Seed, other: Seed, size: int) -> bool:
    """Tell whether a run of `size` at an end is parted from the next by too much that differs."""
    ours = draft.letters.row[one.here + one.size : other.here]
    theirs = original.letters.row[one.there + one.size : other.there]
    return size <= len(ours) and likeness(ours, theirs) < GOES_ON


def standing(row: str, originals: Sequence[Original]) -> list[tuple[Original, int, int]]:
    """Return where the letters `row` stand as they are."""
    return [
        (each, at.start(), at.start() + len(row))
        for each in originals
        for at in re.finditer(re.escape(row), each.letters.row)
    ]


def exact_quotation(
    draft: DraftText,
    span: tuple[int, int],
    places: Sequence[tuple[Original, int, int]],
    *,
    marked: bool,
) -> Quotation:
    """Return the quotation of words that stand at `places` as they are."""
    said = [original.place(first, last) for original, first, last in places]
    original, place = places[0][0], said[0]
    words = original.text[place.start : place.end]
    same = _bare(draft.text[slice(*span)]) == _bare(words)
    return Quotation(*span, marked, "exact", tuple(said), (), words, not same)


def _bare(text: str) -> str:
    return re.sub(r"[\s“”‘’]|[。；，：、]$", "", text)
