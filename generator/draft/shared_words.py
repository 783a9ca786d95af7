"""What a draft has in common with the reports of a library beyond the documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import LCSseq

from generator.draft.chaining import Chain, Seed, chains
from generator.draft.letters import Letters
from generator.draft.report import Kind, SharedRun, Shares, Stretch
from generator.model import Document
from generator.reuse.reading import Corpus, Reader, read_corpus
from generator.reuse.runs import Positions, among, codes_of, run_hashes

GRAM = 5  # letters of a run that leads to a report
LEAST = 20  # letters in common that are taken over
DENSE = 0.3  # share of a passage taken over that is in runs of GRAM letters or more
EDGE = 10  # letters at the edge of a clause that may be altered too
LONGEST_REST, SHORTEST_REST = 80, 6  # letters up to the end of a sentence or clause
SLACK = 5  # letters more or less that the report may have there
RESEMBLES = 0.5  # of these letters, those that stand in the report in the same order
MOSTLY = 0.8  # of a run: a report that has so much of it has it


@dataclass(frozen=True, slots=True, eq=False)
class ReportLetters:
    """The letters of all reports in a row, and whose they are."""

    reports: tuple[Document, ...]
    corpus: Corpus
    offsets: tuple[Positions, ...]


def report_letters(reports: Sequence[Document]) -> ReportLetters:
    """Return the letters of the running text of `reports`."""
    reader = Reader()
    corpus = read_corpus(reports, reader)
    return ReportLetters(
        tuple(reports),
        corpus,
        tuple(reader.read(each).offsets.astype(np.int64) for each in reports),
    )


def find_shared(letters: Letters, own: bytearray, reports: ReportLetters) -> list[SharedRun]:
    """Return the runs that a draft shares with reports, best first, none inside another's letters.

    `own` tells of each letter whether it is the document's (0) or not (1): a run has LEAST letters
    in common that are not.
    """
    found = [
        (report, chain)
        for report, seeds in _seeds(letters.row, reports.corpus)
        for chain in chains(seeds, left_out=0)
        if _is_taken_over(chain, own)
    ]
    found.sort(key=lambda each: (-each[1].letters, each[1].here, each[0]))
    return list(_runs(letters, found, reports))


def _is_taken_over(chain: Chain, own: bytearray) -> bool:
    low, high = chain.here
    if chain.letters < LEAST or chain.letters < DENSE * (high - low):
        return False
    return sum(sum(own[s.here : s.here + s.size]) for s in chain.seeds) >= LEAST


def _seeds(row: str, corpus: Corpus) -> Iterator[tuple[int, list[Seed]]]:
    """Yield for each report the longest runs of GRAM letters or more that it shares with `row`."""
    here_hashes = run_hashes(codes_of(row), GRAM)
    if not len(here_hashes) or len(corpus.letters) < GRAM:
        return
    order = np.argsort(here_hashes, kind="stable")
    ordered = here_hashes[order]
    known = np.unique(ordered)
    for start, codes, stretches in corpus.slices():
        hashes = run_hashes(codes, GRAM)
        if not len(hashes):
            continue
        whole = stretches[: len(hashes)] == stretches[GRAM - 1 :]
        at = np.flatnonzero(among(hashes, known) & whole)
        low = np.searchsorted(ordered, hashes[at], side="left")
        count = np.searchsorted(ordered, hashes[at], side="right") - low
        there = np.repeat(at, count)
        nth = np.arange(len(there)) - np.repeat(np.cumsum(count) - count, count)
        here = order[np.repeat(low, count) + nth]
        yield from _joined(here, there + start, corpus)


def _joined(here: Positions, there: Positions, corpus: Corpus) -> Iterator[tuple[int, list[Seed]]]:
    """Yield the runs that matching grams make, by report."""
    if not len(here):
        return
    stretch = corpus.stretch(there)
    order = np.lexsort((here, there - here, stretch))
    here, there, stretch = here[order], there[order], stretch[order]
    goes_on = (
        (here[1:] == here[:-1] + 1) & (there[1:] == there[:-1] + 1) & (stretch[1:] == stretch[:-1])
    )
    begins = np.flatnonzero(np.concatenate(([True], ~goes_on)))
    sizes = np.diff(np.append(begins, len(here))) + GRAM - 1
    owners = corpus.owners[stretch[begins]]
    by_report: defaultdict[int, list[Seed]] = defaultdict(list)
    rows = (owners, here[begins], there[begins], sizes)
    for owner, one, other, size in zip(*(each.tolist() for each in rows), strict=True):
        by_report[owner].append(Seed(one, other, size))
    yield from by_report.items()


def _runs(
    letters: Letters, found: Sequence[tuple[int, Chain]], reports: ReportLetters
) -> Iterator[SharedRun]:
    """Yield the runs whose letters no better one has, with how many reports have most of each."""
    taken = bytearray(len(letters.row))
    spans = [(report, *chain.here) for report, chain in found]
    for (report, chain), (_, low, high) in zip(found, spans, strict=True):
        if high - low - sum(taken[low:high]) < LEAST:
            continue
        low, high = _to_edges(chain, letters, reports.corpus.letters)
        taken[low:high] = b"\1" * (high - low)
        first = int(reports.corpus.firsts[report])
        offsets = reports.offsets[report]
        having = {
            other
            for other, start, end in spans
            if min(high, end) - max(low, start) >= MOSTLY * (high - low)
        }
        yield SharedRun(
            *letters.span(low, high),
            reports.reports[report].piece.id,
            int(offsets[chain.there[0] - first]),
            int(offsets[chain.there[1] - 1 - first]) + 1,
            chain.letters,
            max(1, len(having)),
        )


def _to_edges(chain: Chain, letters: Letters, row: str) -> tuple[int, int]:
    """Return the letters of a chain with what goes on as in the report, if with other words.

    `row` are the letters of the reports.
    """
    low, high = chain.here
    begin, end = chain.there
    while step := _further(letters, high, row, end, 1):
        end += step - high
        high = step
    while (step := _further(letters, low, row, begin, -1)) is not None:
        begin = max(0, begin - (low - step))
        low = step
    low -= next((n for n in range(EDGE + 1) if low - n in letters.parted), 0)
    high += next((n for n in range(EDGE + 1) if high + n in letters.parted), 0)
    return low, high


def _further(letters: Letters, here: int, row: str, there: int, way: int) -> int | None:
    """Return where the sentence, or else the clause, ends that goes on as in the report."""
    for edges in (letters.ends, letters.parted):
        steps = range(here + way, here + way * (LONGEST_REST + 1), way)
        edge = next((at for at in steps if at in edges), None)
        if edge is None or abs(edge - here) < SHORTEST_REST:
            continue
        size = abs(edge - here)
        own = letters.row[min(here, edge) : max(here, edge)]
        low = there - SLACK if way > 0 else there - size - SLACK
        window = row[max(0, low) : low + size + 2 * SLACK]
        if LCSseq.similarity(own, window) >= RESEMBLES * size:
            return edge
    return None


def by_report(runs: Sequence[SharedRun]) -> tuple[tuple[str, int], ...]:
    """Return how many letters each report has in common, most first."""
    counts: Counter[str] = Counter()
    for each in runs:
        counts[each.report] += each.letters
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def stretches_of(kinds: Sequence[Kind], letters: Letters) -> tuple[Stretch, ...]:
    """Return the stretches of one kind, letter by letter as `kinds` has them."""
    found = []
    first = 0
    for at in range(1, len(kinds) + 1):
        if at == len(kinds) or kinds[at] != kinds[first]:
            found.append(Stretch(*letters.span(first, at), kinds[first]))
            first = at
    return tuple(found)


def shares_of(kinds: Sequence[Kind]) -> Shares:
    """Return how many letters there are of each kind."""
    counts = Counter(kinds)
    return Shares(counts["document"], counts["shared"], counts["own"])
