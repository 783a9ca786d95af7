"""Measures engines for volumes: our processes, Dask distributed, PySpark, by the same work.

    python scripts/engine_bench.py here|local|dask|spark [--items 12] [--reports 40]

An item is clean + split + collate + link of `--reports` synthetic reports: what a volume begins
with.  Two workers, each one process with one thread.  Prints one line of JSON:
seconds until the first worker answers, seconds of the whole map, processor seconds of all
processes, whether the results are those of one process, what 32 MB of shared data cost, and what
became of a run whose worker was killed in the middle.  Dask and PySpark are looked for in the
environment that runs this; neither is needed for anything else.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ["PYTHONPATH"] = str(ROOT)
os.environ["PYSPARK_PYTHON"] = sys.executable

from generator.archive.engines import Ended, Engine, LocalEngine  # noqa: E402
from generator.build.memo import digest  # noqa: E402
from generator.content import Content, load_content  # noqa: E402
from generator.model import Source  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.bench_pipeline import grown  # noqa: E402

PORT = 18786
Shared = TypeVar("Shared")
Item = TypeVar("Item")
Made = TypeVar("Made")


def volume(sources: tuple[Source, ...], content: Content) -> str:
    """Return a digest of the library that the common content makes with some reports."""
    library = build_library(replace(content, sources=(*content.sources, *sources)))
    return digest((library.links, library.findings, os.environ.get("NOTHING", "")))


def touch(number: int, shared: bytes) -> int:
    """Return a number that takes `shared` to tell."""
    return number + len(shared)


def slow(number: int, folder: str) -> str:
    """Write down which process is at work on an item, take two seconds, return its number."""
    Path(folder, f"{number}-{os.getpid()}").touch()
    time.sleep(2)
    return str(number)


class Here:
    """One item after the other in this process."""

    def map(
        self, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
    ) -> Iterator[Ended[Made]]:
        """Yield what was made of each item."""
        for number, item in enumerate(items):
            yield Ended(number, function(item, shared))

    def close(self) -> None:
        """Do nothing."""


class Spark:
    """PySpark on two cores of this machine, with four tries for each item."""

    def __init__(self) -> None:
        sql = import_module("pyspark.sql")
        builder = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false")
        self._context = builder.getOrCreate().sparkContext
        self._context.setLogLevel("OFF")

    def map(
        self, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
    ) -> Iterator[Ended[Made]]:
        """Yield what was made of each item."""
        there = self._context.broadcast(shared)
        numbered = self._context.parallelize(list(enumerate(items)), len(items))
        done = numbered.map(lambda pair: (pair[0], function(pair[1], there.value)))
        for number, made in done.toLocalIterator():
            yield Ended(number, made)

    def close(self) -> None:
        """Stop the machine that Spark runs on."""
        self._context.stop()


class Dask:
    """Our cluster engine, with a scheduler and two workers of this machine."""

    def __init__(self) -> None:
        from generator.archive.cluster import ClusterEngine

        folder = Path(sys.executable).parent
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        address = f"tcp://127.0.0.1:{PORT}"
        scheduler = [str(folder / "dask"), "scheduler", "--host", "127.0.0.1", "--no-dashboard"]
        worker = [str(folder / "dask"), "worker", address, "--nthreads", "1", "--no-dashboard"]
        self._processes = [
            subprocess.Popen([*scheduler, "--port", str(PORT)], **quiet),  # type: ignore[call-overload]
            *(subprocess.Popen(worker, **quiet) for _ in range(2)),  # type: ignore[call-overload]
        ]
        self._engine = ClusterEngine(address)
        self._engine._client.wait_for_workers(2)

    def map(
        self, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
    ) -> Iterator[Ended[Made]]:
        """Yield what was made of each item."""
        yield from self._engine.map(function, items, shared)

    def close(self) -> None:
        """Stop the workers, then their scheduler."""
        self._engine.close()
        for process in reversed(self._processes):
            process.send_signal(signal.SIGINT)
            process.wait()


ENGINES: dict[str, Callable[[], Engine]] = {
    "here": Here,
    "local": lambda: LocalEngine(2),
    "dask": Dask,
    "spark": Spark,
}


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    start = time.monotonic()
    made = work()
    return round(time.monotonic() - start, 2), made


def _made(
    engine: Engine, function: Callable[[Item, Shared], Made], items: Sequence[Item], shared: Shared
) -> list[Made | None]:
    ended = sorted(engine.map(function, items, shared), key=lambda each: each.number)
    return [each.made for each in ended]


def _killed(engine: Engine, folder: Path) -> dict[str, Any]:
    """Return what became of six items of which one lost its process; none in this process."""

    def kill() -> None:
        time.sleep(3)
        names = sorted(folder.iterdir(), key=lambda each: each.stat().st_mtime)
        os.kill(int(names[-1].name.partition("-")[2]), signal.SIGKILL)

    threading.Thread(target=kill).start()
    try:
        seconds, made = _timed(lambda: _made(engine, slow, range(6), str(folder)))
    except Exception as error:  # whatever an engine raises
        return {"killed": type(error).__name__}
    whole = made == [str(number) for number in range(6)]
    tries = len(list(folder.iterdir()))
    return {"killed": "whole" if whole else str(made), "killed_s": seconds, "tries": tries}


def main() -> None:
    """Measure one engine and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("--items", type=int, default=12)
    parser.add_argument("--reports", type=int, default=40)
    options = parser.parse_args()
    content = load_content(ROOT / "content")
    large = grown(content, options.items * options.reports)
    sources = [each for each in large.sources if each.file.startswith("s0")]
    common = replace(large, sources=tuple(each for each in large.sources if each not in sources))
    items = [
        tuple(sources[at : at + options.reports]) for at in range(0, len(sources), options.reports)
    ]
    before = _processor_seconds()
    start_up, engine = _timed(lambda: _begun(options.engine))
    seconds, made = _timed(lambda: _made(engine, volume, items, common))
    sharing, _ = _timed(lambda: _made(engine, touch, range(64), bytes(32 << 20)))
    with tempfile.TemporaryDirectory() as place:
        killed = {} if options.engine == "here" else _killed(engine, Path(place))
    used = _processor_seconds() - before
    engine.close()
    figures = {
        "engine": options.engine,
        "reports": len(sources),
        "start_up_s": start_up,
        "map_s": seconds,
        "reports_a_second": round(len(sources) / seconds, 1),
        "shared_32mb_64_items_s": sharing,
        "processor_s": round(used, 1),
        "results": digest(made)[:12],
    }
    print(json.dumps(figures | killed, ensure_ascii=False))


def _begun(name: str) -> Engine:
    engine = ENGINES[name]()
    _made(engine, touch, [1, 2], b"")
    return engine


def _processor_seconds() -> float:
    """Return the processor seconds of this process and all that descend from it, dead or alive."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    dead = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = own.ru_utime + own.ru_stime + dead.ru_utime + dead.ru_stime
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(") ")[2].split()
        except OSError:
            continue  # just gone
        parents[int(path.parent.name)] = int(fields[1])
        ticks[int(path.parent.name)] = sum(map(int, fields[11:15]))
    ours = {os.getpid()}
    while more := {each for each in parents if parents[each] in ours} - ours:
        ours |= more
    return total + sum(ticks[each] for each in ours - {os.getpid()}) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
