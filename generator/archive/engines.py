"""One seam for work on many items: a map with shared read-only data, by processes of this machine.

    for ended in engine.map(function, items, shared):
        ...

`function(item, shared)` stands at the top of its module; what it takes and returns is plain data or
dataclasses of ours.  `shared` goes to each worker once.  Results come as they end, so that the
caller reduces them one by one, writes them down, or tells a person how far it is.
An item that fails does not stop the others: its end says why in one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from generator.build.memo import DiskMemo
from generator.build.parallel import Begun
from generator.errors import ContentError

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Made = TypeVar("Made")

TRIES = 2  # of an item whose process died: it may have been killed for want of memory elsewhere
NO_MEMO = DiskMemo(Path("/nonexistent"))  # what a process used of a memo is not told here


@dataclass(frozen=True, slots=True)
class Ended(Generic[Made]):
    """How the item with that number ended: what was made of it, or None and the reason."""

    number: int
    made: Made | None
    reason: str = ""


class Engine(Protocol):
    """Does the same work on many items."""

    def map(
        self, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
    ) -> Iterator[Ended[Made]]:
        """Yield how each item ended, as they end."""
        ...

    def close(self) -> None:
        """Let go of the workers."""
        ...


class LocalEngine:
    """Forked processes of this machine, `jobs` at a time: what is loaded is theirs already."""

    def __init__(self, jobs: int) -> None:
        self._jobs = max(1, jobs)

    def map(
        self, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
    ) -> Iterator[Ended[Made]]:
        """Yield how each item ended; one whose process died is tried once more."""
        waiting = [(number, TRIES) for number in range(len(items))]
        running: dict[Connection, tuple[int, int, Begun[Made]]] = {}
        try:
            while waiting or running:
                while waiting and len(running) < self._jobs:
                    number, tries = waiting.pop(0)
                    begun = Begun(str(number), partial(function, items[number], shared), NO_MEMO)
                    running[begun.ear] = number, tries - 1, begun
                for ready in wait(list(running)):
                    assert isinstance(ready, Connection)
                    number, tries, begun = running.pop(ready)
                    try:
                        yield Ended(number, begun.result())
                    except (ContentError, RuntimeError) as error:
                        if tries and has_died(error):
                            waiting.append((number, tries))
                        else:
                            yield Ended(number, None, in_one_line(error))
        finally:
            for _, _, begun in running.values():
                begun.stop()

    def close(self) -> None:
        """Do nothing: processes end with their items."""


def has_died(error: Exception) -> bool:
    """Tell whether a process ended without a word, rather than by an error."""
    return isinstance(error, RuntimeError) and "the process ended with" in str(error)


def in_one_line(error: Exception) -> str:
    """Return what went wrong, the last line of a traceback where it is one."""
    lines = [line for line in str(error).splitlines() if line.strip()]
    return lines[-1].strip() if lines else type(error).__name__
