"""What a person should look at (疑点), by kind, the gravest first, with what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz, process

from generator import addresses
from generator.checking.codes import CODES
from generator.model import Document, EditionSentence, Finding
from generator.outputs.site.pictures import picture_address
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex, source_stem
from generator.outputs.site.views.marking import Run
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.variants import differing

PER_SHEET = 300
QUOTATION = "Q-001"  # a quotation that is not word for word
LEVELS = {"error": "须改正", "warning": "须核对", "info": "备查"}
ORDER = list(LEVELS)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a report quotes beside what the article says; marked runs are what differs."""

    place: str
    address: str
    original: tuple[Run[bool], ...]
    quoted: tuple[Run[bool], ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding: the words, where they stand, and what was noticed."""

    place: str
    address: str
    text: str
    message: str
    comparison: Comparison | None
    picture: str = ""


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """The findings of one code, with what an editor does about them."""

    code: str
    name: str
    level: str
    level_name: str
    advice: str
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class FindingsView:
    """A sheet of findings, the gravest first."""

    sheet: Sheet[Finding]
    counts: tuple[tuple[str, int], ...]
    groups: tuple[FindingGroup, ...]


def finding_sheets(index: LibraryIndex) -> tuple[Sheet[Finding], ...]:
    """Return the findings in sheets, by level, then code, then place."""
    rows = sorted(
        index.library.findings,
        key=lambda each: (ORDER.index(each.level), each.code, each.file, each.line, each.text),
    )
    return sheets(rows, PER_SHEET, addresses.FINDINGS)


def findings_view(index: LibraryIndex, sheet: Sheet[Finding]) -> FindingsView:
    """Return the view of one sheet of findings."""
    counts: Counter[str] = Counter(each.level for each in index.library.findings)
    grouped = groupby(sheet.rows, key=lambda each: (each.level, each.code))
    return FindingsView(
        sheet,
        tuple((LEVELS[level], counts[level]) for level in LEVELS if counts[level]),
        tuple(_group(index, level, code, found) for (level, code), found in grouped),
    )


def _group(index: LibraryIndex, level: str, code: str, found: Iterable[Finding]) -> FindingGroup:
    known = CODES.get(code)
    return FindingGroup(
        code,
        known.name if known else code,
        level,
        LEVELS[level],
        known.advice if known else "",
        tuple(_finding(index, each) for each in found),
    )


def _finding(index: LibraryIndex, finding: Finding) -> FindingView:
    line = f"第{finding.line}行" if finding.line else ""
    report = index.reports.get(finding.piece) or _reprint(index, finding)
    if report is None:
        edits = finding.file in index.hashes
        address = addresses.ledger(source_stem(finding.file)) if edits else ""
        return FindingView(
            f"{finding.file} {line}",
            address,
            finding.text,
            finding.message,
            None,
            picture_address(finding.picture),
        )
    at = next((each for each in report.sentences if each.end > finding.start), None)
    address = addresses.report(report.piece.id) + (f"#{at.id}" if at else "")
    quoted = report.piece.text[finding.start : finding.end]
    return FindingView(
        f"{index.names[report.piece.id]} {line}",
        address,
        finding.text,
        finding.message,
        comparison(index, quoted) if finding.code == QUOTATION else None,
    )


def _reprint(index: LibraryIndex, finding: Finding) -> Document | None:
    found = index.reprints.get(finding.piece)
    return found.document if found else None


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
