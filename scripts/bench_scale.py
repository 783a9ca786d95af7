"""Measures the whole product at several sizes, through volumes, and on a cluster of two workers.

    python scripts/bench_scale.py                         everything, in this order
    python scripts/bench_scale.py whole --sizes 7 1000    one library of so many reports
    python scripts/bench_scale.py pages                   the largest's pages, in Chromium
    python scripts/bench_scale.py engines                 an archive by each engine; one killed
    python scripts/bench_scale.py large --reports 100000  many volumes by two Dask workers
    python scripts/bench_scale.py table                   what was measured

What has been measured by the same code stays in build/bench-scale.json and is not measured again
(--again does); an archive that was broken off is taken up, and what it had cost counts.  All is
written below --place.  Workers are Dask's (requirements-cluster.txt), with one thread each.
Processor time is that of all processes, so that a busy machine tells nearly the same; seconds by
the clock want a quiet one.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.build.memo import PACKAGE, files_digest  # noqa: E402
from scripts.measure_site import over  # noqa: E402
from scripts.scaling.libraries import write_hall, write_library  # noqa: E402
from scripts.scaling.local_cluster import kill_one, local_cluster  # noqa: E402
from scripts.scaling.page_kinds import first_search, page_kinds  # noqa: E402
from scripts.scaling.tables import rows_of, written  # noqa: E402
from scripts.scaling.watching import Spent, run  # noqa: E402

CONTENT = ROOT / "content"
REPORT = ROOT / "build" / "bench-scale.json"
PORT = 18790
WORKERS = 2
GENERATOR = (sys.executable, "-m", "generator")
Figures = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bench:
    """What is to be measured, where, and what has been."""

    place: Path
    sizes: tuple[int, ...]
    few: int
    few_volume: int
    reports: int
    volume: int
    again: bool
    keep: bool

    def measured(self, name: str, measure: Callable[[Path], Figures]) -> Figures:
        """Return the figures of that name, measured in a folder of its own unless they stand."""
        found = _found()
        if name in found and not self.again:
            return found[name]
        folder = self.place / name
        if self.again:
            shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        print(f"{name} ...", flush=True)
        figures = measure(folder)
        found = _found() | {name: figures}
        REPORT.parent.mkdir(exist_ok=True)
        code = files_digest(PACKAGE, (".",))
        REPORT.write_text(json.dumps({"code": code, "figures": found}, indent=1) + "\n", "utf-8")
        print(json.dumps(figures, ensure_ascii=False), flush=True)
        return figures

    def clear(self, name: str) -> None:
        """Remove what was built for the figures of that name, unless it is to be kept."""
        if not self.keep:
            shutil.rmtree(self.place / name, ignore_errors=True)


def _found() -> dict[str, Figures]:
    """Return what this code has been measured at."""
    if not REPORT.is_file():
        return {}
    told = json.loads(REPORT.read_text("utf-8"))
    same = told.get("code") == files_digest(PACKAGE, (".",))
    return dict(told["figures"]) if same else {}


def _places(folder: Path) -> list[str]:
    return [
        *("--site", str(folder / "site"), "--dist", str(folder / "dist")),
        *("--cache", str(folder / "cache")),
    ]


def _told(spent: Spent, reports: int, **more: object) -> Figures:
    return {"reports": reports} | asdict(spent) | {"each": spent.processor / reports} | more


# --- one library


def whole(bench: Bench) -> None:
    """Measure one library of each size, built from nothing."""
    for count in bench.sizes:
        bench.measured(f"whole-{count}", lambda folder, count=count: _whole(folder, count))  # type: ignore[misc]
        if count != max(bench.sizes):
            bench.clear(f"whole-{count}")


def _whole(folder: Path, count: int) -> Figures:
    write_library(folder / "content", CONTENT, count)
    for each in ("site", "dist", "cache"):  # a build that was broken off is begun anew
        shutil.rmtree(folder / each, ignore_errors=True)
    note = folder / "spent.json"
    note.unlink(missing_ok=True)
    command = [*GENERATOR, "build", "--content", str(folder / "content"), *_places(folder)]
    spent = run(command, ROOT, note)
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    return _told(
        spent,
        count,
        files=len(files),
        megabytes=sum(path.stat().st_size for path in files) // 1_000_000,
        over=over(folder / "site", [folder / "site", folder / "dist"]),
    )


def pages(bench: Bench) -> None:
    """Open each kind of page of the largest library in Chromium."""
    largest = f"whole-{max(bench.sizes)}"
    site = bench.place / largest / "site"
    if not (site / "index.html").is_file():
        found = _found()
        if f"pages-{max(bench.sizes)}" not in found:
            raise SystemExit(f"{site}：没有建好的网站；请先 bench_scale.py whole --again")
    bench.measured(
        f"pages-{max(bench.sizes)}",
        lambda folder: {
            "kinds": [asdict(each) for each in page_kinds(site)],
            **first_search(site),
        },
    )
    bench.clear(largest)


# --- volumes


def engines(bench: Bench) -> None:
    """Measure one archive by local processes, by Dask workers, and with one of them killed."""
    count, size = bench.few, bench.few_volume
    for name, measure in _ways(count, size):
        bench.measured(f"{name}-{count}", measure)
        bench.clear(f"{name}-{count}")


def _ways(count: int, size: int) -> Iterator[tuple[str, Callable[[Path], Figures]]]:
    yield "local-1", lambda folder: _archive(folder, count, size, "--jobs", "1")
    yield "local-2", lambda folder: _archive(folder, count, size, "--jobs", "2")
    yield "dask-1", lambda folder: _on_cluster(folder, count, size, 1)
    yield "dask-2", lambda folder: _on_cluster(folder, count, size, WORKERS)
    yield "dask-killed", lambda folder: _on_cluster(folder, count, size, WORKERS, killed=True)


def large(bench: Bench) -> None:
    """Measure many volumes by two Dask workers."""
    name = f"large-{bench.reports}"
    bench.measured(name, lambda folder: _on_cluster(folder, bench.reports, bench.volume, WORKERS))
    bench.clear(name)


def _archive(
    folder: Path, count: int, size: int, *more: str, others: tuple[int, ...] = ()
) -> Figures:
    write_hall(folder / "hall", CONTENT, count, size)
    command = [*GENERATOR, "archive", "build", "--content", str(folder / "hall"), *_places(folder)]
    spent = run([*command, *more], ROOT, folder / "spent.json", others)
    volumes = sum(1 for _ in (folder / "site" / "volumes").glob("[!.]*"))
    digest = files_digest(folder, ("site", "dist"))[:12]
    return _told(spent, count, volumes=volumes, digest=digest)


def _on_cluster(
    folder: Path, count: int, size: int, workers: int, *, killed: bool = False
) -> Figures:
    """Return the figures of Dask workers, one of which is killed in the middle where asked."""
    write_hall(folder / "hall", CONTENT, count, size)
    with local_cluster(ROOT, folder / "workers.log", PORT, workers) as cluster:
        killer = None
        if killed:
            killer = kill_one(cluster.workers, lambda: any(folder.glob("cache/*/*/done")))
        others = (cluster.scheduler, *cluster.workers)
        found = _archive(folder, count, size, "--engine", cluster.address, others=others)
        if killer is not None:
            killer.join()
        log = (folder / "workers.log").read_text("utf-8", "replace")
    return found | {"workers_lost": log.count("was killed by signal 9")}


PARTS: dict[str, Callable[[Bench], None]] = {
    "whole": whole,
    "pages": pages,
    "engines": engines,
    "large": large,
}


def main() -> int:
    """Measure what is asked for, then print the table; 1 where a budget is not kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("parts", nargs="*", choices=[*PARTS, "table"], default=list(PARTS))
    parser.add_argument("--sizes", type=int, nargs="+", default=[7, 1000, 10_000])
    parser.add_argument("--few", type=int, default=2000, help="reports that each engine gets")
    parser.add_argument("--few-volume", type=int, default=250)
    parser.add_argument("--reports", type=int, default=30_000, help="reports of the large archive")
    parser.add_argument("--volume", type=int, default=1000)
    parser.add_argument(
        "--place", type=Path, default=ROOT / "build" / "scale", help="where all lies"
    )
    parser.add_argument("--again", action="store_true", help="measure what stands once more")
    parser.add_argument("--keep", action="store_true", help="do not remove what was built")
    options = parser.parse_args()
    bench = Bench(
        options.place.resolve(),
        tuple(sorted(options.sizes)),
        options.few,
        options.few_volume,
        options.reports,
        options.volume,
        options.again,
        options.keep,
    )
    for part in options.parts:
        if part != "table":
            PARTS[part](bench)
    rows = list(rows_of(_found(), bench.sizes, bench.few, bench.reports))
    text = written(rows)
    print(text)
    REPORT.with_suffix(".md").write_text(text + "\n", "utf-8")
    return int(any(each.kept == "OVER" for each in rows))


if __name__ == "__main__":
    sys.exit(main())
