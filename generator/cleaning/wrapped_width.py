"""The width at which a text is wrapped, told from lines that are of one length by chance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

FULL_STOP = tuple("。！？；：….!?;:")
NARROWEST, WIDEST = 15, 60
LEAST_LINES = 8


def wrapped_width(lines: Sequence[str]) -> int | None:
    """Return the width in ideographs at which the text is wrapped, None where it is not."""
    lengths = Counter(measure(line) for line in lines)
    if len(lines) < LEAST_LINES:
        return None
    width = max(lengths, key=lambda each: (sum(lengths[each - by] for by in range(4)), each))
    full = [line for line in lines if is_full(line, width)]
    stopped = sum(1 for line in full if line.rstrip().endswith(FULL_STOP))
    running = sum(1 for line in full if re.search("[，。；、,]", line) and "\t" not in line)
    wrapped = len(full) * 2 > len(lines) > stopped * 4 and running * 2 > len(full)
    return width if wrapped and NARROWEST <= width <= WIDEST else None


def is_full(line: str, width: int | None) -> bool:
    """Tell whether a line is as wide as the text is wrapped, but for a word or a mark."""
    return width is not None and width - 3 <= measure(line) <= width + 1


def measure(line: str) -> int:
    """Return how wide a line is, in ideographs."""
    line = line.strip()
    return len(line) - len(line.encode("ascii", "ignore")) // 2
