"""Every browser as a fixture, skipped with one line where it cannot be had; what was seen is kept.

Not part of `make test`: `make test-browsers` installs the drivers and runs this folder.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browsers.programs import OLD_CHROMIUMS, NotHereError, old_chromium, system_program
from tests.browsers.reader import Reader
from tests.conftest import PROJECT
from tests.pages import pages_by_kind

# The drivers may be installed and still not be meant: `make test` leaves all this out.
collect_ignore_glob = [] if os.environ.get("KB_BROWSERS") else ["test_*.py"]

SITE = PROJECT / "site"
PICTURES = PROJECT / "build" / "browsers"
DESK = (1280, 720)


def _old(version: int) -> Callable[[], Reader]:
    def start() -> Reader:
        from tests.browsers.chromium import Chromium

        return Chromium(old_chromium(version))

    return start


def _chromium() -> Reader:
    from tests.browsers.chromium import Chromium

    return Chromium(system_program("chromium", package="chromium"))


def _firefox() -> Reader:
    from tests.browsers.firefox import Firefox

    return Firefox(system_program("firefox-esr", "firefox", package="firefox-esr"))


def _webkit() -> Reader:
    from tests.browsers.webkit import WebKit, bindings

    driver = system_program("WebKitWebDriver", package="webkit2gtk-driver")
    bindings()
    return WebKit(driver, system_program("Xvfb", package="xvfb"))


BROWSERS: dict[str, Callable[[], Reader]] = {
    **{f"chromium-{version}": _old(version) for version in OLD_CHROMIUMS},
    "chromium": _chromium,
    "firefox": _firefox,
    "webkit": _webkit,
}


@pytest.fixture(scope="session", params=BROWSERS)
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A browser, one after the other."""
    try:
        browser = BROWSERS[request.param]()
    except NotHereError as error:
        pytest.skip(str(error))
    yield browser
    browser.close()


@pytest.fixture(autouse=True)
def at_a_desk(request: pytest.FixtureRequest) -> None:
    """Start every test with a window of the usual size."""
    if "reader" in request.fixturenames:
        request.getfixturevalue("reader").resize(*DESK)


@pytest.fixture(scope="session")
def pages() -> dict[str, Path]:
    """One page of every kind of the site that `make` has built."""
    if not (SITE / "index.html").is_file():
        pytest.skip("site/ is not built: make")
    found = pages_by_kind(SITE)
    del found["missing"]  # only a server shows it
    return found


class Seen:
    """What was measured, by browser; a table of it is the last thing that a run leaves."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, str]] = {}

    def note(self, reader: Reader, measure: str, figure: object) -> None:
        """Keep a figure, as it will stand in the table."""
        self._found.setdefault(measure, {})[reader.name] = str(figure)

    def write(self, folder: Path) -> None:
        """Write the table as Markdown and as JSON."""
        names = list(dict.fromkeys(name for row in self._found.values() for name in row))
        rows = [["measure", *names], ["---"] * (len(names) + 1)]
        rows += [
            [measure, *(row.get(name, "") for name in names)]
            for measure, row in self._found.items()
        ]
        folder.mkdir(parents=True, exist_ok=True)
        text = "".join(f"| {' | '.join(row)} |\n" for row in rows)
        (folder / "measured.md").write_text(text, "utf-8")
        text = json.dumps(self._found, ensure_ascii=False, indent=1)
        (folder / "measured.json").write_text(text, "utf-8")


@pytest.fixture(scope="session")
def seen() -> Iterator[Seen]:
    """Where figures are noted."""
    found = Seen()
    yield found
    found.write(PICTURES)


@pytest.fixture(scope="session")
def keep() -> Callable[[Reader, str, bytes], Path]:
    """Give what keeps a picture or a printed page in build/browsers, and a picture of the paper."""

    def kept(reader: Reader, name: str, content: bytes) -> Path:
        folder = PICTURES / reader.name.replace(" ", "-")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        path.write_bytes(content)
        if path.suffix == ".pdf" and shutil.which("pdftoppm"):
            asked = [
                "pdftoppm",
                "-png",
                "-r",
                "60",
                "-l",
                "2",
                str(path),
                str(path.with_suffix("")),
            ]
            subprocess.run(asked, check=True)
        return path

    return kept
