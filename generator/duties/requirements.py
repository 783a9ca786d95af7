"""What an article asks, as rows to work with: neighbouring clauses for the same bodies as one.

“一把手”不得以权谋私，… / 管住管好自己的家属亲友 / 决不允许他们利用本人职权…   -> one requirement
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model import Duty

LONGEST = 150  # letters of a requirement that takes in a further sentence
APART = 3  # marks between two sentences that follow each other


@dataclass(frozen=True, slots=True)
class Requirement:
    """Words of an article, text[start:end], that ask something of the same bodies.

    `bodies` is empty where the article does not say who; `duties` are those that it holds.
    """

    article: int
    start: int
    end: int
    bodies: tuple[str, ...]
    duties: tuple[Duty, ...]


def requirements_of(duties: Iterable[Duty], text: str) -> tuple[Requirement, ...]:
    """Return the requirements of one article in reading order; `text` is its text.

    Each duty is in exactly one; no requirement shares a word with another.
    """
    merged: list[Requirement] = []
    for one in _clauses(duties):
        if merged and _go_together(merged[-1], one, text):
            last = merged[-1]
            merged[-1] = replace(
                last, end=max(last.end, one.end), duties=(*last.duties, *one.duties)
            )
        else:
            merged.append(one)
    return tuple(merged)


def _clauses(duties: Iterable[Duty]) -> list[Requirement]:
    """Return the clauses in reading order, each with all its bodies; those that overlap are one."""
    found: list[Requirement] = []
    for duty in sorted(duties, key=lambda each: (each.start, each.end)):
        bodies = (duty.body,) if duty.body else ()
        if found and duty.start < found[-1].end:
            last = found[-1]
            found[-1] = replace(
                last,
                end=max(last.end, duty.end),
                bodies=tuple(dict.fromkeys((*last.bodies, *bodies))),
                duties=(*last.duties, duty),
            )
        else:
            found.append(Requirement(duty.article, duty.start, duty.end, bodies, (duty,)))
    return found


def _go_together(before: Requirement, one: Requirement, text: str) -> bool:
    if before.bodies != one.bodies:
        return False
    if "\n" in text[before.end : one.start]:
        return False
    if before.duties[-1].sentence == one.duties[0].sentence:
        return one.end - before.start <= 2 * LONGEST
    return one.start - before.end <= APART and one.end - before.start <= LONGEST
