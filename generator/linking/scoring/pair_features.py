"""The first round: what each sentence by itself says of each article (features OWN)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from generator.linking.citations import Citation
from generator.linking.index import LONGEST, BaseIndex
from generator.linking.letter_rows import letter_row
from generator.linking.named_weights import Features, Matrix, blank_features
from generator.linking.roles.cues import exhorting
from generator.linking.scoring.cosines import cosines, row_pairs
from generator.linking.scoring.features import OWN, TERM
from generator.linking.scoring.sentence_words import SentenceWords
from generator.linking.scoring.shared_subjects import hint_features, term_features
from generator.linking.scoring.shared_wording import SENTENCE_FLOOR, wording_features
from generator.model import Document

TAKEN = 12  # letters of a clause that is taken over word for word
MOST = 1 << 22  # letters times articles that are looked at together
TAKEN_COVER = 0.3  # of the sentence's surprise, what the article holds


def own_features(
    document: Document,
    words: Sequence[SentenceWords],
    cited: Sequence[Citation],
    index: BaseIndex,
) -> Features:
    """Return OWN: an array sentences x articles for each feature."""
    table = blank_features(OWN, (len(words), len(index.articles)))
    for some in _batches(words, len(index.articles)):
        _read(table, some, words[some], index)
    _cite(table["citation"], document, cited, index)
    _compare(table)
    _tell_of_sentence(table, document, words)
    np.log1p(table[TERM.sum], out=table[TERM.sum])
    return table


def _batches(words: Sequence[SentenceWords], articles: int) -> Iterator[slice]:
    """Yield runs of sentences of which the letters times the articles are no more than MOST."""
    first = letters = 0
    for at, each in enumerate(words):
        letters += len(each.letters)
        if letters * articles > MOST:
            yield slice(first, at + 1)
            first, letters = at + 1, 0
    yield slice(first, len(words))


def _read(table: Features, some: slice, words: Sequence[SentenceWords], index: BaseIndex) -> None:
    """Fill in what `some` sentences hold of the articles, but for how these compare."""
    row = letter_row([each.letters for each in words])
    pairs = row_pairs(row)
    nearness = index.meaning.nearness([each.cut for each in words])
    found = {
        **wording_features(row, [each.surprise for each in words], index),
        "cosine": cosines(pairs, index.cosine),
        "cosine_rare": cosines(pairs, index.rare_cosine),
        "near": nearness.near,
        "near_gain": nearness.gain,
        "near_new": nearness.new,
        "alike": nearness.alike,
        **term_features(words, index.subjects, len(index.articles), TERM),
        **hint_features(words, index.subjects, len(index.articles)),
    }
    for name, values in found.items():
        table[name][some] = values


def _cite(column: Matrix, document: Document, cited: Sequence[Citation], index: BaseIndex) -> None:
    """Set 1 where a sentence cites an article by number."""
    numbers = {each.article.number: at for at, each in enumerate(index.articles)}
    starts = [sentence.start for sentence in document.sentences]
    for citation in cited:
        at = bisect_right(starts, citation.start) - 1
        if (
            citation.base == index.base.id
            and citation.article in numbers
            and at >= 0
            and citation.start < document.sentences[at].end
        ):
            column[at, numbers[citation.article]] = 1.0


def _compare(table: Features) -> None:
    """Fill in how an article compares with the others of the same sentence."""
    mass = np.expm1(table["mass"])
    best = mass.max(axis=1, keepdims=True, initial=0.0)
    np.divide(mass, best, out=table["share"], where=best > 0)
    second = np.sort(mass, axis=1)[:, -2:-1] if mass.shape[1] > 1 else 0.0
    np.log1p(np.where(mass == best, second, best), out=table["rival"])
    np.subtract(table["mass"], table["rival"], out=table["lead"])
    for name in ("cosine", "cosine_rare"):
        best = table[name].max(axis=1, keepdims=True, initial=0.0)
        np.divide(table[name], best, out=table[f"{name}_lead"], where=best > 0)
    for name, lead in (("near_gain", "near_lead"), ("alike", "alike_lead")):
        best = table[name].max(axis=1, keepdims=True, initial=-np.inf) if table[name].size else 0.0
        np.subtract(table[name], best, out=table[lead])
    if table["alike"].size:
        table["alike_gain"][:] = table["alike"] - table["alike"].mean(axis=1, keepdims=True)
    terms = np.max([table[name] for name in TERM.names], axis=0)
    most = terms.max(axis=1, keepdims=True, initial=0.0)
    np.divide(terms, most, out=table["term_share"], where=most > 0)


def _tell_of_sentence(table: Features, document: Document, words: Sequence[SentenceWords]) -> None:
    """Fill in SENTENCE: how long and surprising it is, whether it only exhorts."""
    text = document.piece.text
    for at, (sentence, each) in enumerate(zip(document.sentences, words, strict=True)):
        table["length"][at] = np.log1p(len(each.letters))
        table["surprise"][at] = np.log1p(max(SENTENCE_FLOOR, each.surprise))
        for name, count in exhorting(text[sentence.start : sentence.end]).items():
            table[name][at] = count


def taken_over(own: Features) -> NDArray[np.bool_]:
    """Tell for each pair whether a clause of the one article alone stands in the sentence.

    It has TAKEN letters or more, and is a good part of what the sentence says.
    """
    runs = own["quotation"]
    longest = runs.max(axis=-1, keepdims=True, initial=0.0)
    alone = (runs == longest).sum(axis=-1, keepdims=True) == 1
    taken: NDArray[np.bool_] = runs >= np.log(TAKEN - LONGEST + 1)
    taken &= (runs == longest) & alone & (own["cover_any"] >= TAKEN_COVER)
    return taken


def sure(own: Features) -> NDArray[np.bool_]:
    """Tell which pairs are linked whatever was learned: cited by number, or taken over."""
    return taken_over(own) | (own["citation"] > 0)
