"""What the editors have written down, checked: library.yml and the curated files as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from generator.cleaning import Declared, Erratum
from generator.edition import ChosenReading
from generator.linking import Decision
from generator.model import Acceptance, Base, Carried, PackStyle, Term
from generator.volumes import Above

FILES = ("library.yml", "errata.yml", "terms.yml", "thesaurus.txt", "links.yml")


@dataclass(frozen=True, slots=True)
class Curated:
    """The content of FILES."""

    name: str
    title: str
    subtitle: str
    language: str
    bases: tuple[Base, ...]
    declared: dict[str, Declared]
    preferred: dict[str, dict[str, str]]
    markers: tuple[str, ...]
    errata: tuple[Erratum, ...]
    terms: tuple[Term, ...]
    thesaurus: tuple[tuple[str, ...], ...]
    decisions: tuple[Decision, ...]
    packs: PackStyle
    downloads: tuple[Carried, ...]
    above: Above | None = None
    accepted: tuple[Acceptance, ...] = ()
    readings: tuple[ChosenReading, ...] = ()
