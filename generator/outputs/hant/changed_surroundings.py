"""What has changed around pages since the last build: guarded words, and which pages there are.

A page whose simplified form is as it was comes out otherwise only where it holds a word that is
newly guarded, or no longer, or leads to a page that is newly mirrored, or no longer.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass

BESIDES_WORDS = re.compile(r"<[^>]*>|[\x00-\x7f]+")  # what may stand between letters of a word
MANY = 50  # changes from which on a page is not asked for each of them


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The guarded words and the mirrored pages of a build."""

    terms: tuple[str, ...]
    pages: tuple[str, ...]

    def said(self) -> str:
        """Return them as a note keeps them."""
        return json.dumps([self.terms, self.pages], ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is in one of two surroundings alone; `all_new` where too much is, or all may be."""

    words: tuple[str, ...]
    names: tuple[str, ...]
    all_new: bool = False

    def touch(self, page: str) -> bool:
        """Tell whether `page`, in its simplified form, may come out otherwise than before."""
        if self.all_new or any(name in page for name in self.names):
            return True
        if not self.words or not any(_is_possible(word, page) for word in self.words):
            return False
        alone = BESIDES_WORDS.sub("", page)
        return any(word in page or BESIDES_WORDS.sub("", word) in alone for word in self.words)


def changes(now: Surroundings, last: str) -> Changes:
    """Return what is other now than in the last build, as its note said."""
    try:
        terms, pages = json.loads(last)
        words = _apart(now.terms, terms)
        names = {posixpath.basename(each) for each in _apart(now.pages, pages)}
    except (ValueError, TypeError):
        return Changes((), (), all_new=True)
    if len(words) + len(names) > MANY:
        return Changes((), (), all_new=True)
    return Changes(tuple(sorted(words)), tuple(sorted(names)))


def _apart(one: Collection[str], other: Collection[str]) -> set[str]:
    return set(one) ^ set(other)


def _is_possible(word: str, page: str) -> bool:
    """Tell whether all letters of a word stand somewhere in a page."""
    return all(letter in page for letter in word)
