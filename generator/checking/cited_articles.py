"""L-005: an article that a report cites and the base does not have: 《条例》第十八条 of seven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checking.codes import CODES
from generator.cleaning.ledger import in_source
from generator.linking import citations, numbering_of
from generator.model import CleanedSource, Document, Edition, Finding

CODE = "L-005"


def check_citations(
    reports: Sequence[Document], editions: Sequence[Edition], sources: Mapping[str, CleanedSource]
) -> Iterator[Finding]:
    """Yield a finding for every citation of an article that its base does not have."""
    bases = [each.base for each in editions]
    numberings = {each.base.id: numbering_of(each) for each in editions}
    counts = {each.base.id: len(each.articles) for each in editions}
    titles = {base.id: base.short_title for base in bases}
    for report in reports:
        text, told = report.piece.text, -1
        for cited in citations(text, bases, numberings):
            if cited.article or not counts[cited.base] or cited.start == told:
                continue  # a range past the last article is told once
            told = cited.start
            cleaned = sources[report.piece.file]
            at = in_source(report.piece, cleaned.edits, cited.start)
            yield Finding(
                CODE,
                CODES[CODE].level,
                report.piece.file,
                cleaned.source.text.count("\n", 0, at) + 1,
                text[cited.start : cited.end],
                f"{titles[cited.base]}共{counts[cited.base]}条，没有这一条",
                report.piece.id,
                cited.start,
                cited.end,
                details=(titles[cited.base], str(counts[cited.base])),
            )
