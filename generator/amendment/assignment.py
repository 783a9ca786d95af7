"""The best pairing of rows with columns (linear sum assignment).

The problem is that of Kuhn (The Hungarian Method for the Assignment Problem, 1955); solved by
shortest augmenting paths: R. Jonker, A. Volgenant, A Shortest Augmenting Path Algorithm for Dense
and Sparse Linear Assignment Problems, Computing 38, 1987, as D. F. Crouse gives it for matrices
that are not square (On Implementing 2D Rectangular Assignment Algorithms, IEEE TAES 52, 2016).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def best_pairs(worth: Matrix) -> list[tuple[int, int]]:
    """Return pairs (row, column) with the greatest sum of `worth`, by row; each at most once.

    As many as there are of the fewer, rows or columns.
    """
    rows, columns = worth.shape
    if not rows or not columns:
        return []
    if rows > columns:
        return sorted((row, column) for column, row in best_pairs(worth.T))
    cost = worth.max() - worth
    of_row = np.full(rows, -1)
    of_column = np.full(columns, -1)
    row_price, column_price = np.zeros(rows), np.zeros(columns)
    for start in range(rows):
        _augment(cost, start, of_row, of_column, row_price, column_price)
    return [(row, int(column)) for row, column in enumerate(of_row)]


def _augment(
    cost: Matrix,
    start: int,
    of_row: NDArray[np.int_],
    of_column: NDArray[np.int_],
    row_price: Matrix,
    column_price: Matrix,
) -> None:
    """Give the row `start` a column by the shortest path of exchanges, and mend the prices."""
    shortest = np.full(cost.shape[1], np.inf)
    before = np.full(cost.shape[1], -1)
    seen = np.zeros(cost.shape[1], dtype=bool)
    row, length, rows = start, 0.0, [start]
    while True:
        reach = length + cost[row] - row_price[row] - column_price
        better = ~seen & (reach < shortest)
        shortest[better] = reach[better]
        before[better] = row
        column = int(np.argmin(np.where(seen, np.inf, shortest)))
        length = float(shortest[column])
        seen[column] = True
        if of_column[column] < 0:
            break
        row = int(of_column[column])
        rows.append(row)
    row_price[start] += length
    for other in rows[1:]:
        row_price[other] += length - shortest[of_row[other]]
    column_price[seen] -= length - shortest[seen]
    while True:
        row = int(before[column])
        of_column[column] = row
        column, of_row[row] = int(of_row[row]), column
        if row == start:
            return
