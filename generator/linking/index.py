"""The articles indexed once: their wordings by rarity, and where each term stands.

Nothing here is typed in: what an article is about follows from its own words (how rare
they are among the articles, and whether they stand in its heading) and, for the terms,
from where their names stand in the edition.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generator.linking.forms import SHORTEST, FormTable, form_table
from generator.linking.numbering import Numbering, numbering_of
from generator.linking.phrases import phrases
from generator.linking.term_shares import (
    OUTSIDE,
    BaseText,
    IndexedArticle,
    IndexedTerm,
    index_hints,
    index_kin,
    index_terms,
)
from generator.linking.word_lists import generic_words
from generator.model import Article, Base, Edition, Term
from generator.text.letters import STOP, fold, letters_of

LONGEST = 8
COMMON = 0.4  # a wording in more than this share of the articles tells nothing
RARE_ENOUGH = 2  # yet what so few articles hold is not common, however few there are


@dataclass(frozen=True, slots=True)
class BaseIndex:
    """One base document: positions in `articles` are what postings and shares refer to.

    `postings` holds every wording of SHORTEST..LONGEST letters (with no articles where it
    is too common, so that a longer wording is still found), `headings` those of headings,
    `frequency` in how many articles and paragraphs each stands, `rarity` its inverse document
    frequency, `hints` the words that count only several together.
    """

    base: Base
    numbering: Numbering
    articles: tuple[IndexedArticle, ...]
    postings: Mapping[str, tuple[int, ...]]
    headings: Mapping[str, tuple[int, ...]]
    rarity: Mapping[str, float]
    frequency: Mapping[str, float]
    generic: frozenset[str]
    phrases: FormTable[bool]
    terms: FormTable[tuple[IndexedTerm, ...]]
    kin: FormTable[tuple[IndexedTerm, ...]]
    hints: FormTable[tuple[IndexedTerm, ...]]
    title: re.Pattern[str]

    def blank_title(self, letters: str) -> str:
        """Return `letters` with the base's own title blanked: naming it says nothing."""
        return self.title.sub(lambda match: STOP * len(match[0]), letters)


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """The indexes of all bases."""

    bases: tuple[BaseIndex, ...]


def index_articles(editions: Sequence[Edition], terms: Sequence[Term]) -> ArticleIndex:
    """Return the index of the articles of `editions` and of `terms` in them."""
    return ArticleIndex(tuple(_index_base(edition, terms) for edition in editions))


def _index_base(edition: Edition, terms: Sequence[Term]) -> BaseIndex:
    paragraphs = [*edition.preamble, *(text for part in edition.parts for text in part.paragraphs)]
    text = BaseText(tuple(map(_indexed, edition.articles)), tuple(map(letters_of, paragraphs)))
    postings = _postings([each.folded.letters for each in text.articles])
    headings = _postings([each.folded.letters[: each.heading] for each in text.articles])
    common = max(RARE_ENOUGH, COMMON * len(text.articles))
    every, parting = generic_words()
    generic = every | {w for w, p in postings.items() if len(w) == SHORTEST and len(p) > common}
    frequency = _frequency(postings, text.outside)
    total = len(text.articles) + OUTSIDE * len(text.outside)
    written = [(each.article.text, each.folded.letters) for each in text.articles]
    telling = [
        replace(term, hints=_telling(term.hints, postings, common, generic)) for term in terms
    ]
    return BaseIndex(
        base=edition.base,
        numbering=numbering_of(edition),
        articles=text.articles,
        postings={w: p if len(p) <= common else () for w, p in postings.items()},
        headings={w: p for w, p in headings.items() if len(p) <= common},
        rarity={w: math.log((total + 1) / count) for w, count in frequency.items()},
        frequency=frequency,
        generic=generic,
        phrases=form_table(phrases(written, parting, every)),
        terms=form_table(index_terms(text, terms)),
        kin=form_table(index_kin(text)),
        hints=form_table(index_hints(text, telling)),
        title=_title(edition.base),
    )


def _indexed(article: Article) -> IndexedArticle:
    folded = fold(article.text)
    heading = len(article.heading) if article.heading else article.text.find("。")
    inside = sum(1 for offset in folded.offsets if offset < heading)
    return IndexedArticle(article, folded, inside)


def _postings(texts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return for each wording of `texts` the positions of those that hold it."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, letters in enumerate(texts):
        for wording in sorted(set(_wordings(letters))):
            found[wording].append(at)
    return {wording: tuple(places) for wording, places in found.items()}


def _wordings(letters: str) -> Iterable[str]:
    """Return every wording of SHORTEST..LONGEST letters that holds no stop."""
    for run in letters.split(STOP):
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(len(run) - size + 1):
                yield run[at : at + size]


def _frequency(postings: Mapping[str, tuple[int, ...]], outside: Sequence[str]) -> dict[str, float]:
    """Return in how many articles each wording stands, paragraphs outside them as OUTSIDE."""
    spread: Counter[str] = Counter()
    for letters in outside:
        spread.update(set(_wordings(letters)) & postings.keys())
    return {wording: len(p) + OUTSIDE * spread[wording] for wording, p in postings.items()}


def _telling(
    hints: Sequence[str], postings: Mapping[str, Sequence[int]], common: float, generic: Set[str]
) -> tuple[str, ...]:
    """Return the hints that are neither words of all official prose nor all over the base."""
    letters = {hint: letters_of(hint) for hint in hints}
    return tuple(
        hint
        for hint, form in letters.items()
        if form not in generic and len(postings.get(form, ())) <= common
    )


def _title(base: Base) -> re.Pattern[str]:
    """Return what finds the base's title and short title; nothing where it has none to tell."""
    names = {letters_of(name) for name in (base.title, base.short_title)}
    telling = sorted((name for name in names if len(name) > SHORTEST), key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, telling)))
