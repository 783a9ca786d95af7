"""How well a phrase would serve as a term.

After T. Tomokiyo and M. Hurst, A language model approach to keyphrase extraction (ACL 2003
workshop on multiword expressions): what makes a key phrase is that it holds together and that the
general language has it more seldom (here one number, its surprise).  To this come how few articles
have it, how much its words are what its article speaks of (tf-idf), whether it stands in the
heading, and how many reports use it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.terms.language import Language
from generator.terms.phrases import Passage, Phrase, Spot

ENOUGH_SURPRISE = 25.0  # nats: what is more surprising is only longer
LENGTHS = {2: 0.45, 3: 0.8}  # what a phrase of so many letters is worth
LONG = 9
LONGER = 0.8
ONE_WORD = 0.6


@dataclass(frozen=True, slots=True)
class Weights:
    """What is counted once for all phrases.

    `topics`: article -> word -> how much the article speaks of it, 0 to 1.
    """

    language: Language
    words: int
    articles: int
    reports: int
    topics: Mapping[Spot, Mapping[str, float]]
    headings: Mapping[Spot, str]

    def weigh(self, phrase: Phrase, short: Collection[Spot] = ()) -> float:
        """Return the worth of `phrase`: 0 for none, about 1 for a good one.

        `short` are the places in reports where a short form stands for it.
        """
        reported = {*phrase.reported, *short}
        places = phrase.inside + len(reported)
        general = sum(map(self.language.probability, phrase.words))
        surprise = math.log(places / self.words) - general
        spread = math.log((self.articles + 1) / len(phrase.articles)) / math.log(self.articles + 1)
        used = math.log1p(len({report for report, _ in reported})) / math.log(self.reports + 2)
        again = math.log2(1 + min(places, 7)) / 3
        size = len(phrase.text)
        generic = sum(len(w) for w in phrase.words if w in self.language.generic) / size
        return (
            phrase.left
            * phrase.right
            * spread
            * (0.8 + min(max(surprise, 0.0), ENOUGH_SURPRISE) / ENOUGH_SURPRISE)
            * (0.35 + max(self._topic(phrase, article) for article in phrase.articles))
            * (0.1 + again + used)
            * (LENGTHS.get(size, 1.0) if size < LONG else LONGER)
            * (1 - 0.4 * generic)
            * (ONE_WORD if len(phrase.words) == 1 and not phrase.quoted else 1.0)
            * self._shape(phrase)
        )

    def _shape(self, phrase: Phrase) -> float:
        """Return how much a phrase looks like a name: 1 is neither for nor against."""
        shape = 1.0
        if phrase.words[-1] in self.language.endings:
            shape *= 1.5
        if any(phrase.text in self.headings[article] for article in phrase.articles):
            shape *= 1.3
        if phrase.quoted:
            return shape * 1.8
        if phrase.words[0] in self.language.verbs:
            shape *= 0.6
        if any(word in self.language.verbs for word in phrase.words[1:-1]):  # 用人单位|允许|个人
            shape *= 0.8
        return shape

    def _topic(self, phrase: Phrase, article: Spot) -> float:
        """Return how much `article` speaks of the words of `phrase`, by their letters, 0 to 1."""
        topics = self.topics[article]
        return sum(topics.get(word, 0.0) * len(word) for word in phrase.words) / len(phrase.text)


def count_weights(
    base: Sequence[Passage],
    reports: Sequence[Passage],
    headings: Mapping[Spot, str],
    language: Language,
) -> Weights:
    """Return the weights of a library of so many sentences."""
    counts: dict[Spot, Counter[str]] = defaultdict(Counter)
    for passage in base:
        if passage.spot[1]:
            counts[passage.spot].update(word for run in passage.runs for word in run.words)
    holding = Counter(word for own in counts.values() for word in own)
    total = len(counts)
    topics = {
        article: {
            word: _topic(count, holding[word], total)
            for word, count in own.items()
            if word not in language.parting
        }
        for article, own in counts.items()
    }
    return Weights(
        language=language,
        words=sum(
            len(run.words) for passages in (base, reports) for each in passages for run in each.runs
        ),
        articles=total,
        reports=len({each.spot[0] for each in reports}),
        topics=topics,
        headings=headings,
    )


def _topic(count: int, holding: int, articles: int) -> float:
    rarity = math.log((articles + 1) / holding) / math.log(articles + 1)
    return rarity * (0.5 + 0.5 * (1 - 1 / count)) if articles > 1 else 0.5
