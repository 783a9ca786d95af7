"""Which terms and hints of each article a sentence names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from generator.linking.letter_rows import Flags, Places, spread
from generator.linking.named_weights import Features, Matrix
from generator.linking.scoring.cells import cells
from generator.linking.scoring.features import HINT, SubjectNames
from generator.linking.scoring.sentence_words import SentenceWords, TermHit
from generator.linking.subjects import Subjects

TELLING_FLOOR = 6  # a sentence of fewer telling letters counts as this many
CLAUSE_FLOOR = 4  # a clause of fewer telling letters counts as this many
MOST_HINTS = 5.0  # more of them tell no more
MAIN = 0.5  # an article with this share of a term is what the term's hints count for
HINTED_FLOOR = 8  # a sentence of fewer letters counts as this many


@dataclass(frozen=True, slots=True, eq=False)
class _Hits:
    """Hits of all sentences, in order: the sentence and term of each, how long and how telling."""

    sentence: Places
    start: Places
    size: Places
    term: Places
    telling: Matrix


def _hits(sentences: Sequence[Sequence[TermHit]]) -> _Hits:
    flat = list(chain.from_iterable(sentences))
    counts = np.array([len(each) for each in sentences], dtype=np.intp)
    start = np.array([hit.start for hit in flat], dtype=np.intp)
    return _Hits(
        np.repeat(np.arange(len(sentences)), counts),
        start,
        np.array([hit.end for hit in flat], dtype=np.intp) - start,
        np.array([hit.term.number for hit in flat], dtype=np.intp),
        np.array([hit.telling for hit in flat], dtype=np.float64),
    )


def term_features(
    words: Sequence[SentenceWords], subjects: Subjects, articles: int, names: SubjectNames
) -> Features:
    """Return `names`, sentences x articles: the article's share of the terms, each term once.

    What covers the sentence and its clause counts every wording: in a row of mechanisms each
    is a subject.
    """
    hits = _hits([(*each.hits, *each.kin) for each in words])
    entry, each = spread(subjects.first[hits.term], subjects.holders[hits.term])
    pairs = cells(hits.sentence[each], subjects.articles[entry], (len(words), articles))
    share = subjects.share[entry] * hits.telling[each]
    own, heading = subjects.own[hits.term][each], subjects.in_heading[entry]
    whole = np.array([max(TELLING_FLOOR, each.telling) for each in words], dtype=np.intp)
    clause = np.array(
        [max(CLAUSE_FLOOR, w.clauses[hit.start]) for w in words for hit in (*w.hits, *w.kin)],
        dtype=np.intp,
    )
    size = hits.size[each]
    return {
        names.own_heading: pairs.most(share, own & heading),
        names.own_body: pairs.most(share, own & ~heading),
        names.other_heading: pairs.most(share, ~own & heading),
        names.other_body: pairs.most(share, ~own & ~heading),
        names.sum: pairs.summed(share, _first_of_name(hits, subjects)[each]),
        names.cover: np.minimum(1.0, pairs.summed(share * size / whole[hits.sentence][each])),
        names.clause: pairs.most(share * np.minimum(1.0, size / clause[each])),
    }


def _first_of_name(hits: _Hits, subjects: Subjects) -> Flags:
    """Tell which hits are the first of their term in their sentence."""
    count = len(subjects.name) + 1
    first = np.zeros(len(hits.term), dtype=np.bool_)
    _, at = np.unique(hits.sentence * count + subjects.name[hits.term], return_index=True)
    first[at] = True
    return first


def hint_features(words: Sequence[SentenceWords], subjects: Subjects, articles: int) -> Features:
    """Return HINT, sentences x articles: how many hints at an article and terms of it there are.

    A hint at several terms counts for each a part.
    """
    hits = _hits([(*each.hints, *each.hits) for each in words])
    entry, each = spread(subjects.first[hits.term], subjects.holders[hits.term])
    pairs = cells(hits.sentence[each], subjects.articles[entry], (len(words), articles))
    share = subjects.share[entry]
    part = share * hits.telling[each] / _sharing(hits)[each]
    total = pairs.summed(part)
    best = total.max(axis=1, keepdims=True, initial=0.0)
    length = np.array([max(HINTED_FLOOR, len(each.letters)) for each in words], dtype=np.intp)
    found = {
        "hint_sum": total,
        "hint_count": np.minimum(MOST_HINTS, pairs.summed(hits.telling[each] * (share >= MAIN))),
        "hint_share": np.divide(total, best, out=np.zeros(total.shape), where=best > 0),
        "hint_cover": pairs.summed(part * hits.size[each]) / length[:, None],
    }
    return {name: found[name] for name in HINT}


def _sharing(hits: _Hits) -> Places:
    """Return for each hit how many there are of the same letters of its sentence."""
    place = (hits.sentence << 40) + (hits.start << 20) + hits.size
    _, which, counts = np.unique(place, return_inverse=True, return_counts=True)
    sharing: Places = counts[which]
    return sharing
