"""The terms (词条) with the articles that use them, by kind."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Term
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex


@dataclass(frozen=True, slots=True)
class TermView:
    """A term, its gloss, and the articles in which it stands: (address, label, name)."""

    term: Term
    aliases: tuple[str, ...]
    articles: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """What the page of terms shows: kinds in order of first use."""

    kinds: tuple[tuple[str, tuple[TermView, ...]], ...]
    count: int


def terms_view(index: LibraryIndex) -> TermsView:
    """Return the view of the terms."""
    kinds: dict[str, list[TermView]] = {}
    for term in index.library.terms:
        names = (term.name, *term.aliases)
        found = tuple(
            (addresses.article(base, number), words.article_label(each), words.article_name(each))
            for (base, number), each in index.articles.items()
            if any(name in each.text for name in names)
        )
        aliases = tuple(each for each in term.aliases if each != term.name)
        kinds.setdefault(term.kind or "词条", []).append(TermView(term, aliases, found))
    return TermsView(
        tuple((kind, tuple(found)) for kind, found in kinds.items()), len(index.library.terms)
    )
