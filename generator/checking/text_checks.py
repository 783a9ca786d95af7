"""All that is looked for in one text, whatever the other texts are: remembered text by text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.checking.checking import check_piece
from generator.checking.cited_articles import Citable, check_citations, citable
from generator.checking.quotations import Quotable, check_quotations, quotable
from generator.linking import Chains, chains_of, editions_at, every_choice
from generator.model import CleanedSource, Document, Edition, Finding

TextKind = Literal["report", "reprint", "law"]


class CheckedText(NamedTuple):
    """A text, what it is, and the source that it was cut from."""

    document: Document
    kind: TextKind
    cleaned: CleanedSource


@dataclass(frozen=True, slots=True)
class TextFindings:
    """What was found in a text by itself, of its citations and of its quotations."""

    own: tuple[Finding, ...]
    citations: tuple[Finding, ...] = ()
    quotations: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Bases:
    """What texts are held against."""

    chains: Chains
    citable: Citable
    quotables: Mapping[tuple[str, ...], Quotable]

    def quotable_at(self, date: str) -> Quotable:
        """Return what could be quoted at a date: the versions then in force."""
        return self.quotables[_names(editions_at(self.chains, date))]


def bases_of(editions: Sequence[Edition], earlier: Sequence[Edition] = ()) -> Bases:
    """Return what the bases with these editions are to those who cite and quote them."""
    chains = chains_of(editions, earlier)
    return Bases(
        chains,
        citable(chains),
        {_names(chosen): quotable(chosen) for chosen in every_choice(chains)},
    )


def _names(editions: Sequence[Edition]) -> tuple[str, ...]:
    return tuple(each.base.id for each in editions)


def check_text(item: CheckedText, bases: Bases) -> TextFindings:
    """Return the findings of one text; only of a report what it cites and quotes."""
    document, kind, cleaned = item
    own = check_piece(document, cleaned, law=kind == "law")
    if kind != "report":
        return TextFindings(own)
    return TextFindings(
        own,
        tuple(check_citations(document, bases.citable, cleaned)),
        check_quotations(document, bases.quotable_at(document.piece.date), cleaned),
    )
