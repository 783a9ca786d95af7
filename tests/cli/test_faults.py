"""What a person can cause outside the content: one line and exit status 2, never a traceback."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import status
from generator.cli.main import BUG, main
from generator.errors import system_error
from tests.conftest import PROJECT, called

UNPRIVILEGED = [
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-dac_override,-dac_read_search",
]


def _run(
    *arguments: str, before: tuple[str, ...] = (), env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*before, sys.executable, "-m", "generator", *arguments],
        cwd=PROJECT,
        env={**os.environ, **(env or {})},
        capture_output=True,
        check=False,
    )


def _places(tmp_path: Path, folder: Path) -> list[str]:
    named = {"content": folder, "cache": tmp_path / "cache", "site": tmp_path / "site"}
    return [each for name, path in named.items() for each in (f"--{name}", str(path))]


@pytest.mark.parametrize("given", ["abc", "²", "999999999999", "-1", "1.5"])
def test_a_wrong_time_is_one_line(
    tmp_path: Path, law_folder: Path, given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dist = ["--dist", str(tmp_path / "dist")]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    done = called("build", *_places(tmp_path, law_folder), *dist)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("SOURCE_DATE_EPOCH: ")
    assert not (tmp_path / "site").exists()


def test_a_size_that_the_system_does_not_allow_is_one_line(
    tmp_path: Path, law_folder: Path
) -> None:
    command = [sys.executable, "-m", "generator", "build", *_places(tmp_path, law_folder)]
    words = " ".join([*command, "--dist", str(tmp_path / "dist")])
    done = subprocess.run(
        ["bash", "-c", f"ulimit -f 20; {words}"], cwd=PROJECT, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert len(done.stderr.decode().splitlines()) == 1
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


@pytest.mark.parametrize(
    ("environment", "encoding"),
    [
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "utf-8"),
        ({"PYTHONIOENCODING": "gb18030"}, "gb18030"),
        ({"PYTHONIOENCODING": "ascii"}, None),  # has no Chinese: signs stand for it
    ],
)
def test_words_come_out_in_any_locale(
    law_folder: Path, environment: dict[str, str], encoding: str | None
) -> None:
    done = _run("status", "--content", str(law_folder), env=environment)
    assert done.returncode == 0
    assert not done.stderr
    if encoding is not None:
        assert "东桥街道公共阅览室建设情况报告" in done.stdout.decode(encoding)
    bad = _run("status", "--content", str(law_folder / "无"), env=environment)
    assert bad.returncode == 2
    assert len(bad.stderr.splitlines()) == 1


@pytest.mark.skipif(
    os.name != "posix" or not shutil.which("setpriv"), reason="needs to give up root's rights"
)
@pytest.mark.parametrize("name", ["library.yml", "sources", "sources/dongqiao.txt", "pages", "."])
def test_what_may_not_be_read_is_named(tmp_path: Path, law_folder: Path, name: str) -> None:
    place = law_folder / name
    mode = place.stat().st_mode
    place.chmod(0)
    before = tuple(UNPRIVILEGED) if os.geteuid() == 0 else ()
    try:
        done = _run("status", "--content", str(law_folder), before=before)
    finally:
        place.chmod(mode)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "权限" in line or "Permission" in line


def test_a_loop_of_links_is_named(law_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (law_folder / "sources" / "loop.txt").symlink_to("loop.txt")
    assert main(["status", "--content", str(law_folder)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "loop.txt" in line
    assert "绕圈" in line


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/x"), "/x: 磁盘满了"),
        (OSError(errno.EMFILE, "Too many open files"), "系统: 打开的文件太多"),
        (MemoryError(), "内存不够"),
        (RuntimeError("can't start new thread"), "系统不让再开"),
        (ImportError("x.so: failed to map segment from shared object"), "内存不够"),
    ],
)
def test_what_the_system_does_not_allow_is_one_line(
    law_folder: Path,
    error: Exception,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(status, "open_library", fail)
    assert main(["status", "--content", str(law_folder)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_a_bug_is_none_of_these(
    law_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("甲\n乙")

    assert system_error(KeyError("x")) is None
    assert system_error(FileNotFoundError(errno.ENOENT, "No such file", "x")) is None
    monkeypatch.setattr(status, "open_library", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["status", "--content", str(law_folder)]) == BUG
    (line,) = capsys.readouterr().err.splitlines()
    (log,) = tmp_path.glob("zhishiku-*.log")
    assert str(log) in line
    assert "in fail" in log.read_text("utf-8")
