"""The articles indexed once: their wordings by rarity, and where each term stands.

Nothing here is typed in: what an article is about follows from its own words (how rare
they are among the articles, and whether they stand in its heading) and, for the terms,
from where their names stand in the edition.
"""

from __future__ import annotations

import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from generator.linking.citations import Numbering, numbering_of
from generator.linking.forms import SHORTEST, FormTable, form_table
from generator.linking.phrases import phrases
from generator.model import Article, Base, Edition, Term
from generator.text.letters import STOP, Folded, fold, letters_of

LONGEST = 8
COMMON = 0.4  # a wording in more than this share of the articles tells nothing
OUTSIDE = 0.5  # what a paragraph outside the articles counts for, against an article's 1
HEADING_TERM = 3.0  # a term in the heading counts as this many mentions
NO_SUBJECT = frozenset({"机构", "总要求"})  # kinds of terms that name who acts or exhort
MENTIONS = 3  # more mentions than these count no more


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article, its letters, and how many of them belong to its heading."""

    article: Article
    folded: Folded
    heading: int


@dataclass(frozen=True, slots=True)
class TermShare:
    """How much of a term belongs to an article (shares of one term add up to 1)."""

    article: int
    share: float
    in_heading: bool


@dataclass(frozen=True, slots=True)
class IndexedTerm:
    """A term's wording: whose it is, where its term stands in the base, own name or not."""

    name: str
    forms: tuple[str, ...]
    shares: tuple[TermShare, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class BaseIndex:
    """One base document: positions in `articles` are what postings and shares refer to.

    `postings` holds every wording of SHORTEST..LONGEST letters (with no articles where it
    is too common, so that a longer wording is still found), `headings` those of headings,
    `weights` the inverse document frequency of each, `hints` the words that count only
    several together.
    """

    base: Base
    numbering: Numbering
    articles: tuple[IndexedArticle, ...]
    postings: dict[str, tuple[int, ...]]
    headings: dict[str, tuple[int, ...]]
    weights: dict[str, float]
    generic: frozenset[str]
    frequency: dict[str, float]
    phrases: FormTable[bool]
    terms: FormTable[tuple[IndexedTerm, ...]]
    kin: FormTable[tuple[IndexedTerm, ...]]
    hints: FormTable[tuple[IndexedTerm, ...]]
    mask: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """The indexes of all bases."""

    bases: tuple[BaseIndex, ...]


def index_articles(editions: Sequence[Edition], terms: Sequence[Term]) -> ArticleIndex:
    """Return the index of the articles of `editions` and of `terms` in them."""
    return ArticleIndex(tuple(_index_base(edition, terms) for edition in editions))


@functools.cache
def generic_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of official prose that tell nothing: all, and those that part phrases."""
    text = Path(__file__).with_name("generic_words.txt").read_text("utf-8")
    every: set[str] = set()
    parting: set[str] = set()
    parts = False
    for line in text.splitlines():
        if line.startswith("#"):
            parts = line.endswith("part phrases")
            continue
        every.update(line.split())
        if parts:
            parting.update(line.split())
    return frozenset(every), frozenset(parting)


def wordings(letters: str) -> Iterable[str]:
    """Return every wording of SHORTEST..LONGEST letters that holds no stop."""
    for run in letters.split(STOP):
        for size in range(SHORTEST, LONGEST + 1):
            for at in range(len(run) - size + 1):
                yield run[at : at + size]


def _index_base(edition: Edition, terms: Sequence[Term]) -> BaseIndex:
    articles = tuple(_indexed(each) for each in edition.articles)
    outside = [*edition.preamble, *(text for part in edition.parts for text in part.paragraphs)]
    spread: Counter[str] = Counter()
    postings: dict[str, list[int]] = defaultdict(list)
    headings: dict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(articles):
        for wording in sorted(set(wordings(each.folded.letters))):
            postings[wording].append(at)
        for wording in sorted(set(wordings(each.folded.letters[: each.heading]))):
            headings[wording].append(at)
    for text in outside:
        spread.update(set(wordings(letters_of(text))) & postings.keys())
    total = len(articles) + OUTSIDE * len(outside)
    common = max(2.0, COMMON * len(articles))
    frequency = {
        wording: len(places) + OUTSIDE * spread[wording] for wording, places in postings.items()
    }
    names = [edition.base.title, edition.base.short_title]
    every, parting = generic_words()
    generic = every | {w for w, p in postings.items() if len(w) == SHORTEST and len(p) > common}
    telling = [
        replace(term, hints=_telling(term.hints, postings, common, generic)) for term in terms
    ]
    indexed = _index_terms(articles, [letters_of(text) for text in outside], terms)
    return BaseIndex(
        edition.base,
        numbering_of(edition),
        articles,
        {w: tuple(p) if len(p) <= common else () for w, p in postings.items()},
        {w: tuple(p) for w, p in headings.items() if len(p) <= common},
        {w: math.log((total + 1) / count) for w, count in frequency.items()},
        generic,
        frequency,
        form_table(
            phrases([(each.article.text, each.folded.letters) for each in articles], parting, every)
        ),
        form_table(indexed),
        form_table(_index_kin(articles, [letters_of(text) for text in outside])),
        form_table(_index_hints(articles, [letters_of(text) for text in outside], telling)),
        _alternatives([letters_of(name) for name in names if len(letters_of(name)) > SHORTEST]),
    )


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


def _indexed(article: Article) -> IndexedArticle:
    folded = fold(article.text)
    heading = article.text.find("。") if not article.heading else len(article.heading)
    inside = sum(1 for offset in folded.offsets if offset < heading)
    return IndexedArticle(article, folded, inside)


@functools.cache
def thesaurus() -> tuple[tuple[str, ...], ...]:
    """Return the groups of wordings that speak of one matter, from thesaurus.txt."""
    text = Path(__file__).with_name("thesaurus.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return tuple(tuple(map(letters_of, line.split())) for line in lines)


def _index_kin(
    articles: Sequence[IndexedArticle], outside: Sequence[str]
) -> dict[str, tuple[IndexedTerm, ...]]:
    """Return for each wording of the thesaurus where it stands, or else where its group does."""
    found: dict[str, tuple[IndexedTerm, ...]] = {}
    for group in thesaurus():
        here = tuple(form for form in group if any(form in a.folded.letters for a in articles))
        shares = _shares(articles, outside, here)
        for form in dict.fromkeys(group) if here else ():
            own = form in here
            places = _mean(_shares(articles, outside, (form,)), shares) if own else shares
            found[form] = (*found.get(form, ()), IndexedTerm(group[0], here, places, own))
    return found


def _mean(some: Sequence[TermShare], others: Sequence[TermShare]) -> tuple[TermShare, ...]:
    """Return the mean of two distributions over the articles."""
    shares: dict[int, float] = defaultdict(float)
    for each in (*some, *others):
        shares[each.article] += each.share / 2
    heads = {each.article for each in (*some, *others) if each.in_heading}
    return tuple(TermShare(at, share, at in heads) for at, share in sorted(shares.items()))


def _index_terms(
    articles: Sequence[IndexedArticle], outside: Sequence[str], terms: Sequence[Term]
) -> dict[str, tuple[IndexedTerm, ...]]:
    """Return for each wording of `terms` whose it is and where its term stands.

    A wording may speak of several terms.  What names who acts or exhorts has no shares,
    yet hides the shorter term inside it: 重大决策部署 is not 重大决策.
    """
    owned: dict[str, IndexedTerm] = {}
    related: dict[str, tuple[IndexedTerm, ...]] = {}
    for term in terms:
        forms = tuple(dict.fromkeys(letters_of(form) for form in (term.name, *term.aliases)))
        forms = tuple(form for form in forms if len(form) >= SHORTEST)
        telling = term.kind not in NO_SUBJECT
        shares = _shares(articles, outside, forms) if telling else ()
        if not shares and telling:
            continue
        for form in forms:
            owned.setdefault(form, IndexedTerm(term.name, forms, shares, own=True))
        for form in dict.fromkeys(map(letters_of, term.related)):
            if len(form) >= SHORTEST:
                kin = IndexedTerm(term.name, forms, shares, own=False)
                related[form] = (*related.get(form, ()), kin)
    for form, one in owned.items():
        others = related.get(form, ()) if one.shares else ()
        related[form] = (one, *(each for each in others if each.name != one.name))
    return related


def _index_hints(
    articles: Sequence[IndexedArticle], outside: Sequence[str], terms: Sequence[Term]
) -> dict[str, tuple[IndexedTerm, ...]]:
    """Return for each hint the terms that it hints at."""
    found: dict[str, tuple[IndexedTerm, ...]] = {}
    for term in terms:
        forms = tuple(dict.fromkeys(map(letters_of, (term.name, *term.aliases))))
        shares = _shares(articles, outside, forms) if term.hints else ()
        for form in dict.fromkeys(map(letters_of, term.hints)) if shares else ():
            if len(form) >= SHORTEST:
                one = IndexedTerm(term.name, forms, shares, own=False)
                found[form] = (*found.get(form, ()), one)
    return found


def _shares(
    articles: Sequence[IndexedArticle], outside: Sequence[str], forms: Sequence[str]
) -> tuple[TermShare, ...]:
    weights: dict[int, tuple[float, bool]] = {}
    for at, each in enumerate(articles):
        letters = each.folded.letters
        mentions = sum(letters.count(form) for form in forms if form in letters)
        in_heading = any(form in letters[: each.heading] for form in forms)
        if mentions:
            weight = min(mentions, MENTIONS) + HEADING_TERM * in_heading
            weights[at] = (weight, in_heading)
    total = sum(weight for weight, _ in weights.values())
    total += OUTSIDE * sum(any(form in letters for form in forms) for letters in outside)
    return tuple(TermShare(at, weight / total, head) for at, (weight, head) in weights.items())


def _alternatives(forms: Iterable[str]) -> re.Pattern[str] | None:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, ordered))) if ordered else None
