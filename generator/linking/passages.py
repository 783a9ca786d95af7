"""Passages: neighbouring sentences on one article with one role, joined into one link.

二是强化日常监督机制。每季度听取汇报，……。今年约谈12人次。  ->  one passage, lead and all
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Document, Evidence, Heading, Link, LinkStatus

BARE = 24  # a lead of no more letters than this says nothing but its subject
MOST = 12  # pieces of evidence that a passage shows


def join_passages(links: Sequence[Link], reports: Sequence[Document]) -> tuple[Link, ...]:
    """Return `links`, each of one sentence, joined to passages, in reading order.

    Sentences are joined that follow each other in one paragraph, are linked to one article and
    have one role; a bare lead takes the role of what fills it.  A passage is named after its first
    sentence, is as sure as its surest and shows the evidence of all.
    """
    documents = {each.piece.id: each for each in reports}
    by_report: dict[str, list[Link]] = defaultdict(list)
    for one in links:
        by_report[one.report].append(one)
    joined: list[Link] = []
    for report, some in by_report.items():
        joined += _of_report(some, documents[report])
    return tuple(joined)


def _of_report(links: Sequence[Link], document: Document) -> list[Link]:
    places = {each.start: at for at, each in enumerate(document.sentences)}
    leads = {each.start: each for each in document.outline if each.inline}
    open_passages: dict[tuple[str, int], tuple[int, Link]] = {}
    found: list[Link] = []
    slots: dict[str, int] = {}
    for one in links:
        at = places[one.start]
        key = (one.base, one.article)
        last = open_passages.get(key)
        if last is not None and last[0] == at - 1 and _continues(last[1], one, document, at, leads):
            whole = _joined(last[1], one, document, leads)
            found[slots[last[1].id]] = whole
        else:
            whole = one
            slots[one.id] = len(found)
            found.append(one)
        open_passages[key] = (at, whole)
    return found


def _continues(
    before: Link, one: Link, document: Document, at: int, leads: dict[int, Heading]
) -> bool:
    """Tell whether the sentence `at`, linked by `one`, goes on with the passage `before`."""
    sentences = document.sentences
    if sentences[at].paragraph != sentences[at - 1].paragraph or one.start in leads:
        return False
    return before.role == one.role or _is_bare(before, document, leads)


def _is_bare(one: Link, document: Document, leads: dict[int, Heading]) -> bool:
    """Tell whether a passage is nothing yet but the lead of what follows."""
    words = document.piece.text[one.start : one.end]
    return one.start in leads and len(words) <= BARE and "。" not in words[:-1]


def _joined(before: Link, one: Link, document: Document, leads: dict[int, Heading]) -> Link:
    bare = _is_bare(before, document, leads)
    status = before.status if before.status == one.status else _stronger(before, one)
    return replace(
        before,
        end=one.end,
        role=one.role if bare else before.role,
        kind=before.kind if before.score >= one.score else one.kind,
        score=max(before.score, one.score),
        status=status,
        evidence=_together(before.evidence, one.evidence),
        sure=before.sure or one.sure,
        learned=tuple(dict.fromkeys((*before.learned, *one.learned))),
    )


def _stronger(one: Link, other: Link) -> LinkStatus:
    order: tuple[LinkStatus, ...] = ("auto", "confirmed", "added")
    return max(one.status, other.status, key=order.index)


def _together(some: Sequence[Evidence], others: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence of both, each piece once."""
    return tuple(dict.fromkeys((*some, *others)))[:MOST]
