"""Mutation tests: a sample of small changes to the code; does a test of the room notice?

    python scripts/mutants.py                          all rooms, forty mutants each
    python scripts/mutants.py cleaning --seed 7 --count 80
    python scripts/mutants.py linking --only scoring   files whose path holds "scoring"

A mutant is tried in a copy of the checkout, with the tests of its room that run its line
(all of them where the line runs on import), quick ones first, until one fails.
One that hangs counts as noticed.  Exit status 1 where more than 15 % of a room survive, 2
where the tests do not pass to begin with.

On the choice: mutmut 3 wants the code under its own import hook and no subprocesses,
cosmic-ray a database and a run of all tests for each mutant; neither samples.
"""

from __future__ import annotations

import argparse
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from scripts.mutating.operators import Mutant, find_mutants

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = 0.15  # of a room's mutants may survive
MEMORY = 6 << 30  # bytes of address space of a run of tests, for mutants that grow
NO_TESTS = 5  # exit status of pytest


@dataclass(frozen=True, slots=True)
class Room:
    """A folder of generator/ and of tests/, by its present and its former name.

    `without` are words in the names of tests that are too slow to be run for each mutant.
    """

    names: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name under which the room is found."""
        return next(name for name in self.names if (ROOT / "generator" / name).is_dir())


ROOMS = (
    Room(("edition", "collation")),
    Room(("linking",), ("leave_one_report_out",)),
    Room(("outputs/search",)),
    Room(("cleaning",)),
    Room(("duties",)),
)
ON_REQUEST = (Room(("checking",)),)


@dataclass(frozen=True, slots=True)
class Test:
    """What is known of a test: its seconds, and the lines of the room that it runs."""

    seconds: float
    lines: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant of a file, and what became of it: "killed", "timed out" or "survived"."""

    file: str
    mutant: Mutant
    fate: str

    def __str__(self) -> str:
        before, after = (" ".join(s.split()) for s in (self.mutant.before, self.mutant.after))
        return f"{self.file}:{self.mutant.line}  {before[:90]}  ->  {after[:90]}"


class Copy:
    """A copy of the checkout, in which tests run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        listed = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
        names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
        for name in filter(None, names.stdout.split("\0")):
            if (ROOT / name).is_file() or (ROOT / name).is_symlink():  # the theme is a link
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, folder / name, follow_symlinks=False)

    def run(
        self, tests: list[str], task: dict[str, Any], *, within: float | None = None
    ) -> tuple[int | None, str]:
        """Run tests; return the exit status, None after `within` seconds, and what was said."""
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        command += ["-p", "scripts.mutating.watching", "-p", "no:xdist", *tests]
        limit = f"ulimit -v {MEMORY >> 10}; exec"
        process = subprocess.Popen(
            ["sh", "-c", f'{limit} "$@"', "sh", *command, *(["-x"] if within else [])],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": str(self.folder),
                "PYTHONDONTWRITEBYTECODE": "1" if within else "",
                "MUTATING": json.dumps(task),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        try:
            said, _ = process.communicate(timeout=within)
        except subprocess.TimeoutExpired:
            return None, ""
        finally:
            _end(process)
        return process.returncode, said

    @contextmanager
    def mutated(self, file: str, mutant: Mutant) -> Iterator[None]:
        """Have `mutant` in the copy for a while; the time of the file tells it from bytecode."""
        path = self.folder / file
        source, stat = path.read_bytes(), path.stat()
        path.write_bytes(mutant.apply(source))
        os.utime(path, (stat.st_atime, stat.st_mtime + 10))
        try:
            yield
        finally:
            path.write_bytes(source)
            os.utime(path, (stat.st_atime, stat.st_mtime))


def _end(process: subprocess.Popen[str]) -> None:
    """End a run of tests with all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def watch(copy: Copy, room: Room) -> dict[str, Test]:
    """Return the tests of a room, by id; exit where one fails without any mutant."""
    folders = [f"tests/{room.name}"]
    folders += ["-k", "not " + " and not ".join(room.without)] if room.without else []
    report = copy.folder / "watched.json"
    status, said = copy.run(folders, {"report": str(report)})
    if status:
        print(said[-3000:], f"{room.name}: the tests do not pass as they are", sep="\n")
        sys.exit(2)
    seconds = {test: seen["seconds"] for test, seen in json.loads(report.read_text()).items()}
    # traced, a test of time may fail: the lines are what is wanted
    copy.run(folders, {"report": str(report), "trace": [f"generator/{room.name}"]})
    return {
        test: Test(
            seconds[test],
            frozenset((str(Path(f).relative_to(copy.folder)), line) for f, line in seen["lines"]),
        )
        for test, seen in json.loads(report.read_text()).items()
    }


def covering(file: str, mutant: Mutant, tests: dict[str, Test]) -> list[str]:
    """Return the tests that can notice a mutant: those that run its file first, quick ones first.

    All can where the line runs on import only.
    """
    wanted = {(file, line) for line in range(mutant.lines[0], mutant.lines[1] + 1)}
    found = [test for test, known in tests.items() if known.lines & wanted]

    def place(test: str) -> tuple[bool, float, str]:
        is_elsewhere = all(name != file for name, _ in tests[test].lines)
        return is_elsewhere, tests[test].seconds, test

    return sorted(found or tests, key=place)


def try_mutant(copy: Copy, file: str, mutant: Mutant, tests: dict[str, Test]) -> Trial:
    """Return what becomes of a mutant."""
    chosen = covering(file, mutant, tests)
    files = sorted({test.partition("::")[0] for test in chosen})
    within = 20 + 5 * sum(tests[test].seconds for test in chosen)
    with copy.mutated(file, mutant):
        status, said = copy.run(files, {"only": chosen}, within=within)
    if status == NO_TESTS:
        raise RuntimeError(f"no tests ran for {file}:{mutant.line}\n{said}")
    fate = "timed out" if status is None else "killed" if status else "survived"
    return Trial(file, mutant, fate)


def try_room(room: Room, options: argparse.Namespace, folder: Path) -> list[Trial]:
    """Try a sample of a room's mutants; print those that survive, as they come."""
    every = [
        (str(path.relative_to(ROOT)), mutant)
        for path in sorted((ROOT / "generator" / room.name).rglob("*.py"))
        if options.only in str(path)
        for mutant in find_mutants(path.read_bytes())
    ]
    sample = random.Random(options.seed).sample(every, min(options.count, len(every)))
    copies: queue.SimpleQueue[Copy] = queue.SimpleQueue()
    tests = watch(first := Copy(Path(tempfile.mkdtemp(dir=folder))), room)
    copies.put(first)
    for _ in range(1, options.jobs):
        copies.put(Copy(Path(tempfile.mkdtemp(dir=folder))))

    def attempt(drawn: tuple[str, Mutant]) -> Trial:
        copy = copies.get()
        try:
            trial = try_mutant(copy, *drawn, tests)
        finally:
            copies.put(copy)
        if trial.fate == "survived" or options.verbose:
            print(f"{trial.fate:10}{trial}", flush=True)
        return trial

    with ThreadPoolExecutor(options.jobs) as pool:
        return list(pool.map(attempt, sample))


def main() -> int:
    """Run the command line; return its exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    known = {name: room for room in (*ROOMS, *ON_REQUEST) for name in room.names}
    parser.add_argument("rooms", nargs="*", metavar="ROOM", help=f"of {', '.join(known)}")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40, help="mutants of each room (40)")
    parser.add_argument("--only", default="", help="only files whose path holds this")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="print those that are killed, too")
    options = parser.parse_args()
    rooms = [known[name] for name in options.rooms] or [*ROOMS]
    table = []
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        for room in rooms:
            trials = try_room(room, options, Path(folder))
            fates = [trial.fate for trial in trials]
            killed, late, alive = (fates.count(f) for f in ("killed", "timed out", "survived"))
            table.append((room.name, len(fates), killed, late, alive, alive / max(1, len(fates))))
    print(f"\n{'room':16} mutants  killed  timed out  survivors   (seed {options.seed})")
    for name, count, killed, late, alive, share in table:
        print(f"{name:16} {count:7} {killed:7} {late:10} {alive:5} {share:6.1%}")
    return int(any(row[-1] > ALLOWED for row in table))


if __name__ == "__main__":
    sys.exit(main())
