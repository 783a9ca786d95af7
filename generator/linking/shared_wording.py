"""Links by shared wording: the longest common runs of a sentence and an article."""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher

from generator.linking.candidates import ArticleIndex, grams
from generator.model import Article, Document, Evidence, Link, Sentence

THRESHOLD = 8.0
SHORTEST = 4


def link(report: Document, index: ArticleIndex) -> tuple[Link, ...]:
    """Return the links of `report`, in reading order."""
    links: list[Link] = []
    for sentence in report.sentences:
        text = report.piece.text[sentence.start : sentence.end]
        scores: dict[int, float] = defaultdict(float)
        for gram in set(grams(text)):
            for at in index.postings.get(gram, ()):
                scores[at] += index.weights[gram]
        for at, score in sorted(scores.items()):
            if score >= THRESHOLD:
                base, article = index.articles[at]
                evidence = _runs(text, sentence, article)
                links.append(
                    Link(
                        f"{report.piece.id}-l{len(links) + 1}",
                        report.piece.id,
                        sentence.start,
                        sentence.end,
                        base,
                        article.number,
                        "other",
                        "quotation",
                        round(score, 3),
                        "auto",
                        evidence,
                    )
                )
    return tuple(links)


def _runs(text: str, sentence: Sentence, article: Article) -> tuple[Evidence, ...]:
    matcher = SequenceMatcher(None, text, article.text, autojunk=False)
    return tuple(
        Evidence(
            "quotation",
            text[a : a + size],
            sentence.start + a,
            sentence.start + a + size,
            b,
            b + size,
        )
        for a, b, size in matcher.get_matching_blocks()
        if size >= SHORTEST
    )
