"""The heaviest chain: of pairs with weights, those that rise in both numbers and weigh most.

The weighted form of the longest increasing subsequence, with a Fenwick tree of prefix
maxima (P. M. Fenwick 1994): n log n steps for n pairs.
"""

from __future__ import annotations

from collections.abc import Sequence


def heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[int]:
    """Return the indices of the pairs (a, b, weight) of the heaviest chain, in order.

    Both a and b rise strictly from pair to pair; all weights are above 0.
    """
    if not pairs:
        return []
    ranks = {b: rank for rank, b in enumerate(sorted({b for _, b, _ in pairs}), 1)}
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(ranks) + 1)
    before = [-1] * len(pairs)
    # of one a the higher b first, so that no two pairs of one a can follow each other
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at][0], -pairs[at][1]))
    for at in order:
        rank = ranks[pairs[at][1]]
        best = (0.0, -1)
        here = rank - 1
        while here > 0:
            best = max(best, tree[here])
            here &= here - 1
        before[at] = best[1]
        reached = (best[0] + pairs[at][2], at)
        here = rank
        while here < len(tree):
            tree[here] = max(tree[here], reached)
            here += here & -here
    best = (0.0, -1)
    here = len(tree) - 1
    while here > 0:
        best = max(best, tree[here])
        here &= here - 1
    chain = []
    at = best[1]
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]
