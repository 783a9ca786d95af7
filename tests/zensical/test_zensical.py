"""mkdocs.yml built with Zensical: what it makes of it, and what it does not (docs/decisions/0052).

Outside `make test`: `make test-zensical` installs Zensical, in an environment of its own.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

ZENSICAL = PROJECT / "build" / "zensical" / "bin" / "zensical"
pytestmark = pytest.mark.skipif(not ZENSICAL.is_file(), reason="make test-zensical installs it")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What mkdocs.yml needs: itself, the authored pages, the theme."""
    for name in ("content", "overrides"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    return tmp_path


def _built(project: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ZENSICAL, "build"], cwd=project, capture_output=True, text=True, check=False
    )


def test_without_our_theme_the_authored_pages_come_out(project: Path) -> None:
    settings = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("  custom_dir: overrides\n", ""), "utf-8")
    done = _built(project)
    assert done.returncode == 0, done.stderr
    pages = {path.stem for path in (project / "content" / "pages").glob("*.md")}
    assert {path.stem for path in (project / "site").glob("*.html")} == {*pages, "404"}
    assert "关于本库" in (project / "site" / "about.html").read_text("utf-8")


def test_our_plugin_is_not_run_and_our_theme_is_not_read(project: Path) -> None:
    """When this fails, Zensical can do more than decision 0052 says: read that anew."""
    done = _built(project)
    assert done.returncode != 0
    assert "undefined value" in done.stderr + done.stdout
    assert not (project / "site" / "yijian").exists()
