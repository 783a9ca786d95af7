"""Links told once where they are one passage: the same words in several reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model import Link, SharedLinks


def groups_by_link(groups: Iterable[SharedLinks]) -> dict[str, SharedLinks]:
    """Return the id of each link whose passage several reports have -> its group."""
    return {link: group for group in groups for link in group.links}


def told_once(links: Iterable[Link], groups: Mapping[str, SharedLinks]) -> tuple[Link, ...]:
    """Return the links in their order, of those of one group the first."""
    told: set[str] = set()
    kept = []
    for link in links:
        group = groups.get(link.id)
        if group is None or group.links[0] not in told:
            kept.append(link)
        if group is not None:
            told.add(group.links[0])
    return tuple(kept)
