"""The tables of a library, described once: SQLite, Parquet and docs/exports.md are made of them."""

from generator.outputs.shared.tables.knowledge import (
    DUTIES,
    EDITS,
    FINDINGS,
    READINGS,
    TERM_WORDS,
    TERMS,
    VARIANTS,
)
from generator.outputs.shared.tables.links import (
    EVIDENCE,
    LAW_CITATIONS,
    LINKS,
    REPORT_SHARES,
    SHARED_PASSAGES,
    SHARED_PLACES,
    SHARED_RUNS,
)
from generator.outputs.shared.tables.table import Column, Row, Table
from generator.outputs.shared.tables.texts import (
    ARTICLES,
    DOCUMENTS,
    EDITIONS,
    SENTENCES,
    SOURCES,
    WITNESSES,
)

__all__ = ["TABLES", "Column", "Row", "Table"]

TABLES = (  # what a reference points to stands before it
    *(SOURCES, EDITIONS, WITNESSES, ARTICLES, DOCUMENTS, SENTENCES, LINKS, EVIDENCE, LAW_CITATIONS),
    *(
        SHARED_PASSAGES,
        SHARED_PLACES,
        SHARED_RUNS,
        REPORT_SHARES,
        VARIANTS,
        READINGS,
        DUTIES,
        TERMS,
        TERM_WORDS,
    ),
    *(EDITS, FINDINGS),
)
