"""A run of text on the single page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `id` where it is a sentence and so can be pointed at.

    `items` are the 项 that run on in it: where in the text each begins, and its id.
    """

    text: str
    id: str = ""
    heading: bool = False
    items: tuple[tuple[int, str], ...] = ()

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """The text cut where an item begins: the item's id, empty for the first, and words."""
        starts = [(0, ""), *self.items]
        ends = [start for start, _ in starts[1:]]
        return tuple(
            (identifier, self.text[start:end])
            for (start, identifier), end in zip(starts, [*ends, len(self.text)], strict=True)
        )
