"""Where terms, the groups of a thesaurus and hints stand: whose each of their wordings is.

A term belongs to the articles that hold one of its wordings, each with a share; nothing is
typed in but the wordings themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.linking.forms import SHORTEST
from generator.model import Article, Term
from generator.text.letters import Folded, letters_of
from generator.text.simplified import simplified

LONGER = 3  # letters of a run
OUTSIDE = 0.5  # what a paragraph outside the articles counts for, against an article's 1
HEADING_TERM = 3.0  # a term in the heading counts as this many mentions
MENTIONS = 3  # more mentions than these count no more
NO_SUBJECT = frozenset({"机构", "总要求"})  # kinds of terms that name who acts or exhort


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """An article, its letters, and how many of them belong to its heading.

    `runs` are all of SHORTEST and of LONGER letters in a row that it has, without stops.
    """

    article: Article
    folded: Folded
    heading: int
    runs: frozenset[str]


@dataclass(frozen=True, slots=True)
class TermShare:
    """How much of a term belongs to an article (shares of one term add up to 1 at most)."""

    article: int
    share: float
    in_heading: bool


@dataclass(frozen=True, slots=True)
class IndexedTerm:
    """A term's wording: whose it is, where its term stands in the base, own name or not.

    `number` is its place in the `Subjects` of the base.
    """

    name: str
    forms: tuple[str, ...]
    shares: tuple[TermShare, ...]
    own: bool
    number: int = 0

    def share_of(self, article: int) -> float:
        """Return how much of the term belongs to the article at position `article`."""
        return next((each.share for each in self.shares if each.article == article), 0.0)


Indexed = dict[str, tuple[IndexedTerm, ...]]  # wording -> the terms that it speaks of


@dataclass(frozen=True, slots=True)
class BaseText:
    """A base document folded: its articles, and its paragraphs outside them."""

    articles: tuple[IndexedArticle, ...]
    outside: tuple[str, ...]

    def shares(self, forms: Sequence[str]) -> tuple[TermShare, ...]:
        """Return how much of what `forms` name belongs to each article that holds one."""
        weights: dict[int, tuple[float, bool]] = {}
        for at, each in enumerate(self.articles):
            mentions = sum(each.folded.letters.count(form) for form in forms)
            if mentions:
                in_heading = any(form in each.folded.letters[: each.heading] for form in forms)
                weights[at] = (min(mentions, MENTIONS) + HEADING_TERM * in_heading, in_heading)
        total = sum(weight for weight, _ in weights.values())
        total += OUTSIDE * sum(any(form in letters for form in forms) for letters in self.outside)
        return tuple(TermShare(at, weight / total, head) for at, (weight, head) in weights.items())


def index_terms(base: BaseText, terms: Sequence[Term]) -> Indexed:
    """Return for each wording of `terms` whose it is and where its term stands.

    A wording may speak of several terms.  What names who acts or exhorts has no shares,
    yet hides the shorter term inside it: 重大决策部署 is not 重大决策.
    """
    owned: dict[str, IndexedTerm] = {}
    related: Indexed = {}
    for term in terms:
        forms = forms_of((term.name, *term.aliases))
        telling = term.kind not in NO_SUBJECT
        shares = base.shares(forms) if telling else ()
        if not shares and telling:
            continue
        for form in forms:
            owned.setdefault(form, IndexedTerm(term.name, forms, shares, own=True))
        for form in forms_of(term.related):
            kin = IndexedTerm(term.name, forms, shares, own=False)
            related[form] = (*related.get(form, ()), kin)
    for form, one in owned.items():
        others = related.get(form, ()) if one.shares else ()
        related[form] = (one, *(each for each in others if each.name != one.name))
    return related


def index_hints(base: BaseText, terms: Sequence[Term]) -> Indexed:
    """Return for each hint the terms that it hints at."""
    found: Indexed = {}
    for term in terms:
        forms = forms_of((term.name, *term.aliases))
        shares = base.shares(forms)
        for form in forms_of(term.hints) if shares else ():
            one = IndexedTerm(term.name, forms, shares, own=False)
            found[form] = (*found.get(form, ()), one)
    return found


def index_kin(base: BaseText, thesaurus: Sequence[Sequence[str]]) -> Indexed:
    """Return for each wording of `thesaurus` where it stands, or else where its group does."""
    found: Indexed = {}
    for wordings in thesaurus:
        group = forms_of(wordings)
        here = tuple(form for form in group if base.shares((form,)))
        shares = base.shares(here)
        for form in group if here else ():
            own = form in here
            places = _mean(base.shares((form,)), shares) if own else shares
            found[form] = (*found.get(form, ()), IndexedTerm(group[0], here, places, own))
    return found


def forms_of(wordings: Iterable[str]) -> tuple[str, ...]:
    """Return the letters of `wordings`, each once, without those too short to tell."""
    forms = dict.fromkeys(simplified(letters_of(each)) for each in wordings)
    return tuple(form for form in forms if len(form) >= SHORTEST)


def _mean(some: Sequence[TermShare], others: Sequence[TermShare]) -> tuple[TermShare, ...]:
    """Return the mean of two distributions over the articles."""
    shares: dict[int, float] = defaultdict(float)
    for each in (*some, *others):
        shares[each.article] += each.share / 2
    heads = {each.article for each in (*some, *others) if each.in_heading}
    return tuple(TermShare(at, share, at in heads) for at, share in sorted(shares.items()))
