"""What is proposed: a term with its other forms, and where each of them stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a wording stands: articles by base and number; reports, and how many sentences."""

    articles: tuple[tuple[str, int], ...] = ()
    reports: tuple[str, ...] = ()
    sentences: int = 0


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording and where it stands."""

    text: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A term that an editor may accept; what the words of it mean: model.Term.

    `kind` is 机构, 制度 or 机制 where its last word says so, else 说法.  `worth` compares
    suggestions of one library: higher is surer.
    """

    name: Wording
    aliases: tuple[Wording, ...]
    related: tuple[Wording, ...]
    hints: tuple[Wording, ...]
    kind: str
    worth: float
