"""The best pairing, held to every pairing there is."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.amendment.assignment import best_pairs


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 5).flatmap(
        lambda rows: st.integers(1, 5).flatmap(
            lambda columns: st.lists(
                st.lists(st.integers(0, 9), min_size=columns, max_size=columns),
                min_size=rows,
                max_size=rows,
            )
        )
    )
)
def test_no_other_pairing_is_worth_more(rows: list[list[int]]) -> None:
    worth = np.array(rows, dtype=float)
    found = best_pairs(worth)
    few, many = sorted(worth.shape)
    table = worth if worth.shape[0] == few else worth.T
    best = max(
        sum(table[at, column] for at, column in enumerate(chosen))
        for chosen in permutations(range(many), few)
    )
    assert sum(worth[pair] for pair in found) == best
    assert len({row for row, _ in found}) == len({column for _, column in found}) == few


def test_nothing_is_paired_with_nothing() -> None:
    assert best_pairs(np.zeros((0, 3))) == []
