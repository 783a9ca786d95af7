"""Running work side by side where it does not need one another, each in a forked process.

Where processes can't be forked, work is done when it is begun.

A forked process sees all that is loaded without its being copied or sent.  It sends back how
it ended, what it returned, and which entries of the memo it used.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar, cast

from generator.build.forking import can_fork
from generator.build.memo import DiskMemo
from generator.build.progress import say
from generator.errors import ContentError, system_error

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Task:
    """Work with a name and a title for people; it begins when those named in `after` are done."""

    name: str
    title: str
    work: Callable[[], None]
    after: tuple[str, ...] = ()


class Begun(Generic[T]):
    """Work that goes on in a process of its own; `title` names it should it fail.

    With `grouped`, `stop` ends the processes that the work has begun, too, at once.
    """

    def __init__(
        self, title: str, work: Callable[[], T], memo: DiskMemo, *, grouped: bool = False
    ) -> None:
        self.title = title
        self._memo = memo
        self._grouped = grouped
        self._process: BaseProcess | None = None
        if not can_fork():
            self.ear, self._mouth = multiprocessing.Pipe(duplex=False)
            self._ended = _ended(work, memo)
            self._mouth.send(None)  # it is done
            return
        context = multiprocessing.get_context("fork")
        self.ear, mouth = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(work, memo, mouth, grouped))
        self._process.start()
        mouth.close()
        if grouped:
            with suppress(OSError):  # it has come first
                os.setpgid(cast(int, self._process.pid), 0)

    def is_done(self) -> bool:
        """Tell whether `result` would answer at once."""
        return self.ear.poll()

    def result(self) -> T:
        """Wait for the end and return what the work returned.

        Its ContentError is raised again; any other failure as a RuntimeError that holds the
        traceback.
        """
        end, said, used = self._end()
        if end == "content":
            raise ContentError.from_line(said)
        if end == "bug":
            raise RuntimeError(said)
        self._memo.note_used(used)
        made: T = said
        return made

    def _end(self) -> tuple[str, Any, frozenset[str]]:
        if self._process is None:
            return self._ended
        try:
            found: tuple[str, Any, frozenset[str]] = self.ear.recv()
        except EOFError:
            self._process.join()
            said = f"{self.title}: the process ended with {self._process.exitcode}"
            return "bug", said, frozenset()
        self._process.join()
        return found

    def stop(self) -> None:
        """End the process, whatever it is at."""
        if self._process is None:
            return
        if self._grouped:
            with suppress(ProcessLookupError):
                os.killpg(cast(int, self._process.pid), signal.SIGKILL)
        else:
            self._process.terminate()
        self._process.join()


def run_all(tasks: Sequence[Task], memo: DiskMemo, jobs: int, done: Callable[[str], None]) -> None:
    """Run all tasks, at most `jobs` at a time, with a word on each.

    `tasks` stand in an order that would do for one at a time; names in `after` that stand for
    no task count as done.  `done` is called here with the name of each one that has ended.
    The first failure is raised again here (see `Begun.result`) and stops the others.
    """
    if jobs < 2 or len(tasks) < 2:
        for task in tasks:
            start = time.monotonic()
            task.work()
            done(task.name)
            _tell(task.title, start)
        return
    waiting = list(tasks)
    running: dict[Connection, tuple[Task, Begun[None], float]] = {}
    try:
        while waiting or running:
            undone = {task.name for task in (*waiting, *(task for task, _, _ in running.values()))}
            free = (task for task in waiting if undone.isdisjoint(task.after))
            for task in list(islice(free, jobs - len(running))):
                waiting.remove(task)
                begun = Begun(task.title, task.work, memo)
                running[begun.ear] = (task, begun, time.monotonic())
            for ready in wait(list(running)):
                assert isinstance(ready, Connection)
                task, begun, start = running.pop(ready)
                begun.result()
                done(task.name)
                _tell(task.title, start)
    finally:
        for _, begun, _ in running.values():
            begun.stop()


def _work(
    work: Callable[[], object], memo: DiskMemo, mouth: Connection, grouped: bool = False
) -> None:
    if grouped:
        with suppress(OSError):  # the parent has come first
            os.setpgid(0, 0)
    gc.freeze()  # what stands is not looked through again, which would copy it into this process
    mouth.send(_ended(work, memo))


def _ended(work: Callable[[], object], memo: DiskMemo) -> tuple[str, Any, frozenset[str]]:
    """Do the work; returns how it ended, what it made or said, and what it used of the memo."""
    try:
        made = work()
    except ContentError as error:
        return "content", str(error), frozenset()
    except BaseException as error:
        if trouble := system_error(error):
            return "content", str(trouble), frozenset()
        return "bug", traceback.format_exc(), frozenset()
    return "done", made, memo.used


def _tell(title: str, start: float) -> None:
    say(f"{title}，{time.monotonic() - start:.1f} 秒")
