"""How much of a sound document the pipeline gets back from two damaged witnesses."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import astuple, dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from generator.cleaning import CleaningSettings, clean
from generator.edition import collate, find_witnesses
from generator.model import Article, Base, Collation, Edition, Piece, Source
from generator.text.nomenclature import article_name
from scripts.damaging.documents import SoundDocument


@dataclass(frozen=True, slots=True)
class Group:
    """Some articles: letters, wrong ones, those in articles that no finding names.

    `found` counts the articles that came back (less than a fifth of their letters wrong),
    `named` those that are right to the letter or named by a finding.
    """

    articles: int = 0
    letters: int = 0
    errors: int = 0
    silent: int = 0
    found: int = 0
    named: int = 0

    def __add__(self, other: Group) -> Group:
        return Group(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))


@dataclass(frozen=True, slots=True)
class Score:
    """Letters and errors (Levenshtein) in all articles; articles found; headings right.

    `sound` are the articles that at least one witness has undamaged at every place, `both`
    those that the damager damaged in both at the same place.
    """

    letters: int
    errors: int
    articles: int
    found: int
    whole: int
    parts: int
    headings: int
    findings: int
    misses: tuple[str, ...]
    sound: Group = Group()
    both: Group = Group()

    @property
    def rate(self) -> float:
        """Character error rate."""
        return self.errors / max(1, self.letters)


def restore(document: SoundDocument, texts: tuple[str, ...]) -> Collation:
    """Return what the pipeline makes of the witnesses."""
    base = Base("base", document.title, document.title)
    pieces: list[Piece] = []
    for at, text in enumerate(texts, 1):
        digest = hashlib.sha256(text.encode()).hexdigest()
        source = Source(f"{at:03}_{digest[:16]}.txt", text, digest, "utf-8")
        pieces += clean(source, CleaningSettings()).pieces
    return collate(base, find_witnesses(pieces, [base])[base.id])


def score(document: SoundDocument, collation: Collation, in_both: Collection[int] = ()) -> Score:
    """Return how near the edition comes to `document`; `in_both` are damaged in both witnesses."""
    groups = [Group(), Group()]
    edition = collation.edition
    got = {article.path: article for article in edition.articles}
    if not any(article.label for article in document.articles):
        got = _in_order(document, edition)
    errors = letters = found = whole = 0
    misses = []
    for article in document.articles:
        letters += len(article.text)
        mine = got.get(article.address)
        text = mine.text if mine else ""
        distance = Levenshtein.distance(article.text, text)
        errors += distance
        found += mine is not None and distance < 0.2 * len(article.text)
        whole += distance == 0
        label = article.label or f"¶{article.number}"
        named = any(article_name(label) in each.message for each in collation.findings)
        groups[article.number in in_both] += Group(
            1,
            len(article.text),
            distance,
            0 if named else distance,
            int(mine is not None and distance < 0.2 * len(article.text)),
            int(named or not distance),
        )
        if distance:
            misses.append(f"{label}: {distance}")
    wanted = [part.label + part.heading for part in document.parts if part.heading]
    headings = [part.label + part.heading for part in edition.parts]
    extra = [n for n in got if n not in {a.address for a in document.articles}]
    misses += [f"{path}: 多出" for path in extra]
    return Score(
        letters,
        errors + sum(len(got[n].text) for n in extra),
        len(document.articles),
        found,
        whole,
        len(wanted),
        sum(1 for heading in wanted if heading in headings),
        len(collation.findings),
        tuple(misses),
        *groups,
    )


def _in_order(document: SoundDocument, edition: Edition) -> dict[tuple[int, ...], Article]:
    """Return the edition's paragraphs by the address of the one that each is, in one order.

    Where nothing but the count tells them, one too many would make all behind it wrong.
    """
    wanted, made = document.articles, edition.articles
    likeness = [
        [max(0.0, fuzz.ratio(one.text, other.text) / 100 - 0.3) for other in made] for one in wanted
    ]
    best = [[0.0] * (len(made) + 1) for _ in range(len(wanted) + 1)]
    for a in range(len(wanted)):
        for b in range(len(made)):
            both = best[a][b] + likeness[a][b]
            best[a + 1][b + 1] = max(both, best[a][b + 1], best[a + 1][b])
    found: dict[tuple[int, ...], Article] = {}
    rest: list[Article] = []
    a, b = len(wanted), len(made)
    while b:
        if (
            a
            and likeness[a - 1][b - 1]
            and (best[a][b] == best[a - 1][b - 1] + likeness[a - 1][b - 1])
        ):
            found[wanted[a - 1].address] = made[b - 1]
            a, b = a - 1, b - 1
        elif a and best[a][b] == best[a - 1][b]:
            a -= 1
        else:
            rest.append(made[b - 1])
            b -= 1
    return found | {(len(wanted) + n,): each for n, each in enumerate(rest, 1)}
