"""Runs a command and tells what it and all that descends from it cost: time, processor, memory.

Also counted are processes that work for it but descend from elsewhere: the workers of a cluster.
What was spent is written down as it goes, so that a run taken up again goes on counting.
"""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
EVERY = 1.0  # seconds between two looks
WRITTEN_EVERY = 10
LAST_WORDS = 2_000  # characters that are shown of a command that failed


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock and of processors; MiB of the largest process, and of all at once.

    `workers` are MiB of the largest worker of a cluster.  `runs` tells how often it was begun.
    """

    seconds: float = 0.0
    processor: float = 0.0
    largest: int = 0
    together: int = 0
    workers: int = 0
    runs: int = 1


@dataclass(frozen=True, slots=True)
class Process:
    """A process: its parent, its processor seconds with those of its children that ended."""

    pid: int
    parent: int
    processor: float


def run(command: Sequence[str], cwd: Path, note: Path, others: Sequence[int] = ()) -> Spent:
    """Run a command and return what was spent on it, with what `note` says of runs before.

    `others` are processes whose descendants work for it as well.  SystemExit where it fails.
    """
    before = _read(note)
    log = note.with_suffix(".log")
    start = time.monotonic()
    at_first = _processor(_family(others))
    spent = before
    with log.open("w", encoding="utf-8") as told:
        running = subprocess.Popen(command, cwd=cwd, stdout=told, stderr=subprocess.STDOUT)
        written = 0.0
        while True:
            family = _family([running.pid, *others])
            spent = _more(before, spent, start, _processor(family) - at_first, family, others)
            if time.monotonic() - written > WRITTEN_EVERY:
                note.write_text(json.dumps(asdict(spent)), "utf-8")
                written = time.monotonic()
            pid, status, used = os.wait4(running.pid, os.WNOHANG)
            if pid:
                running.returncode = os.waitstatus_to_exitcode(status)
                break
            time.sleep(EVERY)
    processor = used.ru_utime + used.ru_stime + _processor(_family(others)) - at_first
    spent = replace(
        spent,
        seconds=before.seconds + time.monotonic() - start,
        processor=before.processor + processor,
        largest=max(spent.largest, used.ru_maxrss // 1024),
    )
    if running.returncode:
        raise SystemExit(f"{' '.join(command)}\n{log.read_text('utf-8')[-LAST_WORDS:]}")
    note.write_text(json.dumps(asdict(spent)), "utf-8")
    return spent


def _read(note: Path) -> Spent:
    if not note.is_file():
        return Spent()
    found = Spent(**json.loads(note.read_text("utf-8")))
    return replace(found, runs=found.runs + 1)


def _more(
    before: Spent,
    spent: Spent,
    start: float,
    processor: float,
    family: Sequence[Process],
    others: Sequence[int],
) -> Spent:
    """Return what is spent by now."""
    peaks = {each.pid: _mebibytes(each.pid, "status", "VmHWM") for each in family}
    workers = {each.pid for each in _family(others)}
    return replace(
        spent,
        seconds=before.seconds + time.monotonic() - start,
        processor=before.processor + processor,
        largest=max(spent.largest, *peaks.values()),
        together=max(
            spent.together, sum(_mebibytes(each.pid, "smaps_rollup", "Pss") for each in family)
        ),
        workers=max([spent.workers, *(peaks.get(each, 0) for each in workers)]),
    )


def _family(roots: Sequence[int]) -> list[Process]:
    """Return the processes `roots` that are alive, with all that descend from them."""
    every: dict[int, Process] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text("utf-8").rpartition(") ")[2].split()
        except OSError:
            continue  # just gone
        pid = int(path.parent.name)
        every[pid] = Process(pid, int(fields[1]), sum(map(int, fields[11:15])) / TICK)
    ours = {each for each in roots if each in every}
    while more := {each.pid for each in every.values() if each.parent in ours} - ours:
        ours |= more
    return [every[each] for each in sorted(ours)]


def _processor(family: Sequence[Process]) -> float:
    return sum(each.processor for each in family)


def _mebibytes(pid: int, file: str, field: str) -> int:
    """Return a field of a process's memory; 0 where it is gone."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text("utf-8").splitlines()
    except OSError:
        return 0
    found = (line.split()[1] for line in lines if line.startswith(f"{field}:"))
    return int(next(found, "0")) // 1024


__all__ = ["Spent", "run"]
