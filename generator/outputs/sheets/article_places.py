"""Where an article stands, in the columns that tell two （一） in two parts apart."""

from __future__ import annotations

from generator.model import Library
from generator.outputs.shared.divisions import division_names
from generator.outputs.sheets.sheet import Column

PLACE = (Column("所在部分", 16), Column("编号", 12))


def article_places(library: Library) -> dict[tuple[str, int], tuple[str, str]]:
    """Return for each article in which divisions it stands, and its id.

    The numbers of the id alone, 2-1, would be a date to a spreadsheet.
    """
    return {
        (each.edition.base.id, article.number): (
            within.get(article.number, ""),
            article.id,
        )
        for each in library.collations
        for within in (division_names(each.edition),)
        for article in each.edition.articles
    }
