"""What reports share (雷同): which two how much, what several have, whose the words are."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import FEW, Document, Place, ReportShares, SharedPassage, SharedRun
from generator.outputs.shared.broken_titles import pieces_by_sense
from generator.outputs.shared.reuse_pairs import ReportPair
from generator.outputs.shared.stated_choices import Choice, stated_values
from generator.outputs.site.views.compare import reuse_compare_address
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Mark, Run, runs
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.passages import MOST_NAMED, Sharer, place_in_report
from generator.outputs.site.views.reuse_index import MOST_PAIRS, reports_of

PAIRS_PER_SHEET, GROUPS_PER_SHEET, SHARES_PER_SHEET = 60, 60, 200
FEW_PAIRS = 10  # up to which nothing is chosen
OPENING = 90  # characters of the words that a line shows
MOST_PARTNERS = 20  # reports that a report's page lays beside it
MOST_RUNS = 200  # that it shows
LONGEST = 1_500  # characters of a run that it shows


@dataclass(frozen=True, slots=True)
class Part:
    """How many letters of a report are whose, and what share that is, in per cent."""

    whose: str
    name: str
    letters: int
    share: int


@dataclass(frozen=True, slots=True)
class Named:
    """A report: its page, and what it is called."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two reports, how much they share, and the longest words of it.

    `values` are the positions in the choices of what the two state, as JSON.
    """

    one: Named
    other: Named
    address: str
    compare: str
    letters: int
    count: int
    shares: tuple[int, int]
    opening: str
    values: str


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A passage of several reports."""

    text: str
    cut: bool
    letters: int
    near: bool
    common: bool
    reports: int
    places: tuple[Sharer, ...]


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A report, and whose its words are."""

    report: Named
    reuse: str
    letters: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ReuseListView:
    """A sheet of pairs, groups or reports; `counts` are those of the three lists."""

    part: str
    counts: tuple[int, int, int]
    pairs: tuple[PairLine, ...]
    groups: tuple[GroupLine, ...]
    shares: tuple[ShareLine, ...]
    sheet: Sheet[ReportPair] | Sheet[SharedPassage] | Sheet[ReportShares]
    choices: tuple[Choice, ...] = ()
    data: str = ""
    hidden: int = 0
    few: int = FEW


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


def pair_sheets(index: LibraryIndex) -> tuple[Sheet[ReportPair], ...]:
    """Return the pairs in sheets."""
    return sheets(index.reuse_pairs[:MOST_PAIRS], PAIRS_PER_SHEET, addresses.REUSE)


def group_sheets(index: LibraryIndex) -> tuple[Sheet[SharedPassage], ...]:
    """Return the groups in sheets."""
    return sheets(index.reuse_groups, GROUPS_PER_SHEET, addresses.REUSE_GROUPS)


def share_sheets(index: LibraryIndex) -> tuple[Sheet[ReportShares], ...]:
    """Return the reports in sheets, as they stand in the list of reports."""
    return sheets(index.library.reuse.shares, SHARES_PER_SHEET, addresses.REUSE_SHARES)


def pairs_view(index: LibraryIndex, sheet: Sheet[ReportPair]) -> ReuseListView:
    """Return the view of a sheet of pairs."""
    lines = tuple(pair_line(index, each) for each in sheet.rows)
    return ReuseListView(
        "pairs",
        _counts(index),
        lines,
        (),
        (),
        sheet,
        index.stated_choices if sheet.total > FEW_PAIRS else (),
        addresses.REUSE_DATA if len(sheet.addresses) > 1 else "",
        max(0, len(index.reuse_pairs) - MOST_PAIRS),
    )


def pair_data(index: LibraryIndex) -> dict[str, str]:
    """Return address -> text of the script that a list of several sheets needs; else nothing.

    It holds the reports that share anything (page, title in pieces between which a line may end,
    positions in the choices) and the pairs: numbers of the two reports, letters, runs, the two
    shares, the opening words.
    """
    pairs = index.reuse_pairs[:MOST_PAIRS]
    if len(pairs) <= PAIRS_PER_SHEET:
        return {}
    names = sorted({name for pair in pairs for name in (pair.one, pair.other)})
    numbers = {name: number for number, name in enumerate(names)}
    reports = [
        [
            addresses.pane(index.report_page(name)),
            "\n".join(pieces_by_sense(index.names[name])),
            _positions(index, name),
        ]
        for name in names
    ]
    rows = []
    for pair in pairs:
        line = pair_line(index, pair)
        ends = [numbers[pair.one], numbers[pair.other]]
        rows.append([*ends, line.letters, line.count, *line.shares, line.opening])
    parts: dict[str, Sequence[object]] = {"kbReuseReports": reports, "kbReusePairs": rows}
    text = "".join(
        f"window.{name} = [\n"
        + ",\n".join(json.dumps(each, ensure_ascii=False) for each in found)
        + "\n];\n"
        for name, found in parts.items()
    )
    return {addresses.REUSE_DATA: text.replace("\u2028", " ").replace("\u2029", " ")}


def _positions(index: LibraryIndex, report: str) -> list[int]:
    """Return the positions, from 1, in each of the choices of what a report states."""
    values = stated_values(index.reports[report].piece)
    return [index.choice_positions[each.name][values[each.name]] for each in index.stated_choices]


def groups_view(index: LibraryIndex, sheet: Sheet[SharedPassage]) -> ReuseListView:
    """Return the view of a sheet of groups."""
    lines = tuple(_group(index, each) for each in sheet.rows)
    return ReuseListView("groups", _counts(index), (), lines, (), sheet)


def shares_view(index: LibraryIndex, sheet: Sheet[ReportShares]) -> ReuseListView:
    """Return the view of a sheet of reports."""
    lines = tuple(
        ShareLine(
            _named(index, each.report),
            reuse_page(index, each.report),
            each.letters,
            parts_of(each),
        )
        for each in sheet.rows
    )
    return ReuseListView("shares", _counts(index), (), (), lines, sheet)


def _counts(index: LibraryIndex) -> tuple[int, int, int]:
    return len(index.reuse_pairs), len(index.reuse_groups), len(index.library.reports)


def pair_line(index: LibraryIndex, pair: ReportPair) -> PairLine:
    """Return how two reports stand in the list."""
    longest = max(pair.runs, key=lambda each: each.same)
    text = index.reports[pair.one].piece.text
    words = " ".join(text[longest.one.start : longest.one.end].split())
    return PairLine(
        _named(index, pair.one),
        _named(index, pair.other),
        f"{addresses.reuse(pair.one, index.library)}#{partner_id(pair.other)}",
        reuse_compare_address(index, pair.one, pair.other),
        pair.letters,
        len(pair.runs),
        (_share(index, pair.one, pair.letters), _share(index, pair.other, pair.letters)),
        words[:OPENING] + ("…" if len(words) > OPENING else ""),
        json.dumps([_positions(index, pair.one), _positions(index, pair.other)]),
    )


def _group(index: LibraryIndex, passage: SharedPassage) -> GroupLine:
    firsts: dict[str, Place] = {}
    for place in passage.places:
        firsts.setdefault(place.report, place)
    return GroupLine(
        passage.text[:LONGEST],
        len(passage.text) > LONGEST,
        passage.letters,
        passage.near,
        passage.common,
        reports_of(passage),
        tuple(
            Sharer(index.names[name], place_in_report(index, index.reports[name], place.start))
            for name, place in list(firsts.items())[:MOST_NAMED]
        ),
    )


def reuse_page(index: LibraryIndex, report: str) -> str:
    """Return the page of what a report shares; empty where it shares nothing."""
    return addresses.reuse(report, index.library) if report in index.reuse_pairs_by_report else ""


def partner_id(report: str) -> str:
    """Return the id of what is shared with a report, on the page of another."""
    return f"with-{report}"


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
        _named(index, own),
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
        _named(index, other),
        tuple(filter(None, (piece.genre, piece.issuer, piece.place))),
        pair.letters,
        (_share(index, own, pair.letters), _share(index, other, pair.letters)),
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


def parts_of(shares: ReportShares) -> tuple[Part, ...]:
    """Return whose the letters of a report are; the shares add up to a hundred."""
    named = (
        ("document", "文件原话", shares.document),
        ("common", "许多报告都有", shares.common),
        ("shared", "与少数报告相同", shares.shared),
        ("own", "自己的话", shares.own),
    )
    total = max(1, shares.letters)
    exact = [100 * count / total for _, _, count in named]
    rounded = [int(each) for each in exact]
    missing = 100 - sum(rounded) if shares.letters else 0
    for at in sorted(range(len(exact)), key=lambda at: rounded[at] - exact[at])[:missing]:
        rounded[at] += 1
    return tuple(
        Part(whose, name, count, share)
        for (whose, name, count), share in zip(named, rounded, strict=True)
    )


def _share(index: LibraryIndex, report: str, letters: int) -> int:
    """Return what share of a report's letters so many are, in per cent."""
    return min(100, round(100 * letters / max(1, index.reuse_shares[report].letters)))


def _named(index: LibraryIndex, report: str) -> Named:
    return Named(index.names[report], index.report_page(report))
