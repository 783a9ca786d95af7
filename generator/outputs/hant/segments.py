"""Converts many short texts in few long runs, each different text once."""

from __future__ import annotations

from collections.abc import Iterable

from generator.text.traditional import Converter

SEPARATOR = "\x1f"  # HTML can't hold it, and no word stands across it
REMEMBERED = 50_000  # texts; beyond that the memory starts anew


class SegmentConverter:
    """Converts segments; those that every page repeats are converted once."""

    def __init__(self, converter: Converter) -> None:
        self._converter = converter
        self._known: dict[str, str] = {}

    def convert(self, segments: Iterable[str]) -> dict[str, str]:
        """Return the traditional form of each of `segments`, each of its own length."""
        wanted = dict.fromkeys(segments)
        new = [each for each in wanted if each not in self._known]
        if len(self._known) + len(new) > REMEMBERED:
            self._known = {}
            new = list(wanted)
        clean = (each.replace(SEPARATOR, " ") for each in new)
        text = self._converter.to_traditional(SEPARATOR.join(clean))
        converted = text.split(SEPARATOR)
        self._known.update(zip(new, converted, strict=True) if new else ())
        return {each: self._known[each] for each in wanted}
