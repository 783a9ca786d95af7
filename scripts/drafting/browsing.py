"""Drafts checked in a real browser, from file://, by the page 核稿 of a built site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from scripts.drafting.judging import FoundCitation, FoundDraft, FoundQuotation, restored

CHECK = """async (text) => {
  const begun = performance.now(), report = await kbCheckDraft(text);
  const quotations = report.quotations.map(({ start, end, verdict, places, changes }) => ({
    start, end, verdict, articles: places.map(({ article }) => article),
    changes: changes.map((each) => [each.start, each.end, each.original]),
  }));
  const { citations, shares, coverage } = report;
  const spoken = coverage.filter((each) => each.spoken.length);
  return { ms: performance.now() - begun, quotations, citations, shares,
    spoken: spoken.map(({ base, article }) => [base, article]),
    findings: report.findings.map(({ code, start }) => [code, start]) };
}"""


@dataclass(frozen=True, slots=True)
class Browsed:
    """What the page says of a draft, which articles it speaks of, and how many milliseconds."""

    found: FoundDraft
    spoken: frozenset[tuple[str, int]]
    findings: frozenset[tuple[str, int]]
    milliseconds: float


@contextmanager
def draft_page(site: Path) -> Iterator[Page]:
    """Give the page 核稿 of a built site in the system's Chromium, its engine loaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("KB_CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        page = browser.new_page()
        page.goto((site / "draft.html").resolve().as_uri())
        page.evaluate("kbShared.script(kbShared.root + 'assets/js/draft.js')")
        yield page
        browser.close()


def browsed(page: Page, text: str) -> Browsed:
    """Return what the page finds in a text; its characters are those of one code unit."""
    said: dict[str, Any] = page.evaluate(CHECK, text)
    quotations = tuple(
        FoundQuotation(
            each["start"],
            each["end"],
            each["verdict"],
            frozenset(each["articles"]),
            restored(text, each["start"], each["end"], [tuple(one) for one in each["changes"]]),
        )
        for each in said["quotations"]
    )
    citations = tuple(
        FoundCitation(each["start"], each["end"], each["article"], each["exists"])
        for each in said["citations"]
    )
    shares = said["shares"]
    found = FoundDraft(quotations, citations, shares["document"], shares["shared"], shares["own"])
    return Browsed(
        found,
        frozenset((base, article) for base, article in said["spoken"]),
        frozenset((code, start) for code, start in said["findings"]),
        said["ms"],
    )
