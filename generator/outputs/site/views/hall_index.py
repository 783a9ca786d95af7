"""What volumes say, arranged for look-up, made once for all pages of a hall."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from generator.model import Role
from generator.text.nomenclature import ROLES
from generator.volumes import Hall, Volume, VolumePassage


@dataclass(frozen=True, slots=True)
class HallIndex:
    """What volumes say, arranged for look-up: counts by article and role, by volume and article."""

    hall: Hall
    volumes: dict[str, Volume]
    by_article: dict[tuple[str, int], Counter[Role]]
    by_cell: dict[tuple[str, int, str], Counter[Role]]
    passages: dict[tuple[str, int], list[VolumePassage]]


def hall_index(hall: Hall) -> HallIndex:
    """Return the hall arranged for look-up."""
    by_article: defaultdict[tuple[str, int], Counter[Role]] = defaultdict(Counter)
    by_cell: defaultdict[tuple[str, int, str], Counter[Role]] = defaultdict(Counter)
    roles: dict[str, Role] = {each.role: each.role for each in ROLES}
    for each in hall.counts:
        by_article[each.base, each.article][roles[each.role]] += each.passages
        by_cell[each.base, each.article, each.volume][roles[each.role]] += each.passages
    passages: defaultdict[tuple[str, int], list[VolumePassage]] = defaultdict(list)
    for passage in hall.passages:
        passages[passage.base, passage.article].append(passage)
    return HallIndex(
        hall,
        {each.id: each for each in hall.volumes},
        dict(by_article),
        dict(by_cell),
        dict(passages),
    )
