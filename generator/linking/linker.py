"""The links of one report: every sentence scored against every article, with evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.citations import Citation, citations
from generator.linking.evidence import context_evidence, hint_evidence, own_evidence
from generator.linking.index import ArticleIndex, BaseIndex
from generator.linking.neighbours import Context, contexts
from generator.linking.roles.judging import judge_roles, role_features
from generator.linking.scoring.features import (
    CONTEXT,
    OWN,
    SentenceWords,
    context_features,
    own_features,
    sentence_words,
    taken_over,
)
from generator.linking.scoring.shared_wording import Matrix
from generator.linking.scoring.weights import LinkWeights, Weights, load_weights
from generator.model import Document, Evidence, Link, LinkKind, Role

STRONG_TERM = 0.3  # a term of which the article holds this share is a mechanism of its own
CERTAIN = 0.9  # the least chance of a link to what is cited or quoted at length
CITED = 0.99  # and to what is cited by number
ENOUGH = 2  # with fewer pieces of evidence of its own, a link shows its hints too


@dataclass(frozen=True, slots=True)
class Scored:
    """A report scored against one base: sentences x articles, each a chance from 0 to 1."""

    words: tuple[SentenceWords, ...]
    first: Matrix
    final: Matrix


def link(report: Document, index: ArticleIndex) -> tuple[Link, ...]:
    """Return the links of `report`, in reading order; they depend on nothing else."""
    return link_with(report, index, load_weights())


def link_with(report: Document, index: ArticleIndex, weights: Weights) -> tuple[Link, ...]:
    """Return the links of `report` that `weights` make."""
    around = contexts(report)
    judged = judge_roles(role_features(report, around), weights.roles)
    cited = citations(
        report.piece.text,
        [each.base for each in index.bases],
        {each.base.id: each.numbering for each in index.bases},
    )
    found: list[tuple[int, Link]] = []
    for base in index.bases:
        rounds = _fitting(weights, base)
        scored = score(report, base, around, cited, rounds)
        found += _links(report, base, around, cited, scored, judged, rounds.threshold)
    found.sort(key=lambda each: each[0])
    return tuple(one for _, one in found)


def _fitting(weights: Weights, base: BaseIndex) -> LinkWeights:
    """Return the weights learned with as much known of the terms as `base` knows."""
    if base.hints:
        return weights.with_hints
    return weights.with_terms if base.terms else weights.without_terms


def score(
    report: Document,
    base: BaseIndex,
    around: Sequence[Context],
    cited: Sequence[Citation],
    weights: LinkWeights,
) -> Scored:
    """Return the chances of every sentence of `report` and article of `base`."""
    words = sentence_words(report, base)
    first, final = score_features(own_features(report, words, cited, base), around, weights)
    return Scored(words, first, final)


def score_features(
    own: Matrix, around: Sequence[Context], weights: LinkWeights
) -> tuple[Matrix, Matrix]:
    """Return the chances of the first round and of both, from OWN of every pair.

    A citation by number or a clause taken over word for word is enough, whatever was learned,
    and what stands below inherits it.
    """
    sure = taken_over(own) | (own[..., OWN.index("citation")] > 0)
    first = weights.own.of(own, OWN)
    first[sure] = np.maximum(first[sure], np.log(CERTAIN / (1 - CERTAIN)))
    final = chance(weights.context.of(context_features(first, around), CONTEXT))
    final[sure] = np.maximum(final[sure], CERTAIN)
    return chance(first), final


def chance(log_odds: Matrix) -> Matrix:
    """Return the chances that log odds stand for."""
    odds: Matrix = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -40, 40)))
    return odds


def _links(
    report: Document,
    base: BaseIndex,
    around: Sequence[Context],
    cited: Sequence[Citation],
    scored: Scored,
    judged: Sequence[Role],
    threshold: float,
) -> list[tuple[int, Link]]:
    found = []
    certain = _cited_pairs(report, base, cited)
    for at, article in sorted({*_above(scored.final, threshold), *certain}):
        sentence = report.sentences[at]
        indexed = base.articles[article]
        own = own_evidence(report, sentence, scored.words[at], article, cited, base)
        evidence = own
        if len(own) < ENOUGH:
            evidence = (*own, *hint_evidence(report, scored.words[at], article, base, own))
        giver = _giver(around[at], scored.first[:, article], threshold)
        if giver is not None and scored.first[at, article] < threshold:
            evidence = (*evidence, context_evidence(report, giver, indexed))
        if not evidence:
            continue  # nothing is linked that nobody could check
        value = max(float(scored.final[at, article]), CITED if (at, article) in certain else 0.0)
        found.append(
            (
                at,
                Link(
                    id=f"{sentence.id}-{base.base.id}-{indexed.article.number}",
                    report=report.piece.id,
                    start=sentence.start,
                    end=sentence.end,
                    base=base.base.id,
                    article=indexed.article.number,
                    role=judged[at],
                    kind=_kind(own, scored.words[at], article),
                    score=round(value, 3),
                    status="auto",
                    evidence=evidence,
                ),
            )
        )
    return found


def _above(table: Matrix, threshold: float) -> set[tuple[int, int]]:
    return {(int(at), int(article)) for at, article in np.argwhere(table >= threshold)}


def _cited_pairs(
    report: Document, base: BaseIndex, cited: Sequence[Citation]
) -> set[tuple[int, int]]:
    """Return the (sentence, article) pairs where the article is cited by number."""
    places = {each.article.number: at for at, each in enumerate(base.articles)}
    return {
        (at, places[each.article])
        for each in cited
        if each.base == base.base.id and each.article in places
        for at, sentence in enumerate(report.sentences)
        if sentence.start <= each.start < sentence.end
    }


def _giver(around: Context, chances: Matrix, threshold: float) -> int | None:
    """Return the neighbour that hands on its subject: the heading, else the sentence before."""
    ordered = (*around.parents, around.previous, *around.children, around.following)
    known = [each for each in ordered if each is not None and chances[each] >= threshold]
    return known[0] if known else None


def _kind(own: Sequence[Evidence], words: SentenceWords, article: int) -> LinkKind:
    whats = {each.what for each in own}
    if "citation" in whats:
        return "citation"
    if "quotation" in whats:
        return "quotation"
    shares = [s.share for hit in words.hits for s in hit.term.shares if s.article == article]
    if max(shares, default=0.0) >= STRONG_TERM:
        return "mechanism"
    return "paraphrase" if whats & {"similarity", "term"} else "topic"
