"""Measures how soon the preview has the site in place again after one change of each kind.

    python scripts/preview_bench.py        # the shipped library
    python scripts/preview_bench.py 1000   # with so many made-up reports

Prints one line of JSON: for each change the seconds by the clock until the site is in place, and
the processor seconds that the warm process took for it; then its memory in MiB.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.model import Library  # noqa: E402
from generator.preview.building import Builder  # noqa: E402
from generator.preview.warm_process import Wanted  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.bench_pipeline import synthetic  # noqa: E402

ROUNDS = 3  # of each change, of which the least counts
PAUSE = 1.0  # seconds of quiet before a change


def measure(reports: int) -> dict[str, float]:
    """Return the figures of each change by name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        content = Path(shutil.copytree(ROOT / "content", folder / "content"))
        if reports:
            for source in synthetic(build_library(load_content(content)), reports):
                (content / "sources" / source.file).write_text(source.text, "utf-8")
        places = folder / "cache", folder / "site", folder / "dist"
        builder = Builder(Wanted(content, *places, jobs=os.cpu_count() or 1))
        builder.start()
        try:
            builder.wait(1)
            builder.wait_until_finished()
            library = builder.library()
            assert library is not None
            return dict(_figures(builder, content, library))
        finally:
            builder.stop()


def _figures(builder: Builder, content: Path, library: Library) -> Iterator[tuple[str, float]]:
    for name, change in CHANGES.items():
        taken = [_taken(builder, content, change, library, each) for each in range(ROUNDS)]
        yield f"{name}, by the clock", round(min(clock for clock, _ in taken), 2)
        yield f"{name}, processor", round(min(processor for _, processor in taken), 2)
    yield "memory", _of_process()[1]


Change = Callable[[Path, Library, int], None]


def _taken(
    builder: Builder, content: Path, change: Change, library: Library, number: int
) -> tuple[float, float]:
    time.sleep(PAUSE)
    version, before = builder.state().version, _of_process()[0]
    start = time.monotonic()
    change(content, library, number)
    builder.nudge()
    state = builder.wait(version + 1)
    if state.failed:
        raise SystemExit(state.failed)
    return time.monotonic() - start, _of_process()[0] - before


def _of_process() -> tuple[float, float]:
    """Return the processor seconds and the MiB of the warm process."""
    [process] = multiprocessing.active_children()
    fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    processor = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return processor, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def _decide(content: Path, library: Library, number: int) -> None:
    doubtful = [each for each in library.links if each.status == "auto" and not each.sure]
    rows = []
    for link in doubtful[: number + 1]:
        report = next(each for each in library.reports if each.piece.id == link.report)
        rows.append(
            {
                "report": link.report,
                "words": report.piece.text[link.start : link.end],
                "article": f"{link.base}-{link.article}",
                "decision": "reject",
            }
        )
    (content / "links.yml").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")


def _name(content: Path, library: Library, number: int) -> None:
    with (content / "terms.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n- name: {('主要做法', '工作成效', '存在问题')[number]}\n")


def _correct(content: Path, library: Library, number: int) -> None:
    report = library.reports[-1].piece
    words = report.text[number * 40 : number * 40 + 30].partition("\n")[0]
    row = {
        "source": report.file,
        "before": words,
        "after": f"{words}〇",
        "reason": "试",
        "context": words,
    }
    with (content / "errata.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n- {json.dumps(row, ensure_ascii=False)}\n")


CHANGES: dict[str, Change] = {
    "one decision": _decide,
    "one term": _name,
    "one erratum": _correct,
}


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 0), ensure_ascii=False))
