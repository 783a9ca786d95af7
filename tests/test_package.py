"""The package: its face, what it carries along, and that it works away from its checkout."""

from __future__ import annotations

import email
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

import generator as package
from tests.conftest import LAW, PROJECT, Built, differing, generator

PACKAGE = PROJECT / "generator"
HEAVY = {"generator.content", "generator.recipe", "generator.outputs.data", "pydantic", "numpy"}


def _pip(*arguments: str | Path) -> None:
    command = [sys.executable, "-m", "pip", *map(str, arguments)]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as pip builds it; no network is asked."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-build-isolation", "--no-index", "-w", folder, PROJECT)
    (made,) = folder.glob("*.whl")
    return made


def test_the_face_makes_a_library_and_its_exports() -> None:
    library = package.build_library(package.load_content(LAW))
    assert isinstance(library, package.Library)
    assert "edition.json" in package.export_files(library)
    with pytest.raises(package.ContentError):
        package.load_content(LAW / "nowhere")


def test_the_face_is_whole_and_costs_nothing_until_it_is_used() -> None:
    names = "', '".join(package.__all__)
    code = (
        "import sys, generator\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)))\n"
        f"print([name for name in ('{names}') if getattr(generator, name) is None])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True)
    assert done.stdout.splitlines() == ["[]", "[]"], done.stderr
    with pytest.raises(AttributeError):
        package.nothing_of_the_kind  # noqa: B018


PLACE = re.compile(r"__file__\)(?:\.resolve\(\))?((?:\.parents\[\d\]|\.parent)+)")
STEP = re.compile(r"\.parents\[(\d)\]|\.parent")


def test_nothing_is_looked_for_above_the_package() -> None:
    """No path that starts from a module's own place leads out of generator/."""
    seen = 0
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text("utf-8")
        assert not re.search(r"\b(?:PACKAGE|THEME)\.parent", text), path
        for steps in PLACE.findall(text):
            up = sum(int(index or 0) + 1 for index in STEP.findall(steps))
            assert up <= len(path.relative_to(PACKAGE).parts), (path, steps)
            seen += 1
    assert seen >= 3


def test_the_wheel_carries_what_it_needs_and_nothing_else(wheel: Path) -> None:
    """All of generator/ and the theme; a licence for every foreign table; no tests, no content."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        (metadata,) = (name for name in archive.namelist() if name.endswith("/METADATA"))
        said = email.message_from_bytes(archive.read(metadata))
    ours = {path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix != ".pyc"}
    theme = {path for path in (PROJECT / "overrides").rglob("*") if path.is_file()}
    wanted = {path.relative_to(PROJECT).as_posix() for path in ours}
    wanted = {name for name in wanted if not name.startswith("generator/theme/")}
    wanted |= {
        f"generator/theme/{path.relative_to(PROJECT / 'overrides').as_posix()}" for path in theme
    }
    assert names == wanted
    assert said["Version"] == package.__version__
    assert said["License-Expression"] == "MIT"
    licences = said.get_all("License-File") or []
    assert sorted(licences) == [
        "LICENSE",
        "generator/text/word_frequencies.LICENSE",
        "generator/theme/assets/vendor/fflate.LICENSE",
    ]
    assert "mkdocs<2,>=1.6.1" in (said.get_all("Requires-Dist") or [])


def test_installed_it_builds_a_library_from_any_folder(
    wheel: Path, tmp_path: Path, built_law: Built
) -> None:
    """The wheel alone, no checkout in sight, leaves the same bytes as the checkout."""
    place = tmp_path / "installed"
    _pip("install", "--no-deps", "--no-index", "--target", place, wheel)
    elsewhere = tmp_path / "elsewhere"
    content = shutil.copytree(LAW, tmp_path / "anywhere" / "content")
    elsewhere.mkdir()
    where = subprocess.run(
        [sys.executable, "-c", "import generator; print(generator.__file__)"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(place)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()) == place / "generator" / "__init__.py"
    done = generator(
        *("build", "--content", content, "--site", "s", "--dist", "d", "--jobs", "1"),
        cwd=elsewhere,
        PYTHONPATH=str(place),
    )
    assert done.returncode == 0, done.stderr
    assert differing(elsewhere / "s", built_law.site) == []
    assert differing(elsewhere / "d", built_law.dist) == []
    assert {path.name for path in elsewhere.iterdir()} == {"s", "d", "build"}


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(
        r"^## (\S+), ", (PROJECT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert versions[0] == package.__version__


def test_the_command_and_the_plugin_are_registered() -> None:
    (command,) = (each for each in entry_points(group="console_scripts") if each.name == "zhishiku")
    assert callable(command.load())
    assert [each.name for each in entry_points(group="mkdocs.plugins", name="zhishiku")]
    assert version("zhishiku") == package.__version__
