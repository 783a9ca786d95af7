"""What reports of different volumes share: fingerprints lead there, letters decide.

1. Fingerprints that several volumes have are counted, a part of them at a time; those that most
   volumes have are kept.
2. Around each the letters are followed to both sides as far as the first place in each volume
   agrees with the very first.
3. A fingerprint of the passage alone leads to every place that holds all of it; each is compared
   letter by letter.

So what is told is exact; it is a choice of what there is, the passages of most volumes first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.archive.reuse_store import Shelved, read_shelved
from generator.reuse.runs import codes_of
from generator.reuse.winnowing import fingerprints
from generator.reuse.wording import LEAST, Wording
from generator.volumes import SharedBetween, SharedPlace

AT_ONCE = 8_000_000  # fingerprints that are sorted together
CANDIDATES = 3_000
FOLLOWED = 40  # places that a passage is followed at
MOST = 200  # passages that are told
NAMED = 8  # places that each names
REACH = 1_000  # letters that a passage goes to either side at most

Place = tuple[int, int]  # the volume's number, the letter in it


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fingerprint, how many volumes have it, and where it stands, in their order."""

    volumes: int
    places: npt.NDArray[np.int64]  # rows of volume and letter


def shared_between(
    volumes: Sequence[tuple[str, Path]], wording: Wording
) -> tuple[SharedBetween, ...]:
    """Return passages that reports of several volumes share, those of most volumes first.

    `volumes` are ids, and the folders with what each has left.
    """
    shelves = [read_shelved(folder) for _, folder in volumes]
    names = [name for name, _ in volumes]
    found: dict[str, SharedBetween] = {}
    seen: set[Place] = set()
    for candidate in sorted(_candidates(shelves), key=_first_place):
        place = _place(candidate, 0)
        if place in seen:
            continue
        start, size = _grown(shelves, candidate)
        volume = place[0]
        seen.update((volume, at) for at in range(place[1], start + size))
        letters = _letters(shelves[volume], start, size)
        own = np.flatnonzero(wording.own(letters, np.zeros(1, dtype=np.int64)))
        if len(own) < LEAST:
            continue
        start, size = start + int(own[0]), int(own[-1]) + 1 - int(own[0])
        letters = letters[int(own[0]) : int(own[-1]) + 1]
        if letters not in found:
            shared = _told(shelves, names, letters)
            if shared is not None:
                found[letters] = shared
    ordered = sorted(found.items(), key=lambda each: (-each[1].volumes, -each[1].letters, each[0]))
    return tuple(_without_parts(ordered))[:MOST]


def _without_parts(ordered: Sequence[tuple[str, SharedBetween]]) -> Iterator[SharedBetween]:
    """Yield the passages that are no part of one told before."""
    told: list[str] = []
    for letters, shared in ordered:
        if len(told) < MOST and not any(letters in each for each in told):
            told.append(letters)
            yield shared


def _candidates(shelves: Sequence[Shelved]) -> list[_Candidate]:
    """Return the fingerprints that most volumes have, of those that several have."""
    total = sum(len(each.prints) for each in shelves)
    bits = max(0, total // AT_ONCE).bit_length()
    best: list[tuple[int, int, int, _Candidate]] = []
    for part in range(1 << bits):
        best += _of_part(shelves, bits, part)
        best.sort(key=lambda each: each[:3])
        del best[CANDIDATES:]
    return [each[3] for each in best]


def _of_part(
    shelves: Sequence[Shelved], bits: int, part: int
) -> Iterator[tuple[int, int, int, _Candidate]]:
    """Yield the best fingerprints whose first `bits` are `part`, with what orders them."""
    prints, rows = [], []
    for number, shelf in enumerate(shelves):
        low, high = _stretch_of(shelf.prints, bits, part)
        kept = np.flatnonzero(shelf.own[low:high]) + low
        prints.append(shelf.prints[kept])
        places = np.empty((len(kept), 2), dtype=np.int64)
        places[:, 0], places[:, 1] = number, shelf.at[kept]
        rows.append(places)
    every, places = np.concatenate(prints), np.concatenate(rows)
    order = np.argsort(every, kind="stable")
    every, places = every[order], places[order]
    if not len(every):
        return
    new = np.flatnonzero(np.concatenate(([True], every[1:] != every[:-1])))
    changes = np.concatenate(([True], (every[1:] != every[:-1]) | (np.diff(places[:, 0]) != 0)))
    volumes = np.add.reduceat(changes.astype(np.int64), new)
    sizes = np.diff(np.append(new, len(every)))
    several = np.flatnonzero(volumes > 1)
    ranked = several[np.lexsort((every[new[several]], -sizes[several], -volumes[several]))]
    for group in ranked[:CANDIDATES].tolist():
        first = int(new[group])
        last = first + int(sizes[group])
        candidate = _Candidate(int(volumes[group]), places[first:last])
        yield -candidate.volumes, first - last, int(every[first]), candidate


def _stretch_of(prints: npt.NDArray[np.uint64], bits: int, part: int) -> Place:
    """Return where the rising fingerprints begin and end whose first `bits` are `part`."""
    if not bits:
        return 0, len(prints)
    edges = [np.uint64(part << (64 - bits)), np.uint64(((part + 1) << (64 - bits)) - 1)]
    low = int(np.searchsorted(prints, edges[0], side="left"))
    return low, int(np.searchsorted(prints, edges[1], side="right"))


def _first_place(candidate: _Candidate) -> Place:
    return _place(candidate, 0)


def _place(candidate: _Candidate, at: int) -> Place:
    return int(candidate.places[at, 0]), int(candidate.places[at, 1])


def _grown(shelves: Sequence[Shelved], candidate: _Candidate) -> tuple[int, int]:
    """Return the first letter and the size of what the first places have in common."""
    firsts = np.unique(candidate.places[:, 0], return_index=True)[1][:FOLLOWED]
    volume, at = _place(candidate, 0)
    before, behind = _room(shelves[volume], at)
    own = shelves[volume].letters
    for place in firsts.tolist()[1:]:
        other, there = _place(candidate, place)
        room = _room(shelves[other], there)
        letters = shelves[other].letters
        before = _agreeing(own, at - 1, letters, there - 1, min(before, room[0]), -1)
        behind = _agreeing(own, at, letters, there, min(behind, room[1]), 1)
    return at - before, before + behind


def _room(shelf: Shelved, at: int) -> Place:
    """Return how far the stretch of running text goes before and from a letter on."""
    stretch = int(np.searchsorted(shelf.bounds, at, side="right")) - 1
    low, high = int(shelf.bounds[stretch]), int(shelf.bounds[stretch + 1])
    return min(at - low, REACH), min(high - at, REACH)


def _agreeing(
    one: npt.NDArray[np.uint32],
    here: int,
    other: npt.NDArray[np.uint32],
    there: int,
    room: int,
    way: int,
) -> int:
    """Return how many letters, `room` at most, agree from two places on, forward or back."""
    if room <= 0:
        return 0
    if way > 0:
        a, b = one[here : here + room], other[there : there + room]
    else:
        a, b = one[here - room + 1 : here + 1][::-1], other[there - room + 1 : there + 1][::-1]
    apart = np.flatnonzero(a != b)
    return int(apart[0]) if len(apart) else room


def _letters(shelf: Shelved, start: int, size: int) -> str:
    return _decoded(shelf.letters[start : start + size])


def _decoded(codes: npt.NDArray[np.uint32]) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _told(shelves: Sequence[Shelved], names: Sequence[str], letters: str) -> SharedBetween | None:
    """Return a passage with the places that hold all of it; None where one volume has it alone."""
    codes = codes_of(letters)
    at, hashes = fingerprints(codes, np.zeros(len(codes), dtype=np.int64))
    before, wanted = (
        int(at[0]),
        np.frombuffer(letters.encode("utf-32-le", "surrogatepass"), np.uint32),
    )
    reports: dict[Place, int] = {}
    for volume, shelf in enumerate(shelves):
        low = int(np.searchsorted(shelf.prints, hashes[0], side="left"))
        high = int(np.searchsorted(shelf.prints, hashes[0], side="right"))
        for there in sorted(shelf.at[low:high].tolist()):
            room = _room(shelf, there)
            start = there - before
            if before > room[0] or len(wanted) - before > room[1]:
                continue
            if np.array_equal(shelf.letters[start : start + len(wanted)], wanted):
                report = int(np.searchsorted(shelf.firsts, there, side="right")) - 1
                reports.setdefault((volume, report), start)
    count = len({each for each, _ in reports})
    if count < 2:
        return None
    places = _spread(reports)
    (volume, _), start = places[0]
    shelf = shelves[volume]
    first, last = int(shelf.offsets[start]), int(shelf.offsets[start + len(wanted) - 1])
    text = "".join(_decoded(shelf.text[first : last + 1]).split())
    told = tuple(
        SharedPlace(names[other], shelves[other].titles[report], _way(shelves[other], start))
        for (other, report), start in places
    )
    return SharedBetween(text, len(wanted), len(reports), count, told)


def _spread(reports: dict[Place, int]) -> list[tuple[Place, int]]:
    """Return the first NAMED places: one of each volume before a second of any."""
    turns: dict[int, int] = {}
    ranked = []
    for (volume, report), start in sorted(reports.items()):
        turns[volume] = turns.get(volume, 0) + 1
        ranked.append((turns[volume], volume, report, start))
    return [((volume, report), start) for _, volume, report, start in sorted(ranked)[:NAMED]]


def _way(shelf: Shelved, letter: int) -> str:
    """Return the way to the sentence that holds a letter."""
    return shelf.places[int(np.searchsorted(shelf.sentences, letter, side="right")) - 1]
