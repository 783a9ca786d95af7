"""What pages in Markdown have in common: names of reports, articles with their pages, links."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator import addresses
from generator.model import Article, Collation, Document, Duty, Library, Link, Piece
from generator.outputs.shared.report_names import library_names
from generator.outputs.shared.told_once import groups_by_link, told_once
from generator.outputs.shared.version_names import version_name
from generator.text.nomenclature import article_name, chinese_date

Place = tuple[str, int]  # base and number


@dataclass(frozen=True, slots=True)
class Index:
    """A library arranged for its pages in Markdown.

    `links` has the passages of an article, the strongest first, each once that several reports
    share; `articles` its name, heading and page.
    """

    library: Library
    names: dict[str, str]
    pieces: dict[str, Piece]
    articles: dict[Place, tuple[str, str]]
    links: dict[Place, tuple[Link, ...]]
    links_of: dict[str, list[Link]]
    duties: dict[Place, list[Duty]]

    def report(self, report: str) -> str:
        """Return the Markdown of a report or reprint."""
        return addresses.markdown(addresses.report(report, self.library))


def index_of(library: Library) -> Index:
    """Return the library arranged."""
    articles: dict[Place, tuple[str, str]] = {}
    for collation in library.every_collation:
        for each in collation.edition.articles:
            base = collation.edition.base.id
            page = addresses.markdown(addresses.article(base, each))
            articles[base, each.number] = article_title(collation, each), page
    for collation in library.earlier:  # these have pages, but no Markdown
        home, version = collation.edition.base.id, version_name(collation.edition)
        for each in collation.edition.articles:
            name = f"{version}{article_title(collation, each)}"
            articles[home, each.number] = name, addresses.article(home, each)
    by_article: dict[Place, list[Link]] = defaultdict(list)
    by_report: dict[str, list[Link]] = defaultdict(list)
    for link in library.links:
        by_article[link.base, link.article].append(link)
        by_report[link.report].append(link)
    groups = groups_by_link(library.shared_links)
    duties: dict[Place, list[Duty]] = defaultdict(list)
    for duty in library.duties:
        duties[duty.base, duty.article].append(duty)
    return Index(
        library,
        library_names(library),
        {each.piece.id: each.piece for each in library.reports},
        articles,
        {
            place: told_once(sorted(links, key=lambda each: (-each.score, each.id)), groups)
            for place, links in by_article.items()
        },
        dict(by_report),
        dict(duties),
    )


def article_title(collation: Collation, article: Article) -> str:
    """Return what an article is called, with the document's name: 《意见》第（五）条 ….

    Its title follows, where it has one.
    """
    name = f"{document_name(collation)}{article_name(article.label)}"
    return f"{name} {article.short_title or article.heading}".strip()


def document_name(collation: Collation) -> str:
    """Return what a document is called in short; an earlier version with its name."""
    base = collation.edition.base
    earlier = f"（{version_name(collation.edition)}）" if base.version_of else ""
    return f"{base.short_title}{earlier}"


def facts_of(document: Document) -> str:
    """Return what a text states of itself, and the file that it stands in."""
    piece = document.piece
    day = chinese_date(piece.date) if piece.date else ""
    stated = (piece.genre, piece.issuer, piece.place, day, f"来源文件 {piece.file}")
    return "　".join(filter(None, stated))
