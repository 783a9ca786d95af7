"""Links that are one passage, because reports share the words: told once, with all their places.

A report has the passage of a link when what it shares with it covers SAME of the letters that are
the writer's own: a figure, a name or the label of an item may differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model import Document, Link, Place, SharedLinks, SharedPassage
from generator.reuse.sharers import SAME, Sharers
from generator.reuse.wording import Wording


def group_links(
    links: Sequence[Link],
    reports: Sequence[Document],
    passages: Sequence[SharedPassage],
    wording: Wording,
) -> tuple[SharedLinks, ...]:
    """Return the links whose passages several of `reports` have, grouped by article and words.

    A link is in one group at most; `passages` are what the reports share.
    """
    sharers = Sharers(reports, passages, wording)
    by_article: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        by_article[link.base, link.article].append(link)
    return tuple(
        group
        for _, found in sorted(by_article.items())
        for group in _groups_of_article(found, sharers)
    )


def count_sharers(links: Iterable[Link], groups: Iterable[SharedLinks]) -> tuple[Link, ...]:
    """Return the links with the number of reports that have the passage."""
    shared = {link: len(group.places) for group in groups for link in group.links}
    return tuple(
        replace(link, shared=shared[link.id]) if link.id in shared else link for link in links
    )


def _groups_of_article(links: Sequence[Link], sharers: Sharers) -> Iterable[SharedLinks]:
    by_report: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_report[link.report].append(link)
    taken: set[str] = set()
    for report in sorted(by_report, key=sharers.order):
        for link in sorted(by_report[report], key=lambda each: (each.start, each.end, each.id)):
            if link.id in taken:
                continue
            places = sharers.places(link.report, link.start, link.end)
            if not places:
                continue
            members = [link.id]
            for place in places:
                others = by_report.get(place.report, ()) if place.report != report else ()
                members += [
                    other.id for other in others if other.id not in taken and _same(other, place)
                ]
            taken.update(members)
            yield SharedLinks(tuple(members), places)


def _same(link: Link, place: Place) -> bool:
    """Tell whether a link's passage is what stands at `place`."""
    common = min(link.end, place.end) - max(link.start, place.start)
    return common >= SAME * max(link.end - link.start, place.end - place.start)
