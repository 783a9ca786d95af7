"""How much of each article's own wording a sentence holds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from generator.linking.forms import SHORTEST
from generator.linking.index import LONGEST, BaseIndex
from generator.linking.scoring.features import WORDING, ByArticle, by_article
from generator.linking.scoring.sentence_words import SentenceWords
from generator.text.letters import STOP

SHORT = 3  # wordings of a heading up to SHORT letters and longer ones count apart
GENERIC = 0.85  # what a letter of a generic word loses of its weight
HEADING_RUN = 3.0  # a wording in a heading counts as this many articles that hold it
PASSING = 1 / (1 + HEADING_RUN)  # what a wording counts for that another one has in its heading
TELLING_FLOOR = 6  # a sentence of fewer telling letters counts as this many
FULL_RUN = 4.0  # telling letters that make a wording count in full
_BODY = {2: "body2", 3: "body3", 4: "body45", 5: "body45"}  # longer ones: body6


class _Held(NamedTuple):
    """A wording of the base, where it stands in a sentence."""

    at: int
    wording: str


def wording_features(words: SentenceWords, index: BaseIndex) -> ByArticle:
    """Return WORDING for each article: what wordings of it the sentence holds.

    The longest wordings come first and each letter counts once for an article, so that a
    run of nine letters is not also counted as eight pairs; letters of generic words count
    little, and so does a wording that another article has in its heading.
    """
    found = by_article(WORDING)
    covered: dict[int, int] = {}
    longest = _longest_first(words.letters, index)
    seen: set[str] = set()
    for each in longest:
        if each.wording not in seen:
            seen.add(each.wording)
            _add(each, words.generic, index, covered, found)
    for article, bits in covered.items():
        telling = words.telling - words.letters.count(STOP)
        share = (bits & ~words.generic).bit_count() / max(TELLING_FLOOR, telling)
        found["wording_cover"][article] = share
    found["quotation"] = _quotations(longest, index)
    return found


def _add(
    here: _Held, generic: int, index: BaseIndex, covered: dict[int, int], found: ByArticle
) -> None:
    """Add what a wording gives its articles to `found`, and its letters to those `covered`."""
    size = len(here.wording)
    bits = ((1 << size) - 1) << here.at
    weight = index.rarity[here.wording] / size
    holders = index.postings[here.wording]
    heads = index.headings.get(here.wording, ())
    telling = size - (bits & generic).bit_count()
    share = min(1.0, telling / FULL_RUN) / (len(holders) + HEADING_RUN * len(heads))
    body = found[_BODY.get(size, "body6")]
    heading = found["heading3" if size <= SHORT else "heading4"]
    for article in holders:
        before = covered.get(article, 0)
        fresh = bits & ~before
        if not fresh:
            continue
        covered[article] = before | bits
        value = weight * (fresh.bit_count() - GENERIC * (fresh & generic).bit_count())
        if article in heads:
            heading[article] += value
            runs, run = found["run_heading"], share * (1 + HEADING_RUN)
        else:
            value *= PASSING if heads else 1.0
            runs, run = found["run_body"], share
        body[article] += value
        if telling >= SHORTEST:
            runs[article] = max(runs[article], run)


def _longest_first(letters: str, index: BaseIndex) -> list[_Held]:
    by_size: list[list[_Held]] = [[] for _ in range(LONGEST + 1)]
    postings = index.postings
    for at in range(len(letters) - 1):
        for size in range(SHORTEST, min(LONGEST, len(letters) - at) + 1):
            wording = letters[at : at + size]
            if wording not in postings:
                break
            if postings[wording]:
                by_size[size].append(_Held(at, wording))
    return [held for some in reversed(by_size) for held in some]


def _quotations(longest: Sequence[_Held], index: BaseIndex) -> dict[int, float]:
    """Return how long a run each article shares, beyond a wording's length; logarithms."""
    runs: dict[int, tuple[int, int]] = {}
    most: dict[int, int] = {}
    for at, wording in longest:
        if len(wording) < LONGEST:
            break
        for article in index.postings[wording]:
            last, length = runs.get(article, (-2, 0))
            length = length + 1 if last == at - 1 else 1
            runs[article] = (at, length)
            most[article] = max(most.get(article, 0), length)
    return {article: math.log(length) for article, length in most.items()}
