"""What one report shares with others (雷同), both texts beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Document, Place, SharedRun
from generator.outputs.shared.reuse_pairs import ReportPair
from generator.outputs.site.views.compare import reuse_compare_address
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Mark, Run, runs
from generator.outputs.site.views.passages import place_in_report
from generator.outputs.site.views.reuse_names import (
    Named,
    Part,
    named,
    partner_id,
    parts_of,
    share_of,
)

MOST_PARTNERS = 20  # reports that a report's page lays beside it
MOST_RUNS = 200  # that it shows
LONGEST = 1_500  # characters of a run that it shows


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What two reports share, as each has it: words that differ are marked."""

    number: int
    letters: int
    own: tuple[Run[bool], ...]
    other: tuple[Run[bool], ...]
    own_address: str
    other_address: str
    changes: int


@dataclass(frozen=True, slots=True)
class Partner:
    """Another report, and what it shares with this one."""

    id: str
    report: Named
    facts: tuple[str, ...]
    letters: int
    shares: tuple[int, int]
    compare: str
    runs: tuple[SharedWords, ...]
    hidden: int


@dataclass(frozen=True, slots=True)
class ReportReuseView:
    """What a report shares with each of the others."""

    report: Named
    letters: int
    parts: tuple[Part, ...]
    partners: tuple[Partner, ...]
    count: int


def report_reuse_view(index: LibraryIndex, report: Document) -> ReportReuseView:
    """Return the view of what a report shares with others."""
    own = report.piece.id
    pairs = index.reuse_pairs_by_report[own]
    left = MOST_RUNS
    partners = []
    for pair in pairs[:MOST_PARTNERS]:
        partners.append(_partner(index, own, pair, max(3, left)))
        left -= len(partners[-1].runs)
    return ReportReuseView(
        named(index, own),
        index.reuse_shares[own].letters,
        parts_of(index.reuse_shares[own]),
        tuple(partners),
        len(pairs),
    )


def _partner(index: LibraryIndex, own: str, pair: ReportPair, most: int) -> Partner:
    other = pair.other if pair.one == own else pair.one
    piece = index.reports[other].piece
    numbered = enumerate((each if pair.one == own else turned(each) for each in pair.runs), 1)
    shown = sorted(numbered, key=lambda each: each[1].one.start)
    return Partner(
        partner_id(other),
        named(index, other),
        tuple(filter(None, (piece.genre, piece.issuer, piece.place))),
        pair.letters,
        (share_of(index, own, pair.letters), share_of(index, other, pair.letters)),
        reuse_compare_address(index, own, other),
        tuple(_words(index, number, each) for number, each in shown[:most]),
        len(shown[most:]),
    )


def turned(run: SharedRun) -> SharedRun:
    """Return a run with its two reports the other way round."""
    return SharedRun(
        run.other, run.one, run.same, tuple((c, d, a, b) for a, b, c, d in run.changes)
    )


def _words(index: LibraryIndex, number: int, run: SharedRun) -> SharedWords:
    own, other = index.reports[run.one.report], index.reports[run.other.report]
    return SharedWords(
        number,
        run.same,
        _marked(own.piece.text, run.one, [(each[0], each[1]) for each in run.changes]),
        _marked(other.piece.text, run.other, [(each[2], each[3]) for each in run.changes]),
        place_in_report(index, own, run.one.start),
        place_in_report(index, other, run.other.start),
        len(run.changes),
    )


def _marked(text: str, place: Place, changes: list[tuple[int, int]]) -> tuple[Run[bool], ...]:
    end = min(place.end, place.start + LONGEST)
    return runs(text, place.start, end, [Mark(*each, True) for each in changes])
