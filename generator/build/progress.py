"""Words on each step: a progress bar on a terminal, plain lines everywhere."""

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


def watched(title: str, items: Sequence[T]) -> Iterable[T]:
    """Return the items, with a bar while they are worked on where a terminal looks on."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, f"{title:<8}", console=Console(stderr=True), transient=True)


def tracked(title: str, items: Sequence[T]) -> Iterator[T]:
    """Yield the items, with a bar on a terminal, and say at the end how long it took."""
    start = time.monotonic()
    yield from watched(title, items)
    say(f"{title}（{len(items)}），{time.monotonic() - start:.1f} 秒")


def say(line: str) -> None:
    """Write one line on what was done; standard error is left to what went wrong."""
    print(line, flush=True)
