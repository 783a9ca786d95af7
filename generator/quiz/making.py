"""Edition, duties and terms -> questions, in the order of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model import Duty, Edition, Term
from generator.quiz.bodies_asked import Doings, body_questions, deed_questions, matchings
from generator.quiz.candidates import (
    Number,
    acts,
    modal_words,
    numbers,
    other_forms,
    phrases,
    term_names,
)
from generator.quiz.choices import OTHERS, choice
from generator.quiz.modals_asked import modal_gaps
from generator.quiz.passages import Passages
from generator.quiz.questions import Choice, Gap, Question, Words, question_id, rank, shown


def make_questions(
    edition: Edition, duties: Iterable[Duty], terms: Iterable[Term]
) -> tuple[Question, ...]:
    """Return all questions that make sense, those of one article together, matchings last.

    The same edition gives the same questions.  Several may be asked of one sentence: one shows
    what the other asks for, so `draw` takes one of them.
    """
    duties = tuple(duties)
    found = {each.number: Passages(edition, each) for each in edition.articles}
    done = acts(edition, duties)
    doings = Doings(edition, duties)
    bank = modal_words(edition)
    made: list[Gap | Choice] = [
        *_number_questions(edition, found),
        *body_questions(edition, done, doings, found),
        *deed_questions(edition, done, doings, found),
        *modal_gaps(edition, duties, bank, found),
        *_phrase_gaps(edition, terms, found),
    ]
    texts = {each.number: each.text for each in edition.articles}
    order = {"gap": 0, "choice": 1}
    kept = [each for each in _unambiguous(made, texts) if _not_given(each, texts)]
    kept.sort(
        key=lambda each: (
            each.answer.article,
            each.answer.start,
            order["gap" if isinstance(each, Gap) else "choice"],
            each.id,
        )
    )
    return (*kept, *matchings(edition, done, doings, found))


def _number_questions(edition: Edition, found: dict[int, Passages]) -> Iterator[Gap | Choice]:
    by_unit: dict[str, list[Number]] = defaultdict(list)
    every = [each for article in edition.articles for each in numbers(article)]
    for each in every:
        by_unit[each.unit].append(each)
    for number in every:
        words = number.words
        passages = found[words.article]
        passage = passages.around(words.start, words.end)
        if passage is None:
            continue
        article = passages.article
        stem = [article.text[start:end] for start, end in passage.spans]
        yield Gap(
            question_id("gap", article.id, (*stem, words.text)),
            "number",
            passage.spans,
            words,
            passage.sentences,
            also=other_forms(number),
        )
        options = _other_numbers(number, by_unit[number.unit], "".join(stem), article.id)
        if len(options) >= OTHERS:
            yield choice(
                question_id("choice", article.id, (*stem, words.text)),
                "number",
                passage,
                words,
                options[:OTHERS],
            )


def _other_numbers(number: Number, alike: Iterable[Number], stem: str, seed: str) -> list[Words]:
    """Return numbers of the same unit and script that stand elsewhere, each value once."""
    seen = {number.value}
    others = []
    for each in sorted(alike, key=lambda one: rank(seed, f"{one.words.article}-{one.words.start}")):
        same_script = each.words.text[0].isascii() == number.words.text[0].isascii()
        if each.value in seen or not same_script or f"{each.words.text}{each.unit}" in stem:
            continue
        seen.add(each.value)
        others.append(each.words)
    return others


def _phrase_gaps(
    edition: Edition, terms: Iterable[Term], found: dict[int, Passages]
) -> Iterator[Gap]:
    names = term_names(terms)
    text = "\n".join(each.text for each in edition.articles)
    for article in edition.articles:
        for words in phrases(article, names, text):
            if _in_title(words.text, edition.base.title):
                continue
            passage = found[article.number].around(words.start, words.end)
            if passage is None:
                continue
            stem = [article.text[start:end] for start, end in passage.spans]
            key = (*stem, words.text)
            yield Gap(
                question_id("gap", article.id, key),
                "phrase",
                passage.spans,
                words,
                passage.sentences,
            )


def _unambiguous(made: Iterable[Gap | Choice], texts: dict[int, str]) -> list[Gap | Choice]:
    """Return the questions whose stem stands with one answer only in the whole edition."""
    made = list(made)
    answers: dict[tuple[str, str], set[str]] = defaultdict(set)
    stems = [shown(each, texts[each.answer.article]) for each in made]
    for each, stem in zip(made, stems, strict=True):
        answers[stem].add(each.answer.text)
    kept: dict[str, Gap | Choice] = {}
    for each, stem in zip(made, stems, strict=True):
        if len(answers[stem]) == 1:
            kept.setdefault(each.id, each)
    return list(kept.values())


def _not_given(question: Gap | Choice, texts: dict[int, str]) -> bool:
    """Tell whether the answer does not stand in what is shown, nor a good part of it.

    Of a number counts itself with its unit, of other words any run of three letters.
    """
    before, after = shown(question, texts[question.answer.article])
    answer = question.answer.text
    if question.of == "number":
        unit = after[:2]
        return f"{answer}{unit}" not in before + after[len(unit) :]
    if question.of == "modal":
        return True
    rest = before + "\n" + after
    size = {"body": min(4, len(answer)), "deed": len(answer)}.get(question.of, 3)
    return not any(answer[at : at + size] in rest for at in range(max(1, len(answer) - size + 1)))


def _in_title(words: str, title: str) -> bool:
    """Tell whether words are what the whole document is about: that asks nothing."""
    return any(words[at : at + 4] in title for at in range(max(1, len(words) - 3)))
