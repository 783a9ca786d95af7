"""The duties as a table: one row for each body and clause."""

from __future__ import annotations

from generator.duties.wording import UNNAMED
from generator.model import DutyKind, Library
from generator.outputs.sheets.article_places import PLACE, article_places
from generator.outputs.sheets.sheet import Book, Column, Table
from generator.text.nomenclature import article_name

KINDS: dict[DutyKind, str] = {"duty": "职责义务", "right": "权利权力", "prohibition": "禁止"}
COLUMNS = (
    Column("责任主体", 18),
    Column("情态词", 8, centred=True),
    Column("条件", 24),
    Column("要求", 48),
    Column("条", 15, centred=True),
    Column("条标题", 26),
    *PLACE,
    Column("句编号", 16),
    Column("说明", 8, centred=True),
    Column("类别", 10, centred=True),
)


def duties_book(library: Library) -> Book:
    """Return the duties in reading order as a workbook and as CSV."""
    articles = {
        (each.edition.base.id, article.number): article
        for each in library.collations
        for article in each.edition.articles
    }
    places = article_places(library)
    rows = tuple(
        (
            duty.body or UNNAMED,
            duty.modal,
            duty.condition,
            duty.action,
            article_name(article.label),
            article.heading,
            *places[duty.base, duty.article],
            duty.sentence,
            "承前文" if duty.carried else "",
            KINDS[duty.kind],
        )
        for duty in library.duties
        for article in (articles[duty.base, duty.article],)
    )
    table = Table("责任清单", COLUMNS, rows, fixed=1)
    return Book("duties", (table,), table)
