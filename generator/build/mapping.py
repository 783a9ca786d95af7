"""One function for many items, in forked processes that share what all items need.

A forked process sees the items and what is `shared` as they stand; only the numbers of chunks
go to it, and only results come back.  They are yielded in the order of the items, the same
whatever the number of processes.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import NamedTuple, Protocol, TypeVar

from generator.build.forking import can_fork

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")

CHUNKS = 16  # for each process at least: no one is left with much when the others end
LARGEST = 32  # items of a chunk at most
AHEAD = 2  # chunks that a process has been given: it never waits for the next


class Mapper(Protocol):
    """Applies one function to many items."""

    def __call__(
        self,
        function: Callable[[Item, Shared], Result],
        items: Sequence[Item],
        shared: Shared,
    ) -> Iterator[Result]:
        """Yield `function(item, shared)` for each item, in order.

        `function` is pure, and what it returns can be pickled.
        """
        ...


def no_map(
    function: Callable[[Item, Shared], Result], items: Sequence[Item], shared: Shared
) -> Iterator[Result]:
    """Yield `function(item, shared)` for each item, here and one after the other."""
    return (function(item, shared) for item in items)


def map_over(jobs: int) -> Mapper:
    """Return the mapper that works in `jobs` processes; with one, in this one."""
    return no_map if jobs < 2 else partial(map_shared, jobs=jobs)


def map_shared(
    function: Callable[[Item, Shared], Result], items: Sequence[Item], shared: Shared, jobs: int
) -> Iterator[Result]:
    """Yield `function(item, shared)` for each item, in order, worked out in `jobs` processes.

    What the function raises for an item is raised here in its place, its traceback a note to
    it; RuntimeError where that can't be pickled or a process died.  An iterator that is given
    up ends its processes.
    """
    size = max(1, min(LARGEST, len(items) // (CHUNKS * jobs)))
    chunks = [items[at : at + size] for at in range(0, len(items), size)]
    if jobs < 2 or len(chunks) < 2 or not can_fork():
        yield from no_map(function, items, shared)
        return
    workers: dict[Connection, BaseProcess] = {}
    try:
        for _ in range(min(jobs, len(chunks))):
            _begin(partial(_of_chunk, function, chunks, shared), workers)
        for answer in _in_order(workers, len(chunks)):
            yield from pickle.loads(answer.results)
            if answer.failure is not None:
                raise answer.failure
    finally:
        for end, process in workers.items():
            end.close()
            process.terminate()
            process.join()


class _Answer(NamedTuple):
    """What a chunk came to: the results, pickled, up to an item that failed, and how it failed."""

    results: bytes
    failure: Exception | None


def _begin(work: Callable[[int], _Answer], workers: dict[Connection, BaseProcess]) -> None:
    """Start one more of the `workers`; it answers each number that is sent to it."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(work, there, (*workers, here)))
    process.start()
    there.close()
    workers[here] = process


def _serve(
    work: Callable[[int], _Answer], end: Connection, not_ours: tuple[Connection, ...]
) -> None:
    """Answer numbers until nobody asks any more."""
    for each in not_ours:  # or the other end would never be seen to close
        each.close()
    gc.freeze()  # what stands is not looked through again, which would copy it into this process
    with suppress(EOFError, ConnectionError, KeyboardInterrupt):  # who asked has gone
        while True:
            number = end.recv()
            end.send((number, work(number)))


def _of_chunk(
    function: Callable[[Item, Shared], Result],
    chunks: Sequence[Sequence[Item]],
    shared: Shared,
    number: int,
) -> _Answer:
    made: list[Result] = []
    failure = None
    try:
        made.extend(function(item, shared) for item in chunks[number])
    except Exception as error:
        failure = _portable(error)
    try:
        return _Answer(pickle.dumps(made, pickle.HIGHEST_PROTOCOL), failure)
    except Exception:  # whatever keeps a result from being sent
        return _Answer(pickle.dumps([]), RuntimeError(traceback.format_exc()))


def _portable(error: Exception) -> Exception:
    """Return an error as it can be sent, with its traceback as a note."""
    error.add_note(traceback.format_exc())
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # whatever keeps it from being sent
        return RuntimeError(traceback.format_exc())
    return error


def _in_order(workers: dict[Connection, BaseProcess], count: int) -> Iterator[_Answer]:
    """Yield the answers to 0..count-1; every worker always has its next numbers."""
    numbers = iter(range(count))
    known: dict[int, _Answer] = {}
    for end, number in zip(list(workers) * AHEAD, numbers, strict=False):
        _ask(end, number)
    for wanted in range(count):
        while wanted not in known:
            for ready in wait(list(workers)):
                assert isinstance(ready, Connection)
                number, answer = _received(ready, workers[ready])
                known[number] = answer
                if (following := next(numbers, None)) is not None:
                    _ask(ready, following)
        yield known.pop(wanted)


def _received(end: Connection, process: BaseProcess) -> tuple[int, _Answer]:
    try:
        number, answer = end.recv()
    except (EOFError, ConnectionError) as error:
        process.join()
        raise RuntimeError(f"a process of a map ended with {process.exitcode}") from error
    return number, answer


def _ask(end: Connection, number: int) -> None:
    """Send a number; that a worker has died is seen where its answer is missing."""
    with suppress(ConnectionError):
        end.send(number)
