"""What reports share (雷同), in lists: which two how much, what several have, whose words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import FEW, Place, ReportShares, SharedPassage
from generator.outputs.shared.broken_titles import pieces_by_sense
from generator.outputs.shared.reuse_pairs import ReportPair
from generator.outputs.shared.stated_choices import Choice, stated_values
from generator.outputs.site.views.compare import reuse_compare_address
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.passages import MOST_NAMED, Sharer, place_in_report
from generator.outputs.site.views.reuse_index import MOST_PAIRS, reports_of
from generator.outputs.site.views.reuse_names import (
    Named,
    Part,
    named,
    partner_id,
    parts_of,
    reuse_page,
    share_of,
)

PAIRS_PER_SHEET, GROUPS_PER_SHEET, SHARES_PER_SHEET = 60, 60, 200
FEW_PAIRS = 10  # up to which nothing is chosen
OPENING = 90  # characters of the words that a line shows
LONGEST = 1_500  # characters of a passage that a line shows


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
            named(index, each.report),
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
        named(index, pair.one),
        named(index, pair.other),
        f"{addresses.reuse(pair.one, index.library)}#{partner_id(pair.other)}",
        reuse_compare_address(index, pair.one, pair.other),
        pair.letters,
        len(pair.runs),
        (share_of(index, pair.one, pair.letters), share_of(index, pair.other, pair.letters)),
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
