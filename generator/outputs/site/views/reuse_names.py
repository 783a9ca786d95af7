"""Reports that share words (雷同): what they are called, and whose the letters of each are."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import ReportShares
from generator.outputs.site.views.library_index import LibraryIndex


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


def reuse_page(index: LibraryIndex, report: str) -> str:
    """Return the page of what a report shares; empty where it shares nothing."""
    return addresses.reuse(report, index.library) if report in index.reuse_pairs_by_report else ""


def partner_id(report: str) -> str:
    """Return the id of what is shared with a report, on the page of another."""
    return f"with-{report}"


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


def share_of(index: LibraryIndex, report: str, letters: int) -> int:
    """Return what share of a report's letters so many are, in per cent."""
    return min(100, round(100 * letters / max(1, index.reuse_shares[report].letters)))


def named(index: LibraryIndex, report: str) -> Named:
    """Return a report's title and page."""
    return Named(index.names[report], index.report_page(report))
