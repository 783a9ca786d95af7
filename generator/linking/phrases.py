"""The phrases that a base document's own wording is made of, found without a list of terms.

贯彻执行民主集中制，完善“三重一大”决策监督机制  ->  民主集中制, 三重一大, 三重一大决策监督机制
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from generator.text.letters import STOP, letters_of

LEAST, MOST = 2, 8
PART = 3  # the head or tail of a phrase stands for it from this many letters on
_QUOTED = re.compile("[“「‘]([^“”「」‘’]{2,12})[”」’]")


def phrases(
    texts: Iterable[tuple[str, str]], parting: Set[str], generic: Set[str]
) -> dict[str, bool]:
    """Return the phrases of `texts` (each with its letters): phrase -> whole, or part of one.

    A phrase is what is left between stops and the words that part phrases; a quoted one
    is whole too.  Heads and tails, and the halves of a phrase of four letters (信访举报),
    stand for it as parts.  Phrases made of generic words alone are left out.
    """
    whole: set[str] = set()
    for text, letters in texts:
        quoted = (letters_of(match[1]).strip(STOP) for match in _QUOTED.finditer(text))
        whole.update(each for each in quoted if STOP not in each)
        for run in letters.split(STOP):
            whole.update(_cut(run, parting))
    parts = {part for phrase in whole for part in _parts(phrase)}
    found = dict.fromkeys(parts, False) | dict.fromkeys(whole, True)
    return {
        phrase: kind
        for phrase, kind in found.items()
        if LEAST <= len(phrase) <= MOST and not _made_of(phrase, generic)
    }


def _cut(run: str, parting: Set[str]) -> Iterable[str]:
    start = at = 0
    while at < len(run):
        for size in (5, 4, 3, 2, 1):
            if run[at : at + size] in parting:
                yield run[start:at]
                at += size
                start = at
                break
        else:
            at += 1
    yield run[start:]


def _parts(phrase: str) -> Iterable[str]:
    for size in range(PART, len(phrase)):
        yield phrase[:size]
        yield phrase[-size:]
    if len(phrase) == 4:
        yield phrase[:2]
        yield phrase[2:]


def _made_of(phrase: str, words: Set[str]) -> bool:
    """Tell whether `phrase` is a row of `words`."""
    reach = {0}
    for end in range(1, len(phrase) + 1):
        if any(phrase[start:end] in words for start in reach):
            reach.add(end)
    return len(phrase) in reach
