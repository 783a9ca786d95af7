"""What a draft (稿子) is told: the findings of its check as frozen dataclasses.

All offsets are Unicode code points of the draft's text unless they are said to be an article's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model import EvidenceKind, Level, Link

Verdict = Literal["exact", "altered", "missing"]
Kind = Literal["document", "shared", "own"]


@dataclass(frozen=True, slots=True)
class QuotedPlace:
    """Words of a base document: of an article (0 outside articles) from `start` to `end`.

    Offsets are into the article's text, or that of the paragraph; `name` is 《意见》第（五）条,
    `page` the page and anchor of the sentence where the words begin.
    """

    base: str
    article: int
    start: int
    end: int
    name: str
    page: str


@dataclass(frozen=True, slots=True)
class Change:
    """The draft has what stands from `start` to `end` where the edition has `original`."""

    start: int
    end: int
    original: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the draft that are a quotation: `marked` by quotation marks, or found without.

    An exact one may stand at several `places`; those of an altered one are what it is made of, in
    order.  `original` is what the edition has; `punctuation` tells that marks alone differ.
    """

    start: int
    end: int
    marked: bool
    verdict: Verdict
    places: tuple[QuotedPlace, ...] = ()
    changes: tuple[Change, ...] = ()
    original: str = ""
    punctuation: bool = False


@dataclass(frozen=True, slots=True)
class CitedProvision:
    """An article, 款 or 项 that the draft cites, and whether it `exists`.

    `quotation` is the index of the quotation said to stand there, None where there is none, and
    `stands` whether it does.
    """

    start: int
    end: int
    base: str
    article: int
    name: str
    page: str
    exists: bool
    quotation: int | None = None
    stands: bool = False


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """Words of the draft that speak of an article, and why they are thought to."""

    start: int
    end: int
    sure: bool
    evidence: tuple[tuple[EvidenceKind, str], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether the draft speaks of an article: `spoken`, best first; else what to look at."""

    base: str
    article: int
    name: str
    heading: str
    page: str
    spoken: tuple[SpokenOf, ...]
    passages: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedRun:
    """Words of the draft that stand in a report too, from `report_start` to `report_end` there.

    `letters` are those that are the same, `reports` how many reports have most of them.
    """

    start: int
    end: int
    report: str
    report_start: int
    report_end: int
    letters: int
    reports: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the draft of one kind: the document's, shared with reports, or the writer's own."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Shares:
    """How many letters of the draft are the document's, shared with reports, and its own."""

    document: int
    shared: int
    own: int

    @property
    def letters(self) -> int:
        """All letters of the draft."""
        return self.document + self.shared + self.own


@dataclass(frozen=True, slots=True)
class DraftFinding:
    """What is doubtful in any text; codes and levels as those of `check`."""

    code: str
    level: Level
    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class DraftReport:
    """All that the check of a draft found; every list in the order of the text.

    `by_report` tells how many letters each report has in common with the draft, most first.
    """

    text: str
    quotations: tuple[Quotation, ...]
    citations: tuple[CitedProvision, ...]
    coverage: tuple[Coverage, ...]
    runs: tuple[SharedRun, ...]
    by_report: tuple[tuple[str, int], ...]
    stretches: tuple[Stretch, ...]
    shares: Shares
    findings: tuple[DraftFinding, ...]
