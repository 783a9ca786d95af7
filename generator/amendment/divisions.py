"""Which division of the new version is which of the old one: by headings, and by their articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from rapidfuzz.distance import Indel

from generator.amendment.assignment import best_pairs
from generator.amendment.similarity import plain
from generator.model import ChangeKind, DivisionChange, Edition, Part

ALIKE = 0.5


def compare_divisions(
    old: Edition, new: Edition, pairs: Mapping[int, int], split: Mapping[int, int]
) -> tuple[DivisionChange, ...]:
    """Return what became of every division that has a name.

    `pairs` are numbers of articles, old -> new; `split` those of articles split off, new -> old.
    Added ones stand where they are, dropped ones behind what stood before them.
    """
    ones, others = _named(old.parts), _named(new.parts)
    held, holding = _articles(old.parts), _articles(new.parts)
    worth = np.array([[_worth(a, b, held, holding, pairs) for b in others] for a in ones])
    chosen = best_pairs(worth) if ones and others else []
    matched = {ones[i].number: others[j] for i, j in chosen if worth[i, j] >= ALIKE}
    origin = {other.number: one for one, other in matched.items()}
    by_number = {part.number: part for part in ones}
    turned = {after: before for before, after in pairs.items()} | dict(split)
    owner = {number: part for part, numbers in held.items() for number in numbers}
    rows = []
    for part in others:
        if part.number in origin:
            before = by_number[origin[part.number]]
            rows.append(DivisionChange(before.number, part.number, _kinds(before, part)))
        else:
            source = _source(holding[part.number], turned, owner, by_number)
            kinds: tuple[ChangeKind, ...] = ("split",) if source in matched else ("added",)
            rows.append(DivisionChange(0, part.number, kinds, source if source in matched else 0))
    for part in ones:
        if part.number not in matched:
            behind = max(
                (at for at, row in enumerate(rows) if 0 < row.old < part.number), default=-1
            )
            rows.insert(behind + 1, DivisionChange(part.number, 0, ("dropped",)))
    return tuple(rows)


def _named(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.label or part.heading]


def _articles(parts: Sequence[Part]) -> dict[int, frozenset[int]]:
    """Return the numbers of the articles of each division, those of the ones below included."""
    found = {}
    for at, part in enumerate(parts):
        end = next(
            (below for below in range(at + 1, len(parts)) if parts[below].depth <= part.depth),
            len(parts),
        )
        inside = (article.number for each in parts[at:end] for article in each.articles)
        found[part.number] = frozenset(inside)
    return found


def _worth(
    one: Part,
    other: Part,
    held: Mapping[int, frozenset[int]],
    holding: Mapping[int, frozenset[int]],
    pairs: Mapping[int, int],
) -> float:
    """Return how much two divisions are one: half by the words of the heading, half by articles."""
    if one.depth != other.depth:
        return 0.0
    own, others = held[one.number], holding[other.number]
    common = sum(pairs.get(each) in others for each in own)
    articles = 2 * common / (len(own) + len(others)) if own or others else 0.0
    words = Indel.normalized_similarity(plain(one.heading), plain(other.heading))
    label = 0.01 * (plain(one.label) == plain(other.label))
    return float(max(words * 0.5 + articles * 0.5, articles * 0.9, words == 1 and 0.5) + label)


def _kinds(old: Part, new: Part) -> tuple[ChangeKind, ...]:
    found: list[ChangeKind] = []
    if plain(old.heading) != plain(new.heading):
        found.append("renamed")
    if plain(old.label) != plain(new.label):
        found.append("renumbered")
    return tuple(found)


def _source(
    articles: frozenset[int],
    turned: Mapping[int, int],
    owner: Mapping[int, int],
    named: Mapping[int, Part],
) -> int:
    """Return the old division that most of the articles of a new one come from; 0 for none."""
    from_old = [turned[each] for each in sorted(articles) if each in turned]
    origins = Counter(owner[each] for each in from_old if owner.get(each) in named)
    if not origins:
        return 0
    best, count = origins.most_common(1)[0]
    return best if 2 * count > len(articles) else 0
