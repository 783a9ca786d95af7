"""Self-test (自测): questions on an edition, their answers its own words at their places."""

from generator.quiz.drawing import draw
from generator.quiz.making import make_questions
from generator.quiz.questions import Choice, Gap, Matching, Pair, Question, Words, shown

__all__ = [
    "Choice",
    "Gap",
    "Matching",
    "Pair",
    "Question",
    "Words",
    "draw",
    "make_questions",
    "shown",
]
