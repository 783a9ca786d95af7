"""L-005: an article that a report cites and the base does not have: 《条例》第十八条 of seven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.checking.codes import CODES
from generator.cleaning.ledger import in_source
from generator.linking import Numbering, citations, numbering_of
from generator.model import Base, CleanedSource, Document, Edition, Finding

CODE = "L-005"


@dataclass(frozen=True, slots=True)
class Citable:
    """The bases that reports may cite, with what their articles are numbered."""

    bases: tuple[Base, ...]
    numberings: Mapping[str, Numbering]
    counts: Mapping[str, int]


def citable(editions: Sequence[Edition]) -> Citable:
    """Return what reports may cite."""
    return Citable(
        tuple(each.base for each in editions),
        {each.base.id: numbering_of(each) for each in editions},
        {each.base.id: len(each.articles) for each in editions},
    )


def check_citations(report: Document, known: Citable, cleaned: CleanedSource) -> Iterator[Finding]:
    """Yield a finding for every citation of an article that its base does not have."""
    titles = {base.id: base.short_title for base in known.bases}
    text, told = report.piece.text, -1
    for cited in citations(text, known.bases, known.numberings):
        count = known.counts[cited.base]
        if cited.article or not count or cited.start == told:
            continue  # a range past the last article is told once
        told = cited.start
        at = in_source(report.piece, cleaned.edits, cited.start)
        yield Finding(
            CODE,
            CODES[CODE].level,
            report.piece.file,
            cleaned.source.text.count("\n", 0, at) + 1,
            text[cited.start : cited.end],
            f"{titles[cited.base]}共{count}条，没有这一条",
            report.piece.id,
            cited.start,
            cited.end,
            details=(titles[cited.base], str(count)),
        )
