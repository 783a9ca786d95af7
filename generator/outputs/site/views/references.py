"""References of a base document to itself: links with a preview, and who cites an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.model import Article, CitedPlace, OwnReference
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Mark
from generator.text.provisions import provision_name, provisions

PREVIEW = 90  # characters of a provision that a preview shows
PREVIEWED = 3  # provisions that a preview shows
LISTED = 24  # provisions that a page lists as citing or cited


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """Where words lead: a page and an address on it; `article` is the id in the full text."""

    page: str
    article: str
    address: str
    preview: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision in a list: what it is called, where it is, its words."""

    name: str
    page: str
    address: str
    words: str


def reference_marks(index: LibraryIndex, base: str, number: int) -> list[Mark[ReferenceView]]:
    """Return the references in an article's text."""
    found = index.own_references.get((base, number), ())
    return [Mark(each.start, each.end, _view(index, base, each)) for each in found]


def cited_by(index: LibraryIndex, base: str, number: int) -> tuple[Cited, ...]:
    """Return the provisions that tell what follows on a breach of an article."""
    found = index.breaches.get((base, number), ())
    return _listed(index, base, (_own_place(index, base, each) for each in found))


def cites(index: LibraryIndex, base: str, number: int) -> tuple[Cited, ...]:
    """Return the provisions of other articles on whose breach an article tells what follows."""
    found = index.own_references.get((base, number), ())
    places = (place for each in found if each.liability for place in each.places)
    return _listed(index, base, (place for place in places if place.article != number))


def _listed(index: LibraryIndex, base: str, places: Iterable[CitedPlace]) -> tuple[Cited, ...]:
    return tuple(_cited(index, base, each) for each in list(dict.fromkeys(places))[:LISTED])


def _own_place(index: LibraryIndex, base: str, found: OwnReference) -> CitedPlace:
    """Return the 款 in which a reference stands; the article where it has only one."""
    own = provisions(index.articles[base, found.article].text)
    lines = [each for each in own if "x" not in each.address]
    at = [each.address for each in lines if each.start <= found.start]
    return CitedPlace(found.article, at[-1] if at and len(lines) > 1 else "")


def _view(index: LibraryIndex, base: str, found: OwnReference) -> ReferenceView:
    first = found.places[0]
    shown = [_cited(index, base, each) for each in found.places[:PREVIEWED]]
    more = len(found.places) - len(shown)
    preview = "　".join(f"{each.name}：{each.words}" for each in shown)
    return ReferenceView(
        addresses.article(base, index.articles[base, first.article]),
        index.articles[base, first.article].id,
        first.address,
        preview + (f"　另有{more}处" if more else ""),
    )


def _cited(index: LibraryIndex, base: str, place: CitedPlace) -> Cited:
    article = index.articles[base, place.article]
    name = words.article_name(article)
    name += provision_name(place.address) if place.address else ""
    text = " ".join(_words(article, place.address).split())
    return Cited(
        name,
        addresses.article(base, article),
        place.address,
        text if len(text) <= PREVIEW else text[:PREVIEW] + "…",
    )


def _words(article: Article, address: str) -> str:
    return next(_found(article, address), article.text)


def _found(article: Article, address: str) -> Iterator[str]:
    for each in provisions(article.text):
        if each.address == address:
            yield article.text[each.start : each.end]
