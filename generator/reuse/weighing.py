"""What each two reports have in common, and what of each report is whose."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt

from generator.model import (
    FEW,
    Document,
    Place,
    ReportShares,
    Reuse,
    SharedPassage,
    SharedRun,
    Whose,
)
from generator.reuse.aligning import Counts
from generator.reuse.finding import find_repeats, passages_of
from generator.reuse.grouped_spans import Group, grouped
from generator.reuse.pairing import (
    Pairing,
    find_pairings,
    letters_of_many,
    own_letters,
)
from generator.reuse.reading import Corpus, Offsets, Reader, read_corpus, read_offsets
from generator.reuse.seeds import MOST
from generator.reuse.winnowing import corpus_prints
from generator.reuse.wording import LEAST, Wording

DOCUMENT, COMMON, SHARED, OWN = range(len(get_args(Whose)))

Owned = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The reports, and where each letter of their corpus stands."""

    reports: Sequence[Document]
    corpus: Corpus
    offsets: Offsets

    def place(self, start: int, end: int) -> Place:
        """Return where the letters `start`..`end` of the corpus stand."""
        report = self.reports[self.corpus.owner(start)]
        return Place(report.piece.id, *self.span(start, end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where letters begin and end in their text; none stand before the next."""
        first = int(self.offsets[start])
        return first, int(self.offsets[end - 1]) + 1 if end > start else first


def weigh_reuse(
    reports: Sequence[Document], wording: Wording
) -> tuple[tuple[SharedPassage, ...], Reuse]:
    """Return the passages that reports share letter by letter, and all else that they share."""
    if not reports:
        return (), Reuse()
    reader = Reader()
    corpus = read_corpus(reports, reader)
    prints = corpus_prints(corpus)
    repeats = find_repeats(corpus, prints, wording)
    own = own_letters(corpus, wording)
    common = letters_of_many(corpus, prints, repeats, FEW)
    pairings = find_pairings(corpus, repeats, own & ~letters_of_many(corpus, prints, repeats, MOST))
    groups = grouped(corpus, pairings)
    counting = np.concatenate(([0], np.cumsum(own & ~common)))
    weights = [_weight(each, counting) for each in pairings]
    many = {at for group in groups if group.reports > FEW for at in group.pairings}
    many |= {at for at, weight in enumerate(weights) if weight < LEAST}
    whose = np.where(own, np.int8(OWN), np.int8(DOCUMENT))
    whose[own & common] = COMMON
    for at, pairing in enumerate(pairings):
        _mark(whose, pairing, COMMON if at in many else SHARED)
    texts = _Texts(reports, corpus, read_offsets(reports, reader))
    runs = tuple(
        _run(texts, each, weights[at]) for at, each in enumerate(pairings) if at not in many
    )
    passages = passages_of(reports, corpus, texts.offsets, repeats, counting)
    near = tuple(_near(texts, groups, pairings, many))
    return passages, Reuse(near, runs, tuple(_shares(texts, whose, runs)))


def find_reuse(reports: Sequence[Document], wording: Wording) -> tuple[SharedPassage, ...]:
    """Return the passages that reports share letter by letter, by where they first stand."""
    return weigh_reuse(reports, wording)[0]


def _weight(pairing: Pairing, counting: Counts) -> int:
    """Return how many letters are the same that count."""
    rows = np.frombuffer(pairing.same, dtype=np.intc).reshape(-1, 3)
    return int((counting[rows[:, 0] + rows[:, 2]] - counting[rows[:, 0]]).sum())


def _mark(whose: Owned, pairing: Pairing, mark: int) -> None:
    """Note of the letters that are the same whose they are: what is common stays so."""
    for start, other, size in pairing.blocks:
        for at in (start, other):
            part = whose[at : at + size]
            np.minimum(part, np.int8(mark), out=part)


def _run(texts: _Texts, pairing: Pairing, weight: int) -> SharedRun:
    return SharedRun(
        texts.place(*pairing.here),
        texts.place(*pairing.there),
        weight,
        tuple(
            (*texts.span(start, end), *texts.span(other_start, other_end))
            for start, end, other_start, other_end in pairing.changes
        ),
    )


def _near(
    texts: _Texts, groups: Sequence[Group], pairings: Sequence[Pairing], many: set[int]
) -> Iterator[SharedPassage]:
    """Yield the groups whose places differ in anything."""
    for group in groups:
        if any(len(pairings[at].same) > 3 for at in group.pairings):
            places = tuple(texts.place(*span) for span in group.spans)
            start, end = group.spans[0]
            text = texts.reports[texts.corpus.owner(start)].piece.text
            words = text[places[0].start : places[0].end]
            common = many.issuperset(group.pairings)
            yield SharedPassage(words, places, end - start, common, near=True)


def _shares(texts: _Texts, whose: Owned, runs: Sequence[SharedRun]) -> Iterator[ReportShares]:
    told = {place.report for run in runs for place in (run.one, run.other)}
    ends = [*texts.corpus.firsts.tolist()[1:], len(whose)]
    for report, start, end in zip(texts.reports, texts.corpus.firsts.tolist(), ends, strict=True):
        part = whose[start:end]
        document, common, shared, own = np.bincount(part, minlength=OWN + 1).tolist()
        name = report.piece.id
        marks = _marks(part, texts.offsets[start:end]) if name in told else b""
        yield ReportShares(name, len(part), document, common, shared, own, marks)


def _marks(whose: Owned, offsets: Offsets) -> bytes:
    """Return where letters stand that are not the report's own: start, end, whose."""
    edges = np.flatnonzero(np.concatenate(([True], whose[1:] != whose[:-1], [True])))
    firsts, lasts = edges[:-1], edges[1:] - 1
    rows = np.stack((offsets[firsts], offsets[lasts] + 1, whose[firsts]), axis=1)
    return array("i", rows[rows[:, 2] != OWN].ravel().tolist()).tobytes()
