"""The links of one report: every sentence scored against every article, with evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.citations import Citation, citations
from generator.linking.evidence import (
    akin_evidence,
    context_evidence,
    decision_evidence,
    hint_evidence,
    own_evidence,
)
from generator.linking.index import ArticleIndex, BaseIndex
from generator.linking.links_beside import editions_beside, links_beside
from generator.linking.neighbours import Neighbours, neighbours
from generator.linking.numbering import numbering_of
from generator.linking.roles.judging import judge_roles
from generator.linking.roles.role_features import role_features
from generator.linking.roles.role_weights import RoleWeights, load_role_weights
from generator.linking.scoring.score import Scored, score
from generator.linking.scoring.sentence_words import SentenceWords
from generator.linking.scoring.weights import LinkWeights, load_link_weights
from generator.linking.teaching.decided import DecidedSentence
from generator.linking.teaching.taught import Taught
from generator.linking.versions import chains_at
from generator.model import Document, Evidence, Link, LinkKind, Role

STRONG_TERM = 0.3  # a term of which the article holds this share is a mechanism of its own
CITED = 0.99  # the least score of a link to what is cited by number
ENOUGH = 2  # with fewer pieces of evidence of its own, a link shows its hints too


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """All that is known of a report and a base when its links are made."""

    report: Document
    base: BaseIndex
    around: tuple[Neighbours, ...]
    judged: tuple[Role, ...]
    cited: tuple[Citation, ...]
    scored: Scored
    taught: Taught | None


TaughtByBase = Mapping[str, Taught]
"""What the editors' decisions taught, by the id of the base."""


def link(
    report: Document, index: ArticleIndex, taught: TaughtByBase | None = None
) -> tuple[Link, ...]:
    """Return the links of the sentences of `report`, in reading order.

    They depend on the report, the bases, their vocabulary and what was `taught`, and on no other
    report.
    """
    return link_with(report, index, load_link_weights(), load_role_weights(), taught)


def link_with(
    report: Document,
    index: ArticleIndex,
    weights: LinkWeights,
    role_weights: RoleWeights,
    taught: TaughtByBase | None = None,
) -> tuple[Link, ...]:
    """Return the links of `report` that the weights make."""
    around = neighbours(report)
    judged = judge_roles(role_features(report, around), role_weights)
    known_bases = {each.base.id: each.numbering for each in index.bases}
    others = editions_beside(index)
    cited = citations(
        report.piece.text,
        [each.base for each in index.bases],
        known_bases | {name: numbering_of(edition) for name, edition in others.items()},
        chains_at(index.chains, report.piece.date),
    )
    found: list[tuple[int, Link]] = []
    for base in index.bases:
        known = (taught or {}).get(base.base.id)
        scored = score(report, base, around, cited, weights, known)
        scene = _Scene(report, base, around, judged, cited, scored, known)
        for at, article in np.argwhere((scored.final >= scored.bounds.linked) | scored.certain):
            one = _link(scene, int(at), int(article))
            if one.evidence:  # nothing is linked that nobody could check
                found.append((int(at), one))
    found += links_beside(report, judged, cited, others)
    found.sort(key=lambda each: each[0])
    return tuple(one for _, one in found)


def _link(scene: _Scene, at: int, article: int) -> Link:
    sentence, words, scored = scene.report.sentences[at], scene.scored.words[at], scene.scored
    own = own_evidence(scene.report, sentence, words, article, scene.cited, scene.base)
    chance = float(scored.final[at, article])
    number = scene.base.articles[article].article.number
    teacher = _teacher(scene, at, article)
    learned = (decision_evidence(scene.report, sentence),) if teacher else ()
    return Link(
        id=f"{sentence.id}-{scene.base.base.id}-{number}",
        report=scene.report.piece.id,
        start=sentence.start,
        end=sentence.end,
        base=scene.base.base.id,
        article=number,
        role=scene.judged[at],
        kind=_kind(own, words, article),
        score=round(max(chance, CITED) if scored.cited[at, article] else chance, 3),
        status="auto",
        evidence=(*own, *_lesser_evidence(scene, at, article, own), *learned),
        sure=bool(scored.certain[at, article] or chance >= scored.bounds.sure),
        learned=(f"{teacher.report}：{teacher.words}",) if teacher else (),
    )


def _teacher(scene: _Scene, at: int, article: int) -> DecidedSentence | None:
    """Return the decision that a link rests on; None where it would stand without any."""
    scored = scene.scored
    alone = scored.untaught[at, article] >= scored.untaught_bounds.linked
    if scene.taught is None or alone or scored.certain[at, article]:
        return None
    return scene.taught.nearest(scored.vectors[at], article)


def _lesser_evidence(
    scene: _Scene, at: int, article: int, own: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """Return akin words and hints where there is little evidence, and the subject inherited."""
    scored = scene.scored
    hints: tuple[Evidence, ...] = ()
    if len(own) < ENOUGH:
        words = scored.words[at]
        akin = akin_evidence(scene.report, words, article, scene.base, own)
        shown = (*own, *akin)
        hints = (*akin, *hint_evidence(scene.report, words, article, scene.base, shown))
    if scored.first[at, article] >= scored.untaught_bounds.linked:
        return hints
    giver = _giver(scene.around[at], scored, article)
    if giver is None:
        return hints
    return (*hints, context_evidence(scene.report, giver, scene.base.articles[article]))


def _giver(around: Neighbours, scored: Scored, article: int) -> int | None:
    """Return the neighbour that hands on its subject: the heading, else the sentence before."""
    ordered = (*around.parents, around.previous, *around.children, around.following)
    least = scored.untaught_bounds.linked
    known = (each for each in ordered if each is not None)
    return next((each for each in known if scored.first[each, article] >= least), None)


def _kind(own: Sequence[Evidence], words: SentenceWords, article: int) -> LinkKind:
    whats = {each.what for each in own}
    if "citation" in whats:
        return "citation"
    if "quotation" in whats:
        return "quotation"
    if max((hit.term.share_of(article) for hit in words.hits), default=0.0) >= STRONG_TERM:
        return "mechanism"
    return "paraphrase" if whats else "topic"
