"""How much of each article's own wording, and of its terms, a sentence holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.forms import SHORTEST, FormTable, every_form, find_forms
from generator.linking.index import LONGEST, BaseIndex, IndexedTerm
from generator.text.letters import STOP, Folded

Matrix = NDArray[np.float64]

GENERIC_SIZES = (5, 4, 3, 2, 1)
SHORT, MIDDLE = 3, 5  # wordings up to SHORT, up to MIDDLE, and longer count apart
GENERIC = 0.85  # what a letter of a generic word loses of its weight
HEADING_RUN = 3.0  # a wording in a heading counts as this many articles that hold it
CLAUSE_FLOOR = 4  # the same for a clause
TELLING_FLOOR = 6  # a sentence of fewer telling letters counts as this many
FULL_RUN = 4.0  # telling letters that make a wording count in full
_COLUMN = (0, 0, 0, 1, 2, 2, *[3] * LONGEST)  # size of a wording -> its WORDING_FEATURES column
WORDING_FEATURES = (
    "body2",
    "body3",
    "body45",
    "body6",
    "heading3",
    "heading4",
    "run_heading",
    "run_body",
    "quotation",
    "wording_cover",
)
PHRASE_FEATURES = (
    "phrase_heading",
    "phrase_body",
    "part_heading",
    "part_body",
    "phrase_sum",
    "phrase_cover",
    "phrase_clause",
)
KIN_FEATURES = (
    "kin_heading",
    "kin_body",
    "kin_other_heading",
    "kin_other_body",
    "kin_sum",
    "kin_cover",
    "kin_clause",
)
TERM_FEATURES = (
    "term_heading",
    "term_body",
    "related_heading",
    "related_body",
    "term_sum",
    "term_cover",
    "term_clause",
)


HINT_FEATURES = ("hint_sum", "hint_count", "hint_share", "hint_cover")
MOST_HINTS = 5.0  # more of them tell no more
MAIN = 0.5  # an article with this share of a term is what the term's hints count for
HINTED_FLOOR = 8  # a sentence of fewer letters counts as this many


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term's wording found in the letters of a sentence."""

    start: int
    end: int
    term: IndexedTerm


def mask_titles(folded: Folded, index: BaseIndex) -> str:
    """Return the letters with the base's own title blanked: naming it says nothing."""
    if index.mask is None:
        return folded.letters
    return index.mask.sub(lambda match: STOP * len(match[0]), folded.letters)


def wording_scores(letters: str, generic: int, index: BaseIndex, row: Matrix) -> None:
    """Add to `row` (articles x WORDING_FEATURES) what wordings of each article `letters` hold.

    The longest wordings come first and each letter counts once for an article, so that a
    run of nine letters is not also counted as eight pairs; letters of generic words count
    little, and so does a wording that another article has in its heading.
    """
    covered: dict[int, int] = {}
    seen: set[str] = set()
    sums: defaultdict[int, list[float]] = defaultdict(lambda: [0.0] * 8)
    longest = _longest_first(letters, index)
    for size, at, wording in longest:
        if wording in seen:
            continue
        seen.add(wording)
        bits = ((1 << size) - 1) << at
        weight = index.weights[wording] / size
        holders = index.postings[wording]
        heads = index.headings.get(wording, ())
        telling = size - (bits & generic).bit_count()
        share = min(1.0, telling / FULL_RUN) / (len(holders) + HEADING_RUN * len(heads))
        passing = 1 / (1 + HEADING_RUN) if heads else 1.0
        column = _COLUMN[size]
        for article in holders:
            before = covered.get(article, 0)
            fresh = bits & ~before
            if not fresh:
                continue
            covered[article] = before | bits
            mine = sums[article]
            value = weight * (fresh.bit_count() - GENERIC * (fresh & generic).bit_count())
            if article in heads:
                mine[column] += value
                mine[4 if size <= SHORT else 5] += value
                if telling >= SHORTEST:
                    mine[6] = max(mine[6], share * (1 + HEADING_RUN))
            else:
                mine[column] += value * passing
                if telling >= SHORTEST:
                    mine[7] = max(mine[7], share)
    for article, mine in sums.items():
        row[article, :8] = mine
    _quotations(longest, index, row)
    telling = len(letters) - letters.count(STOP) - generic.bit_count()
    for article, bits in covered.items():
        row[article, 9] = (bits & ~generic).bit_count() / max(TELLING_FLOOR, telling)


def _quotations(longest: list[tuple[int, int, str]], index: BaseIndex, row: Matrix) -> None:
    """Set the length of the longest run that an article shares, beyond a window's length."""
    runs: dict[int, tuple[int, int]] = {}
    for size, at, wording in longest:
        if size < LONGEST:
            break
        for article in index.postings[wording]:
            last, length = runs.get(article, (-2, 0))
            length = length + 1 if last == at - 1 else 1
            runs[article] = (at, length)
            row[article, 8] = max(row[article, 8], np.log(length))


def generic_letters(letters: str, generic: frozenset[str]) -> int:
    """Return a bit for each letter that belongs to a generic word, longest words first."""
    bits = 0
    at = 0
    while at < len(letters):
        for size in GENERIC_SIZES:
            if letters[at : at + size] in generic:
                bits |= ((1 << size) - 1) << at
                at += size
                break
        else:
            at += 1
    return bits


def _longest_first(letters: str, index: BaseIndex) -> list[tuple[int, int, str]]:
    found = []
    postings = index.postings
    for at in range(len(letters) - 1):
        size = SHORTEST
        while size <= LONGEST and (wording := letters[at : at + size]) in postings:
            if len(wording) < size:
                break
            if postings[wording]:
                found.append((size, at, wording))
            size += 1
    found.sort(key=lambda each: (-each[0], each[1]))
    return found


def term_hits(letters: str, table: FormTable[tuple[IndexedTerm, ...]]) -> tuple[TermHit, ...]:
    """Return the terms of `table` that `letters` hold, the longest where they overlap."""
    return tuple(
        TermHit(at, at + len(form), term)
        for at, form, terms in find_forms(letters, table)
        for term in terms
    )


def phrase_scores(
    letters: str, telling: int, clauses: Sequence[int], index: BaseIndex, row: Matrix
) -> None:
    """Set in `row` (articles x PHRASE_FEATURES) what phrases of each article `letters` hold."""
    seen: set[str] = set()
    for at, phrase, whole in find_forms(letters, index.phrases):
        if phrase in seen:
            continue
        seen.add(phrase)
        heads = index.headings.get(phrase, ())
        total = index.frequency[phrase] + HEADING_RUN * len(heads)
        for article in index.postings[phrase]:
            head = article in heads
            share = (1 + HEADING_RUN * head) / total
            column = (0 if whole else 2) + (0 if head else 1)
            row[article, column] = max(row[article, column], share)
            row[article, 4] += share
            row[article, 5] += share * len(phrase) / max(TELLING_FLOOR, telling)
            cover = share * min(1.0, len(phrase) / max(CLAUSE_FLOOR, clauses[at]))
            row[article, 6] = max(row[article, 6], cover)
    row[:, 4] = np.log1p(row[:, 4])
    np.minimum(row[:, 5], 1.0, out=row[:, 5])


def term_scores(hits: Sequence[TermHit], telling: int, clauses: Sequence[int], row: Matrix) -> None:
    """Set in `row` (articles x TERM_FEATURES or KIN_FEATURES) a term's share in each article.

    `telling` is the number of the sentence's letters outside generic words, `clauses` the
    same for the clause of each letter: in a row of mechanisms each is a subject.
    """
    seen: set[str] = set()
    for hit in hits:
        for each in hit.term.shares:
            column = (0 if hit.term.own else 2) + (0 if each.in_heading else 1)
            row[each.article, column] = max(row[each.article, column], each.share)
            row[each.article, 5] += each.share * (hit.end - hit.start) / max(TELLING_FLOOR, telling)
            size = hit.end - hit.start
            cover = each.share * min(1.0, size / max(CLAUSE_FLOOR, clauses[hit.start]))
            row[each.article, 6] = max(row[each.article, 6], cover)
            if hit.term.name not in seen:
                row[each.article, 4] += each.share
        seen.add(hit.term.name)
    np.minimum(row[:, 5], 1.0, out=row[:, 5])


def hint_hits(letters: str, table: FormTable[tuple[IndexedTerm, ...]]) -> tuple[TermHit, ...]:
    """Return the hints of `table` that `letters` hold, each once, inside others too."""
    first: dict[str, tuple[TermHit, ...]] = {}
    for at, form, terms in every_form(letters, table):
        if form not in first:
            first[form] = tuple(TermHit(at, at + len(form), term) for term in terms)
    return tuple(hit for hits in first.values() for hit in hits)


def hint_scores(letters: str, hits: Sequence[TermHit], row: Matrix) -> None:
    """Set in `row` (articles x HINT_FEATURES) how many hints at each article there are.

    A hint at several terms counts for each a part.
    """
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for hit in hits:
        shared[hit.start, hit.end] += 1
    for hit in hits:
        for each in hit.term.shares:
            part = each.share / shared[hit.start, hit.end]
            row[each.article, 0] += part
            row[each.article, 1] += each.share >= MAIN
            row[each.article, 3] += part * (hit.end - hit.start)
    best = row[:, 0].max(initial=0.0)
    if best:
        row[:, 2] = row[:, 0] / best
    np.minimum(row[:, 1], MOST_HINTS, out=row[:, 1])
    row[:, 3] /= max(HINTED_FLOOR, len(letters))
