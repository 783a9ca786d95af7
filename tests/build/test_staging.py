"""Staging and changing places: whatever happens, the target is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.build import staging
from generator.errors import ContentError
from tests.conftest import PROJECT

BUILDER = """
import itertools, sys
from pathlib import Path
from generator.build import staging
target = Path(sys.argv[1])
for number in itertools.count():
    with staging.staging(target) as new:
        for name in range(20):
            (new / f"{name}").write_text(str(number))
        staging.swap(new, target)
    print(number, flush=True)
"""


def _fill(folder: Path, word: str) -> None:
    for name in ("a", "b/c"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(word)


def _hidden(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def test_swap_replaces_the_whole_folder(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for word in ("old", "new"):
        with staging.staging(target) as folder:
            _fill(folder, word)
            (folder / word).write_text("")
            staging.swap(folder, target)
    assert staging.list_files(target) == ["a", "b/c", "new"]
    assert (target / "b/c").read_text() == "new"
    assert _hidden(tmp_path) == []


def test_without_exchange_two_renames_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    test_swap_replaces_the_whole_folder(tmp_path)


def test_a_build_killed_between_the_renames_is_put_right(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _fill(tmp_path / ".site.old", "good")
    _fill(tmp_path / ".site.new-dead", "half")
    with staging.staging(target) as new:
        assert (target / "a").read_text() == "good"
        assert _hidden(tmp_path) == [new.name]
    assert (target / "a").read_text() == "good"
    assert _hidden(tmp_path) == []


def test_another_build_at_work_is_left_alone(tmp_path: Path) -> None:
    target = tmp_path / "site"
    with staging.staging(target) as one:
        _fill(one, "one")
        with staging.staging(target) as other:
            assert other != one
            assert (one / "a").is_file()


def test_killed_at_any_moment_the_target_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "site"
    chance = random.Random(2021)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", BUILDER, str(target)], stdout=subprocess.PIPE, cwd=PROJECT
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.03))
            process.send_signal(signal.SIGKILL)
        with staging.staging(target):
            texts = {path.read_text() for path in target.iterdir()}
            assert len(list(target.iterdir())) == 20
            assert len(texts) == 1, "files of two builds"
    assert _hidden(tmp_path) == []


def test_other_outputs_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "site"
    _fill(target, "good")
    (target / "d").write_text("of an output that is no more")
    staging.write_manifest(target, {"one": ["a"], "other": ["b/c"], "of-old": ["d"]})
    with staging.staging(target) as new:
        kept = staging.keep_others(target, new, {"other"})
        assert kept == {"other": ["b/c"]}
        assert staging.list_files(new) == ["b/c"]


def test_two_outputs_may_not_write_one_file(tmp_path: Path) -> None:
    for name in ("whole", "one", "other"):
        (tmp_path / name).mkdir()
    _fill(tmp_path / "one", "1")
    _fill(tmp_path / "other", "2")
    staging.take_in(tmp_path / "whole", tmp_path / "one")
    with pytest.raises(RuntimeError, match="two outputs write a"):
        staging.take_in(tmp_path / "whole", tmp_path / "other")


def test_a_target_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ContentError), staging.staging(tmp_path / "file" / "site"):
        pass


def test_what_a_person_put_beside_the_build_stays(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for made, text in ((["index.html", "old.html"], "1"), (["index.html"], "2")):
        with staging.staging(target) as new:
            for name in made:
                (new / name).write_text(text)
            staging.write_manifest(new, {"site": made})
            staging.swap(new, target)
        (target / "CNAME").write_text("mine")
        (target / "mine" / "deep").mkdir(parents=True, exist_ok=True)
        (target / "mine" / "a.docx").write_text("mine")
    assert (target / "index.html").read_text() == "2"
    assert not (target / "old.html").exists()
    assert (target / "CNAME").read_text() == "mine"
    assert (target / "mine" / "a.docx").read_text() == "mine"
    assert (target / "mine" / "deep").is_dir()


def test_a_build_wins_over_a_file_of_the_same_name(tmp_path: Path) -> None:
    target = tmp_path / "site"
    for made in (["a.html"], ["a.html", "b.html"]):
        with staging.staging(target) as new:
            for name in made:
                (new / name).write_text("made")
            staging.write_manifest(new, {"site": made})
            if target.exists():
                (target / "b.html").write_text("mine")
            staging.swap(new, target)
    assert (target / "b.html").read_text() == "made"


@pytest.mark.parametrize("text", ["[1,2]", '"a"', "{", '{"site": 3}', '{"site": [1, null]}'])
def test_a_spoilt_list_of_files_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / staging.MANIFEST).write_text(text)
    assert not any(staging.read_manifest(tmp_path).values())


def test_builds_at_once_do_not_clear_away_each_others_folders(tmp_path: Path) -> None:
    target = tmp_path / "site"
    errors: list[BaseException] = []

    def build() -> None:
        try:
            for _ in range(15):
                with staging.staging(target) as new:
                    (new / "a").write_text("a")
                    staging.write_manifest(new, {"site": ["a"]})
                    staging.swap(new, target)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=build) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not errors
    assert (target / "a").read_text() == "a"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
