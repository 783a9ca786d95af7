"""Where a system lacks what POSIX has (Windows), the same comes out: here it is made absent."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build.folder_locks import LEFT, held, is_left_behind
from generator.build.mapping import map_shared
from generator.build.memo import DiskMemo
from generator.build.parallel import Begun
from generator.errors import ContentError
from tests.conftest import LAW, PROJECT

ABSENT = """
import ctypes, multiprocessing, os, sys
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
for name in ("fork", "forkpty", "killpg", "setpgid", "getpgid", "setsid", "getuid", "geteuid",
             "sched_getaffinity", "sched_setaffinity", "nice", "getloadavg", "chown", "mkfifo"):
    if hasattr(os, name):
        delattr(os, name)
multiprocessing.get_all_start_methods = lambda: ["spawn"]
real_library, real_open = ctypes.CDLL, os.open
class NoLibrary(real_library):
    def __init__(self, name, *given, **named):
        if name is None and "generator" in sys._getframe(1).f_code.co_filename:
            raise TypeError("no name of a library")
        super().__init__(name, *given, **named)
ctypes.CDLL = NoLibrary
def no_folders(path, *given, **named):
    if isinstance(path, (str, os.PathLike)) and os.path.isdir(path):
        raise PermissionError(13, "Permission denied", path)
    return real_open(path, *given, **named)
os.open = no_folders
def refused(*given, **named):
    raise OSError(1314, "A required privilege is not held by the client")
os.symlink = os.link = refused
if hasattr(os, "renameat2"):
    del os.renameat2
sys.absent = True
"""


def absent_method(*given: object) -> list[str]:
    return ["spawn"]


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    """The environment of interpreters that lack all of it, those that they begin included."""
    (tmp_path / "absent").mkdir()
    (tmp_path / "absent" / "sitecustomize.py").write_text(ABSENT, "utf-8")
    return {**os.environ, "PYTHONPATH": f"{tmp_path / 'absent'}{os.pathsep}{PROJECT}"}


def _run(folder: Path, environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_add_build_and_check(tmp_path: Path, elsewhere: dict[str, str]) -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys; print(sys.absent)"],
        env=elsewhere,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "True\n"
    content = str(shutil.copytree(LAW, tmp_path / "content"))
    report = tmp_path / "报告.txt"
    report.write_text("北岸街道报告\n《条例》第六条执行较好，每周开放五十小时。\n", "utf-8")
    _run(tmp_path, elsewhere, "add", "--content", content, str(report))
    options = ("--jobs", "2", "--cache", "cache", "--only", "data")
    _run(tmp_path, elsewhere, "build", "--content", content, *options)
    assert "北岸街道报告" in (tmp_path / "site/data/reports.json").read_text("utf-8")
    edition = json.loads((tmp_path / "site/data/edition.json").read_text("utf-8"))
    texts = [each["text"] for part in edition["parts"] for each in part["articles"]]
    source = (LAW / "sources" / "tiaoli.txt").read_text("utf-8")
    assert len(texts) == 12
    assert all(text.split("\n")[0] in source for text in texts)
    _run(tmp_path, elsewhere, "check", "--content", content, "--cache", "cache")
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


def test_serve(tmp_path: Path, elsewhere: dict[str, str]) -> None:
    content = shutil.copytree(LAW, tmp_path / "content")
    log, made = tmp_path / "log", tmp_path / "site" / "data" / "edition.json"
    with log.open("w") as out:
        process = subprocess.Popen(
            [
                *(sys.executable, "-m", "generator", "serve", "--content", content),
                *("--port", "0", "--cache", "cache", "--only", "data"),
            ],
            cwd=tmp_path,
            env=elsewhere,
            stdout=out,
            stderr=out,
        )
    try:
        for _ in range(1200):
            if made.is_file() or process.poll() is not None:
                break
            time.sleep(0.05)
        said = log.read_text("utf-8")
        assert made.is_file(), said
        assert "http://127.0.0.1:" in said
        assert process.poll() is None
    finally:
        process.terminate()
        process.wait()


def test_without_forks_work_is_done_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", absent_method)
    assert list(map_shared(lambda item, shared: item * shared, range(100), 2, 4)) == [
        each * 2 for each in range(100)
    ]
    begun = Begun("a", lambda: os.getpid(), DiskMemo(tmp_path))
    assert begun.is_done()
    assert begun.result() == os.getpid()
    begun.stop()

    def fails() -> None:
        raise ContentError("a", "不对")

    with pytest.raises(ContentError, match="不对"):
        Begun("b", fails, DiskMemo(tmp_path)).result()


def test_without_locks_only_what_is_old_is_left_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with held(tmp_path):
        assert not is_left_behind(tmp_path)
    assert is_left_behind(tmp_path)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    with held(tmp_path):
        assert not is_left_behind(tmp_path)
    then = time.time() - LEFT - 60
    os.utime(tmp_path, (then, then))
    assert is_left_behind(tmp_path)
