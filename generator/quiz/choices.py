"""One right answer among wrong ones, in an order that looks like chance."""

from __future__ import annotations

from collections.abc import Sequence

from generator.quiz.passages import Passage
from generator.quiz.questions import Choice, ChoiceOf, Words, rank

OTHERS = 3  # wrong ones beside the right one


def choice(
    id: str, of: ChoiceOf, passage: Passage, answer: Words, others: Sequence[Words]
) -> Choice:
    """Return a choice between `answer` and `others`; its id alone decides on the order."""
    options = sorted((answer, *others), key=lambda each: rank(id, each.text))
    right = options.index(answer)
    return Choice(id, of, passage.spans, tuple(options), right, passage.sentences)
