"""What a sentence holds that could speak of an article: its letters, and what is found there."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np

from generator.linking.forms import every_form, find_forms
from generator.linking.index import GENERIC, HINTS, KIN, LONGEST_GENERIC, TERMS, BaseIndex
from generator.linking.letter_rows import BREAK, Flags, LetterRow, Places, codes_of, letter_row
from generator.linking.meaning.base_meaning import words_and_stops
from generator.linking.term_shares import IndexedTerm
from generator.model import Document
from generator.text.folding import fold_spans
from generator.text.letters import STOP, Folded
from generator.text.official_language import official_language
from generator.text.simplified import simplified

EVERYDAY = 3.0  # nats of surprise of a wording that tells next to nothing
SURPRISING = 7.0  # with so many more it tells all it can
LEAST_TELLING = 0.15
LONGEST_BITS = (1 << LONGEST_GENERIC) - 1

FoundForm = tuple[int, str, tuple[IndexedTerm, ...]]
"""Where a wording stands, and the terms that it speaks of."""


class TermHit(NamedTuple):
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
    many letters outside generic words its clause has; `cut` are its words and the stops between
    them; `surprise` is that of the whole, in nats.
    """

    folded: Folded
    letters: str
    hits: tuple[TermHit, ...]
    kin: tuple[TermHit, ...]
    hints: tuple[TermHit, ...]
    clauses: tuple[int, ...]
    generic: int
    cut: tuple[str, ...]
    surprise: float

    @property
    def telling(self) -> int:
        """How many letters and stops stand outside generic words."""
        return len(self.letters) - self.generic.bit_count()


def sentence_words(document: Document, index: BaseIndex) -> tuple[SentenceWords, ...]:
    """Return the words of every sentence of `document` as `index` sees them."""
    text = document.piece.text
    folded = fold_spans(text, [(each.start, each.end) for each in document.sentences])
    letters = index.blank_title(simplified(BREAK.join(each.letters for each in folded)))
    row = letter_row(letters.split(BREAK) if folded else ())
    bits = index.starts.bits(row)
    words = [
        (at, word) for at, word, _ in find_forms(row.letters, index.generic, _places(bits, GENERIC))
    ]
    flags = generic_letters(row, words)
    generic = generic_bits(row, words, flags)
    clauses = clause_lengths(text, folded, flags)
    hits = _by_sentence(row, find_forms(row.letters, index.terms, _places(bits, TERMS)))
    kin = _by_sentence(row, find_forms(row.letters, index.kin, _places(bits, KIN)))
    hints = _by_sentence(row, every_form(row.letters, index.hints, _places(bits, HINTS)))
    of_run = official_language().of_run
    return tuple(
        SentenceWords(
            folded=folded[at],
            letters=letters,
            hits=term_hits(hits[at]),
            kin=term_hits(kin[at]),
            hints=hint_hits(hints[at]),
            clauses=tuple(clauses[start:end].tolist()),
            generic=generic[at],
            cut=tuple(words_and_stops(letters)),
            surprise=sum(map(of_run, letters.split(STOP))),
        )
        for at, (letters, start, end) in enumerate(
            zip(row.sentences(), row.starts.tolist(), row.ends.tolist(), strict=True)
        )
    )


def _places(bits: Places, table: int) -> list[int]:
    """Return where a form of `table` may begin."""
    found: list[int] = np.flatnonzero(bits & table).tolist()
    return found


def _by_sentence(row: LetterRow, found: Iterable[FoundForm]) -> list[list[FoundForm]]:
    """Return the forms found in each sentence, with their places in it."""
    forms: list[list[FoundForm]] = [[] for _ in row.starts]
    sentence, starts = row.sentence.tolist(), row.starts.tolist()
    for at, form, terms in found:
        forms[sentence[at]].append((at - starts[sentence[at]], form, terms))
    return forms


def generic_letters(row: LetterRow, words: Iterable[tuple[int, str]]) -> Flags:
    """Tell of each letter of `row` whether it belongs to one of the generic `words`."""
    flags = np.zeros(len(row.codes), dtype=np.bool_)
    for at, word in words:
        flags[at : at + len(word)] = True
    return flags


def generic_bits(row: LetterRow, words: Iterable[tuple[int, str]], flags: Flags) -> list[int]:
    """Return for each sentence a number with bit i set where letter i belongs to a generic word.

    One that ends a sentence counts as the longest: the weights were learned like that.
    """
    last = {at + len(word): at for at, word in words}
    found = []
    for start, end in zip(row.starts.tolist(), row.ends.tolist(), strict=True):
        packed = np.packbits(flags[start:end], bitorder="little")
        bits = int.from_bytes(packed.tobytes(), "little")
        found.append(bits | LONGEST_BITS << last[end] - start if end in last else bits)
    return found


def clause_lengths(text: str, folded: Sequence[Folded], generic: Flags) -> Places:
    """Return for each letter how many telling letters its clause (between 、 ，；) holds.

    `folded` are the sentences, with a letter between each two in the result; `generic` tells of
    each letter whether it belongs to a generic word.
    """
    row = letter_row([each.letters for each in folded])
    inside = row.codes != ord(BREAK)
    offsets = np.zeros(len(row.codes), dtype=np.intp)
    offsets[inside] = np.fromiter(chain.from_iterable(e.offsets for e in folded), dtype=np.intp)
    listed = np.concatenate(([0], np.cumsum(codes_of(text) == ord("、"))))[offsets]
    edge = np.ones(len(row.codes), dtype=np.bool_)
    edge[1:] = (row.codes[1:] == ord(STOP)) | ~inside[1:] | (listed[1:] != listed[:-1])
    edge[row.starts[row.starts < len(edge)]] = True
    clause = np.cumsum(edge) - 1
    lengths: Places = np.bincount(clause[~generic], minlength=clause.max(initial=-1) + 1)[clause]
    return lengths


def term_hits(found: Iterable[FoundForm]) -> tuple[TermHit, ...]:
    """Return the terms whose forms were found."""
    return tuple(
        TermHit(at, at + len(form), term, telling_of(form))
        for at, form, terms in found
        for term in terms
    )


def hint_hits(found: Iterable[FoundForm]) -> tuple[TermHit, ...]:
    """Return the hints whose forms were found, each once."""
    first: dict[str, tuple[TermHit, ...]] = {}
    for at, form, terms in found:
        if form not in first:
            telling = telling_of(form)
            first[form] = tuple(TermHit(at, at + len(form), term, telling) for term in terms)
    return tuple(hit for hits in first.values() for hit in hits)


@functools.lru_cache(maxsize=1 << 14)
def telling_of(form: str) -> float:
    """Return what a wording counts, up to 1, by how surprising it is."""
    return min(1.0, max(LEAST_TELLING, (official_language().of_run(form) - EVERYDAY) / SURPRISING))
