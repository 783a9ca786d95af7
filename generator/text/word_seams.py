"""Whether a word stands across a seam: 领|导责任 is cut within 领导, 工作|作风建设 between words.

The best cutting into words (unigram word model, Viterbi) of the letters on both sides together is
weighed against that of each side by itself.
"""

from __future__ import annotations

import math
import re
from functools import cache

from generator.text.word_frequencies import LONGEST_WORD, load_word_probabilities

CONTEXT = 6  # letters on either side that bear on a seam
UNKNOWN = -18.0  # of a letter that is no word by itself
LEAST = 2.0
"""Of 105 line ends without a stop in real texts only those within words came above 0.5."""

LEFT = re.compile("[\u3400-\u9fff]*$")
RIGHT = re.compile("[\u3400-\u9fff]*")


def is_within_word(left: str, right: str) -> bool:
    """Tell whether the seam between `left` and `right` cuts a word; the first call is slow."""
    before = LEFT.findall(left[-CONTEXT:])[0]
    after = RIGHT.findall(right[:CONTEXT])[0]
    if not before or not after:
        return False
    apart = _probability(before) + _probability(after)
    return _probability(before + after) - apart >= LEAST


def _probability(text: str) -> float:
    """Return the logarithm of the probability of the best cutting of `text` into words."""
    words = _words()
    best = [0.0]
    for end in range(1, len(text) + 1):
        best.append(
            max(
                best[start] + words.get(text[start:end], UNKNOWN if end - start == 1 else -math.inf)
                for start in range(max(0, end - LONGEST_WORD), end)
            )
        )
    return best[-1]


@cache
def _words() -> dict[str, float]:
    """Return the words of the language; read only where a line ends in doubt."""
    return load_word_probabilities()
