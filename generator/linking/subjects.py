"""Where all terms of a base stand, in arrays: so that a report's terms are weighed together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from generator.linking.letter_rows import Places
from generator.linking.named_weights import Matrix
from generator.linking.term_shares import Indexed, IndexedTerm


@dataclass(frozen=True, slots=True, eq=False)
class Subjects:
    """The shares of every term by its number.

    Term t has `holders[t]` shares from `first[t]` on: of `articles`, so much each, in its heading
    or not.  Those of one `name` are one term; `own` tells those that stand for their own name.
    """

    name: Places
    own: NDArray[np.bool_]
    first: Places
    holders: Places
    articles: Places
    share: Matrix
    in_heading: NDArray[np.bool_]


def number_subjects(tables: Sequence[Indexed]) -> tuple[list[Indexed], Subjects]:
    """Return `tables` with all their terms numbered, and where these stand."""
    terms: list[IndexedTerm] = []
    numbered: list[Indexed] = []
    for table in tables:
        known: Indexed = {}
        for form, some in table.items():
            known[form] = tuple(
                replace(each, number=len(terms) + at) for at, each in enumerate(some)
            )
            terms += known[form]
        numbered.append(known)
    names = {name: at for at, name in enumerate(dict.fromkeys(each.name for each in terms))}
    shares = [share for each in terms for share in each.shares]
    holders = np.array([len(each.shares) for each in terms], dtype=np.intp)
    return numbered, Subjects(
        name=np.array([names[each.name] for each in terms], dtype=np.intp),
        own=np.array([each.own for each in terms], dtype=np.bool_),
        first=np.cumsum(holders) - holders,
        holders=holders,
        articles=np.array([each.article for each in shares], dtype=np.intp),
        share=np.array([each.share for each in shares], dtype=np.float64),
        in_heading=np.array([each.in_heading for each in shares], dtype=np.bool_),
    )
