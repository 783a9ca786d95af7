"""No kind of page grows with the library: twice the reports, pages of the same size."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from generator import addresses
from generator.model import Document, Library
from generator.outputs.site.pages import site_pages

PLACES = [f"{a}{b}县" for a in "甲乙丙丁戊己" for b in "东南西北中"]
ONE_EACH = {"report", "ledger"}  # pages of a single report or source


def grown(tiny: Library, count: int) -> Library:
    """The library with `count` reports in thirty places and five years, all linked."""
    (first,) = tiny.reports
    reports: list[Document] = []
    links = []
    for at in range(1000, 1000 + count):
        name = f"r{at}"
        piece = replace(
            first.piece,
            id=name,
            file=f"{name}.txt",
            title=f"第{at}份报告",
            place=PLACES[at % 30],
            date=f"202{at % 5}-05",
        )
        sentences = tuple(
            replace(each, id=each.id.replace("r-", f"{name}-")) for each in first.sentences
        )
        reports.append(replace(first, piece=piece, sentences=sentences))
        links += [
            replace(each, id=each.id.replace("r-", f"{name}-"), report=name) for each in tiny.links
        ]
    sources = tuple(
        replace(tiny.sources[0], file=report.piece.file, sha256=report.piece.id)
        for report in reports
    )
    return replace(tiny, reports=tuple(reports), links=tuple(links), sources=sources)


def largest(library: Library) -> dict[str, int]:
    sizes: Counter[str] = Counter()
    for page in site_pages(library):
        if page.kind not in ONE_EACH:
            sizes[page.kind] = max(sizes[page.kind], len(page.body()))
    return dict(sizes)


def test_twice_the_reports_make_no_larger_page(
    tiny: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.site.views.compare.REPORTS_OFFERED", 100)
    few, many = largest(grown(tiny, 240)), largest(grown(tiny, 480))
    assert {"article", "coverage", "reports", "packs", "terms", "compare"} <= set(few)
    assert {kind: (few[kind], size) for kind, size in many.items() if size > 1.1 * few[kind]} == {}


def test_no_folder_holds_more_pages_than_one_may(
    tiny: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "CROWD", 30)
    counts = Counter(each.address.rpartition("/")[0] for each in site_pages(grown(tiny, 720)))
    assert max(counts.values()) <= 60
