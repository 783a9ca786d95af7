"""All passages linked with an article, in sheets, where its own page can't hold them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator import addresses
from generator.model import Article, Link
from generator.outputs.shared.best_passages import MANY
from generator.outputs.site.views import words
from generator.outputs.site.views.article import links_address, surest
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.passages import Passage, passage_of
from generator.text.nomenclature import ROLES

PER_SHEET = 150
NAMED = 4  # reports that a passage names which have it
FOLDER = "/"  # the sheets of an article have a folder of their own: 5-links/2.html
ORDER = [each.role for each in ROLES]


@dataclass(frozen=True, slots=True)
class ArticleLinksView:
    """A sheet of the passages of an article."""

    name: str
    heading: str
    address: str
    passages: tuple[Passage, ...]
    sheet: Sheet[Link]


def article_link_sheets(
    index: LibraryIndex, base: str, article: Article
) -> tuple[Sheet[Link], ...]:
    """Return the links by role, strongest first; nothing where the article's page holds all."""
    found = index.told_by_article.get((base, article.number), ())
    if len(found) <= MANY:
        return ()
    links = sorted(surest(found), key=lambda each: ORDER.index(each.role))
    return sheets(links, PER_SHEET, links_address(base, article), FOLDER)


def article_links_view(
    index: LibraryIndex, base: str, number: int, sheet: Sheet[Link]
) -> ArticleLinksView:
    """Return the view of one sheet."""
    article = index.articles[base, number]
    return ArticleLinksView(
        words.article_name(article),
        words.short_heading(article),
        addresses.article(base, article),
        tuple(_brief(passage_of(index, each)) for each in sheet.rows),
        sheet,
    )


def _brief(passage: Passage) -> Passage:
    return replace(passage, sharers=passage.sharers[:NAMED])
