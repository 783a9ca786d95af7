"""The number of every article: the heaviest count that the labels of all witnesses allow.

Labels are lost, misread and used twice; the count itself only rises.  So the labels vote
with what they are worth, and the run of boundaries whose numbers rise and weigh most is
the frame; what stands between two numbers takes what the frame leaves free, and what the
frame leaves no number for begins no article.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.edition.repair.chains import heaviest_chain
from generator.edition.repair.merged_text import MergedText
from generator.edition.repair.tokens import is_label
from generator.edition.witnesses import Block

NEAR = 3  # tokens by which labels of one article may be apart in two witnesses
LAST = 10**6


@dataclass(slots=True)
class Boundary:
    """An article or running text (number None) begins at a merged token; who labels it so."""

    at: int
    blocks: dict[int, Block] = field(default_factory=dict)
    votes: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    running: bool = False
    number: int | None = None


def boundaries(merged: MergedText) -> list[Boundary]:
    """Return where articles and running text begin in the merged text, numbered, in order."""
    found = _labels(merged)
    articles = [each for each in found if not each.running]
    candidates = [
        (at, number, weight)
        for at, each in enumerate(articles)
        for number, weight in each.votes.items()
    ]
    for at in heaviest_chain(candidates):
        articles[candidates[at][0]].number = candidates[at][1]
    _number_displaced(articles)
    _number_rest(articles)
    found = _unlabelled(found, merged.openings)
    kept: list[Boundary] = []
    for each in found:
        if each.number is not None:
            kept.append(each)
        elif each.running and kept and not kept[-1].running:
            kept.append(each)  # what stands before the first article is one
    if kept and kept[-1].running:
        kept.pop()  # what no article follows belongs to the last one
    return kept


def _unlabelled(found: list[Boundary], openings: Sequence[int]) -> list[Boundary]:
    """Return the boundaries, with one more where an article has no label in any witness.

    A number is missing there, and running text, or text that only one witness has, begins
    behind a stop.
    """
    made: list[Boundary] = []
    before: Boundary | None = None
    running: list[Boundary] = []
    for each in found:
        if each.number is None:
            if each.running:
                running.append(each)
            made.append(each)
            continue
        if before is not None and each.number == (before.number or 0) + 2:
            low, number = before.at, each.number - 1
            places = [at for at in openings if low < at < each.at]
            if running:
                running[0].running, running[0].number = False, number
            elif places:
                made.append(Boundary(places[0], number=number))
        made.append(each)
        before, running = each, []
    return sorted(made, key=lambda each: each.at)


def _labels(merged: MergedText) -> list[Boundary]:
    """Return every place where a witness has a label, labels of one place together."""
    marks: list[tuple[int, int, Block, float]] = []
    for witness, sequence in merged.sequences.items():
        place = merged.place[witness]
        worth = _worth(sequence.blocks)
        for token, at in enumerate(sequence.tokens):
            if not is_label(at):
                continue
            index = sequence.block_of[token]
            first = next(
                (
                    place[t]
                    for t in range(token + 1, len(place))
                    if not is_label(sequence.tokens[t]) and sequence.block_of[t] == index
                ),
                -1,
            )
            if first >= 0:
                marks.append((first, witness, sequence.blocks[index], worth.get(index, 0.0)))
    labelled = sorted(first for first, _, block, _ in marks if block.number is not None)
    marks = [mark for mark in marks if mark[2].number is not None or not _beside(labelled, mark[0])]
    found: list[Boundary] = []
    for first, witness, block, weight in sorted(marks, key=lambda m: (m[0], m[1])):
        running = block.number is None
        last = found[-1] if found else None
        if (
            last is None
            or first - last.at > NEAR
            or witness in last.blocks
            or last.running != running
        ):
            last = Boundary(first, running=running)
            found.append(last)
        last.blocks[witness] = block
        if block.number is not None:
            last.votes[block.number] += weight
    return found


def _beside(places: Sequence[int], at: int) -> bool:
    """Tell whether one of `places`, in order, is near `at`."""
    here = bisect_left(places, at - NEAR)
    return here < len(places) and places[here] <= at + NEAR


def _worth(blocks: Sequence[Block]) -> dict[int, float]:
    """Return how far each label is to be trusted: more when the count goes on vocabulary it."""
    labelled = [(at, block) for at, block in enumerate(blocks) if block.number is not None]
    used = Counter(block.number for _, block in labelled)
    worth: dict[int, float] = {}
    for here, (at, block) in enumerate(labelled):
        number = block.number or 0
        before = labelled[here - 1][1].number if here else 0
        after = labelled[here + 1][1].number if here + 1 < len(labelled) else number + 1
        weight = 1.0 + 0.5 * (before == number - 1) + 0.5 * (after == number + 1)
        if used[number] > 1:
            weight -= 0.5
        worth[at] = weight if block.sure else weight / 2
    return worth


def _number_displaced(articles: Sequence[Boundary]) -> None:
    """Number an article that stands out of order by its own free label."""
    used = {each.number for each in articles}
    for at, each in enumerate(articles):
        if each.number is not None or not each.votes:
            continue
        number = max(each.votes, key=lambda n: (each.votes[n], -n))
        low, high = _neighbours(articles, at)
        sure = any(block.sure and block.number == number for block in each.blocks.values())
        if number in used or not sure or high - low > 1 or number - 1 not in used:
            continue
        each.number = number
        used.add(number)


def _neighbours(articles: Sequence[Boundary], at: int) -> tuple[int, int]:
    """Return the numbers of the nearest numbered articles before and behind."""
    before = (each.number for each in reversed(articles[:at]) if each.number is not None)
    after = (each.number for each in articles[at + 1 :] if each.number is not None)
    return next(before, 0), next(after, LAST)


def _number_rest(articles: Sequence[Boundary]) -> None:
    """Number what stands between two numbers by what they leave free."""
    used = {each.number for each in articles if each.number is not None}
    fixed = [at for at, each in enumerate(articles) if each.number is not None]
    chain = heaviest_chain([(at, articles[at].number or 0, 1.0) for at in fixed])
    bounds = [-1, *(fixed[at] for at in chain), len(articles)]
    for low_at, high_at in itertools.pairwise(bounds):
        low = (articles[low_at].number or 0) if low_at >= 0 else 0
        high = (articles[high_at].number or 0) if high_at < len(articles) else LAST
        rest = [at for at in range(low_at + 1, high_at) if articles[at].number is None]
        room = sum(1 for n in range(low + 1, min(high, low + len(rest) + 1)) if n not in used)
        rest = sorted(sorted(rest, key=lambda at: -sum(articles[at].votes.values()))[:room])
        for count, at in enumerate(rest):
            votes = articles[at].votes
            own = [n for n in votes if low < n < high and n not in used]
            left = len(rest) - count - 1
            number = max(own, key=lambda n: votes[n]) if own else low + 1
            if number + left >= high:
                number = low + 1
            while number in used:
                number += 1
            if number >= high:
                continue
            articles[at].number = number
            used.add(number)
            low = number
