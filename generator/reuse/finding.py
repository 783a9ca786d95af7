"""Passages that several reports share: exact, as long as they go, as groups and never as pairs.

Every window of LEAST letters that several reports have is grown to both sides as far as all its
places agree.  What the windows grow to are the passages, so that one is told for all reports that
have it, and a sentence of fifty reports beside the paragraph around it that three of them have.
Windows that stand in the same places are grown once: the paths without branches of a compacted
de Bruijn graph (Chikhi, Limasset and Medvedev, Compacting de Bruijn graphs from sequencing data
quickly and in low memory, 2016).  So there are never more places than letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Document, Place, SharedPassage
from generator.reuse.reading import SLICE, Corpus, Offsets
from generator.reuse.runs import Positions
from generator.reuse.windows import SharedWindows, shared_windows
from generator.reuse.winnowing import Prints
from generator.reuse.wording import LEAST, Wording


@dataclass(frozen=True, slots=True)
class Repeat:
    """Letters of the corpus that stand at each of `starts`, in order, `size` of them."""

    starts: tuple[int, ...]
    size: int


def find_repeats(corpus: Corpus, prints: Prints, wording: Wording) -> list[Repeat]:
    """Return what several reports share, letter by letter, by where it first stands."""
    repeats = set(_repeats(corpus, shared_windows(corpus, prints, wording)))
    found: dict[str, Repeat] = {}
    for each in _own_parts(corpus, sorted(repeats, key=_most_places_first), wording):
        found.setdefault(corpus.letters[each.starts[0] : each.starts[0] + each.size], each)
    return sorted(found.values(), key=_where)


def _own_parts(corpus: Corpus, repeats: Sequence[Repeat], wording: Wording) -> Iterator[Repeat]:
    """Yield the repeats from their first own letter to the last, where there are enough."""
    for some in _batches(repeats):
        rows = [corpus.letters[each.starts[0] : each.starts[0] + each.size] for each in some]
        bounds = np.cumsum([0, *(each.size for each in some[:-1])])
        own = wording.own("".join(rows), bounds)
        for each, bound in zip(some, bounds.tolist(), strict=True):
            at = np.flatnonzero(own[bound : bound + each.size])
            if len(at) >= LEAST:
                before = int(at[0])
                starts = tuple(start + before for start in each.starts)
                yield Repeat(starts, int(at[-1]) + 1 - before)


def _batches(repeats: Sequence[Repeat]) -> Iterator[Sequence[Repeat]]:
    """Yield the repeats, as many together as have SLICE letters."""
    first = letters = 0
    for at, each in enumerate(repeats):
        letters += each.size
        if letters > SLICE:
            yield repeats[first : at + 1]
            first, letters = at + 1, 0
    if first < len(repeats):
        yield repeats[first:]


def _most_places_first(repeat: Repeat) -> tuple[int, int, int]:
    return -len(repeat.starts), repeat.starts[0], repeat.size


def _where(repeat: Repeat) -> tuple[int, int]:
    return repeat.starts[0], -repeat.size


def _repeats(corpus: Corpus, windows: SharedWindows) -> Iterator[Repeat]:
    """Yield what the windows grow to; the same more than once where it is grown from several."""
    if not len(windows.starts):
        return
    heads, sizes = _paths(corpus, windows)
    order = np.argsort(windows.groups[heads], kind="stable")
    groups = windows.groups[heads[order]]
    starts = windows.starts[heads[order]]
    stretches = corpus.stretch(starts)
    low, high = corpus.bounds[stretches], corpus.bounds[stretches + 1]
    edges = np.flatnonzero(np.concatenate(([True], groups[1:] != groups[:-1], [True])))
    for first, last in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        size = int(sizes[order[first]]) + LEAST - 1
        places = starts[first:last].tolist()
        words = corpus.letters[places[0] : places[0] + size]
        if not all(corpus.letters.startswith(words, each) for each in places[1:]):
            continue  # two windows with the same hash of 64 bits
        room_before = int((starts[first:last] - low[first:last]).min())
        room_behind = int((high[first:last] - starts[first:last]).min()) - size
        before = _agreeing(corpus.letters, places, room_before, -1)
        behind = _agreeing(corpus.letters, [each + size for each in places], room_behind, 1)
        if before and behind and size < 2 * LEAST - 1:
            continue  # a seam of others with more places: it has no letter of its own
        yield Repeat(tuple(each - before for each in places), before + size + behind)


def _paths(corpus: Corpus, windows: SharedWindows) -> tuple[Positions, Positions]:
    """Return the windows that begin a path without branches, and how many each path has."""
    starts, groups = windows.starts, windows.groups
    total = len(starts)
    sizes = np.bincount(groups)
    follows = np.zeros(total, dtype=np.bool_)
    follows[:-1] = starts[1:] == starts[:-1] + 1
    follows[:-1] &= corpus.stretch(starts[1:]) == corpus.stretch(starts[:-1])
    following = np.full(total, -1, dtype=np.int32)
    following[:-1][follows[:-1]] = groups[1:][follows[:-1]]
    first = np.zeros(len(sizes), dtype=np.int64)
    first[groups[::-1]] = np.arange(total - 1, -1, -1)
    branching = np.zeros(len(sizes), dtype=np.bool_)
    branching[groups[following != following[first[groups]]]] = True
    tied = follows & ~branching[groups]
    tied[tied] = sizes[following[tied]] == sizes[groups[tied]]
    heads = np.flatnonzero(np.concatenate(([True], ~tied[:-1])))
    return heads, np.diff(np.append(heads, total))


def _agreeing(letters: str, places: Sequence[int], room: int, way: int) -> int:
    """Return how many letters, `room` at most, are the same from all `places` on.

    `way` is 1 for the letters behind the places and -1 for those before them.
    """
    first = places[0]
    for other in places[1:]:
        agreed, step = 0, 1
        while step and agreed < room:
            step = min(step, room - agreed)
            a, b = first + way * agreed, other + way * agreed
            same = (
                letters[a : a + step] == letters[b : b + step]
                if way > 0
                else letters[a - step : a] == letters[b - step : b]
            )
            agreed += step if same else 0
            step = step * 2 if same else step // 2
        room = agreed
        if not room:
            break
    return room


def passages_of(
    reports: Sequence[Document],
    corpus: Corpus,
    offsets: Offsets,
    repeats: Sequence[Repeat],
    counting: Positions,
) -> tuple[SharedPassage, ...]:
    """Return the repeats with their places in the texts; letter i stands there at `offsets[i]`.

    `counting` tells how many letters before each are a writer's own and not common.
    """
    starts = np.array([each for repeat in repeats for each in repeat.starts], dtype=np.int64)
    sizes = np.repeat(
        np.array([each.size for each in repeats], dtype=np.int64),
        np.array([len(each.starts) for each in repeats], dtype=np.int64),
    )
    owners = corpus.owners[corpus.stretch(starts)].tolist()
    spans = np.stack((offsets[starts], offsets[starts + sizes - 1] + 1), axis=1).tolist()
    rows = zip(owners, spans, strict=True)
    firsts = np.array([each.starts[0] for each in repeats], dtype=np.int64)
    lasts = firsts + np.array([each.size for each in repeats], dtype=np.int64)
    common = (counting[lasts] - counting[firsts] < LEAST).tolist()
    return tuple(
        _passage(reports, [next(rows) for _ in each.starts], each.size, common=common[at])
        for at, each in enumerate(repeats)
    )


def _passage(
    reports: Sequence[Document],
    rows: Sequence[tuple[int, list[int]]],
    letters: int,
    *,
    common: bool,
) -> SharedPassage:
    """Return a passage; of places in one report that overlap the first stands."""
    places: list[Place] = []
    for owner, (start, end) in rows:
        report = reports[owner].piece.id
        if not places or places[-1].report != report or places[-1].end <= start:
            places.append(Place(report, start, end))
    text = reports[rows[0][0]].piece.text[places[0].start : places[0].end]
    return SharedPassage(text, tuple(places), letters, common)
