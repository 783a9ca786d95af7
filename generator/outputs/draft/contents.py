"""What stands below a checked draft: articles left out, articles spoken of, reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.draft import Coverage, DraftReport, SpokenOf
from generator.model import Document, EvidenceKind, Library
from generator.outputs.shared.report_names import library_names

SHOWN = 3  # passages of an article
LONGEST = 160  # letters of a passage
WHY: dict[EvidenceKind, str] = {
    "citation": "引用条号",
    "quotation": "原文",
    "term": "词条",
    "similarity": "相近说法",
    "context": "上文标题",
    "decision": "编者裁定",
}


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article, and passages with where they are from or why they are thought to be on it."""

    name: str
    heading: str
    passages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The tables below the draft."""

    left: tuple[ArticleRow, ...]
    spoken: tuple[ArticleRow, ...]
    reports: tuple[tuple[str, int], ...]
    names: Mapping[str, str]


def contents_of(report: DraftReport, library: Library) -> Contents:
    """Return what stands below the draft, in the words of the library."""
    names = library_names(library)
    reports = {each.piece.id: each for each in library.reports}
    return Contents(
        tuple(_left(each, reports, names) for each in report.coverage if not each.spoken),
        tuple(_spoken(each, report.text) for each in report.coverage if each.spoken),
        tuple((names[report_id], count) for report_id, count in report.by_report),
        names,
    )


def _left(each: Coverage, reports: Mapping[str, Document], names: Mapping[str, str]) -> ArticleRow:
    rows = tuple(
        (shortened(reports[link.report].piece.text[link.start : link.end]), names[link.report])
        for link in each.passages[:SHOWN]
        if link.report in reports
    )
    return ArticleRow(each.name, each.heading, rows)


def _spoken(each: Coverage, text: str) -> ArticleRow:
    rows = tuple((shortened(text[one.start : one.end]), _why(one)) for one in each.spoken[:SHOWN])
    return ArticleRow(each.name, each.heading, rows)


def _why(one: SpokenOf) -> str:
    """Return why words are thought to be on an article: 可能，相近说法“…”."""
    kinds: dict[str, list[str]] = {}
    for what, words in one.evidence:
        kinds.setdefault(WHY[what], []).append(f"“{shortened(words, 20)}”")
    told = "；".join(f"{name}{''.join(some[:2])}" for name, some in kinds.items())
    return f"{'可靠' if one.sure else '可能'}：{told}"


def shortened(words: str, longest: int = LONGEST) -> str:
    """Return words in one line, cut off where they are too many."""
    plain = " ".join(words.split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
