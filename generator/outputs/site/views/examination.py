"""自查: what is asked, row by row, to be filled in; what files and scripts call things."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.examination import Asked, asked_rows
from generator.examination.merging import CONFLICT, OTHER_WORDS, UNKNOWN
from generator.examination.overview import NONE
from generator.examination.tables import KNOWN, NOT_THERE, OTHER_HEADS, STATUSES
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets

PER_PAGE = 300  # rows: a long law has several pages


@dataclass(frozen=True, slots=True)
class Line:
    """A requirement as the page shows it; `address` is where its words stand."""

    asked: Asked
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Band:
    """A division with what its articles ask, as far as it is on the page."""

    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ExaminationView:
    """One page of requirements; the rest are words that files have in any script."""

    bands: tuple[Band, ...]
    sheet: Sheet[Asked]
    title: str
    blank: str
    heads: str = "|".join((*KNOWN, OTHER_WORDS))
    other_heads: str = "|".join(f"{one}={other}" for one, other in OTHER_HEADS.items())
    statuses: tuple[str, ...] = STATUSES
    notes: str = "|".join((NOT_THERE, UNKNOWN, CONFLICT, NONE))


def examination_sheets(index: LibraryIndex) -> tuple[Sheet[Asked], ...]:
    """Return the pages of requirements; the first is there even without any."""
    asked = asked_rows(index.library.collations, index.library.duties)
    return sheets(asked, PER_PAGE, addresses.EXAMINATION)


def examination_view(index: LibraryIndex, sheet: Sheet[Asked]) -> ExaminationView:
    """Return the view of one page."""
    articles = {
        article.id: (each.edition.base.id, article)
        for each in index.library.collations
        for article in each.edition.articles
    }
    bands: dict[tuple[str, int], list[Line]] = {}
    for each in sheet.rows:
        base, article = articles[each.article]
        page = addresses.article(base, article)
        line = Line(each, words.article_name(article), f"{page}#{each.sentence}")
        bands.setdefault((each.base, each.part), []).append(line)
    titles = {
        (collation.edition.base.id, part.number): words.part_title(part)
        or collation.edition.base.short_title
        for collation in index.library.collations
        for part in collation.edition.parts
    }
    return ExaminationView(
        tuple(
            Band(f"part-{base}-{part}", titles[base, part], tuple(lines))
            for (base, part), lines in bands.items()
        ),
        sheet,
        "".join(each.edition.base.short_title for each in index.library.collations),
        f"{addresses.table('examination')}.xlsx",
    )
