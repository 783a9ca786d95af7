"""Links to versions of a document that a report names, other than the one it is linked with.

They rest on the citation alone: the report's own words were weighed with the version in force.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from generator.linking.citations import Citation
from generator.linking.evidence import citation_evidence
from generator.linking.index import ArticleIndex
from generator.model import Document, Edition, Link, Role

CITED = 0.99


def editions_beside(index: ArticleIndex) -> Mapping[str, Edition]:
    """Return the versions that are not among the bases of `index`, by id."""
    own = {each.base.id for each in index.bases}
    return {
        edition.base.id: edition
        for chain in index.chains
        for edition in chain
        if edition.base.id not in own
    }


def links_beside(
    report: Document,
    judged: Sequence[Role],
    cited: Sequence[Citation],
    editions: Mapping[str, Edition],
) -> list[tuple[int, Link]]:
    """Return links to the articles cited of `editions`, each with its sentence's place."""
    found: dict[tuple[int, str, int], list[Citation]] = {}
    for each in cited:
        if each.base in editions and each.article:
            at = bisect_right(report.sentences, each.start, key=lambda one: one.start) - 1
            if at >= 0:
                found.setdefault((at, each.base, each.article), []).append(each)
    return [
        (at, _link(report, at, judged[at], editions[base], number, some))
        for (at, base, number), some in found.items()
    ]


def _link(
    report: Document,
    at: int,
    role: Role,
    edition: Edition,
    number: int,
    cited: Sequence[Citation],
) -> Link:
    sentence = report.sentences[at]
    article = next(each for each in edition.articles if each.number == number)
    return Link(
        id=f"{sentence.id}-{edition.base.id}-{number}",
        report=report.piece.id,
        start=sentence.start,
        end=sentence.end,
        base=edition.base.id,
        article=number,
        role=role,
        kind="citation",
        score=CITED,
        status="auto",
        evidence=tuple(citation_evidence(report, each, article) for each in cited),
    )
