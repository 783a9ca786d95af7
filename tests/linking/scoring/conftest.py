from __future__ import annotations

from generator.linking import index_articles
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features
from generator.linking.scoring.sentence_words import SentenceWords, sentence_words
from generator.model import Term
from tests.linking.conftest import edition, report

ARTICLES = (  # headings end at the first stop; 天干地支 are no words of official prose
    "甲乙丙丁。戊己庚辛壬癸子丑寅卯",
    "辰巳午未。申酉戌亥，丙丁，加强",
    "天地玄黄。宇宙洪荒，申酉",
    "日月盈昃。辰宿列张",
)


def base_of(articles: tuple[str, ...] = ARTICLES, terms: tuple[Term, ...] = ()) -> BaseIndex:
    return index_articles([edition(articles)], terms).bases[0]


ByArticle = dict[str, dict[int, float]]
"""A feature's name -> article -> value, for one sentence; what is not there is 0."""


def by_article(features: Features) -> ByArticle:
    """Return the features of the only sentence."""
    return {
        name: {at: float(value) for at, value in enumerate(values[0]) if value}
        for name, values in features.items()
    }


def words_of(text: str, base: BaseIndex) -> SentenceWords:
    """Return what the only sentence of a report holds."""
    (found,) = sentence_words(report(text), base)
    return found
