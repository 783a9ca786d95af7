"""What the scorer is told of each pair of a sentence and an article.

Two rounds: the sentence by itself (own_features), then in its surroundings, once every
sentence has a first score (context_features).  No feature knows which article it is
about, so that weights learned on one base serve another.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.citations import Citation
from generator.linking.index import LONGEST, BaseIndex
from generator.linking.neighbours import Context
from generator.linking.roles.cues import exhorting
from generator.linking.scoring.shared_wording import (
    HINT_FEATURES,
    KIN_FEATURES,
    PHRASE_FEATURES,
    TERM_FEATURES,
    WORDING_FEATURES,
    Matrix,
    TermHit,
    generic_letters,
    hint_hits,
    hint_scores,
    mask_titles,
    phrase_scores,
    term_hits,
    term_scores,
    wording_scores,
)
from generator.model import Document
from generator.text.letters import STOP, Folded, fold

OWN = (
    *WORDING_FEATURES,
    *PHRASE_FEATURES,
    *KIN_FEATURES,
    *TERM_FEATURES,
    "citation",
    "total",
    "share",
    "term_share",
    "rival",
    "length",
    "meaning",
    "say",
    "greet",
    "total_meaning",
    *HINT_FEATURES,
)
EITHER_WAY = frozenset({"length", "meaning", "say", "greet", "total_meaning"})
AGAINST = frozenset({"rival"})  # more of any feature but these never lowers a chance
TAKEN = 12  # letters of a clause that is taken over word for word
TAKEN_COVER = 0.3  # of the sentence's telling letters, what the article holds
ORPHAN = 0.3  # a sentence whose best chance is far below this has no subject of its own
CONTEXT = (
    "own",
    "own_chance",
    "parent",
    "grandparent",
    "previous",
    "following",
    "children",
    "best_child",
    "gap",
    "beside_parent",
    "orphan_parent",
)


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """A sentence folded, with the base's title blanked and its terms found."""

    folded: Folded
    letters: str
    hits: tuple[TermHit, ...]
    kin: tuple[TermHit, ...]
    hints: tuple[TermHit, ...]
    clauses: tuple[int, ...]
    generic: int


def sentence_words(document: Document, index: BaseIndex) -> tuple[SentenceWords, ...]:
    """Return the words of every sentence of `document` as `index` sees them."""
    found = []
    for sentence in document.sentences:
        folded = fold(document.piece.text, sentence.start, sentence.end)
        letters = mask_titles(folded, index)
        generic = generic_letters(letters, index.generic)
        clauses = clause_lengths(document.piece.text, folded, generic)
        hits, kin = term_hits(letters, index.terms), term_hits(letters, index.kin)
        hints = hint_hits(letters, index.hints)
        found.append(SentenceWords(folded, letters, hits, kin, hints, clauses, generic))
    return tuple(found)


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


def own_features(
    document: Document,
    words: Sequence[SentenceWords],
    cited: Sequence[Citation],
    index: BaseIndex,
) -> Matrix:
    """Return OWN for every sentence and article: an array sentences x articles x OWN."""
    numbers = {each.article.number: at for at, each in enumerate(index.articles)}
    table = np.zeros((len(words), len(index.articles), len(OWN)))
    wide = len(WORDING_FEATURES)
    phrase = wide + len(PHRASE_FEATURES)
    kin = phrase + len(KIN_FEATURES)
    terms = kin + len(TERM_FEATURES)
    text = document.piece.text
    for at, (sentence, each) in enumerate(zip(document.sentences, words, strict=True)):
        rows = table[at]
        wording_scores(each.letters, each.generic, index, rows[:, :wide])
        telling = len(each.letters) - each.generic.bit_count()
        term_scores(each.hits, telling, each.clauses, rows[:, kin:terms])
        term_scores(each.kin, telling, each.clauses, rows[:, phrase:kin])
        phrase_scores(each.letters, telling, each.clauses, index, rows[:, wide:phrase])
        for citation in cited:
            if sentence.start <= citation.start < sentence.end and citation.article in numbers:
                rows[numbers[citation.article], terms] = 1.0
        cues = exhorting(text[sentence.start : sentence.end])
        _sentence_columns(rows, terms + 1, len(each.letters), cues)
        hint_scores(each.letters, (*each.hints, *each.hits), rows[:, -len(HINT_FEATURES) :])
    return table


def _sentence_columns(rows: Matrix, at: int, length: int, cues: dict[str, float]) -> None:
    """Fill the columns that weigh an article against the others of the same sentence."""
    total = rows[:, :4].sum(axis=1)
    best = total.max(initial=0.0)
    wide = len(WORDING_FEATURES)
    known = wide + len(PHRASE_FEATURES) + len(KIN_FEATURES)
    terms = rows[:, known : at - 1].max(axis=1)
    second = np.sort(total)[-2] if len(total) > 1 else 0.0
    rows[:, at] = np.log1p(total)
    rows[:, at + 1] = total / best if best else 0.0
    rows[:, at + 2] = terms / terms.max() if terms.max(initial=0.0) else 0.0
    rows[:, at + 3] = np.log1p(np.where(total == best, second, best))
    rows[:, at + 4] = np.log1p(length)
    rows[:, at + 5] = cues["meaning"]
    rows[:, at + 6] = cues["say"]
    rows[:, at + 7] = cues["greet"]
    rows[:, at + 8] = cues["meaning"] * np.log1p(total)
    rows[:, :6] = np.log1p(rows[:, :6])
    rows[:, at - 4] = np.log1p(rows[:, at - 4])
    rows[:, known - 3] = np.log1p(rows[:, known - 3])


def taken_over(own: Matrix) -> NDArray[np.bool_]:
    """Tell for each pair whether a clause of the one article alone stands in the sentence.

    It has TAKEN letters or more, and is a good part of what the sentence says.
    """
    runs = own[..., OWN.index("quotation")]
    longest = runs.max(axis=-1, keepdims=True, initial=0.0)
    alone = (runs == longest).sum(axis=-1, keepdims=True) == 1
    covering = own[..., OWN.index("wording_cover")] >= TAKEN_COVER
    taken: NDArray[np.bool_] = runs >= np.log(TAKEN - LONGEST + 1)
    taken &= (runs == longest) & alone & covering
    return taken


def context_features(first: Matrix, around: Sequence[Context]) -> Matrix:
    """Return CONTEXT for every sentence and article from the first scores (log odds)."""
    chance = 1.0 / (1.0 + np.exp(-first))
    count, width = first.shape
    nothing = np.zeros(width)
    table = np.zeros((count, width, len(CONTEXT)))
    best = chance.max(axis=1, keepdims=True) if width else chance
    for at, each in enumerate(around):
        chain = [chance[parent] for parent in each.parents] + [nothing] * 2
        below = chance[list(each.children)] if each.children else np.zeros((1, width))
        columns = (
            first[at],
            chance[at],
            chain[0],
            chain[1],
            nothing if each.previous is None else chance[each.previous],
            nothing if each.following is None else chance[each.following],
            below.mean(axis=0),
            below.max(axis=0),
            best[at] - chance[at],
            chain[0] * best[at],
            chain[0] * np.maximum(0.0, 1.0 - best[at] / ORPHAN),
        )
        table[at] = np.stack(columns, axis=1)
    return table
