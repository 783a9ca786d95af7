"""What is to be seen at some words of a report: mended, a lead, a blank, a law, a term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator import addresses
from generator.cleaning import anonymised
from generator.model import Document, Edit
from generator.outputs.site.views.ledger import edit_address, edit_reason
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Mark
from generator.outputs.site.views.mending import Mended
from generator.outputs.site.views.report_glosses import glossed_words

CORRECTION = "C-013"  # the rule that makes the corrections of errata.yml
LONGEST_LEAD = 40  # characters up to which a heading that opens a paragraph is set bold


@dataclass(frozen=True, slots=True)
class Noted:
    """What is to be seen at some words: a misprint mended, a heading, a blank left by the source.

    `before` is what the source reads, where a misprint was mended, and `reason` why; `address`
    is where its edit stands in the ledger, the article of a law that the words cite, or the id
    of what explains them.
    """

    what: Literal["mended", "lead", "blank", "law", "gloss"]
    address: str = ""
    before: str = ""
    reason: str = ""


def noted_words(
    index: LibraryIndex, report: Document, edits: Sequence[Mended]
) -> list[Mark[Noted]]:
    """Return all that is to be noted, by offsets into the report's text; links outermost."""
    marks = [*_cited_laws(index, report), *_noted(index, report, edits)]
    return [*marks, *_explained(index, report, marks)]


def _noted(index: LibraryIndex, report: Document, edits: Sequence[Mended]) -> list[Mark[Noted]]:
    """Return what is to be noted in the text, by its offsets."""
    corrected = [each for each in edits if CORRECTION in each.edit.rules]
    whole = {end for each in report.paragraphs for end in (each.end - 1, each.end)}
    leads = [
        each
        for each in report.outline
        if each.inline and each.end not in whole and each.end - each.start <= LONGEST_LEAD
    ]
    blanks = anonymised.blanks(report.piece.text)
    return [
        *(Mark(each.start, each.end, _mended(index, each.edit)) for each in corrected),
        *(Mark(each.start, each.end, Noted("lead")) for each in leads),
        *(
            Mark(each.start, each.end, Noted("blank"))
            for each in blanks
            if each.kind == "anonymised"
        ),
    ]


def _mended(index: LibraryIndex, edit: Edit) -> Noted:
    return Noted("mended", edit_address(index, edit), edit.before, edit_reason(edit))


def _cited_laws(index: LibraryIndex, report: Document) -> list[Mark[Noted]]:
    """Return where the report cites articles of laws that the library has."""
    return [
        Mark(
            each.start,
            each.end,
            Noted("law", addresses.law_article(each.law, index.library, each.number, each.branch)),
        )
        for each in index.law_citations_by_report.get(report.piece.id, ())
    ]


def _explained(
    index: LibraryIndex, report: Document, marks: Sequence[Mark[Noted]]
) -> list[Mark[Noted]]:
    """Return where words of the glossary first stand in each part."""
    found = glossed_words(index, report, ((each.start, each.end) for each in marks))
    return [Mark(each.start, each.end, Noted("gloss", each.tag)) for each in found]
