"""What all volumes say on an article: the best passages, and the volumes that speak of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.model import Article
from generator.outputs.site.views.hall_index import HallIndex
from generator.outputs.site.views.marking import Run
from generator.outputs.site.views.passages import Passage
from generator.text.nomenclature import ROLES, RoleWord
from generator.volumes import VolumePassage

LISTED = 60  # volumes that an article's page or the first page names


@dataclass(frozen=True, slots=True)
class VolumeLine:
    """A volume in lists: where it opens, and what it says on the matter at hand."""

    address: str
    title: str
    count: int


def best_passages(
    index: HallIndex, base: str, number: int
) -> Iterator[tuple[RoleWord, tuple[Passage, ...], int, int]]:
    """Yield for each role the best passages of all volumes on an article.

    With them how many of them are sure, which come first, and how many passages all volumes have.
    """
    counts = index.by_article.get((base, number), Counter())
    found = index.passages.get((base, number), ())
    for role in ROLES:
        mine = [each for each in found if each.role == role.role]
        if mine:
            passages = tuple(_shown(index, each, role, at) for at, each in enumerate(mine))
            yield role, passages, sum(each.sure for each in mine), counts[role.role]


def article_volumes(index: HallIndex, base: str, article: Article) -> tuple[VolumeLine, ...]:
    """Return the volumes that speak of an article, most first, with the way to its page there."""
    lines = [
        VolumeLine(
            f"{each.address}{addresses.article(base, article)}#links",
            each.title,
            index.by_cell[base, article.number, each.id].total(),
        )
        for each in index.hall.volumes
        if (base, article.number, each.id) in index.by_cell
    ]
    return tuple(sorted(lines, key=lambda each: -each.count)[:LISTED])


def _shown(index: HallIndex, passage: VolumePassage, role: RoleWord, at: int) -> Passage:
    volume = index.volumes[passage.volume]
    return Passage(
        id=f"{passage.base}-{passage.article}-{passage.role}-{at + 1}",
        runs=tuple(Run(text, 0, (True,) if marked else ()) for text, marked in passage.runs),
        cut_before=passage.cut_before,
        cut_after=passage.cut_after,
        report_title=f"{passage.report_title}（{volume.title}）",
        address=f"{volume.address}{passage.address}",
        role=role,
        kind=passage.kind,
        status=passage.status,
        why=passage.why,
        shared=passage.shared,
        sharers=(),
    )
