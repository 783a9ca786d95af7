"""How a duty is shown: its clause as the article prints it, its modal told apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Duty, DutyKind

UNNAMED = "未写明主体"  # shown where the sentence does not say who must act


@dataclass(frozen=True, slots=True)
class DutyClause:
    """A clause of an article that lays something down, for one body or several.

    `before`, `modal` and `after` one behind the other are the article's own words.  Where
    the modal is carried on from earlier in the sentence, all of them are in `after`.
    `named_before` tells that the bodies stand earlier in the sentence, not in the clause.
    """

    kind: DutyKind
    bodies: tuple[str, ...]
    sentence: str
    before: str
    modal: str
    after: str
    named_before: bool

    @property
    def words(self) -> str:
        """The whole clause, as printed."""
        return self.before + self.modal + self.after


def clause_of(duty: Duty, text: str) -> DutyClause:
    """Return the clause of one duty; `text` is its article's."""
    bodies = (duty.body,) if duty.body else ()
    before = bool(bodies) and not duty.start <= duty.body_start < duty.end
    if duty.carried:
        words = text[duty.start : duty.end]
        return DutyClause(duty.kind, bodies, duty.sentence, "", "", words, before)
    end = duty.modal_start + len(duty.modal)
    return DutyClause(
        duty.kind,
        bodies,
        duty.sentence,
        text[duty.start : duty.modal_start],
        duty.modal,
        text[end : duty.end],
        before,
    )


def clauses_of(duties: Iterable[Duty], text: str) -> tuple[DutyClause, ...]:
    """Return the clauses of an article's duties, each once, with all its bodies."""
    groups: dict[tuple[int, int, int], list[Duty]] = {}
    for duty in duties:
        groups.setdefault((duty.start, duty.action_start, duty.end), []).append(duty)
    found = []
    for group in groups.values():
        clause = clause_of(group[0], text)
        bodies = tuple(dict.fromkeys(each.body for each in group if each.body))
        found.append(replace(clause, bodies=bodies))
    return tuple(found)
