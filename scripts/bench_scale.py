"""Measures the whole product at several sizes, and through volumes with one worker and with two.

    python scripts/bench_scale.py [--sizes 7 1000 10000] [--reports 1000 --volume 250] [--cluster]

Sizes are reports in one library; then `--reports` go through volumes of `--volume` each, by one
process and by two, and with --cluster by two Dask workers, one of which is killed in the middle and
must leave the same bytes.  Time is processor time of all processes, so that a busy machine tells
nearly the same; memory is that of the largest process.  Figures go to build/bench-scale.json as
well.  What is extrapolated is called so.  10,000 reports take a quarter of an hour of two cores.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.build.memo import files_digest  # noqa: E402
from generator.content import load_content  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.bench_pipeline import synthetic  # noqa: E402

CONTENT = ROOT / "content"
REPORT = ROOT / "build" / "bench-scale.json"
PORT = 18790
LARGE = 100_000  # reports that a ministry has


def write_library(folder: Path, count: int) -> None:
    """Write a content folder: the shipped one with `count` reports in all."""
    shutil.copytree(CONTENT, folder)
    library = build_library(load_content(CONTENT))
    for each in synthetic(library, max(0, count - len(library.reports))):
        (folder / "sources" / each.file).write_text(each.text, "utf-8")


def write_hall(folder: Path, count: int, size: int) -> None:
    """Write a hall of `count` synthetic reports in volumes of at most `size`."""
    shutil.copytree(CONTENT, folder, ignore=shutil.ignore_patterns("sources", "errata.yml"))
    library = build_library(load_content(CONTENT))
    witnesses = {each.piece.file for c in library.collations for each in c.witnesses}
    (folder / "sources").mkdir()
    (folder / "reports").mkdir()
    for name in sorted(witnesses):
        shutil.copy(CONTENT / "sources" / name, folder / "sources" / name)
    for each in synthetic(library, count):
        (folder / "reports" / each.file).write_text(each.text, "utf-8")
    found = yaml.safe_load((CONTENT / "library.yml").read_text("utf-8"))
    dropped = [each.piece.id for each in library.reports if each.piece.file in witnesses]
    found["sources"] = {name: {"drop": "true"} for name in dropped}
    found["bases"] = [{key: str(value) for key, value in each.items()} for each in found["bases"]]
    found["volumes"] = {"by": "size", "size": size}
    (folder / "library.yml").write_text(yaml.safe_dump(found, allow_unicode=True), "utf-8")


def timed(command: Sequence[str]) -> dict[str, Any]:
    """Run a command; return processor seconds, seconds, and MiB of its largest process."""
    with tempfile.NamedTemporaryFile("r") as told:
        start = time.monotonic()
        ended = subprocess.run(
            ["/usr/bin/time", "-f", "%U %S %M", "-o", told.name, *command],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        user, system, peak = told.read().split()[-3:]
    if ended.returncode:
        raise SystemExit(f"{' '.join(command)}\n{ended.stdout}{ended.stderr}")
    return {
        "processor_s": round(float(user) + float(system), 1),
        "seconds": round(time.monotonic() - start, 1),
        "mebibytes": int(peak) // 1024,
    }


def _places(folder: Path) -> list[str]:
    return [
        *("--site", str(folder / "site"), "--dist", str(folder / "dist")),
        *("--cache", str(folder / "cache")),
    ]


def whole(folder: Path, count: int) -> dict[str, Any]:
    """Return the figures of one library of `count` reports, built from nothing."""
    write_library(folder / "content", count)
    command = [sys.executable, "-m", "generator", "build", "--content", str(folder / "content")]
    figures = timed([*command, *_places(folder)])
    site = [path for path in (folder / "site").rglob("*") if path.is_file()]
    figures |= {
        "reports": count,
        "files": len(site),
        "megabytes": sum(path.stat().st_size for path in site) // 1_000_000,
    }
    return figures


def _archive(folder: Path, hall: Path, *more: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "generator", "archive", "build", "--content", str(hall)]
    figures = timed([*command, *_places(folder), *more])
    return figures | {"digest": _digest(folder)}


def _digest(folder: Path) -> str:
    return files_digest(folder, ("site", "dist"))[:12]


def volumes(folder: Path, count: int, size: int, *, cluster: bool) -> dict[str, Any]:
    """Return the figures of an archive by one process, by two, and by a cluster that loses one."""
    hall = folder / "hall"
    write_hall(hall, count, size)
    figures: dict[str, Any] = {"reports": count, "volume": size}
    for jobs in (1, 2):
        place = folder / f"jobs-{jobs}"
        figures[f"jobs_{jobs}"] = _archive(place, hall, "--jobs", str(jobs))
        shutil.rmtree(place / "cache")
    one, two = figures["jobs_1"], figures["jobs_2"]
    figures["efficiency_of_two"] = round(one["seconds"] / two["seconds"] / 2, 2)
    figures["same_bytes"] = one["digest"] == two["digest"]
    if cluster:
        figures["cluster"] = _on_cluster(folder / "cluster", hall)
        figures["same_bytes_on_cluster"] = figures["cluster"]["digest"] == one["digest"]
    return figures


def _on_cluster(folder: Path, hall: Path) -> dict[str, Any]:
    """Return the figures of two Dask workers of which one is killed when it is at work."""
    dask = str(Path(sys.executable).parent / "dask")
    address = f"tcp://127.0.0.1:{PORT}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    log = (folder.parent / "workers.log").open("w")
    worker = [dask, "worker", address, "--nthreads", "1", "--no-dashboard"]
    processes = [
        subprocess.Popen(each, env=environment, stdout=log, stderr=log)
        for each in ([dask, "scheduler", "--port", str(PORT), "--no-dashboard"], worker, worker)
    ]
    workers = [each.pid for each in processes[1:]]
    killer = threading.Thread(target=_kill_one, args=(workers, folder))
    killer.start()
    try:
        return _archive(folder, hall, "--engine", address)
    finally:
        killer.join()
        for process in reversed(processes):
            process.send_signal(signal.SIGINT)
            process.wait()
        log.close()


def _kill_one(workers: Sequence[int], folder: Path) -> None:
    """Kill what one of the `workers` runs when the first volume stands: it is then at another."""
    for _ in range(6000):
        if list(folder.glob("cache/*/*/done")):
            break
        time.sleep(0.1)
    time.sleep(2)
    told = subprocess.run(
        ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
    )
    rows = [line.split(maxsplit=2) for line in told.stdout.splitlines()[1:]]
    spawned = [int(row[0]) for row in rows if int(row[1]) in workers and "spawn_main" in row[2]]
    if spawned:
        os.kill(spawned[-1], signal.SIGKILL)


def main() -> None:
    """Measure, print, and write the figures down."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[7, 1000, 10_000])
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--volume", type=int, default=250)
    parser.add_argument("--cluster", action="store_true", help="with two Dask workers as well")
    options = parser.parse_args()
    figures: dict[str, Any] = {"whole": [], "volumes": {}}
    with tempfile.TemporaryDirectory() as temporary:
        for count in options.sizes:
            figures["whole"].append(whole(Path(temporary) / str(count), count))
            print(json.dumps(figures["whole"][-1]), flush=True)
            shutil.rmtree(Path(temporary) / str(count))
        if options.reports:
            place = Path(temporary) / "archive"
            found = volumes(place, options.reports, options.volume, cluster=options.cluster)
            each = found["jobs_2"]["processor_s"] / options.reports
            found["processor_s_a_report"] = round(each, 3)
            found[f"extrapolated_core_hours_for_{LARGE}"] = round(each * LARGE / 3600, 1)
            figures["volumes"] = found
            print(json.dumps(found), flush=True)
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
