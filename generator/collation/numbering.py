"""The number of every article: the heaviest count that the labels of all witnesses allow.

Labels are lost, misread and used twice; the count itself only rises.  So the labels vote
with what they are worth, and the run of clusters whose numbers rise and weigh most is the
frame; what stands between two numbers takes what the frame leaves free.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from generator.collation.chains import heaviest_chain
from generator.collation.clustering import Cluster
from generator.collation.grams import GramIndex
from generator.collation.strands import letters
from generator.collation.witnesses import Block, make_block

REPEAT = 20  # letters that a repeated article has at least
SHORT_REPEAT = 10  # the same where the whole of it stands at the beginning of a block
COPIED = 88  # likeness (of 100) of a repeated article and its original
SWAP = 3  # places by which a swapped article may be off
INSIDE = 70  # likeness (of 100) of a stretch and the article that it is part of
LIKELY = 0.15  # shared n-grams from which a repeat is worth a closer look
UNLABELLED = 0.3  # worth of a number that was taken over from another witness
LAST = 10**6


def number_clusters(
    clusters: Sequence[Cluster], witnesses: Sequence[Sequence[Block]], texts: Sequence[str]
) -> list[Cluster]:
    """Return the articles in order, numbered; repeats go to the articles that they repeat.

    `texts` are the texts of the witnesses' pieces.
    """
    twins = _twins(clusters, len(witnesses))
    votes = _votes(clusters, witnesses, twins)
    candidates = [
        (at, number, weight) for at, each in enumerate(votes) for number, weight in each.items()
    ]
    numbers = {candidates[at][0]: candidates[at][1] for at in heaviest_chain(candidates)}
    _number_moved(clusters, votes, numbers)
    _number_swapped(clusters, numbers, twins)
    _number_rest(votes, numbers, twins)
    for at, cluster in enumerate(clusters):
        if at in numbers:
            cluster.number = numbers[at]
    for at in range(len(clusters)):
        if at not in numbers:
            _give_away(clusters, at, twins.get(at), texts)
    made = [each for each in clusters if each.number is not None]
    _fill_gaps(made)
    return sorted(made, key=lambda each: each.number or 0)


def _votes(
    clusters: Sequence[Cluster], witnesses: Sequence[Sequence[Block]], twins: Mapping[int, int]
) -> list[dict[int, float]]:
    """Return for every cluster what speaks for each number."""
    worth: dict[int, float] = {}
    for blocks in witnesses:
        labelled = [block for block in blocks if block.number is not None]
        used = Counter(block.number for block in labelled if block.label)
        for at, block in enumerate(labelled):
            worth[id(block)] = _worth(labelled, at, used)
    votes = []
    for at, cluster in enumerate(clusters):
        found: dict[int, float] = defaultdict(float)
        for block in cluster.blocks.values():
            if block.number is not None:
                found[block.number] += worth[id(block)] / (4 if at in twins else 1)
        votes.append(dict(found))
    return votes


def _worth(labelled: Sequence[Block], at: int, used: Counter[int | None]) -> float:
    """Return how far a label is to be trusted: more when the count goes on around it."""
    block = labelled[at]
    if not block.label:
        return UNLABELLED
    number = block.number or 0
    before = labelled[at - 1].number if at else 0
    after = labelled[at + 1].number if at + 1 < len(labelled) else number + 1
    weight = 1.0 + 0.5 * (before == number - 1) + 0.5 * (after == number + 1)
    if used[number] > 1:
        weight -= 0.5
    return weight if block.sure else weight / 2


def _twins(clusters: Sequence[Cluster], copies: int) -> dict[int, int]:
    """Return the clusters of one witness alone that repeat another one, and which."""
    alone = [at for at, each in enumerate(clusters) if len(each.blocks) == 1]
    members = [(at, block) for at, each in enumerate(clusters) for block in each.blocks.values()]
    found = GramIndex([block for _, block in members])
    twins: dict[int, int] = {}
    for at in alone:
        block = next(iter(clusters[at].blocks.values()))
        best: tuple[bool, float, int] | None = None
        for m, likeness in sorted(found.likeness(block.plain).items()):
            of, member = members[m]
            if of == at or likeness < LIKELY or not _repeats(block, member):
                continue
            if copies == 1 and of in twins:
                continue
            opening = block.plain[: len(member.plain)]
            score = fuzz.ratio(opening, member.plain)
            score = max(score, fuzz.partial_ratio(block.plain, member.plain))
            rank = (of not in alone, score, of)
            if best is None or rank[:2] > best[:2]:
                best = rank
        if best is not None:
            twins[at] = best[2]
    return twins


def _repeats(block: Block, other: Block) -> bool:
    """Tell whether `block` is made of `other`, or holds it with little behind."""
    if len(other.plain) >= SHORT_REPEAT and len(block.plain) >= 0.9 * len(other.plain):
        opening = block.plain[: len(other.plain)]
        if fuzz.ratio(opening, other.plain) >= COPIED:
            return True
    shorter, longer = sorted((block.plain, other.plain), key=len)
    if len(shorter) < REPEAT or len(shorter) < 0.3 * len(longer):
        return False
    return fuzz.partial_ratio(shorter, longer) >= COPIED


def _number_moved(
    clusters: Sequence[Cluster], votes: Sequence[Mapping[int, float]], numbers: dict[int, int]
) -> None:
    """Number the articles that stand out of order, where two witnesses agree."""
    used = set(numbers.values())
    for at, each in enumerate(votes):
        if at in numbers or len(clusters[at].blocks) < 2 or not each:
            continue
        number = max(each, key=lambda n: (each[n], -n))
        agreed = sum(1 for block in clusters[at].blocks.values() if block.number == number)
        if number not in used and agreed >= 2:
            numbers[at] = number
            used.add(number)


def _number_swapped(
    clusters: Sequence[Cluster], numbers: dict[int, int], twins: Mapping[int, int]
) -> None:
    """Number an article that one witness alone has, out of order, by its own free label."""
    used = set(numbers.values())
    for at, cluster in enumerate(clusters):
        if at in numbers or at in twins or len(cluster.blocks) > 1:
            continue
        block = next(iter(cluster.blocks.values()))
        number = block.number or 0
        beside = [numbers[near] for near in range(at - SWAP, at + SWAP + 1) if near in numbers]
        if block.label and block.sure and number not in used and number - 1 in beside:
            numbers[at] = number
            used.add(number)


def _number_rest(
    votes: Sequence[Mapping[int, float]], numbers: dict[int, int], twins: Mapping[int, int]
) -> None:
    """Number what stands between two numbers by what they leave free."""
    used = set(numbers.values())
    fixed = sorted(numbers)
    chain = [fixed[at] for at in heaviest_chain([(at, numbers[at], 1.0) for at in fixed])]
    bounds = [-1, *chain, len(votes)]
    for low_at, high_at in itertools.pairwise(bounds):
        low = numbers[low_at] if low_at >= 0 else 0
        high = numbers[high_at] if high_at < len(votes) else LAST
        rest = [at for at in range(low_at + 1, high_at) if at not in numbers]
        rest = [at for at in rest if at not in twins] or rest[: high - low - 1]
        for count, at in enumerate(rest):
            own = [n for n in votes[at] if low < n < high and n not in used]
            left = len(rest) - count - 1
            number = max(own, key=lambda n: votes[at][n]) if own else low + 1
            if number >= high or number in used or (at in twins and not own):
                continue
            if number + left >= high:
                number = low + 1
            if number in used:
                continue
            numbers[at] = number
            used.add(number)
            low = number


def _give_away(
    clusters: Sequence[Cluster], at: int, twin: int | None, texts: Sequence[str]
) -> None:
    """Add a cluster that is no article to the one that it repeats or that it continues."""
    for index, block in clusters[at].blocks.items():
        before = next((each for each in reversed(clusters[:at]) if index in each.blocks), None)
        if twin is not None and clusters[twin].number is not None:
            own = clusters[twin].blocks.get(index)
            if clusters[twin] is not before or (own is not None and _repeats(block, own)):
                clusters[twin].repeats.append(block)
                continue
        if before is None:
            continue
        held = before.blocks[index]
        others = [each.plain for w, each in before.blocks.items() if w != index]
        inside = not others or any(fuzz.partial_ratio(block.plain, o) >= INSIDE for o in others)
        if (
            inside
            and held.end <= block.label_start
            and not texts[index][held.end : block.label_start].strip()
        ):
            before.blocks[index] = make_block(
                texts[index],
                index,
                held.number,
                held.label,
                held.label_start,
                held.start,
                block.end,
                held.sure,
            )
        else:
            before.repeats.append(block)


def _fill_gaps(clusters: list[Cluster]) -> None:
    """Give a lost article back what stands behind the one before it in a single witness.

    Where a number is missing and one copy of the article before it goes on with paragraphs
    that the other copies lack, these paragraphs are the article whose label was lost.
    """
    numbered = {each.number: each for each in clusters if each.number is not None}
    for number in range(2, max((n or 0 for n in numbered), default=0)):
        before = numbered.get(number - 1)
        if number in numbered or before is None:
            continue
        for index, block in before.blocks.items():
            others = [b.plain for i, b in before.blocks.items() if i != index]
            edge = _end_of_copy(block, others)
            if edge is not None:
                offsets = block.strand.offsets
                first, rest = block.strand[:edge], block.strand[edge + 1 :]
                before.blocks[index] = replace(block, strand=first, end=offsets[edge - 1] + 1)
                start = offsets[edge + 1]
                lost = replace(
                    block, number=number, label="", label_start=start, start=start, strand=rest
                )
                made = Cluster({index: lost}, [], number)
                clusters.append(made)
                numbered[number] = made
                break


def _end_of_copy(block: Block, others: Sequence[str]) -> int | None:
    """Return the paragraph end behind which a block goes on after what the others have."""
    text = block.strand.text
    edges = [at for at, char in enumerate(text) if char == "\n"]
    if not others:
        return edges[0] if len(edges) == 1 else None
    for edge in edges:
        own = letters(text[:edge])[0]
        if any(fuzz.ratio(own, other) >= 90 for other in others):
            return edge if len(letters(text[edge:])[0]) >= REPEAT else None
    return None
