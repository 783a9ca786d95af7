"""Words in quotation marks: word for word, altered, put together, or from nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.draft.chaining import Chain, Grams, Seed, chains
from generator.draft.comparing import (
    DraftText,
    Lead,
    aligned,
    exact_quotation,
    standing,
    trimmed,
)
from generator.draft.marks import quoted_spans
from generator.draft.originals import Original
from generator.draft.report import Change, Quotation, QuotedPlace, Verdict

FINE_GRAM = 3  # letters of a run that leads to an original where no longer one does
LEAST_MARKED = 8  # letters of words in quotation marks that are more than a name
ALIKE_MARKED = 0.6  # share of the letters that are the same
PART = 6  # letters of a part of a quotation put together
AROUND_ALIKE = 0.75  # share of the letters of such more that are the same
AROUND = 4  # letters around words in marks that are the document's too
NAMED = re.compile(
    "(?:指出|规定|强调|要求|提出|明确|写道|写明|指明|所说|载明|如下|原文)(?:的?是|了|的)?[，,：:]?$"
)
LEAST_MISSING = 12  # letters of words in marks that are a quotation though nobody says so
ELLIPSIS = re.compile("(?:…|\\.{3})+")


def in_marks(
    draft: DraftText, found: Sequence[Lead], originals: Sequence[Original], taken: bytearray
) -> Iterator[Quotation]:
    """Yield the quotations in quotation marks; their letters are `taken` then."""
    for start, end in quoted_spans(draft.text):
        first, last = draft.first(start), draft.first(end)
        if last - first < LEAST_MARKED or _goes_around(found, first, last):
            continue
        made = _of_marked(draft, found, originals, (start, end), (first, last))
        if made is None:
            continue
        if made.verdict != "missing":
            taken[first:last] = b"\1" * (last - first)
        yield made


def _goes_around(found: Sequence[Lead], first: int, last: int) -> bool:
    """Tell whether the words in marks are part of more that is the document's: its own marks."""
    for each in found:
        low, high = each.chain.here
        if low <= first - AROUND and high >= last + AROUND:
            inside = sum(
                max(0, min(last, seed.here + seed.size) - max(first, seed.here))
                for seed in each.chain.seeds
            )
            if inside == last - first and each.chain.letters >= AROUND_ALIKE * (high - low):
                return True
    return False


def _of_marked(
    draft: DraftText,
    found: Sequence[Lead],
    originals: Sequence[Original],
    span: tuple[int, int],
    part: tuple[int, int],
) -> Quotation | None:
    first, last = part
    row = draft.letters.row[first:last]
    if places := standing(row, originals):
        return exact_quotation(draft, span, places, marked=True)
    pieces = [draft.first(span[0] + m.start()) for m in ELLIPSIS.finditer(draft.text[slice(*span)])]
    if pieces and (places := _in_pieces(draft, (first, *pieces, last), originals)):
        return exact_quotation(draft, span, places, marked=True)
    if altered := _altered(draft, _clipped(found, first, last), span, part):
        return altered
    fine = Grams(row, FINE_GRAM)
    lead = [
        Lead(_moved(chain, first), original)
        for original in originals
        for chain in chains(fine.seeds(original.letters.row))[:1]
        if chain.letters * 2 >= len(row)
    ]
    lead.sort(key=lambda each: (-each.chain.letters, each.chain.here))
    if altered := _altered(draft, lead, span, part):
        return altered
    before = draft.text[max(0, span[0] - 9) : max(0, span[0] - 1)]
    if last - first >= LEAST_MISSING or NAMED.search(before):
        return Quotation(*span, True, "missing")
    return None


def _in_pieces(
    draft: DraftText, edges: Sequence[int], originals: Sequence[Original]
) -> list[tuple[Original, int, int]]:
    """Return where words stand of which some are left out, as …… says."""
    rows = [draft.letters.row[a:b] for a, b in pairwise(edges) if b > a]
    for each in originals:
        at, places = 0, []
        for row in rows:
            at = each.letters.row.find(row, at)
            if at < 0:
                break
            places.append((each, at, at + len(row)))
            at += len(row)
        if len(places) == len(rows):
            return places
    return []


def _clipped(found: Sequence[Lead], first: int, last: int) -> list[Lead]:
    """Return the chains that lie in the letters `first`..`last`, cut to them, the best first."""
    cut = []
    for each in found:
        seeds = [
            Seed(low, seed.there + low - seed.here, high - low)
            for seed in each.chain.seeds
            if (low := max(first, seed.here)) < (high := min(last, seed.here + seed.size))
        ]
        if seeds:
            cut.append(Lead(Chain(tuple(seeds), sum(s.size for s in seeds)), each.original))
    return sorted(cut, key=lambda each: (-each.chain.letters, each.chain.here))


def _moved(chain: Chain, by: int) -> Chain:
    return Chain(tuple(Seed(s.here + by, s.there, s.size) for s in chain.seeds), chain.letters)


def _altered(
    draft: DraftText, lead: Sequence[Lead], span: tuple[int, int], part: tuple[int, int]
) -> Quotation | None:
    """Return the quotation that the letters `part` are, of one original or put together."""
    first, last = part
    if not lead:
        return None
    one = aligned(draft, lead[0], first, last)
    parts = _put_together(draft, lead, first, last)
    together = sum(each.chain.letters for each in parts)
    if len(parts) > 1 and together > one.same + PART and together >= ALIKE_MARKED * (last - first):
        return _of_parts(draft, parts, span, part)
    if one.same >= ALIKE_MARKED * (last - first):
        place = lead[0].original.place(*one.there)
        words = lead[0].original.text[place.start : place.end]
        verdict: Verdict = "altered" if one.changes else "exact"
        return Quotation(*span, True, verdict, (place,), one.changes, words, not one.changes)
    return None


def _put_together(draft: DraftText, lead: Sequence[Lead], first: int, last: int) -> list[Lead]:
    """Return the chains that together make up the letters, none over another, in order."""
    free = bytearray(b"\1" * (last - first))
    parts = []
    sound = [cut for each in lead for cut in trimmed(draft, each.chain.seeds, each.original)]
    for each in sorted(sound, key=lambda each: (-each.chain.letters, each.chain.here)):
        low, high = _free_run(free, each.chain.here[0] - first, each.chain.here[1] - first)
        cut = _clipped([each], first + low, first + high)
        if cut and cut[0].chain.letters >= PART:
            start, end = cut[0].chain.here
            free[start - first : end - first] = bytes(end - start)
            parts += cut
    return sorted(parts, key=lambda each: each.chain.here)


def _free_run(free: bytearray, low: int, high: int) -> tuple[int, int]:
    """Return the longest run of what is free from `low` to `high`."""
    best = low, low
    start = low
    for at in range(low, high + 1):
        if at == high or not free[at]:
            if at - start > best[1] - best[0]:
                best = start, at
            start = at + 1
    return best


def _of_parts(
    draft: DraftText, parts: Sequence[Lead], span: tuple[int, int], part: tuple[int, int]
) -> Quotation:
    """Return a quotation put together of words that stand at several places."""
    changes: list[Change] = []
    places: list[QuotedPlace] = []
    at = part[0]
    for each in parts:
        low, high = each.chain.here
        if low > at:
            changes.append(Change(*draft.letters.span(at, low), ""))
        elif at > part[0]:
            seam = draft.letters.span(low, low)[0]
            changes.append(Change(seam, seam, ""))
        held = aligned(draft, each, low, high)
        changes += held.changes
        places.append(each.original.place(*held.there))
        at = high
    if at < part[1]:
        changes.append(Change(*draft.letters.span(at, part[1]), ""))
    words = "……".join(
        each.original.text[place.start : place.end]
        for each, place in zip(parts, places, strict=True)
    )
    return Quotation(*span, True, "altered", tuple(places), tuple(changes), words)
