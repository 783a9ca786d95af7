"""Running tasks side by side where they do not need one another, each in a forked process.

A forked process sees the library without its being copied or sent; what it makes are files.
It sends back only how it ended and which entries of the memo it used.
"""

from __future__ import annotations

import multiprocessing
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from generator.errors import ContentError
from generator.memo import DiskMemo
from generator.progress import say


@dataclass(frozen=True, slots=True)
class Task:
    """Work with a name and a title for people; it begins when those named in `after` are done."""

    name: str
    title: str
    work: Callable[[], None]
    after: tuple[str, ...] = ()


def run_all(tasks: Sequence[Task], memo: DiskMemo, jobs: int, done: Callable[[str], None]) -> None:
    """Run all tasks, at most `jobs` at a time, with a word on each.

    `tasks` stand in an order that would do for one at a time; names in `after` that stand for
    no task count as done.  `done` is called here with the name of each one that has ended.
    The first ContentError is raised again here; any other failure as a RuntimeError that
    holds the traceback.  Either stops the others.
    """
    if jobs < 2 or len(tasks) < 2:
        for task in tasks:
            start = time.monotonic()
            task.work()
            done(task.name)
            _tell(task.title, start)
        return
    waiting = list(tasks)
    running: dict[Connection, tuple[Task, BaseProcess, float]] = {}
    try:
        while waiting or running:
            undone = {task.name for task in (*waiting, *(task for task, _, _ in running.values()))}
            free = (task for task in waiting if undone.isdisjoint(task.after))
            for task in list(islice(free, jobs - len(running))):
                waiting.remove(task)
                process, ear = _start(task.work, memo)
                running[ear] = (task, process, time.monotonic())
            for ready in wait(list(running)):
                assert isinstance(ready, Connection)
                task, process, start = running.pop(ready)
                _finish(task.title, process, ready, memo)
                done(task.name)
                _tell(task.title, start)
    finally:
        for _, process, _ in running.values():
            process.terminate()
            process.join()


def _start(task: Callable[[], None], memo: DiskMemo) -> tuple[BaseProcess, Connection]:
    context = multiprocessing.get_context("fork")
    ear, mouth = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(task, memo, mouth), daemon=True)
    process.start()
    mouth.close()
    return process, ear


def _work(task: Callable[[], None], memo: DiskMemo, mouth: Connection) -> None:
    try:
        task()
    except ContentError as error:
        mouth.send(("content", str(error)))
    except BaseException:
        mouth.send(("bug", traceback.format_exc()))
    else:
        mouth.send(("done", memo.used))


def _finish(title: str, process: BaseProcess, ear: Connection, memo: DiskMemo) -> None:
    try:
        end, said = ear.recv()
    except EOFError:
        process.join()
        end, said = "bug", f"{title}: the process ended with {process.exitcode}"
    process.join()
    if end == "content":
        raise ContentError.from_line(said)
    if end == "bug":
        raise RuntimeError(said)
    memo.note_used(said)


def _tell(title: str, start: float) -> None:
    say(f"{title}，{time.monotonic() - start:.1f} 秒")
