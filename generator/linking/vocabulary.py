"""Which terms of a library a report has words of: its links depend on no others.

So a term that is added or changed lets all links stand but those of reports that hold one of its
wordings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.linking.forms import FormStarts, FormTable, every_form, form_starts, form_table
from generator.linking.letter_rows import BREAK, letter_row
from generator.linking.term_shares import forms_of
from generator.model import Document, Term
from generator.text.folding import fold_spans
from generator.text.simplified import simplified


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The wordings of terms, each with the places of its terms among them."""

    forms: FormTable[tuple[int, ...]]
    starts: FormStarts


def vocabulary_of(terms: Sequence[Term]) -> Vocabulary:
    """Return the wordings of `terms`: names, aliases, related wordings and hints."""
    owners: dict[str, tuple[int, ...]] = {}
    for number, term in enumerate(terms):
        for form in forms_of((term.name, *term.aliases, *term.related, *term.hints)):
            owners[form] = (*owners.get(form, ()), number)
    forms = form_table(owners)
    return Vocabulary(forms, form_starts((forms,)))


def terms_in(report: Document, known: Vocabulary) -> tuple[int, ...]:
    """Return the places of the terms of which a wording stands in a sentence of `report`."""
    spans = [(each.start, each.end) for each in report.sentences]
    folded = fold_spans(report.piece.text, spans)
    row = letter_row([simplified(BREAK.join(each.letters for each in folded))])
    places = known.starts.bits(row).nonzero()[0].tolist()
    found = {at for _, _, terms in every_form(row.letters, known.forms, places) for at in terms}
    return tuple(sorted(found))
