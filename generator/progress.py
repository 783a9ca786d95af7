"""Words on each step: a progress bar on a terminal, plain lines elsewhere (standard error)."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Track(Protocol):
    """Passes a sequence on item by item and tells a person how far it is."""

    def __call__(self, title: str, items: Sequence[T]) -> Iterable[T]:
        """Return the items as they stand."""
        ...


def untracked(title: str, items: Sequence[T]) -> Iterable[T]:
    """Return the items; tells nobody."""
    return items


def tracked(title: str, items: Sequence[T]) -> Iterator[T]:
    """Yield the items, with a bar on a terminal and one line at the end elsewhere."""
    start = time.monotonic()
    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import track

        yield from track(items, f"{title:<8}", console=Console(stderr=True), transient=True)
    else:
        yield from items
    say(f"{title}（{len(items)}），{time.monotonic() - start:.1f} 秒")


def say(line: str) -> None:
    """Write one line to standard error."""
    print(line, file=sys.stderr, flush=True)
