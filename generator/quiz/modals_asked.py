"""Gaps at modals: whether a thing shall or may be done, chosen from one modal of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.model import Duty, Edition
from generator.quiz.candidates import BANS, DUTIES, RIGHTS, words_of
from generator.quiz.passages import Passages
from generator.quiz.questions import Gap, question_id, rank

LEAST_DEED = 6  # letters


def modal_gaps(
    edition: Edition,
    duties: Iterable[Duty],
    bank: Sequence[str],
    found: dict[int, Passages],
) -> Iterator[Gap]:
    """Yield a gap at each modal whose sense the rest of the sentence does not tell.

    Of duties there are many, and they ask little: no more of them than of rights.
    Only of what shall or may be done: what nobody may is told by the deed itself (泄露, 推诿).
    Nothing is asked where the edition has but one kind.
    """
    kinds = (DUTIES, RIGHTS, BANS)
    by_kind = {word: next(kind for kind in kinds if word in kind) for word in bank}
    seen = set()
    rights: list[Gap] = []
    shalls: list[Gap] = []
    for duty in duties:
        word = next((each for each in bank if duty.modal in by_kind[each]), "")
        place = (duty.article, duty.modal_start)
        if (
            duty.base != edition.base.id
            or duty.carried
            or len(bank) < 3
            or not word
            or word in BANS
            or len(duty.action) < LEAST_DEED
            or place in seen
        ):
            continue
        seen.add(place)
        passages = found[duty.article]
        text = passages.article.text
        end = duty.modal_start + len(duty.modal)
        passage = passages.around(duty.modal_start, end)
        if passage is None or text[duty.modal_start : end] != duty.modal:
            continue
        stem = "".join(text[start:end] for start, end in passage.spans)
        if any(stem.count(each) - (each == duty.modal) for kind in kinds for each in kind):
            continue
        own = tuple(duty.modal if each == word else each for each in bank)
        (rights if duty.modal in RIGHTS else shalls).append(
            Gap(
                question_id("gap", passages.article.id, (stem, duty.modal, str(duty.modal_start))),
                "modal",
                passage.spans,
                words_of(passages.article, duty.modal_start, end),
                passage.sentences,
                bank=own,
            )
        )
    shalls.sort(key=lambda each: rank(edition.base.id, each.id))
    yield from rights
    yield from shalls[: len(rights)]
