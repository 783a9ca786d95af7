"""What a library may set for its own cleaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Erratum:
    """A misprint that the editors correct: source file, before, after, and why."""

    source: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class CleaningSettings:
    """Errata and markers that content adds to what the rules know."""

    errata: tuple[Erratum, ...] = ()
    markers: tuple[str, ...] = ()
