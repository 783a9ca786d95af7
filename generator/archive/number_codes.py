"""Many numbers at once in the code of search's lists (outputs/search/packing.py)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from generator.outputs.search.packing import GO, STOP

STOPS = np.frombuffer(STOP.encode("ascii"), dtype=np.uint8)
GOES = np.frombuffer(GO.encode("ascii"), dtype=np.uint8)


def encode(numbers: npt.NDArray[np.int64]) -> tuple[bytes, npt.NDArray[np.int64]]:
    """Return the codes of numbers >= 0 one behind the other, and where each ends."""
    rest = numbers // len(STOPS)
    sizes = np.ones(len(numbers), dtype=np.int64)
    digits: list[npt.NDArray[np.uint8]] = []
    while rest.any():
        more = rest > 0
        sizes += more
        digits.append(GOES[np.where(more, rest - 1, 0) % len(GOES)])
        rest = np.where(more, (rest - 1) // len(GOES), 0)
    ends = np.cumsum(sizes)
    code = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    code[ends - 1] = STOPS[numbers % len(STOPS)]
    for place, symbols in enumerate(digits, 2):
        has = sizes >= place
        code[ends[has] - place] = symbols[has]
    return code.tobytes(), ends


def gaps_of(numbers: npt.NDArray[np.int64], firsts: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the gaps of lists in a row that begin at `firsts`; each starts after -1."""
    gaps = numbers.copy()
    gaps[1:] -= numbers[:-1] + 1
    gaps[firsts] = numbers[firsts]
    return gaps
