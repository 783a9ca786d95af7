"""The six numbers by which PDF and OFD move, stretch and turn what stands in a group."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]
SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a matrix puts a place."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return the matrix that does `inner` first, then `outer`."""
    a, b, c, d, e, f = inner
    x, y = moved(outer, e, f)
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        x,
        y,
    )
