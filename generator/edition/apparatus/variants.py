"""Every variant of a collation, in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from generator.edition.apparatus.corrections import (
    label_variants,
    line_variants,
    repeat_variants,
)
from generator.edition.apparatus.grouping import grouped
from generator.edition.apparatus.heading_variants import heading_variants
from generator.edition.apparatus.reasons import habits_of
from generator.edition.apparatus.wording_variants import wording_variant
from generator.edition.comparing import Comparison
from generator.edition.framing import Division
from generator.edition.passages import FRONT
from generator.model import Variant


def variants(
    comparison: Comparison, divisions: Sequence[Division], part_of: dict[int, int]
) -> list[Variant]:
    """Return every variant in reading order; `part_of` gives the part of running text."""
    habits = habits_of(comparison)
    found: list[Variant] = []
    found += heading_variants(comparison, divisions)
    everything = [*(e for e in comparison.running if e.key == FRONT), *comparison.articles]
    for each in everything:
        found += label_variants(comparison, each)
        place = (None, FRONT) if each.key == FRONT else (each.key, None)
        found += [
            wording_variant(comparison, each, group, habits, place)
            for group in grouped(each, comparison)
        ]
        found += line_variants(comparison, each)
        found += repeat_variants(comparison, each)
    for each in comparison.running:
        if each.key < 0:
            part = (None, part_of.get(-each.key, 0))
            found += [
                wording_variant(comparison, each, group, habits, part)
                for group in grouped(each, comparison)
            ]
    order = {id(variant): at for at, variant in enumerate(found)}
    return sorted(found, key=lambda v: (v.article or 0, v.part or 0, v.at, order[id(v)]))
