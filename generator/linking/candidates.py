"""The articles indexed by their n-grams, so that only likely pairs are compared."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, Edition, Term

GRAM = 4


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """The articles of all bases, the articles that hold each n-gram, and its weight."""

    articles: tuple[tuple[str, Article], ...]
    postings: dict[str, tuple[int, ...]]
    weights: dict[str, float]


def grams(text: str) -> list[str]:
    """Return the n-grams of the letters of `text`."""
    return [
        run[at : at + GRAM] for run in re.findall(r"\w+", text) for at in range(len(run) - GRAM + 1)
    ]


def index_articles(editions: Sequence[Edition], terms: Sequence[Term]) -> ArticleIndex:
    """Return the index of the articles of `editions`."""
    articles = tuple((edition.base.id, each) for edition in editions for each in edition.articles)
    postings: dict[str, list[int]] = defaultdict(list)
    for at, (_, article) in enumerate(articles):
        for gram in sorted(set(grams(article.text))):
            postings[gram].append(at)
    spread = Counter({gram: len(places) for gram, places in postings.items()})
    weights = {gram: math.log(len(articles) / count) for gram, count in spread.items()}
    return ArticleIndex(articles, {g: tuple(p) for g, p in postings.items()}, weights)
