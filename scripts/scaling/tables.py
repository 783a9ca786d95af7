"""The figures of bench_scale.py as a table, each beside its budget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Figures = Mapping[str, Any]

GROWTH = 1.15  # time per report against that at BASE reports
BASE = 1000
MEMORY = 1536  # MiB of a worker, and of a whole build
EFFICIENCY = 0.85  # of two workers against twice one
PAGE = 500_000  # bytes
LARGE = 100_000  # reports that are extrapolated to


@dataclass(frozen=True, slots=True)
class Row:
    """A figure; `budget` is what it may be at most, or at least where `least`."""

    what: str
    value: float | str
    unit: str = ""
    budget: float | None = None
    least: bool = False

    @property
    def kept(self) -> str:
        """Whether the budget is kept."""
        if self.budget is None or isinstance(self.value, str):
            return ""
        fits = self.value >= self.budget if self.least else self.value <= self.budget
        return "ok" if fits else "OVER"


def rows_of(
    found: Mapping[str, Figures], sizes: Sequence[int], few: int, many: int
) -> Iterator[Row]:
    """Yield the rows of all that has been measured."""
    base = found.get(f"whole-{BASE}") or found.get(f"whole-{sorted(sizes)[len(sizes) // 2]}")
    for size in sizes:
        if figures := found.get(f"whole-{size}"):
            yield from _whole(f"one library, {size} reports", figures, base)
    if figures := found.get(f"pages-{max(sizes)}"):
        yield from _pages(figures, max(sizes))
    yield from _engines(found, few)
    if figures := found.get(f"large-{many}"):
        yield from _large(figures, base)


def _whole(name: str, figures: Figures, base: Figures | None) -> Iterator[Row]:
    yield Row(f"{name}: processor", figures["processor"], "s")
    yield Row(f"{name}: by the clock", figures["seconds"], "s")
    yield from _growth(name, figures, base)
    yield Row(f"{name}: largest process", figures["largest"], "MiB", MEMORY)
    yield Row(f"{name}: all processes at once", figures["together"], "MiB", MEMORY)
    yield Row(f"{name}: files of the site", figures["files"])
    yield Row(f"{name}: site", figures["megabytes"], "MB")
    yield Row(f"{name}: pages or folders over their limit", len(figures["over"]), "", 0)


def _growth(name: str, figures: Figures, base: Figures | None) -> Iterator[Row]:
    if base and figures["reports"] >= base["reports"]:
        ratio = figures["each"] / base["each"]
        yield Row(f"{name}: time per report / at {base['reports']}", ratio, "x", GROWTH)


def _pages(figures: Figures, size: int) -> Iterator[Row]:
    for each in figures["kinds"]:
        name = f"{size} reports, largest of {each['pages']} {each['kind']}"
        yield Row(f"{name}: HTML", each["bytes"], "B", PAGE)
        yield Row(f"{name}: all it loads", each["loaded_bytes"], "B")
        yield Row(f"{name}: elements", each["elements"])
        yield Row(f"{name}: to read / loaded", f"{each['ready']} / {each['loaded']}", "ms")
    yield Row(f"{size} reports: first search", figures["search_ms"], "ms")
    yield Row(f"{size} reports: first search loads", figures["search_bytes"], "B")


def _engines(found: Mapping[str, Figures], few: int) -> Iterator[Row]:
    ways = ("local-1", "local-2", "dask-1", "dask-2", "dask-killed")
    there = {way: found[f"{way}-{few}"] for way in ways if f"{way}-{few}" in found}
    for way, figures in there.items():
        name = f"{few} reports in {figures['volumes']} volumes, {way}"
        yield Row(f"{name}: by the clock", figures["seconds"], "s")
        yield Row(f"{name}: processor", figures["processor"], "s")
        yield Row(f"{name}: largest process", figures["largest"], "MiB", MEMORY)
        if "workers_lost" in figures:
            yield Row(f"{name}: workers killed", figures["workers_lost"])
    for engine in ("local", "dask"):
        if {f"{engine}-1", f"{engine}-2"} <= there.keys():
            share = there[f"{engine}-1"]["seconds"] / there[f"{engine}-2"]["seconds"] / 2
            yield Row(f"{engine}: two workers / twice one", share, "x", EFFICIENCY, least=True)
    if len(there) > 1:
        kinds = len({each["digest"] for each in there.values()})
        yield Row("different bytes by different ways", kinds - 1, "", 0)


def _large(figures: Figures, base: Figures | None) -> Iterator[Row]:
    name = f"{figures['reports']} reports in {figures['volumes']} volumes, two Dask workers"
    yield Row(f"{name}: by the clock", figures["seconds"], "s")
    yield Row(f"{name}: processor", figures["processor"], "s")
    yield from _growth(name, figures, base)
    yield Row(f"{name}: largest worker", figures["workers"], "MiB", MEMORY)
    yield Row(f"{name}: largest process", figures["largest"], "MiB", MEMORY)
    yield Row(f"{name}: begun", figures["runs"], "times")
    hour = figures["reports"] / figures["seconds"] * 3600
    yield Row(f"{name}: reports in an hour", hour)
    if figures["reports"] < LARGE:
        hours = figures["processor"] / figures["reports"] * LARGE / 3600
        yield Row(f"extrapolated: {LARGE} reports", hours, "core hours")


def written(rows: Sequence[Row]) -> str:
    """Return the table as Markdown."""
    lines = ["| what | value | unit | budget | |", "| --- | ---: | --- | ---: | --- |"]
    for each in rows:
        value = each.value if isinstance(each.value, str) else f"{each.value:,.2f}".rstrip("0")
        budget = "" if each.budget is None else f"{'>= ' if each.least else '<= '}{each.budget:g}"
        lines.append(
            f"| {each.what} | {value.rstrip('.')} | {each.unit} | {budget} | {each.kept} |"
        )
    return "\n".join(lines)
