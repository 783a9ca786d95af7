"""自测: every question with its answer and where that stands; scripts choose some of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator import addresses
from generator.model import Collation, EditionSentence
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.quiz import Choice, Matching, Question, make_questions, shown

PER_PAGE = 300  # questions: a long law has several pages
LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the page shows it.

    `articles` and `sentences` are ids; `also` are the answers that are taken, `right` the indices
    of the right options: one of a choice, of a matching one for each of its `bodies`.
    """

    id: str
    kind: str
    articles: tuple[str, ...]
    sentences: tuple[str, ...]
    name: str
    address: str
    before: str = ""
    after: str = ""
    answer: str = ""
    also: tuple[str, ...] = ()
    bank: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """A division whose questions the page has: its title and its articles (id, name)."""

    title: str
    articles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class QuizView:
    """One page of questions: what can be chosen, the questions, what options are called."""

    scopes: tuple[Scope, ...]
    sheet: Sheet[Asked]
    letters: tuple[str, ...]


def quiz_sheets(index: LibraryIndex) -> tuple[Sheet[Asked], ...]:
    """Return the pages of questions; the first is there even without any."""
    every = [
        _asked(collation, question, sentences)
        for collation in index.library.collations
        for sentences in ({each.id: each for each in collation.edition.sentences},)
        for question in make_questions(collation.edition, index.library.duties, index.library.terms)
    ]
    return sheets(every, PER_PAGE, addresses.QUIZ)


def quiz_view(index: LibraryIndex, sheet: Sheet[Asked]) -> QuizView:
    """Return the view of one page."""
    inside = {article for each in sheet.rows for article in each.articles}
    return QuizView(tuple(_scopes(index, inside)), sheet, tuple(LETTERS))


def _scopes(index: LibraryIndex, inside: set[str]) -> Iterator[Scope]:
    for collation in index.library.collations:
        edition = collation.edition
        for part in edition.parts:
            articles = tuple(
                (each.id, f"{words.article_label(each)}{words.short_heading(each)}")
                for each in part.articles
                if each.id in inside
            )
            if articles:
                yield Scope(words.part_title(part) or edition.base.short_title, articles)


def _asked(
    collation: Collation, question: Question, sentences: dict[str, EditionSentence]
) -> Asked:
    edition = collation.edition
    articles = {each.number: each for each in edition.articles}
    first = question.pairs[0].body if isinstance(question, Matching) else question.answer
    article = articles[first.article]
    place = next(
        (
            id
            for id in sorted(question.sentences)
            if sentences[id].article == first.article
            and sentences[id].start <= first.start < sentences[id].end
        ),
        "",
    )
    page = addresses.article(edition.base.id, article)
    made = Asked(
        id=question.id,
        kind="gap",
        articles=tuple(articles[each].id for each in sorted(question.articles)),
        sentences=tuple(sorted(question.sentences)),
        name=words.article_name(article),
        address=f"{page}#{place}" if place else page,
    )
    if isinstance(question, Matching):
        return replace(
            made,
            kind="match",
            bodies=tuple(each.body.text for each in question.pairs),
            options=tuple(question.pairs[at].deed.text for at in question.shuffled),
            right=tuple(question.shuffled.index(at) for at in range(len(question.pairs))),
        )
    before, after = shown(question, article.text)
    made = replace(made, before=before, after=after, answer=question.answer.text)
    if isinstance(question, Choice):
        options = tuple(each.text for each in question.options)
        return replace(made, kind="choice", options=options, right=(question.right,))
    also = (question.answer.text, *question.also)
    return replace(made, also=also, bank=question.bank)
