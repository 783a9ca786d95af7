"""What is not certain (疑点), in a reader's words, what matters most first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from rapidfuzz import fuzz, process

from generator import addresses
from generator.checking.codes import CODES
from generator.checking.reader_words import READER_WORDS, SECTIONS, Section, sentence
from generator.model import EditionSentence, Finding
from generator.outputs.site.pictures import picture_address
from generator.outputs.site.views import words
from generator.outputs.site.views.finding_places import FindingPlace, FindingPlaces
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Run
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.variants import differing

PER_SHEET = 300
QUOTATION = "Q-001"  # a quotation that is not word for word
REPRINT = "R-001"
ORDER = list(SECTIONS)
LEVELS = ["error", "warning", "info"]
CODE_ORDER = list(READER_WORDS)  # the order of its table: what matters most first
UNPLACED: Section = "keeper"  # where a finding stands that no page shows


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a report quotes beside what the article says; marked runs are what differs."""

    place: str
    address: str
    original: tuple[Run[bool], ...]
    quoted: tuple[Run[bool], ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding: what was noticed, the words, and where they are shown.

    `other` is the page and title of the other text, where two are nearly the same.
    """

    said: str
    place: FindingPlace
    comparison: Comparison | None = None
    picture: str = ""
    other: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one kind, and what a reader is to make of them."""

    id: str
    name: str
    meaning: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class FindingSection:
    """The kinds of findings that belong together, with how many of them there are in all."""

    id: str
    name: str
    about: str
    count: int
    groups: tuple[FindingGroup, ...]


@dataclass(frozen=True, slots=True)
class FindingsView:
    """A sheet of findings, what matters most first; `counts` are of all sheets, by section.

    `advice` tells the maintainer what to do about each kind there is.
    """

    sheet: Sheet[Finding]
    counts: tuple[tuple[str, int], ...]
    sections: tuple[FindingSection, ...]
    advice: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding as the page tells it that shows the words; `address` leads to them there."""

    said: str
    address: str


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a library in the order in which they are shown, with their places."""

    rows: tuple[Finding, ...]
    places: Mapping[Finding, FindingPlace]

    def place(self, finding: Finding) -> FindingPlace:
        """Return where the words of a finding are shown."""
        return self.places[finding]

    def section(self, finding: Finding) -> Section:
        """Return the section that a finding stands in: what no page shows is for the maintainer."""
        own = READER_WORDS[finding.code].section
        return own if self.place(finding).is_shown else UNPLACED


def _all_findings(index: LibraryIndex) -> Findings:
    places = FindingPlaces(index)
    found = Findings((), {each: places.of(each) for each in index.library.findings})
    rows = sorted(
        index.library.findings,
        key=lambda each: (
            ORDER.index(found.section(each)),
            CODE_ORDER.index(each.code),
            LEVELS.index(each.level),
            found.place(each).page,
            each.file,
            each.line,
            each.start,
            each.text,
        ),
    )
    return replace(found, rows=tuple(rows))


def all_findings(index: LibraryIndex) -> Findings:
    """Return the findings of a library, found once for all its pages."""
    return index.made(_all_findings)


def findings_by_page(index: LibraryIndex) -> Mapping[str, tuple[PageFinding, ...]]:
    """Return page -> the findings that it shows, as a reader is told of them."""
    return index.made(_findings_by_page)


def _findings_by_page(index: LibraryIndex) -> dict[str, tuple[PageFinding, ...]]:
    findings = all_findings(index)
    found: dict[str, list[PageFinding]] = defaultdict(list)
    for each in findings.rows:
        place = findings.place(each)
        if place.page and findings.section(each) != UNPLACED:
            found[place.page].append(PageFinding(sentence(each), place.address))
    return {page: tuple(told) for page, told in found.items()}


def finding_sheets(index: LibraryIndex) -> tuple[Sheet[Finding], ...]:
    """Return the findings in sheets, by section, then kind, then place."""
    return sheets(all_findings(index).rows, PER_SHEET, addresses.FINDINGS)


def findings_view(index: LibraryIndex, sheet: Sheet[Finding]) -> FindingsView:
    """Return the view of one sheet of findings."""
    findings = all_findings(index)
    counts = Counter(findings.section(each) for each in findings.rows)
    told = {each.code for each in findings.rows}
    codes = [each for each in CODE_ORDER if each in told]
    return FindingsView(
        sheet,
        tuple((SECTIONS[each][0], counts[each]) for each in ORDER if counts[each]),
        tuple(
            FindingSection(
                section,
                *SECTIONS[section],
                counts[section],
                tuple(
                    _group(index, findings, section, code, of_code)
                    for code, of_code in groupby(rows, key=lambda each: each.code)
                ),
            )
            for section, rows in groupby(sheet.rows, key=findings.section)
        ),
        tuple((READER_WORDS[each].name, CODES[each].advice) for each in codes),
    )


def _group(
    index: LibraryIndex, findings: Findings, section: Section, code: str, found: Iterable[Finding]
) -> FindingGroup:
    told = READER_WORDS[code]
    return FindingGroup(
        f"{section}-{CODE_ORDER.index(code) + 1}",
        told.name,
        told.meaning,
        tuple(_finding(index, each, findings.place(each)) for each in found),
    )


def _finding(index: LibraryIndex, finding: Finding, place: FindingPlace) -> FindingView:
    report = index.reports.get(finding.piece)
    quoted = report.piece.text[finding.start : finding.end] if report else ""
    other = index.reports.get(finding.details[0]) if finding.code == REPRINT else None
    return FindingView(
        sentence(finding),
        place,
        comparison(index, quoted) if quoted and finding.code == QUOTATION else None,
        picture_address(finding.picture),
        (index.report_page(other.piece.id), index.names[other.piece.id]) if other else None,
    )


def comparison(index: LibraryIndex, quoted: str) -> Comparison | None:
    """Return the sentence of an edition that is most like `quoted`, the two set side by side."""
    sentences: dict[tuple[str, str], EditionSentence] = {
        (base, each.id): each
        for base, collation in index.collations.items()
        for each in collation.edition.sentences
    }
    texts = {key: each.text for key, each in sentences.items()}
    best = process.extractOne(quoted, texts, scorer=fuzz.ratio)
    if best is None:
        return None
    base, sentence = best[2][0], sentences[best[2]]
    title = index.collations[base].edition.base.short_title
    article = index.articles.get((base, sentence.article or 0))
    return Comparison(
        title + (words.article_name(article) if article else ""),
        addresses.edition_sentence(base, sentence),
        differing(sentence.text, quoted),
        differing(quoted, sentence.text),
    )
