"""A Dask scheduler and workers of one thread on this machine; one of them can be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MEMORY = "3GiB"  # from which on a worker is ended: twice the budget
QUIET = {  # as docs/scale.md has it: what looks around 50 times a second costs 6 % of a core
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "1s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "2s",
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
}
PATIENCE = 3600.0  # seconds until a volume must stand


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where it is reached, and the processes that work for it."""

    address: str
    scheduler: int
    workers: tuple[int, ...]


@contextmanager
def local_cluster(root: Path, log: Path, port: int, workers: int) -> Iterator[Cluster]:
    """Keep a scheduler and `workers` workers, which run the code at `root`."""
    dask = str(Path(sys.executable).parent / "dask")
    address = f"tcp://127.0.0.1:{port}"
    environment = {**os.environ, **QUIET, "PYTHONPATH": str(root)}
    worker = [dask, "worker", address, "--nthreads", "1", "--no-dashboard"]
    worker += ["--memory-limit", MEMORY, "--local-directory", str(log.parent)]
    scheduler = [dask, "scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    with log.open("w", encoding="utf-8") as told:
        processes = [
            subprocess.Popen(each, env=environment, stdout=told, stderr=told)
            for each in (scheduler, *(worker,) * workers)
        ]
        try:
            first, *others = (each.pid for each in processes)
            yield Cluster(address, first, tuple(others))
        finally:
            for process in reversed(processes):
                process.send_signal(signal.SIGINT)
            for process in reversed(processes):
                process.wait()


def kill_one(workers: Sequence[int], is_time: Callable[[], bool]) -> threading.Thread:
    """Begin to wait until `is_time`, then kill, two seconds later, the process of a worker.

    What it was at ends with it (generator/build/own_process.py).
    """

    def kill() -> None:
        start = time.monotonic()
        while not is_time() and time.monotonic() - start < PATIENCE:
            time.sleep(0.1)
        time.sleep(2)
        told = subprocess.run(
            ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
        )
        rows = [line.split(maxsplit=2) for line in told.stdout.splitlines()[1:]]
        spawned = [int(row[0]) for row in rows if int(row[1]) in workers and "spawn_main" in row[2]]
        if spawned:
            os.kill(spawned[-1], signal.SIGKILL)

    thread = threading.Thread(target=kill, daemon=True)
    thread.start()
    return thread
