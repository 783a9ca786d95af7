"""Tries the stages with random inputs: no uncaught error, no lost character, nothing slow.

    python scripts/fuzz.py [--count 100000] [--seed 1] [--only clean] [--jobs 2]
    python scripts/fuzz.py --again clean 1-4711        one input once more, with its traceback

Each input is known by its target and seed, so that a fault can be looked at again.  Inputs are
tried in processes of their own; one that says nothing for LONGEST seconds is stopped, and its
input counts as hanging.  Exit status 1 where there was a fault.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import time
import traceback
from collections import Counter
from multiprocessing.connection import Connection, wait
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.fuzzing.targets import TARGETS, try_one

LONGEST = 10  # seconds for one input; all are below 200 KB
BATCH = 200
Input = tuple[str, str]


def main() -> int:
    """Run, and print the faults, each kind once, and how many inputs were tried."""
    options = _options()
    if options.again:
        try_one(*options.again)
        print("no fault")
        return 0
    inputs = _inputs(options.seed, options.count, options.only)
    faults = run(inputs, options.jobs)
    kinds = Counter(fault.rpartition(" @ ")[0] for fault in faults)
    for fault in sorted({each.rpartition(" @ ")[0]: each for each in faults}.values()):
        print(f"{kinds[fault.rpartition(' @ ')[0]]} x {fault}")
    print(f"{len(inputs)} inputs, {len(faults)} faults of {len(kinds)} kinds")
    return 1 if faults else 0


def run(inputs: list[Input], jobs: int = 1) -> list[str]:
    """Try all inputs in `jobs` processes; return a line for every fault: what @ target seed."""
    context = multiprocessing.get_context("fork")
    batches = [inputs[at : at + BATCH] for at in range(0, len(inputs), BATCH)]
    faults: list[str] = []
    running: dict[Connection, _Worker] = {}
    while batches or running:
        while batches and len(running) < jobs:
            worker = _Worker(context, batches.pop())
            running[worker.ear] = worker
        ready = wait(list(running), timeout=1)
        for ear in ready:
            assert isinstance(ear, Connection)
            if (rest := running[ear].listen(faults)) is not None:
                running.pop(ear)
                if rest:
                    batches.append(rest)
        for ear, worker in list(running.items()):
            if (rest := worker.stop_when_late(faults)) is not None:
                running.pop(ear)
                if rest:
                    batches.append(rest)
    return faults


class _Worker:
    """A process that tries a batch of inputs and says of each that it begins and how it ended."""

    def __init__(self, context: multiprocessing.context.ForkContext, batch: list[Input]) -> None:
        self.ear, mouth = context.Pipe(duplex=False)
        self._batch = batch
        self._at = 0
        self._since = time.monotonic()
        self._process = context.Process(target=_work, args=(batch, mouth), daemon=True)
        self._process.start()
        mouth.close()

    def listen(self, faults: list[str]) -> list[Input] | None:
        """Take one message; return the inputs that are left when the process has ended."""
        try:
            at, fault = self.ear.recv()
        except EOFError:
            self._process.join()
            if self._at < len(self._batch):
                name, seed = self._batch[self._at]
                faults.append(f"{name}: the process died @ {name} {seed}")
            return self._batch[self._at + 1 :]
        self._since = time.monotonic()
        self._at = at + 1
        if fault:
            name, seed = self._batch[at]
            faults.append(f"{fault} @ {name} {seed}")
        return None

    def stop_when_late(self, faults: list[str]) -> list[Input] | None:
        """Stop a process that has been at one input for too long; return what is left."""
        if time.monotonic() - self._since < LONGEST or self._at >= len(self._batch):
            return None
        self._process.kill()
        self._process.join()
        name, seed = self._batch[self._at]
        faults.append(f"{name}: over {LONGEST} seconds @ {name} {seed}")
        return self._batch[self._at + 1 :]


def _work(batch: list[Input], mouth: Connection) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what libraries say of damaged files
    for at, (name, seed) in enumerate(batch):
        mouth.send((at, _fault(name, seed)))


def _fault(name: str, seed: str) -> str:
    """Return what went wrong with one input, and where; empty where nothing did."""
    try:
        try_one(name, seed)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        return f"{name}: {type(error).__name__} {str(error)[:80]!r} at {place}"
    return ""


def _inputs(seed: int, count: int, only: str | None) -> list[Input]:
    """Return `count` inputs, the targets in their proportions, in a random order."""
    names = [only] if only else [name for name, (_, share) in TARGETS.items() for _ in range(share)]
    chosen = [(names[at % len(names)], f"{seed}-{at}") for at in range(count)]
    random.Random(seed).shuffle(chosen)
    return chosen


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=sorted(TARGETS))
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--again", nargs=2, metavar=("TARGET", "SEED"))
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
