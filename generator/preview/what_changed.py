"""What a build has changed in a library, in words for the editor who has just decided something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.model import Finding, Library, Link

LONGEST = 40  # letters of a finding's message


def what_changed(before: Library | None, after: Library) -> tuple[str, ...]:
    """Return a line on each kind of change, those that follow from decisions first."""
    if before is None:
        return ()
    return (
        *_of_texts(before, after),
        *_of_links(before, after),
        *_of_findings(before, after),
        *_of_terms(before, after),
    )


def _of_texts(before: Library, after: Library) -> Iterator[str]:
    old, new = ({each.piece.id for each in one.reports} for one in (before, after))
    yield from _more_and_fewer(len(new - old), len(old - new), "篇报告")
    changed = {each.piece.id: each.piece.text for each in before.reports}
    count = sum(
        changed.get(each.piece.id, each.piece.text) != each.piece.text for each in after.reports
    )
    if count:
        yield f"{count} 篇报告的文字变了"
    texts = {each.edition.base.id: each.edition for each in before.collations}
    for each in after.collations:
        last = texts.get(each.edition.base.id)
        if last is not None and last.sentences != each.edition.sentences:
            yield f"{each.edition.base.short_title}的文字变了"


def _of_links(before: Library, after: Library) -> Iterator[str]:
    old, new = ({each.id: each for each in one.links} for one in (before, after))
    yield from _more_and_fewer(len(new.keys() - old.keys()), len(old.keys() - new.keys()), "条关联")
    learned = sum(_is_learned(each, old.get(name)) for name, each in new.items())
    if learned:
        yield f"由裁定学得 {learned} 条关联"
    both = [(old[name], each) for name, each in new.items() if name in old]
    if roles := sum(one.role != other.role for one, other in both):
        yield f"{roles} 条关联改了性质"
    if decided := sum(one.status != other.status for one, other in both):
        yield f"{decided} 条关联有了新裁定"


def _is_learned(link: Link, before: Link | None) -> bool:
    """Tell whether a link rests on decisions now, and did not before."""
    return bool(link.learned) and not (before and before.learned)


def _of_findings(before: Library, after: Library) -> Iterator[str]:
    old, new = (Counter(map(_sense, one.findings)) for one in (before, after))
    gone, come = old - new, new - old
    if gone:
        yield f"消去 {gone.total()} 处疑点"
    if come.total() == 1:
        message = next(iter(come))[3]
        yield f"新出 1 处疑点：{message[:LONGEST]}{'…' if len(message) > LONGEST else ''}"
    elif come:
        yield f"新出 {come.total()} 处疑点"


def _sense(finding: Finding) -> tuple[str, str, str, str]:
    """Return what a finding says, wherever it has moved to."""
    return finding.code, finding.file, finding.text, finding.message


def _of_terms(before: Library, after: Library) -> Iterator[str]:
    old, new = ({each.name for each in one.terms} for one in (before, after))
    yield from _more_and_fewer(len(new - old), len(old - new), "个词条")


def _more_and_fewer(more: int, fewer: int, what: str) -> Iterator[str]:
    if more:
        yield f"多了 {more} {what}"
    if fewer:
        yield f"少了 {fewer} {what}"
