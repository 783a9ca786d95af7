"""Terms and groups of wordings that the texts suggest, with places; an action accepts each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.desk.planning.plan import documents
from generator.model import Document, Library
from generator.terms import Suggestion, Wording, suggest_terms
from generator.text.nomenclature import article_name

COUNT = 50
MOST = 4  # places of either kind that are shown
BESIDE = 16  # characters shown on either side


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """Where a wording stands: a page, and what stands round it there."""

    title: str
    address: str
    around: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class SuggestedTerm:
    """A term that may be accepted with its other wordings: `action` does so."""

    name: str
    as_: str
    aliases: tuple[str, ...]
    related: tuple[str, ...]
    hints: tuple[str, ...]
    articles: tuple[str, ...]
    kind: str
    places: tuple[SuggestedPlace, ...]
    action: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SuggestedGroup:
    """Wordings in which the texts say one thing, for thesaurus.txt."""

    words: tuple[str, ...]
    places: tuple[SuggestedPlace, ...]
    action: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be accepted, the surest first."""

    terms: tuple[SuggestedTerm, ...]
    thesaurus: tuple[SuggestedGroup, ...]


def suggestions(library: Library, count: int = COUNT) -> Suggestions:
    """Return what the texts of a library suggest and its files do not have."""
    editions = [each.edition for each in library.collations]
    found = suggest_terms(editions, library.reports, library.terms, count)
    known = {word for group in library.thesaurus for word in group}
    groups = [each for each in found if each.related and each.name.text not in known]
    return Suggestions(
        tuple(_term(each, library) for each in found),
        tuple(_group(each, library) for each in groups),
    )


def _term(found: Suggestion, library: Library) -> SuggestedTerm:
    lists = {
        "aliases": _words(found.aliases),
        "related": _words(found.related),
        "hints": _words(found.hints),
    }
    action: dict[str, object] = {"do": "term", "words": found.name.text, "as": "new"}
    action |= {"kind": found.kind} | {name: list(words) for name, words in lists.items() if words}
    return SuggestedTerm(
        name=found.name.text,
        as_="new",
        articles=tuple(f"{base}-{number}" for base, number in found.name.standing.articles),
        kind=found.kind,
        places=tuple(_places(found.name, library)),
        action=action,
        **lists,
    )


def _group(found: Suggestion, library: Library) -> SuggestedGroup:
    wordings = (found.name, *found.related)
    words = tuple(each.text for each in wordings)
    places = tuple(place for each in wordings for place in _places(each, library))
    return SuggestedGroup(words, places, {"do": "thesaurus", "words": list(words)})


def _words(wordings: tuple[Wording, ...]) -> tuple[str, ...]:
    return tuple(each.text for each in wordings)


def _places(wording: Wording, library: Library) -> Iterator[SuggestedPlace]:
    """Yield the first articles and reports that have a wording."""
    editions = {each.edition.base.id: each.edition for each in library.collations}
    for base, number in wording.standing.articles[:MOST]:
        article = next(each for each in editions[base].articles if each.number == number)
        title = editions[base].base.short_title + article_name(article.label)
        around = _around(article.text, wording.text)
        yield SuggestedPlace(title, addresses.article(base, article), around)
    texts = documents(library)
    for name in wording.standing.reports[:MOST]:
        yield _in_report(texts[name], wording.text, addresses.report(name, library))


def _in_report(report: Document, words: str, page: str) -> SuggestedPlace:
    at = report.piece.text.find(words)
    held = [each.id for each in report.sentences if each.start <= at < each.end]
    address = f"{page}#{held[0]}" if held else page
    title = report.piece.title or report.piece.id
    return SuggestedPlace(title, address, _around(report.piece.text, words))


def _around(text: str, words: str) -> tuple[str, str, str]:
    """Return words with what stands on either side; the words alone where they are broken up."""
    at = text.find(words)
    if at < 0:
        return "", words, ""
    end = at + len(words)
    before, after = text[max(0, at - BESIDE) : at], text[end : end + BESIDE]
    return before.rpartition("\n")[2], words, after.partition("\n")[0]
