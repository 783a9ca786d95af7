"""核稿: a reader's own text checked against a library: quotations, citations, coverage, shares."""

from generator.draft.check import DraftLibrary, arrange, check_draft, draft_document
from generator.draft.report import (
    Change,
    CitedProvision,
    Coverage,
    DraftFinding,
    DraftReport,
    Quotation,
    QuotedPlace,
    SharedRun,
    Shares,
    SpokenOf,
    Stretch,
)

__all__ = [
    "Change",
    "CitedProvision",
    "Coverage",
    "DraftFinding",
    "DraftLibrary",
    "DraftReport",
    "Quotation",
    "QuotedPlace",
    "SharedRun",
    "Shares",
    "SpokenOf",
    "Stretch",
    "arrange",
    "check_draft",
    "draft_document",
]
