"""A browser older than the oldest supported reads the text and is told; no other sees the line."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browsers.chromium import Chromium
from tests.browsers.conftest import Seen
from tests.browsers.programs import TOO_OLD, NotHereError, old_chromium
from tests.browsers.reader import Reader
from tests.conftest import PROJECT
from tests.oldest.features import OLDEST

LINE = "placed('.too-old') !== null"


@pytest.fixture(scope="module")
def standing_alone(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The single page, and the first page of the bundle."""
    (single,) = (PROJECT / "dist").glob("*.html")
    (bundle,) = (PROJECT / "dist").glob("*.zip")
    start = tmp_path_factory.mktemp("bundle") / "START.html"
    with zipfile.ZipFile(bundle) as files:
        (name,) = [each for each in files.namelist() if each.endswith("START.html")]
        start.write_bytes(files.read(name))
    return [single, start]


@pytest.fixture(scope="module", params=TOO_OLD)
def too_old(request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A Chromium older than the oldest supported."""
    try:
        browser = Chromium(old_chromium(request.param))
    except NotHereError as error:
        pytest.skip(str(error))
    yield browser
    browser.close()


def test_one_too_old_reads_and_is_told(
    too_old: Reader, pages: dict[str, Path], standing_alone: list[Path], seen: Seen
) -> None:
    too_old.resize(1280, 720)
    shown = []
    for page in (*pages.values(), *standing_alone):
        too_old.open(page)
        shown.append(too_old.ask(LINE))
    seen.note(too_old, "pages that say that the browser is too old", f"{sum(shown)}/{len(shown)}")
    assert all(shown)
    too_old.open(pages["article"])
    assert too_old.ask("lines(document.querySelector('.text')).length") > 3
    line = too_old.ask("document.querySelector('.too-old').textContent")
    assert f"谷歌 {OLDEST}" in line


def test_no_supported_one_sees_the_line(
    reader: Reader, pages: dict[str, Path], standing_alone: list[Path], seen: Seen
) -> None:
    shown = []
    for page in (*pages.values(), *standing_alone):
        reader.open(page)
        shown.append(reader.ask(LINE))
    seen.note(reader, "pages that say that the browser is too old", f"{sum(shown)}/{len(shown)}")
    assert not any(shown)


def test_what_stands_alone_is_not_pushed_sideways(
    reader: Reader, standing_alone: list[Path]
) -> None:
    for page in standing_alone:
        for size in ((1280, 720), (390, 844)):
            reader.resize(*size)
            reader.open(page)
            assert reader.ask("sideways()") == 0
            assert reader.ask("overlaps()") == []
            assert reader.said() == []
