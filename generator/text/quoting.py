"""Quotation marks in good order: “ ” outside, ‘ ’ inside, and titles 《 〉 likewise.

把对“一把手”的监督 -> “把对‘一把手’的监督”;  贯彻《意见》的报告 -> 《贯彻〈意见〉的报告》
"""

from __future__ import annotations

_INWARD = str.maketrans("“”‘’", "‘’“”")
_TITLES = str.maketrans("《》", "〈〉")


def quoted(words: str) -> str:
    """Return `words` in “ ”, the quotations inside them one level further in.

    A mark whose other half is missing is left out: it would close the outer quotation.
    """
    return f"“{_paired(words).translate(_INWARD)}”"


def titled(name: str) -> str:
    """Return a title in 《 》, which it may have already, and the titles that it names in 〈 〉."""
    if _is_wrapped(name):
        name = name[1:-1]
    return f"《{name.translate(_TITLES)}》"


def _is_wrapped(name: str) -> bool:
    """Tell whether the first mark of a title is closed by its last one: not 《甲》和《乙》."""
    if len(name) < 3 or name[0] != "《" or name[-1] != "》":
        return False
    depth = 0
    for place, char in enumerate(name):
        depth += (char == "《") - (char == "》")
        if depth == 0:
            return place == len(name) - 1
    return False


def _paired(words: str) -> str:
    """Return `words` without the quotation marks that have no other half."""
    lone: set[int] = set()
    opened: list[int] = []
    for place, char in enumerate(words):
        if char in "“‘":
            opened.append(place)
        elif char in "”’":
            wanted = "“" if char == "”" else "‘"
            if opened and words[opened[-1]] == wanted:
                opened.pop()
            else:
                lone.add(place)
    lone.update(opened)
    return "".join(char for place, char in enumerate(words) if place not in lone)
