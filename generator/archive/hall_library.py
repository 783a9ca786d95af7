"""The hall: an ordinary library of the common sources, with what the volumes have left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.archive.summary import Summary
from generator.text.letters import STOP, letters_of
from generator.volumes import Hall, SharedBetween, Volume, VolumeCount, VolumePassage

BEST = 24  # passages of an article in a role
KEPT = 4 * BEST  # those that are looked through for passages that are the same

Place = tuple[str, int, str]
Rank = tuple[bool, int, float, int, int]


def gather(summaries: Iterable[Summary], shared: tuple[SharedBetween, ...] = ()) -> Hall:
    """Return what all volumes have left; the summaries are read one after the other."""
    volumes: list[Volume] = []
    counts: list[VolumeCount] = []
    best: defaultdict[Place, list[tuple[Rank, VolumePassage]]] = defaultdict(list)
    for turn, summary in enumerate(summaries):
        volumes.append(summary.volume)
        counts += summary.counts
        for place, ranked in _ranked(summary, turn):
            best[place] = sorted([*best[place], *ranked], key=lambda each: each[0])[:KEPT]
    passages = tuple(
        passage for place in sorted(best) for passage in _told_once(p for _, p in best[place])
    )
    return Hall(tuple(volumes), tuple(counts), passages, shared)


def _ranked(
    summary: Summary, turn: int
) -> Iterator[tuple[Place, list[tuple[Rank, VolumePassage]]]]:
    """Yield the passages of a volume by place, each with what tells who comes first.

    Sure ones do; then each volume is heard once before one is heard again; then the strongest.
    """
    by_place: defaultdict[Place, list[VolumePassage]] = defaultdict(list)
    for each in summary.passages:
        by_place[each.base, each.article, each.role].append(each)
    for place, found in by_place.items():
        yield (
            place,
            [((not each.sure, at, -each.score, turn, at), each) for at, each in enumerate(found)],
        )


def _told_once(passages: Iterable[VolumePassage]) -> list[VolumePassage]:
    """Return the first BEST passages that are not the same letters."""
    kept: list[VolumePassage] = []
    seen: set[str] = set()
    for each in passages:
        letters = letters_of("".join(text for text, _ in each.runs)).replace(STOP, "")
        if letters not in seen:
            seen.add(letters)
            kept.append(each)
    return kept[:BEST]
