"""Variants (异文): the readings side by side, what differs marked, and why one was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model import Reading, Variant
from generator.outputs.site.views import words
from generator.outputs.site.views.marking import Mark, Run, runs

SIMILAR = 0.5  # below it the readings are different texts, and single characters say nothing


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A witness's reading; marked runs are what differs from the chosen one."""

    witness: str
    runs: tuple[Run[bool], ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant: kind, readings side by side, why one was chosen."""

    id: str
    kind: str
    readings: tuple[ReadingView, ...]
    reason: str


def variant_view(number: int, variant: Variant) -> VariantView:
    """Return variant `number` of its apparatus, the chosen reading first."""
    others = [each for each in variant.readings if each.witness != variant.chosen.witness]
    first = ReadingView(variant.chosen.witness, _differing(variant.chosen, others[:1]), chosen=True)
    return VariantView(
        f"variant-{number}",
        words.VARIANT_KINDS[variant.kind],
        (
            first,
            *(
                ReadingView(each.witness, _differing(each, [variant.chosen]), chosen=False)
                for each in others
            ),
        ),
        variant.reason,
    )


def _differing(reading: Reading, against: Sequence[Reading]) -> tuple[Run[bool], ...]:
    """Return `reading` with the characters marked that the reading it is set against lacks."""
    text = reading.text
    if not against:
        return runs(text, 0, len(text), ())
    matcher = SequenceMatcher(None, text, against[0].text, autojunk=False)
    if matcher.ratio() < SIMILAR:
        return runs(text, 0, len(text), [Mark(0, len(text), True)])
    marks = [Mark(a, b, True) for tag, a, b, _, _ in matcher.get_opcodes() if tag != "equal"]
    return runs(text, 0, len(text), marks)
