from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from generator.build.memo import DiskMemo
from generator.build.parallel import Task, run_all
from generator.errors import ContentError

NEEDS = {"site": (), "search": (), "hant": ("site",), "zip": ("search", "hant", "absent")}


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_a_task_begins_when_what_it_needs_is_done(tmp_path: Path, jobs: int) -> None:
    def work(name: str) -> None:
        there = [need for need in NEEDS[name] if (tmp_path / need).exists()]
        (tmp_path / f"{name}.saw").write_text(" ".join(there))

    ended: list[str] = []

    def done(name: str) -> None:
        (tmp_path / name).touch()
        ended.append(name)

    tasks = [Task(name, name, partial(work, name), needs) for name, needs in NEEDS.items()]
    run_all(tasks, DiskMemo(tmp_path / "memo"), jobs, done)
    assert sorted(ended) == sorted(NEEDS)
    assert (tmp_path / "hant.saw").read_text() == "site"
    assert (tmp_path / "zip.saw").read_text() == "search hant"


def _fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_of_content_comes_through(tmp_path: Path, jobs: int) -> None:
    ended: list[str] = []
    bad: Callable[[], None] = partial(_fail, ContentError("a.yml", "没有这个键", 3))
    tasks = [Task("bad", "坏", bad), Task("after", "后", bad, ("bad",))]
    with pytest.raises(ContentError, match=r"a\.yml:3"):
        run_all(tasks, DiskMemo(tmp_path / "memo"), jobs, ended.append)
    assert ended == []
