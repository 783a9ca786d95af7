"""The regulations that a text names: 《…》, outermost names only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

LONGEST = 60  # code points; what is longer is a quotation or an unclosed mark, not a name


def regulations_named(text: str, but_not: Collection[str] = ()) -> tuple[tuple[str, int], ...]:
    """Return the names in 《》 with their marks and how often each stands, most often first.

    `but_not` are names that are not listed: the base document's own.  A name inside another
    (《关于印发〈…〉的通知》, or with 《》 nested) counts with the outer one only.
    """
    counts: Counter[str] = Counter()
    depth = start = 0
    for place, mark in enumerate(text):
        if mark == "《":
            if depth == 0:
                start = place
            depth += 1
        elif mark == "》" and depth:
            depth -= 1
            name = text[start : place + 1]
            if depth == 0 and 2 < len(name) <= LONGEST and name not in but_not:
                counts[name] += 1
        elif mark == "\n":
            depth = 0
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))
