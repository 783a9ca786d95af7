"""The questions of the self-test as rows of quiz.json."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from generator.model import Library
from generator.quiz import Choice, Gap, Question, make_questions


def question_rows(library: Library) -> Iterator[dict[str, Any]]:
    """Yield a row for each question, in the order of the documents and of their texts."""
    for collation in library.collations:
        edition = collation.edition
        for question in make_questions(edition, library.duties, library.terms):
            yield _row(edition.base.id, question)


def _row(base: str, question: Question) -> dict[str, Any]:
    row: dict[str, Any] = {"id": question.id, "base": base}
    sentences = sorted(question.sentences)
    if isinstance(question, Gap):
        return row | {
            "kind": "gap",
            "of": question.of,
            "sentences": sentences,
            "passage": question.passage,
            "answer": asdict(question.answer),
            "also": question.also,
            "bank": question.bank,
        }
    if isinstance(question, Choice):
        return row | {
            "kind": "choice",
            "of": question.of,
            "sentences": sentences,
            "passage": question.passage,
            "answer": asdict(question.answer),
            "options": [asdict(each) for each in question.options],
            "right": question.right,
        }
    return row | {
        "kind": "matching",
        "sentences": sentences,
        "pairs": [asdict(each) for each in question.pairs],
        "shuffled": question.shuffled,
    }
