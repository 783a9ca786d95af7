"""The articles indexed once: their wordings, how surprising each is, and where each term stands.

Nothing here is typed in: what an article is about follows from its own words (how rare they are
among the articles and in official prose, and whether they stand in its heading) and, for the
terms, from where their names stand in the edition.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generator.linking.forms import SHORTEST, FormStarts, FormTable, form_starts, form_table
from generator.linking.meaning.base_meaning import BaseMeaning, base_meaning
from generator.linking.numbering import Numbering, numbering_of
from generator.linking.scoring.cosines import PairVectors, pair_vectors
from generator.linking.subjects import Subjects, number_subjects
from generator.linking.term_shares import (
    LONGER,
    OUTSIDE,
    BaseText,
    IndexedArticle,
    IndexedTerm,
    index_hints,
    index_kin,
    index_terms,
)
from generator.linking.versions import Chains
from generator.linking.word_lists import generic_words
from generator.linking.wordings import Wordings, number_wordings
from generator.model import Article, Base, Edition, Term
from generator.text.letters import STOP, Folded, fold, letters_of
from generator.text.official_language import ORDER, OfficialLanguage, official_language
from generator.text.simplified import simplified

LONGEST = 8
COMMON = 0.4  # a wording in more than this share of the articles tells nothing
RARE_ENOUGH = 2  # yet what so few articles hold is not common, however few there are
LONGEST_GENERIC = 5  # letters of a word that tells nothing
TERMS, KIN, HINTS, GENERIC = 1, 2, 4, 8  # bits of `BaseIndex.starts`


@dataclass(frozen=True, slots=True)
class BaseIndex:
    """One base document: positions in `articles` are what postings and shares refer to.

    `wordings` are all of SHORTEST..LONGEST letters (with no articles where one is too common, so
    that a longer one is still found), with how many articles and paragraphs each stands in and
    how much it tells in official prose.  `kin` are the wordings of the library's thesaurus, `hints`
    the words that count only several together, `generic` those that tell nothing; `starts` says
    with which letters those of each table begin, `subjects` where the terms stand.
    """

    base: Base
    numbering: Numbering
    articles: tuple[IndexedArticle, ...]
    wordings: Wordings
    heading_surprise: tuple[float, ...]
    article_surprise: tuple[float, ...]
    cosine: PairVectors
    rare_cosine: PairVectors
    meaning: BaseMeaning
    generic: FormTable[None]
    subjects: Subjects
    starts: FormStarts
    terms: FormTable[tuple[IndexedTerm, ...]]
    kin: FormTable[tuple[IndexedTerm, ...]]
    hints: FormTable[tuple[IndexedTerm, ...]]
    title: re.Pattern[str]

    def blank_title(self, letters: str) -> str:
        """Return `letters` with the base's own title blanked: naming it says nothing."""
        return self.title.sub(lambda match: STOP * len(match[0]), letters)


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """The indexes of all bases, and for those with versions over time all of these."""

    bases: tuple[BaseIndex, ...]
    chains: Chains = ()


def index_articles(
    editions: Sequence[Edition],
    terms: Sequence[Term],
    thesaurus: Sequence[Sequence[str]] = (),
    chains: Chains = (),
) -> ArticleIndex:
    """Return the index of the articles of `editions`, with the library's own vocabulary in them.

    `thesaurus` are groups of wordings that speak of one matter; `chains` all versions of each.
    """
    indexed = tuple(_index_base(edition, terms, thesaurus) for edition in editions)
    return ArticleIndex(indexed, chains)


def _index_base(
    edition: Edition, terms: Sequence[Term], thesaurus: Sequence[Sequence[str]]
) -> BaseIndex:
    text = base_text(edition)
    postings = _postings([each.folded.letters for each in text.articles])
    headings = _postings([each.folded.letters[: each.heading] for each in text.articles])
    common = max(RARE_ENOUGH, COMMON * len(text.articles))
    every = generic_words()
    generic = every | {w for w, p in postings.items() if len(w) == SHORTEST and len(p) > common}
    letters = [each.folded.letters for each in text.articles]
    language = official_language()
    telling = [
        replace(term, hints=_telling(term.hints, postings, common, generic)) for term in terms
    ]
    tables, subjects = number_subjects(
        (index_terms(text, terms), index_kin(text, thesaurus), index_hints(text, telling))
    )
    named, kin, hints = map(form_table, tables)
    empty = form_table({word: None for word in generic if len(word) <= LONGEST_GENERIC})
    return BaseIndex(
        base=edition.base,
        numbering=numbering_of(edition),
        articles=text.articles,
        wordings=number_wordings(
            {w: p if len(p) <= common else () for w, p in postings.items()},
            {w: p for w, p in headings.items() if len(p) <= common},
            _surprise(postings, language),
            _frequency(postings, text.outside),
        ),
        heading_surprise=tuple(
            _run_surprise(each.folded.letters[: each.heading], language) for each in text.articles
        ),
        article_surprise=tuple(_run_surprise(each, language) for each in letters),
        cosine=pair_vectors(letters),
        rare_cosine=pair_vectors(letters, language),
        meaning=base_meaning(letters, every),
        generic=empty,
        subjects=subjects,
        starts=form_starts((named, kin, hints, empty)),
        terms=named,
        kin=kin,
        hints=hints,
        title=_title(edition.base),
    )


def base_text(edition: Edition) -> BaseText:
    """Return the articles of a base folded, and its paragraphs outside them."""
    paragraphs = [*edition.preamble, *(text for part in edition.parts for text in part.paragraphs)]
    outside = tuple(simplified(letters_of(each)) for each in paragraphs)
    return BaseText(tuple(map(_indexed, edition.articles)), outside)


def _indexed(article: Article) -> IndexedArticle:
    folded = fold(article.text)
    folded = Folded(simplified(folded.letters), folded.offsets)
    heading = len(article.heading) if article.heading else article.text.find("。")
    inside = sum(1 for offset in folded.offsets if offset < heading)
    return IndexedArticle(article, folded, inside, _runs(folded.letters))


def _runs(letters: str) -> frozenset[str]:
    """Return all runs of SHORTEST and of LONGER letters without stops."""
    return frozenset(
        run[at : at + size]
        for run in letters.split(STOP)
        for size in (SHORTEST, LONGER)
        for at in range(len(run) - size + 1)
    )


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


def _surprise(
    postings: Mapping[str, tuple[int, ...]], language: OfficialLanguage
) -> dict[str, float]:
    """Return how surprising each wording is: that of all but its last letter, and of that."""
    found: dict[str, float] = {}
    for wording in sorted(postings, key=len):
        before = wording[:-1]
        known = found.get(before)
        start = language.of_run(before) if known is None else known
        found[wording] = start + language.of_letter(wording[-1], before[1 - ORDER :])
    return found


def _run_surprise(letters: str, language: OfficialLanguage) -> float:
    """Return how surprising the runs between stops are together."""
    return sum(map(language.of_run, letters.split(STOP)))


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
    names = {simplified(letters_of(name)) for name in (base.title, base.short_title)}
    telling = sorted((name for name in names if len(name) > SHORTEST), key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, telling)))
