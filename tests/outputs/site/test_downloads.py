"""The page of downloads: every file that it names is there, and as large as it says."""

from __future__ import annotations

import posixpath
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from generator.content import load_content
from tests.conftest import LAW, Built, generator

PAGES = ("downloads.html", "hant/downloads.html")
UNITS = {"KB": 1024, "MB": 1024**2}
SizeOf = Callable[[str], int]


@pytest.fixture(scope="module")
def carrying(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The law with a site that carries its own bundle and single page."""
    root = tmp_path_factory.mktemp("carrying")
    content = shutil.copytree(LAW, root / "content")
    with (content / "library.yml").open("a", encoding="utf-8") as library:
        library.write("downloads: [zip, single]\n")
    built = Built(root / "site", root / "dist")
    _build(built, content)
    return built


def _build(built: Built, content: Path, *more: str) -> None:
    folders = {"content": content, "site": built.site, "dist": built.dist}
    options = [f"--{name}={path}" for name, path in folders.items()]
    done = generator("build", *options, f"--cache={built.site.parent / 'cache'}", *more)
    assert done.returncode == 0, done.stderr


def _offered(page: str, name: str, size_of: SizeOf) -> dict[str, str]:
    """Return what a page offers, path -> kind; each is there and as large as is said."""
    found: dict[str, str] = {}
    for link in html.fromstring(page).xpath("//main//a[@data-file]"):
        path = link.get("data-file")
        (said,) = link.xpath("small/text()")
        found[path] = link.text or ""
        if link.get("href") is None:
            assert said == "—", path
            continue
        assert posixpath.normpath(posixpath.join(posixpath.dirname(name), link.get("href"))) == path
        number, unit = re.fullmatch(r"([\d.]+) (KB|MB)", said).groups()  # type: ignore[union-attr]
        step = 1 if unit == "KB" else 0.1
        assert abs(size_of(path) / UNITS[unit] - float(number)) <= step, (path, said)
    return found


def _dead(page: str) -> list[str]:
    """Return the files that are named without a link."""
    links = html.fromstring(page).xpath("//main//a[@data-file and not(@href)]/@data-file")
    return [str(each) for each in links]


def _visible(page: str) -> str:
    tree = html.fromstring(page)
    for each in tree.xpath("//*[@hidden]"):
        each.drop_tree()
    return str(tree.xpath("string(//main)"))


@pytest.mark.parametrize("name", PAGES)
def test_what_the_site_carries_is_linked_with_its_size(carrying: Built, name: str) -> None:
    page = (carrying.site / name).read_text("utf-8")
    found = _offered(page, name, lambda path: (carrying.site / path).stat().st_size)
    assert not _dead(page)
    assert found.pop("linker/index.html") == "linker"
    ours = {
        path.relative_to(carrying.site).as_posix()
        for folder in ("packs", "downloads", "data")
        for path in (carrying.site / folder).rglob("*")
        if path.is_file()
    }
    assert set(found) == ours  # nothing is left out, nothing is made up
    assert {"downloads/yuelanshi-offline.zip", "downloads/yuelanshi.html"} <= ours
    assert "维护者另发" not in _visible(page)
    assert "維護者另發" not in _visible(page)


def test_the_carried_files_are_those_of_dist(carrying: Built) -> None:
    for name in ("yuelanshi-offline.zip", "yuelanshi.html"):
        carried = carrying.site / "downloads" / name
        assert carried.read_bytes() == (carrying.dist / name).read_bytes()
    assert not list((carrying.site / "hant").rglob("yuelanshi*"))


@pytest.mark.parametrize("name", PAGES)
def test_the_bundle_holds_neither_itself_nor_the_single_page(carrying: Built, name: str) -> None:
    with zipfile.ZipFile(carrying.dist / "yuelanshi-offline.zip") as bundle:
        names = set(bundle.namelist())
        page = bundle.read(name).decode()
        found = _offered(page, name, lambda path: bundle.getinfo(path).file_size)
        start = bundle.read("START.html").decode()
    carried = ["downloads/yuelanshi-offline.zip", "downloads/yuelanshi.html"]
    assert not names & set(carried)
    assert _dead(page) == carried
    assert set(found) - set(carried) <= names
    words = _visible(page)
    assert "yuelanshi-offline.zip" in words
    assert "维护者另发" in words or "維護者另發" in words
    assert f"共{len(names) - 2}个文件" in start  # all but START.html and the checksums


@pytest.mark.parametrize("name", PAGES)
def test_what_the_site_does_not_carry_is_named_in_words(built_law: Built, name: str) -> None:
    page = (built_law.site / name).read_text("utf-8")
    _offered(page, name, lambda path: (built_law.site / path).stat().st_size)
    assert _dead(page) == ["downloads/yuelanshi-offline.zip", "downloads/yuelanshi.html"]
    words = _visible(page)
    assert "文件名是 yuelanshi-offline.zip" in words
    assert "文件名是 yuelanshi.html" in words
    assert not list(built_law.site.rglob("*.zip"))
    assert not (built_law.site / "downloads" / "yuelanshi.html").exists()


def test_a_later_build_of_one_output_leaves_the_sizes_right(
    carrying: Built, tmp_path: Path
) -> None:
    again = Built(tmp_path / "site", tmp_path / "dist")
    shutil.copytree(carrying.site, again.site)
    shutil.copytree(carrying.dist, again.dist)
    content = Path(shutil.copytree(carrying.site.parent / "content", tmp_path / "content"))
    terms = content / "terms.yml"
    old = terms.read_text("utf-8") if terms.is_file() else ""
    more = "".join(f"- name: 阅览室第{number}号长词条\n" for number in range(200))
    terms.write_text(old + more, "utf-8")
    before = (carrying.site / "data" / "terms.json").stat().st_size
    _build(again, content, "--only", "data")
    assert (again.site / "data" / "terms.json").stat().st_size > before + 10_000
    for name in PAGES:
        page = (again.site / name).read_text("utf-8")
        _offered(page, name, lambda path: (again.site / path).stat().st_size)
        assert not _dead(page)


@pytest.mark.parametrize(
    ("line", "carried"),
    [
        ("downloads: [zip, single]\n", ("zip", "single")),
        ("downloads: single\n", ("single",)),
        ("downloads: [离线包, zip, 单页版]\n", ("zip", "single")),
        ("downloads:\n", ()),
        ("downloads: []\n", ()),
        ("", ()),
    ],
)
def test_what_may_be_carried(law_folder: Path, line: str, carried: tuple[str, ...]) -> None:
    with (law_folder / "library.yml").open("a", encoding="utf-8") as library:
        library.write(line)
    assert load_content(law_folder).downloads == carried
