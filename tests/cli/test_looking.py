"""status, check and serve."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.error import HTTPError

import pytest

from generator.cli import check, status
from generator.model import Finding, Library
from tests.conftest import LAW, PROJECT, called


def test_status_tells_what_every_source_is(library: Library, tmp_path: Path) -> None:
    lines = list(status.lines(library))
    assert sum(not line.startswith(" ") for line in lines) == len(library.sources)
    assert sum("版本（《意见》）" in line for line in lines) == 2
    for report in library.reports:
        [line] = [line for line in lines if line.startswith(f"  {report.piece.id} ")]
        count = sum(link.report == report.piece.id for link in library.links)
        assert line.endswith(f"{len(report.piece.text)} 字，{count} 条关联")
    done = called("status", "--content", LAW, "--cache", tmp_path)
    assert done.returncode == 0
    assert "tiaoli  版本（《条例》）" in done.stdout
    assert done.stderr == ""


def test_check_lists_findings_by_place(law_folder: Path, tmp_path: Path) -> None:
    done = called("check", "--content", law_folder, "--cache", tmp_path / "cache")
    *found, summary = done.stdout.splitlines()
    counts = re.fullmatch(r"错误 (\d+) 条，警告 (\d+) 条，提示 (\d+) 条", summary)
    assert counts is not None
    assert sum(map(int, counts.groups())) == len(found)
    assert done.returncode == (1 if int(counts[1]) else 0)
    assert all(re.match(r"\S+: [A-Z]+-?\d+ (错误|警告|提示) ", line) for line in found)


def test_a_finding_is_one_line() -> None:
    finding = Finding("X-001", "error", "a.txt", 3, "甲\n乙", "请\n核对")
    assert check.line(finding) == "a.txt:3: X-001 错误 请 核对：甲 乙"


def test_an_error_makes_check_fail(law_folder: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from dataclasses import replace\n"
        "from generator.cli import check\nfrom generator.model import Finding\n"
        "kept = check.open_library\n"
        "found = (Finding('X-001', 'error', 'a.txt', 1, '', '请核对'),)\n"
        "check.open_library = lambda options: replace(kept(options), findings=found)\n"
        "from generator.cli.main import main\nsys.exit(main(sys.argv[1:]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "--content", LAW, "--cache", tmp_path],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.endswith("错误 1 条，警告 0 条，提示 0 条\n")


PATIENCE = 60  # seconds in which the preview must have done what is waited for


@contextmanager
def served(*command: str) -> Iterator[str]:
    """Run a preview and yield its address; whatever happens, it ends with all it started.

    Raises AssertionError where no address is said in time.  What it says goes into a file,
    so that no read can block, and its children hold no pipe of ours.
    """
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=PROJECT,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            # a suite run in the background ignores Ctrl-C, and what it starts would too
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
        try:

            def address() -> str:
                assert process.poll() is None, "the preview ended by itself"
                said.seek(0)
                found = re.search(r"http://127\.0\.0\.1:\d+", said.read())
                return found[0] if found else ""

            yield wait_for(address)
            process.send_signal(signal.SIGINT)
            assert process.wait(10) in (0, 130)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)


def wait_for(found: Callable[[], str]) -> str:
    """Return what `found` returns as soon as it is something; AssertionError in the end."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.1)
    raise AssertionError(f"nothing within {PATIENCE} seconds")


def get(address: str) -> str:
    """Return what the preview answers."""
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        text: str = answer.read().decode()
        return text


@pytest.mark.parametrize("port", ["-1", "99999"])
def test_a_port_that_is_none_is_one_line(law_folder: Path, port: str) -> None:
    done = called("serve", "--content", law_folder, f"--port={port}")
    assert (done.returncode, done.stderr.strip()) == (2, "--port: 端口是 0 到 65535 的数")


def test_serve_rebuilds_what_changes(law_folder: Path) -> None:
    folder = law_folder.parent
    arguments = [
        *("serve", "--port", "0", "--only", "data", "--content", str(law_folder)),
        *("--cache", str(folder / "cache")),
        *("--site", str(folder / "site"), "--dist", str(folder / "dist")),
    ]
    with served("-m", "generator", *arguments) as address:

        def edition() -> str:
            with suppress(HTTPError):  # not made yet
                return get(f"{address}/data/edition.json")
            return ""

        wait_for(lambda: "there" if "《条例》" in edition() else "")
        text = (law_folder / "library.yml").read_text("utf-8")
        (law_folder / "library.yml").write_text(text.replace("《条例》", "《新名》"), "utf-8")
        wait_for(lambda: "new" if "《新名》" in edition() else "")


STUCK = """
import socket, subprocess, sys, time
server = socket.create_server(("127.0.0.1", 0))
subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
print(f"http://127.0.0.1:{server.getsockname()[1]}/" if sys.argv[1] == "mute" else "", flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("fault", ["silent", "mute"])
def test_a_preview_that_is_stuck_cannot_hold_up_the_tests(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One says no address, one takes requests and never answers; both leave a child behind."""
    monkeypatch.setattr(sys.modules[__name__], "PATIENCE", 2)
    started = time.monotonic()
    with pytest.raises((AssertionError, TimeoutError)), served("-c", STUCK, fault) as address:
        get(address)
    assert time.monotonic() - started < 8
