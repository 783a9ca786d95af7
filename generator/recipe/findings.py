"""What a person should look at in the texts of a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from generator.build.memo import digest
from generator.checking.account_of_text import account
from generator.checking.authored_images import check_pages
from generator.checking.originals import original_findings
from generator.checking.reprinted import reprint_findings
from generator.checking.text_checks import (
    CheckedText,
    TextFindings,
    TextKind,
    bases_of,
    check_text,
)
from generator.content import Content
from generator.edition import locate
from generator.kinds import Kinds
from generator.model import (
    CleanedSource,
    Collation,
    Document,
    Edition,
    Finding,
)
from generator.recipe.way import Way

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


def findings_of(
    content: Content,
    cleaned: Sequence[CleanedSource],
    received: Mapping[str, str],
    collations: Sequence[Collation],
    kinds: Kinds,
    way: Way,
) -> Iterator[Finding]:
    """Yield what a person should look at, but for what the editors' decisions say."""
    sources = {each.source.file: each for each in cleaned}
    editions = [each.edition for each in collations if not each.edition.base.version_of]
    earlier = [each.edition for each in collations if each.edition.base.version_of]
    checked = _checked(sources, received, editions, earlier, kinds, way)
    of_reports = checked[: len(kinds.reports)]
    yield from original_findings(content.sources)
    for each in cleaned:
        yield from each.findings
    for found in checked:
        yield from found.own
    originals = {each.piece.id: each.piece.text for each in kinds.reports}
    yield from reprint_findings(kinds.reprints, originals, sources)
    for found in of_reports:
        yield from found.citations
    for one in collations:
        own = {each.piece.file: sources[each.piece.file] for each in one.witnesses}
        edits = [(edit.start, edit.end) for each in own.values() for edit in each.edits]
        key = digest((one.edition, one.witnesses, one.apparatus, edits))
        yield from way.memo(account, [one], own, key=key)
    for found in of_reports:
        yield from found.quotations
    yield from locate(collations, sources)
    yield from check_pages(content.pages)


def _checked(
    sources: Mapping[str, CleanedSource],
    received: Mapping[str, str],
    editions: Sequence[Edition],
    earlier: Sequence[Edition],
    kinds: Kinds,
    way: Way,
) -> list[TextFindings]:
    """Return what is found in every text by itself: the reports, their reprints, the laws."""

    def item(document: Document, kind: TextKind) -> CheckedText:
        return CheckedText(document, kind, sources[document.piece.file])

    items = [
        *(item(each, "report") for each in kinds.reports),
        *(item(each.document, "reprint") for each in kinds.reprints),
        *(item(each.document, "law") for each in kinds.laws),
    ]
    against = digest((editions, earlier))
    keys = [
        digest((each.document.piece.id, each.kind, received[each.document.piece.file], against))
        for each in items
    ]
    return list(
        way.each("核对", check_text, items, keys, cache(lambda: bases_of(editions, earlier)))
    )
