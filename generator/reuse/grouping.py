"""Links that are one passage, because reports share the words: told once, with all their places.

A report has the passage of a link when what it shares with it covers SAME of the letters that are
the writer's own: a figure, a name or the label of an item may differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

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
    return tuple(
        group for found in links_by_article(links) for group in group_article(found, sharers)
    )


def links_by_article(links: Iterable[Link]) -> list[list[Link]]:
    """Return the links of each article, in the order of the articles."""
    found: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in links:
        found[link.base, link.article].append(link)
    return [some for _, some in sorted(found.items())]


def links_key(links: Sequence[Link], shared: str) -> str:
    """Return what tells the groups of an article from others; `shared` tells all it shares."""
    rows = "\n".join([f"{each.id} {each.start} {each.end}" for each in links])
    return sha256(f"{shared}\n{rows}".encode()).hexdigest()


def group_article(links: Sequence[Link], sharers: Sharers) -> tuple[SharedLinks, ...]:
    """Return the groups of the links of one article."""
    return tuple(_groups_of_article(links, sharers))


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
