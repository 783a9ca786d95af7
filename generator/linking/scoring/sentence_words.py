"""What a sentence holds that could speak of an article: its letters, and what is found there."""

from __future__ import annotations

import functools
import itertools
from dataclasses import dataclass

from generator.linking.forms import FormTable, every_form, find_forms
from generator.linking.index import BaseIndex
from generator.linking.term_shares import IndexedTerm
from generator.model import Document
from generator.text.letters import STOP, Folded, fold
from generator.text.official_language import official_language
from generator.text.simplified import simplified

GENERIC_SIZES = (5, 4, 3, 2, 1)
EVERYDAY = 3.0  # nats of surprise of a wording that tells next to nothing
SURPRISING = 7.0  # with so many more it tells all it can
LEAST_TELLING = 0.15


@dataclass(frozen=True, slots=True)
class TermHit:
    """A term's wording found in the letters of a sentence.

    `telling` is what it counts, up to 1: a wording that all official prose uses (考核) tells less
    than one that surprises (民主生活会).
    """

    start: int
    end: int
    term: IndexedTerm
    telling: float = 1.0


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A sentence folded, with the base's title blanked and its terms found.

    `generic` has a bit for each letter of a generic word; `clauses` holds for each letter how
    many letters outside generic words its clause has; `surprise` is that of the whole, in nats.
    """

    folded: Folded
    letters: str
    hits: tuple[TermHit, ...]
    kin: tuple[TermHit, ...]
    hints: tuple[TermHit, ...]
    clauses: tuple[int, ...]
    generic: int
    surprise: float

    @property
    def telling(self) -> int:
        """How many letters and stops stand outside generic words."""
        return len(self.letters) - self.generic.bit_count()


def sentence_words(document: Document, index: BaseIndex) -> tuple[SentenceWords, ...]:
    """Return the words of every sentence of `document` as `index` sees them."""
    language = official_language()
    found = []
    for sentence in document.sentences:
        folded = fold(document.piece.text, sentence.start, sentence.end)
        letters = index.blank_title(simplified(folded.letters))
        generic = generic_letters(letters, index.generic)
        clauses = clause_lengths(document.piece.text, folded, generic)
        hits, kin = term_hits(letters, index.terms), term_hits(letters, index.kin)
        hints = hint_hits(letters, index.hints)
        surprise = sum(map(language.of_run, letters.split(STOP)))
        found.append(SentenceWords(folded, letters, hits, kin, hints, clauses, generic, surprise))
    return tuple(found)


def generic_letters(letters: str, generic: frozenset[str]) -> int:
    """Return a bit for each letter that belongs to a generic word, longest words first."""
    bits = 0
    at = 0
    while at < len(letters):
        for size in GENERIC_SIZES:
            if letters[at : at + size] in generic:
                bits |= ((1 << size) - 1) << at
                at += size
                break
        else:
            at += 1
    return bits


def clause_lengths(text: str, folded: Folded, generic: int) -> tuple[int, ...]:
    """Return for each letter how many telling letters its clause (between 、 ，；) holds."""
    edges = {0, len(folded.letters)}
    lengths: list[int] = []
    for at, letter in enumerate(folded.letters):
        apart = at and "、" in text[folded.offsets[at - 1] : folded.offsets[at]]
        if letter == STOP or apart:
            edges.add(at)
    for low, high in itertools.pairwise(sorted(edges)):
        telling = high - low - ((generic >> low) & ((1 << (high - low)) - 1)).bit_count()
        lengths += [telling] * (high - low)
    return tuple(lengths)


def term_hits(letters: str, table: FormTable[tuple[IndexedTerm, ...]]) -> tuple[TermHit, ...]:
    """Return the terms of `table` that `letters` hold, the longest where they overlap."""
    return tuple(
        TermHit(at, at + len(form), term, _telling(form))
        for at, form, terms in find_forms(letters, table)
        for term in terms
    )


def hint_hits(letters: str, table: FormTable[tuple[IndexedTerm, ...]]) -> tuple[TermHit, ...]:
    """Return the hints of `table` that `letters` hold, each once, inside others too."""
    first: dict[str, tuple[TermHit, ...]] = {}
    for at, form, terms in every_form(letters, table):
        if form not in first:
            telling = _telling(form)
            first[form] = tuple(TermHit(at, at + len(form), term, telling) for term in terms)
    return tuple(hit for hits in first.values() for hit in hits)


@functools.lru_cache(maxsize=1 << 14)
def _telling(form: str) -> float:
    return min(1.0, max(LEAST_TELLING, (official_language().of_run(form) - EVERYDAY) / SURPRISING))
