"""What is known of official language whatever the document: word frequencies and word lists."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.linking.word_lists import generic_words, parting_words
from generator.text.word_frequencies import load_word_probabilities

RARE_LETTER = -14.0  # natural logarithm, for a letter that the table does not have
RARE_WORD = -16.0  # and for a word


@dataclass(frozen=True, slots=True)
class Language:
    """Word -> natural logarithm of its probability; words that tell nothing, or part phrases.

    No name begins with a word of `heads`, has one of `inner` inside, or ends with one of `tails`;
    few begin with `verbs`.
    Names of institutions end with `endings`.  `everywhere` are phrases that any law or notice has.
    """

    probabilities: Mapping[str, float]
    generic: Set[str]
    parting: Set[str]
    heads: Set[str]
    verbs: Set[str]
    inner: Set[str]
    tails: Set[str]
    endings: Set[str]
    everywhere: Set[str]

    def probability(self, word: str) -> float:
        """Return the natural logarithm of how probable `word` is in running text."""
        least = RARE_LETTER if len(word) == 1 else RARE_WORD
        return max(self.probabilities.get(word, -math.inf), least)


@cache
def official_language() -> Language:
    """Return what the package knows; the first call takes a third of a second."""
    generic, parting = generic_words(), parting_words()
    heads, verbs, inner, tails, endings, everywhere = _sections("edge_words.txt")
    official = files("generator.duties").joinpath("verbs.txt").read_text("utf-8").splitlines()
    verbs |= {line.partition("\t")[0] for line in official}
    return Language(
        *(load_word_probabilities(), generic, parting),
        *(heads, verbs, inner, tails, endings, everywhere),
    )


def _sections(name: str) -> list[frozenset[str]]:
    """Return the words between the comments of a list, those behind each comment apart."""
    text = files(__package__).joinpath(name).read_text("utf-8")
    parts = re.split(r"^#.*\n(?:#.*\n)*", text, flags=re.MULTILINE)
    return [frozenset(part.split()) for part in parts if part.strip()]
