"""What reports can be chosen by wherever they are many: their kind, year, place, issuer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Document, Piece
from generator.outputs.shared.coverage_turns import ISSUER, KIND, PLACE, YEAR, report_groups

FEW = 20  # reports up to which nothing is chosen but on their list
UNSTATED = "-"  # what stands in addresses for reports that state nothing
CHOSEN_BY = (KIND, YEAR, PLACE, ISSUER)


@dataclass(frozen=True, slots=True)
class Option:
    """A value that reports can be chosen by: as addresses have it, as readers see it, how often."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that reports can be chosen by."""

    name: str
    title: str
    options: tuple[Option, ...]


def stated_choices(pieces: Sequence[Piece]) -> Iterator[Choice]:
    """Yield what the reports differ in, with what they state, the latest years first."""
    for fact in CHOSEN_BY:
        groups = report_groups(pieces, fact)
        if len(groups) > 1:
            options = [
                Option(each.value or UNSTATED, each.label, len(each.reports)) for each in groups
            ]
            yield Choice(fact.name, fact.title, tuple(_latest_first(options, fact.name)))


def can_choose(reports: Sequence[Document]) -> bool:
    """Tell whether passages can be chosen by what their reports state: few are read as they are."""
    pieces = [report.piece for report in reports]
    return len(pieces) > FEW and any(stated_choices(pieces))


def stated_values(piece: Piece) -> dict[str, str]:
    """Return name of a choice -> what a report states, as addresses have it."""
    return {each.name: each.of(piece) or UNSTATED for each in CHOSEN_BY}


def _latest_first(options: Sequence[Option], name: str) -> Sequence[Option]:
    """Return years from the last to the first; those of other choices as they are."""
    if name != YEAR.name:
        return options
    stated = [each for each in options if each.value != UNSTATED]
    return [*reversed(stated), *(each for each in options if each.value == UNSTATED)]
