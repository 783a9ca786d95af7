"""Variants (异文): the readings side by side, what differs marked, and why one was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel, Levenshtein

from generator.model import Reading, Variant
from generator.outputs.site.views.marking import Mark, Run, runs
from generator.text.nomenclature import VARIANT_KINDS

CONTEXT = 5  # characters of the edition shown on either side of a chosen reading
LONG = 2000  # characters above which the time of the finer comparison, their square, is too much
SIMILAR = 0.5  # below it the readings are different texts, and single characters say nothing


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A witness's reading; marked runs are what differs from the chosen one."""

    witness: str
    runs: tuple[Run[bool], ...]
    chosen: bool


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant: kind, readings side by side, the chosen first, and why it was chosen.

    `lead` and `tail` are the words of the edition round it; `ground` is the reason without
    what the readings themselves show.
    """

    id: str
    kind: str
    sort: str
    readings: tuple[ReadingView, ...]
    reason: str
    ground: str
    lead: str = ""
    tail: str = ""


def variant_view(number: int, variant: Variant, text: str = "") -> VariantView:
    """Return variant `number` of its apparatus; `text` is what its `at` counts in, for context."""
    others = [each for each in variant.readings if each.witness != variant.chosen.witness]
    first = ReadingView(variant.chosen.witness, _differing(variant.chosen, others[:1]), chosen=True)
    here = text[variant.at : variant.at_end] == variant.chosen.text and variant.kind != "heading"
    return VariantView(
        f"variant-{number}",
        VARIANT_KINDS[variant.kind],
        variant.kind,
        (
            first,
            *(
                ReadingView(each.witness, _differing(each, [variant.chosen]), chosen=False)
                for each in others
            ),
        ),
        variant.reason,
        ground_of(variant),
        text[max(0, variant.at - CONTEXT) : variant.at].rpartition("\n")[2] if here else "",
        text[variant.at_end : variant.at_end + CONTEXT].partition("\n")[0] if here else "",
    )


def ground_of(variant: Variant) -> str:
    """Return the reason without its first clause where that only tells the readings over."""
    chosen = variant.chosen.text
    for each in variant.readings:
        told = (f"“{chosen}”作“{each.text}”，", f"无“{chosen}”，", f"多“{each.text}”，")
        for clause in told:
            if variant.reason.startswith(each.witness + clause):
                return variant.reason[len(each.witness + clause) :]
    return variant.reason


def _differing(reading: Reading, against: Sequence[Reading]) -> tuple[Run[bool], ...]:
    """Return `reading` with the characters marked that the reading it is set against lacks."""
    if not against:
        return runs(reading.text, 0, len(reading.text), ())
    return differing(reading.text, against[0].text)


def differing(text: str, other: str) -> tuple[Run[bool], ...]:
    """Return `text` with the characters marked that `other` has not in their place."""
    marks = [Mark(0, len(text), True)]
    if Indel.normalized_similarity(text, other) >= SIMILAR:  # the matcher's ratio is never above
        if max(len(text), len(other)) > LONG:
            edits = Levenshtein.opcodes(text, other)
            marks = [Mark(e.src_start, e.src_end, True) for e in edits if e.tag != "equal"]
        else:
            matcher = SequenceMatcher(None, text, other, autojunk=False)
            if matcher.ratio() >= SIMILAR:
                found = matcher.get_opcodes()
                marks = [Mark(a, b, True) for tag, a, b, _, _ in found if tag != "equal"]
    return runs(text, 0, len(text), marks)
