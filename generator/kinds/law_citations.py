"""Where the reports cite a law of the library: 《云溪市图书借阅条例》第五条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.linking.citations import citations
from generator.linking.numbering import Numbering
from generator.model import Base, Document, Law, LawCitation
from generator.text.simplified import simplified

PREFIX = re.compile("^(?:中华人民共和国|中国共产党)(?=.{2})")


def cite_laws(
    reports: Sequence[Document], laws: Sequence[Law], bases: Sequence[Base]
) -> tuple[LawCitation, ...]:
    """Return the citations of articles of `laws` in `reports`, in reading order.

    The bases take part, so that a number that belongs to one of them is no law's.
    """
    names = sorted({name for law in laws for name in (law.title, _short(law)) if name})
    if not names:
        return ()
    named = re.compile("|".join(re.escape(simplified(name)) for name in names))
    known = [*bases, *(Base(law.id, law.title, f"《{_short(law)}》") for law in laws)]
    paths = {law.id: [_path(each.number, each.branch) for each in law.articles] for law in laws}
    numberings = {
        name: Numbering({path: at for at, path in enumerate(own, 1)}) for name, own in paths.items()
    }
    return tuple(
        citation
        for report in reports
        if named.search(simplified(report.piece.text))
        for citation in _of_report(report, known, numberings)
    )


def _of_report(
    report: Document, known: Sequence[Base], numberings: Mapping[str, Numbering]
) -> Iterator[LawCitation]:
    for cited in citations(report.piece.text, known, numberings):
        if cited.base in numberings and cited.article:
            number, *branch = cited.path
            yield LawCitation(
                report.piece.id, cited.start, cited.end, cited.base, number, sum(branch)
            )


def _short(law: Law) -> str:
    """Return the name that a law has in running text: 中华人民共和国监察法 -> 监察法."""
    return PREFIX.sub("", law.title)


def _path(number: int, branch: int) -> tuple[int, ...]:
    return (number, branch) if branch else (number,)
