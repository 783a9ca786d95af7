"""What several suites share: the real library, the law, and both built once per run."""

from __future__ import annotations

import fcntl
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from generator.build.memo import files_digest
from generator.cli.main import main
from generator.model import Library

PROJECT = Path(__file__).parent.parent
CONTENT = PROJECT / "content"
LAW = PROJECT / "tests" / "libraries" / "law"
HOSTILE = PROJECT / "tests" / "libraries" / "hostile"

settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")


@dataclass(frozen=True)
class Built:
    """A finished build."""

    site: Path
    dist: Path


def generator(
    *arguments: str | Path, cwd: Path = PROJECT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command line as a person does, and return how it ended and what it said."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(PROJECT), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def called(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Return what `generator` would, from a call in this process: no interpreter is begun."""
    said, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(said), redirect_stderr(complained):
        try:
            status = main([*map(str, arguments)])
        except SystemExit as end:  # what argparse refuses
            status = int(end.code or 0)
    return subprocess.CompletedProcess(arguments, status, said.getvalue(), complained.getvalue())


@pytest.fixture(scope="session", autouse=True)
def one_process() -> Iterator[None]:
    """What is called in this process does all of its work here, unless it is told otherwise.

    A test process has threads (fonts are set, numbers are worked out by some), and what one of
    them holds when another forks is held for ever in the fork.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "cpu_count", lambda: 1)
        yield


def differing(one: Path, other: Path) -> list[str]:
    """Return the files that two folders do not both have with the same bytes."""
    names = {path.relative_to(one).as_posix() for path in one.rglob("*") if path.is_file()}
    names |= {path.relative_to(other).as_posix() for path in other.rglob("*") if path.is_file()}
    return sorted(
        name for name in names if files_digest(one, (name,)) != files_digest(other, (name,))
    )


@contextmanager
def _locked(place: Path) -> Iterator[None]:
    with place.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _build_once(factory: pytest.TempPathFactory, name: str, content: Path) -> Built:
    """Build `content` once for all workers of the run."""
    base = factory.getbasetemp()
    root = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / f"built-{name}"
    root.mkdir(exist_ok=True)
    built = Built(root / "site", root / "dist")
    with _locked(root / "lock"):
        if not (built.dist / ".outputs.json").is_file():
            done = generator(
                *("build", "--content", content, "--site", built.site, "--dist", built.dist),
                *("--cache", root / "cache"),
            )
            assert done.returncode == 0, done.stderr
    return built


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The real library, built; read only."""
    return _build_once(tmp_path_factory, "content", CONTENT)


@pytest.fixture(scope="session")
def built_law(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The law, built; read only."""
    return _build_once(tmp_path_factory, "law", LAW)


def _load(content: Path) -> Library:
    from generator.content import load_content
    from generator.recipe import build_library

    return build_library(load_content(content))


@pytest.fixture(scope="session")
def built_hostile(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The library of planted markup, built; read only."""
    return _build_once(tmp_path_factory, "hostile", HOSTILE)


@pytest.fixture(scope="session")
def library() -> Library:
    """The real library."""
    return _load(CONTENT)


@pytest.fixture(scope="session")
def law() -> Library:
    """The library of the law."""
    return _load(LAW)


@pytest.fixture
def law_folder(tmp_path: Path) -> Path:
    """A copy of the law's content folder, to be changed."""
    return Path(shutil.copytree(LAW, tmp_path / "content"))
