"""scripts/fetch_fonts.py: quiet where the fonts are there, else one clear line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "scripts" / "fetch_fonts.py"
SYSTEM = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
pytestmark = pytest.mark.skipif(SYSTEM.is_dir(), reason="the fonts are installed here")
NAMES = ("Fang-Regular", "Hei-Regular", "Kai-Regular", "Song-Regular", "Song-Bold")


def run(cwd: Path, path: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), "fonts"],
        cwd=cwd,
        env={**os.environ, "PATH": path, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_is_fetched_where_the_fonts_are(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    for name in NAMES:
        (tmp_path / "fonts" / f"Fandol{name}.otf").touch()
    done = run(tmp_path, path="")
    assert (done.returncode, done.stdout) == (0, "公文字体已有。\n")


def test_without_apt_it_says_what_to_do_and_ends(tmp_path: Path) -> None:
    done = run(tmp_path, path="")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "texlive-lang-chinese" in done.stdout
    assert not done.stderr


def test_a_failing_fetch_leaves_nothing_behind(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("apt-get", "dpkg-deb"):
        (tools / name).write_text("#!/bin/sh\necho 网络不通 >&2\nexit 100\n", "utf-8")
        (tools / name).chmod(0o755)
    done = run(tmp_path, path=f"{tools}:/bin:/usr/bin")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert "网络不通" in done.stdout
    assert not (tmp_path / "fonts").exists()
