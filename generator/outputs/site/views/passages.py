"""Linked passages as readers see them: words in context, evidence marked, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Document, Evidence, Link
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Mark, Run, runs
from generator.text.nomenclature import ROLE_WORDS, RoleWord
from generator.text.quoting import quoted, titled

LONGEST = 150
MOST_NAMED = 12  # reports that a passage names which have it
LEAD = 30


@dataclass(frozen=True, slots=True)
class Sharer:
    """A report that has a passage too, and where."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a report that is linked with an article.

    `shared` is how many reports have it; where they are several, `sharers` are the first of them.
    """

    id: str
    runs: tuple[Run[bool], ...]
    cut_before: bool
    cut_after: bool
    report_title: str
    address: str
    role: RoleWord
    kind: str
    status: str
    why: tuple[str, ...]
    shared: int
    sharers: tuple[Sharer, ...]


def passage_of(index: LibraryIndex, link: Link) -> Passage:
    """Return the passage of `link`, cut round its evidence where it is long."""
    report = index.reports[link.report]
    marks = [
        Mark(each.report_start, each.report_end, True)
        for each in link.evidence
        if each.report_end > each.report_start
    ]
    start, end = _window(link, marks)
    return Passage(
        id=link.id,
        runs=runs(report.piece.text, start, end, marks),
        cut_before=start > link.start,
        cut_after=end < link.end,
        report_title=index.names[link.report],
        address=place_in_report(index, report, link.start),
        role=ROLE_WORDS[link.role],
        kind=words.LINK_KINDS[link.kind],
        status=words.link_status(link),
        why=_reasons(index, link),
        shared=link.shared,
        sharers=_sharers(index, link),
    )


def _sharers(index: LibraryIndex, link: Link) -> tuple[Sharer, ...]:
    group = index.groups.get(link.id)
    if group is None:
        return ()
    return tuple(
        Sharer(index.names[place.report], place_in_report(index, report, place.start))
        for place in group.places[:MOST_NAMED]
        for report in (index.reports[place.report],)
    )


def place_in_report(index: LibraryIndex, report: Document, start: int) -> str:
    """Return the address of the sentence that holds `start`, or that follows there."""
    at = bisect_right(report.sentences, start, key=lambda each: each.end)
    if at == len(report.sentences):
        return index.report_page(report.piece.id)
    return f"{index.report_page(report.piece.id)}#{report.sentences[at].id}"


def _reasons(index: LibraryIndex, link: Link) -> tuple[str, ...]:
    """Return the reasons for a link, with the decisions that it was learned from."""
    reasons = [why(each) for each in link.evidence if each.what != "decision"]
    return (
        *dict.fromkeys(reasons),
        *(_taught(index, each) for each in link.learned),
    )


def _taught(index: LibraryIndex, learned: str) -> str:
    """Return in words that an editor has decided on words much like these."""
    report, _, decided = learned.partition("：")
    source = index.reports.get(report)
    return f"编者核对过相近的一句：{quoted(decided)}" + (
        f"（{titled(source.piece.title)}）" if source else ""
    )


def why(evidence: Evidence) -> str:
    """Return one reason for a link in words."""
    match evidence.what:
        case "citation":
            return f"文中点名：{quoted(evidence.text)}"
        case "quotation":
            return f"与条文字句相同：{quoted(evidence.text)}"
        case "term":
            return f"同用一个词语：{quoted(evidence.text)}"
        case "similarity":
            return f"文字与条文相近：{quoted(evidence.text)}"
        case "context":
            return f"所在段落说的是这一条：{quoted(evidence.text)}"
        case "decision":
            return "编者核对过相近的一句"


def _window(link: Link, marks: Sequence[Mark[bool]]) -> tuple[int, int]:
    """Return the part of a passage that is shown, in offsets of the report."""
    if link.end - link.start <= LONGEST or not marks:
        return link.start, min(link.end, link.start + LONGEST)
    first = min(mark.start for mark in marks)
    start = max(link.start, first - LEAD)
    return start, min(link.end, start + LONGEST)
