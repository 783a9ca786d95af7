"""What the scorer is told of each pair of a sentence and an article: the names.

Two rounds: the sentence by itself (OWN, pair_features.py), then in its surroundings, once
every sentence has a first score (CONTEXT, context_features.py).  No feature knows which
article it is about, how many there are or what the base is about, so that weights learned on
some policies serve another.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SubjectNames:
    """The features of the terms that a sentence names.

    `own` of an article is the subject by its own name, `other` by a lesser one (a related
    wording), each in the article's heading or in its body; then the sum of the shares, and how
    much of the sentence and of its clause the subject covers.
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


TERM = SubjectNames(
    "term_heading",
    "term_body",
    "related_heading",
    "related_body",
    "term_sum",
    "term_cover",
    "term_clause",
)
WORDING = (
    "mass",
    "mass_heading",
    "best",
    "best_rare",
    "runs",
    "cover",
    "cover_any",
    "heading_cover",
    "article_cover",
    "quotation",
)
COSINE = ("cosine", "cosine_lead", "cosine_rare", "cosine_rare_lead")
MEANING = ("near", "near_gain", "near_new", "near_lead", "alike", "alike_lead", "alike_gain")
HINT = ("hint_sum", "hint_count", "hint_share", "hint_cover")
RIVALRY = ("share", "rival", "lead", "term_share")  # an article against the sentence's others
SENTENCE = ("length", "surprise", "meaning", "say", "greet")
OWN = (
    *WORDING,
    *COSINE,
    *MEANING,
    *TERM.names,
    "citation",
    *RIVALRY,
    *SENTENCE,
    *HINT,
)
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
