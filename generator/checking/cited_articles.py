"""L-005: an article that a report cites and the base does not have: 《条例》第十八条 of seven.

L-006: the version that the report means does not have it, but another version has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checking.codes import CODES
from generator.cleaning.ledger import in_source
from generator.linking import (
    Chains,
    Citation,
    Numbering,
    chains_at,
    citations,
    editions_at,
    numbering_of,
)
from generator.model import Base, CleanedSource, Document, Edition, Finding

CODE, OTHER = "L-005", "L-006"


@dataclass(frozen=True, slots=True)
class Citable:
    """The bases that reports may cite, with what their articles are numbered."""

    chains: Chains
    bases: Mapping[str, Base]
    numberings: Mapping[str, Numbering]
    counts: Mapping[str, int]


def citable(chains: Chains) -> Citable:
    """Return what reports may cite: of every base all its versions over time."""
    editions = [each for chain in chains for each in chain]
    return Citable(
        chains,
        {each.base.id: each.base for each in editions},
        {each.base.id: numbering_of(each) for each in editions},
        {each.base.id: len(each.articles) for each in editions},
    )


def check_citations(report: Document, known: Citable, cleaned: CleanedSource) -> Iterator[Finding]:
    """Yield a finding for every citation of an article that its base does not have."""
    text, told, date = report.piece.text, -1, report.piece.date
    bases = [each.base for each in editions_at(known.chains, date)]
    chains = chains_at(known.chains, date)
    for cited in citations(text, bases, known.numberings, chains):
        count = known.counts[cited.base]
        if cited.article or not count or cited.start == told:
            continue  # a range past the last article is told once
        told = cited.start
        title = known.bases[cited.base].short_title
        version, others = _version(known, cited)
        code = OTHER if others else CODE
        message = f"{title}{version}共{count}条，没有这一条"
        if others:
            message += f"；{'、'.join(others)}有这一条"
        at = in_source(report.piece, cleaned.edits, cited.start)
        yield Finding(
            code,
            CODES[code].level,
            report.piece.file,
            cleaned.source.text.count("\n", 0, at) + 1,
            text[cited.start : cited.end],
            message,
            report.piece.id,
            cited.start,
            cited.end,
            details=(f"{title}{version}", str(count), "、".join(others)),
        )


def _version(known: Citable, cited: Citation) -> tuple[str, tuple[str, ...]]:
    """Return the name of the version that is meant, and of those others that have the article.

    Both are empty where a base has but one version.
    """
    chain = next((c for c in known.chains if cited.base in {e.base.id for e in c}), ())
    if len(chain) < 2:
        return "", ()
    others = [
        each
        for each in chain
        if each.base.id != cited.base and cited.path in known.numberings[each.base.id].articles
    ]
    own = next(each for each in chain if each.base.id == cited.base)
    return f"（{_name(own)}）", tuple(map(_name, others))


def _name(edition: Edition) -> str:
    base = edition.base
    day = base.adopted or base.published or base.effective
    return base.version_name or f"{day[:4]}年版"
