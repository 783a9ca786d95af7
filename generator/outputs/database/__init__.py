"""Output: the library as one SQLite file, with full-text search; opens in any viewer of such."""

from generator.model import Library
from generator.outputs.database.knowledge import (
    DUTIES,
    EDITS,
    FINDINGS,
    READINGS,
    TERM_WORDS,
    TERMS,
    VARIANTS,
)
from generator.outputs.database.links import (
    EVIDENCE,
    LAW_CITATIONS,
    LINKS,
    REPORT_SHARES,
    SHARED_PASSAGES,
    SHARED_PLACES,
    SHARED_RUNS,
)
from generator.outputs.database.sqlite_file import write_database
from generator.outputs.database.texts import (
    ARTICLES,
    DOCUMENTS,
    EDITIONS,
    SENTENCES,
    SOURCES,
    WITNESSES,
)
from generator.outputs.shared.render_context import Context

__all__ = ["TABLES", "render"]

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


def render(library: Library, context: Context) -> None:
    """Write data/library.sqlite; the same library gives the same bytes."""
    folder = context.site / "data"
    folder.mkdir()
    write_database(folder / "library.sqlite", TABLES, library)
