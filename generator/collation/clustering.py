"""Which blocks of the witnesses are the same article.

The witnesses are sequences of blocks, and a copy keeps the order of its original.  So the
pairs of blocks that may be copies (found by shared n-grams or by a like beginning under
the same label) are put in the heaviest chain that rises in both witnesses; parallel
articles, which laws are full of, then fall to their own places though their wordings are
nearly the same.  What is left over is paired only where both read best as each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz import fuzz

from generator.collation.chains import heaviest_chain
from generator.collation.grams import GramIndex
from generator.collation.witnesses import Block

OPENING = 24  # letters by which an article's beginning is known again
LIKE_OPENING = 70  # likeness (of 100) of two beginnings
SHARED = 0.15  # share of the smaller block's n-grams that two copies have at least
FEW = 4  # first letters that two articles with the same label share at least
UNOPENED = 0.5  # worth of shared wording where the beginnings differ
LABEL_ALONE = 0.1  # what the same label tells where the wordings differ
MOVED = 0.5  # the same where they stand in another order


@dataclass(slots=True)
class Cluster:
    """The copies of one article: by witness the block that carries it, and repeats of it."""

    blocks: dict[int, Block] = field(default_factory=dict)
    repeats: list[Block] = field(default_factory=list)
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Block `at` of a sequence may be a copy of entry `of` of another one.

    `likely`: they begin alike or carry the same number; `certain`: both.
    """

    at: int
    of: int
    score: float
    likeness: float
    likely: bool
    certain: bool


def likely_pairs(blocks: Sequence[Block], entries: Sequence[Sequence[Block]]) -> list[Pair]:
    """Return the pairs of a block and an entry (the copies of one article) that may be copies."""
    members = [(of, block) for of, entry in enumerate(entries) for block in entry]
    found = GramIndex([block for _, block in members])
    numbered: dict[int, list[int]] = defaultdict(list)
    for m, (_, block) in enumerate(members):
        if block.number is not None:
            numbered[block.number].append(m)
    best: dict[tuple[int, int], Pair] = {}
    for at, block in enumerate(blocks):
        plain = block.plain
        likeness = found.likeness(plain)
        same = numbered.get(block.number, []) if block.number is not None else []
        for m in sorted({*likeness, *same}):
            of, member = members[m]
            shared = likeness.get(m, 0.0)
            if shared < SHARED and m not in same:
                continue
            labelled = m in same and bool(block.label and member.label)
            opens = begins_alike(plain, found.plains[m], same_label=labelled)
            if shared < SHARED and not (opens and m in same) and not labelled:
                continue
            score = shared * (1.0 if opens else UNOPENED) + 0.5 * opens + 0.3 * (m in same)
            if shared < SHARED and not opens:
                score = LABEL_ALONE
            pair = Pair(at, of, score, shared, opens or m in same, opens and m in same)
            if (at, of) not in best or best[at, of].score < score:
                best[at, of] = pair
    return list(best.values())


def begins_alike(one: str, other: str, *, same_label: bool) -> bool:
    """Tell whether two blocks (letters) begin much alike; a few letters do for one label."""
    length = min(OPENING, len(one), len(other))
    if same_label and one[:FEW] == other[:FEW]:
        return True
    return length > 0 and fuzz.ratio(one[:length], other[:length]) >= LIKE_OPENING


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the heaviest run of pairs that rises in both sequences."""
    chain = heaviest_chain([(pair.at, pair.of, pair.score) for pair in pairs])
    return [pairs[at] for at in chain]


def cluster_blocks(witnesses: Sequence[Sequence[Block]]) -> list[Cluster]:
    """Return the clusters of the labelled blocks of all witnesses, in order, not numbered."""
    clusters: list[Cluster] = []
    for index in sorted(range(len(witnesses)), key=lambda at: -_coherence(witnesses[at])):
        blocks = [block for block in witnesses[index] if block.number is not None]
        clusters = _merged(clusters, index, blocks)
    return clusters


def _coherence(blocks: Sequence[Block]) -> int:
    """Return how well the labels of a witness count on: the larger the better."""
    numbers = [block.number for block in blocks if block.number is not None and block.label]
    steps = sum(1 for a, b in pairwise(numbers) if b == a + 1)
    return steps - 2 * (len(numbers) - len(set(numbers)))


def _merged(clusters: list[Cluster], index: int, blocks: Sequence[Block]) -> list[Cluster]:
    """Return the clusters with a witness's blocks put in, new ones at their places."""
    pairs = likely_pairs(blocks, [list(cluster.blocks.values()) for cluster in clusters])
    found = {pair.at: pair.of for pair in in_order(pairs)}
    anchors = dict(found)
    taken = set(found.values())
    nearest: dict[int, float] = defaultdict(float)
    for pair in pairs:
        nearest[pair.at] = max(nearest[pair.at], pair.likeness)
    for pair in sorted(pairs, key=lambda each: (-each.score, each.at, each.of)):
        same = pair.likeness >= MOVED and pair.likeness == nearest[pair.at]
        if (same or pair.certain) and pair.at not in found and pair.of not in taken:
            found[pair.at] = pair.of
            taken.add(pair.of)
    fresh: dict[int, list[Cluster]] = defaultdict(list)
    behind = -1
    for at, block in enumerate(blocks):
        if at in found:
            clusters[found[at]].blocks[index] = block
            behind = anchors.get(at, behind)
        else:
            fresh[behind].append(Cluster({index: block}))
    merged = fresh[-1]
    for of, cluster in enumerate(clusters):
        merged += [cluster, *fresh[of]]
    return merged
