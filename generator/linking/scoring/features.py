"""What the scorer is told of each pair of a sentence and an article: the names.

Two rounds: the sentence by itself (OWN, pair_features.py), then in its surroundings, once
every sentence has a first score (CONTEXT, context_features.py).  No feature knows which
article it is about, so that weights learned on one base serve another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubjectNames:
    """The features of one kind of subject (phrase, term, kin of a term) that a sentence names.

    `own` of an article is the subject by its own name, `other` by a lesser one (a part of the
    phrase, a related wording), each in the article's heading or in its body; then the sum of
    the shares, and how much of the sentence and of its clause the subject covers.
    """

    own_heading: str
    own_body: str
    other_heading: str
    other_body: str
    sum: str
    cover: str
    clause: str

    @property
    def names(self) -> tuple[str, ...]:
        """The seven names."""
        heading = (self.own_heading, self.own_body, self.other_heading, self.other_body)
        return (*heading, self.sum, self.cover, self.clause)


def _subject(kind: str, other: str) -> SubjectNames:
    return SubjectNames(
        f"{kind}_heading",
        f"{kind}_body",
        f"{other}_heading",
        f"{other}_body",
        f"{kind}_sum",
        f"{kind}_cover",
        f"{kind}_clause",
    )


PHRASE = _subject("phrase", "part")
KIN = _subject("kin", "kin_other")
TERM = _subject("term", "related")
BODY = ("body2", "body3", "body45", "body6")  # by the length of the wording
HEADING = ("heading3", "heading4")
WORDING = (*BODY, *HEADING, "run_heading", "run_body", "quotation", "wording_cover")
HINT = ("hint_sum", "hint_count", "hint_share", "hint_cover")
RIVALRY = ("total", "share", "term_share", "rival")  # an article against the sentence's others
SENTENCE = ("length", "meaning", "say", "greet", "total_meaning")
OWN = (
    *WORDING,
    *PHRASE.names,
    *KIN.names,
    *TERM.names,
    "citation",
    *RIVALRY,
    *SENTENCE,
    *HINT,
)
EITHER_WAY = frozenset(SENTENCE)
AGAINST = frozenset({"rival"})  # more of any feature but these never lowers a chance
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

ByArticle = dict[str, dict[int, float]]
"""A feature's name -> article -> value, for one sentence; what is not there is 0."""


def by_article(names: Iterable[str]) -> ByArticle:
    """Return features of one sentence that are 0 throughout, to be added to."""
    return {name: defaultdict(float) for name in names}
