"""What each two reports have in common, and what of each report is whose."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import numpy as np
import numpy.typing as npt

from generator.model import (
    Document,
    Place,
    ReportShares,
    Reuse,
    SharedPassage,
    SharedRun,
    Whose,
)
from generator.reuse.aligning import Block
from generator.reuse.finding import find_repeats, passages_of
from generator.reuse.grouped_spans import Group, grouped
from generator.reuse.pairing import Pairing, common_letters, find_pairings, own_letters
from generator.reuse.reading import Corpus, Offsets, Reader, read_corpus, read_offsets
from generator.reuse.seeds import FEW
from generator.reuse.wording import Wording

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
    repeats = find_repeats(corpus, wording)
    own = own_letters(corpus, wording)
    common = common_letters(corpus, repeats)
    pairings = find_pairings(corpus, repeats, own & ~common)
    groups = grouped(corpus, pairings)
    many = {at for group in groups if group.reports > FEW for at in group.pairings}
    whose = np.where(own, np.int8(OWN), np.int8(DOCUMENT))
    whose[own & common] = COMMON
    for at, pairing in enumerate(pairings):
        _mark(whose, pairing.blocks, COMMON if at in many else SHARED)
    texts = _Texts(reports, corpus, read_offsets(reports, reader))
    runs = tuple(_run(texts, each, common=at in many) for at, each in enumerate(pairings))
    return passages_of(reports, corpus, texts.offsets, repeats), Reuse(
        tuple(_near(texts, groups, pairings)), runs, tuple(_shares(texts, whose, runs))
    )


def _mark(whose: Owned, blocks: Sequence[Block], mark: int) -> None:
    """Note of the letters that are the same whose they are: what is common stays so."""
    for block in blocks:
        if block.same:
            for start, end in ((block.start, block.end), (block.other_start, block.other_end)):
                part = whose[start:end]
                part[part > mark] = mark


def _run(texts: _Texts, pairing: Pairing, *, common: bool) -> SharedRun:
    return SharedRun(
        texts.place(*pairing.here),
        texts.place(*pairing.there),
        pairing.weight,
        tuple(
            (*texts.span(each.start, each.end), *texts.span(each.other_start, each.other_end))
            for each in pairing.blocks
            if not each.same
        ),
        common,
    )


def _near(
    texts: _Texts, groups: Sequence[Group], pairings: Sequence[Pairing]
) -> Iterator[SharedPassage]:
    """Yield the groups whose places differ in anything."""
    for group in groups:
        if any(len(pairings[at].blocks) > 1 for at in group.pairings):
            places = tuple(texts.place(*span) for span in group.spans)
            text = texts.reports[texts.corpus.owner(group.spans[0][0])].piece.text
            yield SharedPassage(text[places[0].start : places[0].end], places)


def _shares(
    texts: _Texts, whose: Owned, runs: Sequence[SharedRun]
) -> Iterator[ReportShares]:
    told = {place.report for run in runs if not run.common for place in (run.one, run.other)}
    ends = [*texts.corpus.firsts.tolist()[1:], len(whose)]
    for report, start, end in zip(texts.reports, texts.corpus.firsts.tolist(), ends, strict=True):
        part = whose[start:end]
        counts = np.bincount(part, minlength=OWN + 1).tolist()
        name = report.piece.id
        marks = _marks(part, texts.offsets[start:end]) if name in told else b""
        yield ReportShares(name, len(part), *counts, marks)


def _marks(whose: Owned, offsets: Offsets) -> bytes:
    """Return where letters stand that are not the report's own: start, end, whose."""
    edges = np.flatnonzero(np.concatenate(([True], whose[1:] != whose[:-1], [True])))
    firsts, lasts = edges[:-1], edges[1:] - 1
    rows = np.stack((offsets[firsts], offsets[lasts] + 1, whose[firsts]), axis=1)
    return array("i", rows[rows[:, 2] != OWN].ravel().tolist()).tobytes()
