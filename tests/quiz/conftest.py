"""Documents to be asked about: laws and opinions of the tests, their base texts alone."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.cleaning import clean_apart, slug
from generator.content import load_content
from generator.duties import extract_duties
from generator.edition import collate, find_witnesses
from generator.model import Duty, Edition, Term
from generator.quiz import Question, make_questions
from tests.conftest import PROJECT

DOCUMENTS = (
    ("tests/libraries/kuaidi", "tiaoli.txt"),
    ("tests/gold/policies/renju/content", "base.txt"),
    ("tests/gold/policies/zhengwu/content", "base.txt"),
    ("tests/gold/policies/anquan/content", "base.txt"),
)


@dataclass(frozen=True)
class Asked:
    """A document, its duties, and the questions on it."""

    edition: Edition
    duties: tuple[Duty, ...]
    terms: tuple[Term, ...]
    questions: tuple[Question, ...]

    def text(self, article: int) -> str:
        return next(each.text for each in self.edition.articles if each.number == article)


@pytest.fixture(scope="session")
def asked() -> tuple[Asked, ...]:
    made = []
    for folder, base in DOCUMENTS:
        content = load_content(PROJECT / folder)
        (source,) = (each for each in content.sources if each.file == base)
        settings = content.cleaning.of_sources({base: slug(base)})[base]
        pieces, *_ = clean_apart((source, settings), None)
        witnesses = find_witnesses(pieces, content.bases)
        edition = collate(content.bases[0], witnesses[content.bases[0].id], None).edition
        duties = tuple(extract_duties(edition))
        made.append(
            Asked(edition, duties, content.terms, make_questions(edition, duties, content.terms))
        )
    return tuple(made)
