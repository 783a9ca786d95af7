"""What the bench of many reports counts, and what it says of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from scripts.scaling.tables import rows_of, written
from scripts.scaling.watching import run

BUSY = "import time; t = time.process_time()\nwhile time.process_time() < t + 0.3: pass"
SPAWNING = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {BUSY!r}])"


def _whole(reports: int, processor: float) -> dict[str, object]:
    return {
        **{"reports": reports, "processor": processor, "each": processor / reports},
        **{"seconds": processor, "largest": 2000, "together": 100, "files": 9, "megabytes": 1},
        "over": [],
    }


def test_a_run_counts_its_children_and_goes_on_where_it_was_broken_off(tmp_path: Path) -> None:
    note = tmp_path / "spent.json"
    first = run([sys.executable, "-c", SPAWNING], tmp_path, note)
    assert first.processor >= 0.3
    assert first.largest > 0
    assert json.loads(note.read_text("utf-8"))["runs"] == 1
    second = run([sys.executable, "-c", "pass"], tmp_path, note)
    assert second.processor > first.processor
    assert second.runs == 2


def test_each_figure_stands_beside_its_budget() -> None:
    found = {"whole-1000": _whole(1000, 100), "whole-10000": _whole(10_000, 1200)}
    ways = {"local-1": (100.0, "a"), "local-2": (55.0, "a"), "dask-killed": (70.0, "b")}
    found |= {
        f"{way}-24": {
            **{"seconds": seconds, "digest": digest, "volumes": 4},
            **{"processor": 1, "largest": 100},
        }
        for way, (seconds, digest) in ways.items()
    }
    rows = {each.what: each for each in rows_of(found, (1000, 10_000), 24, 30_000)}
    growth = rows["one library, 10000 reports: time per report / at 1000"]
    assert (round(growth.value, 6), growth.kept) == (1.2, "OVER")  # type: ignore[arg-type]
    assert rows["one library, 1000 reports: time per report / at 1000"].kept == "ok"
    assert rows["one library, 1000 reports: largest process"].kept == "OVER"
    assert rows["local: two workers / twice one"].kept == "ok"
    assert rows["different bytes by different ways"].kept == "OVER"
    assert "| local: two workers / twice one | 0.91 | x | >= 0.85 | ok |" in written(
        list(rows.values())
    )
