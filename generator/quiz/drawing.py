"""Which questions make a paper: of each sentence one, of each article and kind some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from generator.quiz.questions import Gap, Matching, Question, rank

SAME = 0.08  # of a paper that may have one answer
MODALS = 0.15  # of a paper's questions: there are many, and they ask least


def draw(
    questions: Iterable[Question], articles: Collection[int], count: int, seed: str
) -> tuple[Question, ...]:
    """Return up to `count` questions on `articles`, in the order of the text, matchings last.

    No two show words of one sentence: one would tell the other's answer.  The articles take
    turns, and so do kinds, in an order that `seed` alone decides.
    """
    wanted = frozenset(articles)
    fit = [each for each in questions if each.articles <= wanted]
    order = {each.id: at for at, each in enumerate(fit)}
    taken: list[Question] = []
    shown: set[str] = set()
    matchings = [each for each in fit if isinstance(each, Matching)]
    for each in sorted(matchings, key=lambda one: rank(seed, one.id)):
        if len(taken) < max(1, count // 12) and not each.sentences & shown:
            taken.append(each)
            shown |= each.sentences
    rest = [each for each in fit if not isinstance(each, Matching)]
    taken += _in_turns(rest, count - len(taken), seed, shown)
    return tuple(sorted(taken, key=lambda each: order[each.id]))


def _in_turns(fit: Sequence[Question], count: int, seed: str, shown: set[str]) -> list[Question]:
    """Return `count` questions: in every round the article and kind that have had least."""
    left = sorted(fit, key=lambda each: rank(seed, each.id))
    taken: list[Question] = []
    had: Counter[object] = Counter()
    while left and len(taken) < count:
        best = min(
            left,
            key=lambda each: (
                had[min(each.articles)],
                had[type(each)],
                had[_answer(each)],
                had[_kind(each)],
            ),
        )
        left.remove(best)
        kind = _kind(best)
        if (
            best.sentences & shown
            or (kind == "gap modal" and had[kind] >= max(1, round(count * MODALS)))
            or had[_answer(best)] >= max(2, round(count * SAME))
        ):
            continue
        taken.append(best)
        shown |= best.sentences
        had[min(best.articles)] += 1
        had[kind] += 1
        had[type(best)] += 1
        had[_answer(best)] += 1
    return taken


def _kind(question: Question) -> str:
    if isinstance(question, Matching):
        return "matching"
    return f"{'gap' if isinstance(question, Gap) else 'choice'} {question.of}"


def _answer(question: Question) -> str:
    if isinstance(question, Matching) or question.of == "modal":
        return question.id
    return question.answer.text
