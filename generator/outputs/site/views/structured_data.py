"""What pages say of themselves to machines: JSON-LD in the words of schema.org.

Legislation for documents, their articles and other laws, Report for reports; BreadcrumbList says
where a page lies.  Names, dates and ways only, no text; addresses count from the page itself, so
that they hold from a disk as well.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence

from generator import addresses
from generator.model import Article, Base, Law, Piece
from generator.outputs.shared.divisions import division_title, top_divisions
from generator.outputs.shared.matter_shown import document_number
from generator.outputs.shared.pack_contents.selection import articles_have_packs
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

Node = Mapping[str, object]
CONTEXT = "https://schema.org"
MOST_CITED = 60  # articles that a report is said to speak of


def document_data(index: LibraryIndex, base: str) -> Node:
    """Return what the page of a whole document says: its dates, its articles or divisions."""
    edition = index.editions[base].edition
    page = addresses.full_text(base)
    if articles_have_packs(edition):
        parts = [_article_node(base, each, page) for each in edition.articles]
    else:
        parts = [
            _node(
                "Legislation",
                {"@id": f"#{base}-part-{each.number}", "name": division_title(each)},
            )
            for each in top_divisions(edition)
        ]
    number = document_number(edition)
    own = _legislation(edition.base, number or base, page) | {"hasPart": parts}
    return _graph(own, page, [("首页", addresses.HOME), (edition.base.title, page)])


def article_data(index: LibraryIndex, base: str, number: int) -> Node:
    """Return what the page of an article says."""
    document = index.editions[base].edition.base
    article = index.articles[base, number]
    page, full = addresses.article(base, article), addresses.full_text(base)
    whole = _node("Legislation", {"@id": _way(page, full), "name": document.title})
    name = f"{document.short_title}{words.article_name(article)}"
    own = _legislation(document, f"{base}-{article.address}", page) | {
        "name": name,
        "alternateName": words.short_heading(article),
        "legislationType": "条",
        "isPartOf": whole,
    }
    steps = [("首页", addresses.HOME), (document.title, full), (words.article_name(article), page)]
    return _graph(own, page, steps)


def report_data_of(index: LibraryIndex, piece: Piece) -> Node:
    """Return what the page of a report or reprint says: who, when, where, which articles."""
    page = index.report_page(piece.id)
    places = sorted({(each.base, each.article) for each in index.links_by_report.get(piece.id, ())})
    reprint = index.reprints.get(piece.id)
    original = {"@id": _way(page, index.report_page(reprint.report))} if reprint else None
    own = _node(
        "Report",
        {
            "@id": _way(page, page),
            "name": index.names[piece.id],
            "headline": piece.title,
            "genre": piece.genre,
            "author": _organization(piece.issuer),
            "dateCreated": piece.date,
            "spatialCoverage": _node("Place", {"name": piece.place}) if piece.place else None,
            "inLanguage": index.library.language,
            "identifier": piece.id,
            "isBasedOn": original,
            "mentions": [
                {"@id": _way(page, addresses.article(base, index.articles[base, number]))}
                for base, number in places[:MOST_CITED]
            ],
            "encoding": _markdown(page),
        },
    )
    steps = [("首页", addresses.HOME), ("报告", addresses.REPORTS), (index.names[piece.id], page)]
    return _graph(own, page, steps)


def law_data(index: LibraryIndex, law: Law) -> Node:
    """Return what the page of another law says."""
    page = index.law_pages[law.id]
    piece = law.document.piece
    own = _node(
        "Legislation",
        {
            "@id": _way(page, page),
            "name": law.title,
            "legislationIdentifier": law.id,
            "legislationPassedBy": _organization(piece.issuer),
            "legislationDate": piece.date,
            "encoding": _markdown(page),
        },
    )
    return _graph(
        own, page, [("首页", addresses.HOME), ("法规", addresses.LAWS), (law.title, page)]
    )


def library_data(index: LibraryIndex) -> Node:
    """Return what the front page says: a collection, and its documents."""
    library = index.library
    own = _node(
        "Collection",
        {
            "@id": addresses.HOME,
            "name": library.title,
            "description": library.subtitle,
            "inLanguage": library.language,
            "hasPart": [
                _node(
                    "Legislation",
                    {
                        "@id": addresses.full_text(each.edition.base.id),
                        "name": each.edition.base.title,
                    },
                )
                for each in library.collations
            ],
            "encoding": _markdown(addresses.HOME),
        },
    )
    return {"@context": CONTEXT, **own}


def _legislation(base: Base, identifier: str, page: str) -> dict[str, object]:
    return _node(
        "Legislation",
        {
            "@id": _way(page, page),
            "name": base.title,
            "alternateName": base.short_title,
            "legislationIdentifier": identifier,
            "legislationPassedBy": _organization(base.issuer),
            "legislationDate": base.adopted,
            "datePublished": base.published,
            "legislationDateOfApplicability": base.effective,
            "encoding": _markdown(page),
        },
    )


def _article_node(base: str, article: Article, page: str) -> Node:
    way = _way(page, addresses.article(base, article))
    return _node("Legislation", {"@id": way, "name": words.article_name(article)})


def _organization(name: str) -> Node | None:
    return _node("Organization", {"name": name}) if name else None


def _markdown(page: str) -> Node:
    way = _way(page, addresses.markdown(page))
    return _node("MediaObject", {"encodingFormat": "text/markdown", "contentUrl": way})


def _node(kind: str, said: Mapping[str, object]) -> dict[str, object]:
    """Return a thing with what is said of it; what the texts do not state is not said."""
    return {"@type": kind} | {name: value for name, value in said.items() if value}


def _graph(own: Node, page: str, steps: Sequence[tuple[str, str]]) -> Node:
    return {"@context": CONTEXT, "@graph": [own, _trail(page, steps)]}


def _trail(page: str, steps: Iterable[tuple[str, str]]) -> Node:
    """Return where the page lies, from the front page on."""
    rows = [
        {"@type": "ListItem", "position": number, "name": name, "item": _way(page, address)}
        for number, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": rows}


def _way(page: str, target: str) -> str:
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
