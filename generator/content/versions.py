"""The versions of a base over time, as library.yml declares them -> bases of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.content.reserved_names import refuse_duplicates
from generator.content.schema import VersionEntry
from generator.errors import ContentError
from generator.model import Base


def with_versions(where: str, base: Base, entries: Sequence[VersionEntry]) -> Base:
    """Return `base` as its newest version, the earlier ones in `earlier`, oldest first.

    The newest keeps the id of the base, and so its addresses; an earlier one is b-v2010.  A
    version without `until` was in force up to the day from which the next one was.
    ContentError where one has no date, or two have the same.
    """
    if not entries:
        return base
    key = f"bases.{base.id}.versions"
    refuse_duplicates(where, f"{key}.id", (each.id for each in entries))
    for each in entries:
        if not _from(each):
            raise ContentError(where, f"{key}.{each.id}：写上 adopted、published、effective 之一")
    ordered = sorted(entries, key=_from)
    refuse_duplicates(where, key, map(_from, ordered))
    made = [_version(base, each) for each in ordered]
    for at, after in enumerate(ordered[1:]):
        made[at] = replace(made[at], until=made[at].until or _from(after))
    earlier = tuple(
        replace(
            each,
            id=f"{base.id}-v{each.version}",
            version_of=base.id,
            article_titles={},
            annexes=() if base.annexes == () else None,
        )
        for each in made[:-1]
    )
    return replace(made[-1], earlier=earlier)


def _from(entry: VersionEntry) -> str:
    """Return from when a version counts."""
    return entry.effective or entry.published or entry.adopted


def _version(base: Base, entry: VersionEntry) -> Base:
    return replace(
        base,
        title=entry.title or base.title,
        issuer=entry.issuer or base.issuer,
        adopted=entry.adopted,
        published=entry.published,
        effective=entry.effective,
        version=entry.id,
        version_name=entry.name,
        until=entry.until,
    )
