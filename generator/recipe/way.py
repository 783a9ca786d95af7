"""How the recipe goes about its work: what is known, who is told, how it is spread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.build.mapping import Mapper
from generator.build.memo import Memo
from generator.build.progress import Track
from generator.model import Piece

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Way:
    """How the recipe goes about its work: what is known, who is told, how it is spread.

    `key` returns the digest of a piece.
    """

    memo: Memo
    track: Track
    mapped: Mapper
    key: Callable[[Piece], str]

    def each(
        self,
        title: str,
        function: Callable[[Item, Shared], Result],
        items: Sequence[Item],
        keys: Sequence[str],
        shared: Callable[[], Shared],
    ) -> Iterator[Result]:
        """Yield `function(item, shared())` for each item, unless it is known."""
        results = self.memo.each(function, items, keys, shared, self.mapped)
        for _, result in zip(self.track(title, items), results, strict=True):
            yield result
