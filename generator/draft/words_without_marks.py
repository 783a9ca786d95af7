"""Words that are the documents' though no quotation marks say so: word for word, or altered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.draft.chaining import Seed
from generator.draft.comparing import (
    GOES_ON,
    NEAR,
    DraftText,
    Lead,
    compared,
    exact_quotation,
    likeness,
    standing,
    trimmed,
)
from generator.draft.letters import Letters
from generator.draft.originals import Original
from generator.draft.report import Quotation
from generator.text.document_names import titles

LEAST = 12  # letters that are the document's word for word
LEAST_ALTERED = 14
LEAST_LEAD = 7  # letters of the runs that lead to them
ALIKE = 0.75  # share of the letters that are the same, of what is altered
LONG_RUN = 6  # letters of its longest run
EDGE = 6  # letters of the rest of a clause that may be any
LONGEST_CLAUSE = 60
RESEMBLES = 0.4  # of a longer rest to that in the original


def without_marks(
    draft: DraftText, found: Sequence[Lead], originals: Sequence[Original], taken: bytearray
) -> Iterator[Quotation]:
    """Yield the quotations that no marks show, of the letters that are not `taken`."""
    names = [(draft.first(each.start), draft.first(each.end)) for each in titles(draft.text)]
    for each in found:
        if each.chain.letters < LEAST_LEAD:
            break
        for free in _free(draft, each, taken):
            low, high = free.chain.here
            named = any(start <= low and high <= end for start, end in names)
            if free.chain.letters >= LEAST_LEAD and not named:
                yield from _of_chain(draft, free, originals, taken)


def _free(draft: DraftText, found: Lead, taken: bytearray) -> Iterator[Lead]:
    """Yield the parts of a chain whose letters are not taken yet, poor ends cut off."""
    run: list[Seed] = []
    for seed in found.chain.seeds:
        if any(taken[seed.here : seed.here + seed.size]) or (
            run and any(taken[run[-1].here + run[-1].size : seed.here])
        ):
            yield from trimmed(draft, run, found.original)
            run = []
            if any(taken[seed.here : seed.here + seed.size]):
                continue
        run.append(seed)
    yield from trimmed(draft, run, found.original)


def _of_chain(
    draft: DraftText, found: Lead, originals: Sequence[Original], taken: bytearray
) -> Iterator[Quotation]:
    (first, last), there = _to_edges(draft, found, taken)
    held = compared(draft, found.original, (first, last), there)
    longest = max(each.size for each in found.chain.seeds)
    if not held.changes and last - first >= LEAST:
        spans = [(first, last)]
    elif (
        last - first >= LEAST_ALTERED
        and longest >= LONG_RUN
        and held.same >= ALIKE * (last - first)
        and held.changes
    ):
        taken[first:last] = b"\1" * (last - first)
        place = found.original.place(*held.there)
        words = found.original.text[place.start : place.end]
        span = draft.letters.span(first, last)
        yield Quotation(*span, False, "altered", (place,), held.changes, words)
        return
    else:
        spans = [(s.here, s.here + s.size) for s in found.chain.seeds if s.size >= LEAST]
    for low, high in spans:
        taken[low:high] = b"\1" * (high - low)
        places = standing(draft.letters.row[low:high], originals)
        places = places or [(found.original, *held.there)]  # with labels of its own
        yield exact_quotation(draft, draft.letters.span(low, high), places, marked=False)


def _to_edges(
    draft: DraftText, found: Lead, taken: bytearray
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the letters of a chain here and there, with what is altered of the clauses around."""
    ours, theirs = draft.letters, found.original.letters
    (first, last), (begin, end) = found.chain.here, found.chain.there
    while step := _clause(ours, theirs, last, end, 1):
        if any(taken[last : step[0]]):
            break
        last, end = step
    while step := _clause(ours, theirs, first, begin, -1):
        if any(taken[step[0] : first]):
            break
        first, begin = step
    return (first, last), (begin, end)


def _clause(
    ours: Letters, theirs: Letters, here: int, there: int, way: int
) -> tuple[int, int] | None:
    """Return where the rest of the clause ends on both sides; None where it does not go on so.

    At the edge of a clause it is the next one, which must be alike; a rest of few letters may
    be any.
    """
    inside = here not in ours.parted and there not in theirs.parted
    if not inside:  # a letter more or less at the end of the clause before
        here = _snapped(ours, here, way)
        there = _snapped(theirs, there, way)
    one = _next_edge(ours, here, way)
    other = _next_edge(theirs, there, way)
    if one is None or other is None:
        return None
    own = ours.row[min(here, one) : max(here, one)]
    its = theirs.row[min(there, other) : max(there, other)]
    few = inside and max(len(own), len(its)) <= EDGE and abs(len(own) - len(its)) <= NEAR
    least = RESEMBLES if inside else GOES_ON
    return (one, other) if few or likeness(own, its) >= least else None


def _snapped(letters: Letters, at: int, way: int) -> int:
    """Return the edge of a clause that is next to `at`, where it is NEAR; else `at`."""
    steps = range(at, at + way * (NEAR + 1), way)
    return next((each for each in steps if each in letters.parted), at)


def _next_edge(letters: Letters, at: int, way: int) -> int | None:
    stop = len(letters.row) if way > 0 else 0
    found = next(
        (each for each in range(at + way, stop + way, way) if each in letters.parted), None
    )
    return found if found is not None and abs(found - at) <= LONGEST_CLAUSE else None
