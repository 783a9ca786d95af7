"""Links that are one passage, because reports share the words: told once, with all their places.

A report has the passage of a link when what it shares with it covers SAME of the letters that are
the writer's own: a figure, a name or the label of an item may differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.model import Document, Link, Place, SharedLinks, SharedPassage
from generator.reuse.sharers import SAME, Cover, Sharers
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


def _groups_of_article(links: Sequence[Link], sharers: Sharers) -> Iterator[SharedLinks]:
    """Yield the groups of one article: links with the same cover, and links at its places."""
    by_report: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_report[link.report].append(link)
    members: dict[Cover, list[str]] = {}
    taken: set[str] = set()
    for report in sorted(by_report, key=sharers.order):
        for link in sorted(by_report[report], key=lambda each: (each.start, each.end, each.id)):
            if link.id in taken:
                continue
            cover = sharers.cover(report, link.start, link.end)
            if not cover or len(places := sharers.places(cover)) < 2:
                continue
            if cover not in members:
                there = (each.id for place in places for each in _at(place, by_report))
                members[cover] = [each for each in there if each not in taken and each != link.id]
                taken.update(members[cover])
            members[cover].append(link.id)
            taken.add(link.id)
    for cover, found in members.items():
        yield SharedLinks(tuple(sorted(found)), sharers.places(cover))


def _at(place: Place, by_report: Mapping[str, Sequence[Link]]) -> Iterator[Link]:
    """Yield the links whose passage is what stands at `place`."""
    size = place.end - place.start
    for each in by_report.get(place.report, ()):
        if each.start < place.end and place.start < each.end:
            common = min(each.end, place.end) - max(each.start, place.start)
            if common >= SAME * max(each.end - each.start, size):
                yield each
