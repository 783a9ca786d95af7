"""A large site in several zips: what goes where, and what each says of itself."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import pytest

from generator.build.memo import no_memo
from generator.model import Library
from generator.outputs import bundle
from generator.outputs.bundle.volumes import Volume, divide
from generator.outputs.shared.network_policy import CHARSET
from generator.outputs.shared.render_context import Context

PAGE = b"<html><head>" + CHARSET + b"</head></html>"
FILES = (
    *("index.html", "downloads.html", "b/1.html", "assets/a.css"),
    *("search/m.js", "reports/1.html", "reports/2.html", "data/links.json"),
    *("hant/index.html", "hant/b/1.html"),
)
SIZES = dict.fromkeys(FILES, 10)


def test_what_fits_is_one_volume() -> None:
    (one,) = divide(SIZES)
    assert one.names == tuple(sorted(FILES))
    assert one.size == 100


def test_volumes_keep_to_their_limits_and_hold_every_file_once() -> None:
    for most_files in range(1, 11):
        volumes = divide(SIZES, most_files, 35)
        assert all(len(each.names) <= min(most_files, 3) for each in volumes)
        assert sorted(name for each in volumes for name in each.names) == sorted(FILES)
        assert [each.number for each in volumes] == list(range(1, len(volumes) + 1))
    assert {each.names for each in divide({"a.pdf": 99, "b.pdf": 1}, 10, 35)} == {
        ("a.pdf",),
        ("b.pdf",),
    }


def test_the_documents_come_first_and_each_volume_says_what_it_holds() -> None:
    first, second, third = divide(SIZES, 4)
    assert (first.holds, second.holds) == ("条文、对照表、词条和学习材料", "检索；报告；开放数据")
    assert third.holds == "繁体字版"
    split = [each.holds for each in divide(SIZES, 6)]
    assert split == [
        "条文、对照表、词条和学习材料；检索；报告（一部分）",
        "报告（一部分）；开放数据；繁体字版",
    ]


@pytest.fixture
def volumes(tmp_path: Path, law: Library, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The zips of a small site, of at most four files of the site each."""

    def small(sizes: dict[str, int]) -> tuple[Volume, ...]:
        return divide(sizes, 4)

    monkeypatch.setattr(bundle, "divide", small)
    site, dist = tmp_path / "site", tmp_path / "dist"
    for name in FILES:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(PAGE if name.endswith(".html") else b"{}")
    dist.mkdir()
    context = Context(tmp_path / "own", dist, site, no_memo)
    bundle.render(law, context)
    return sorted(dist.glob("*.zip"))


def test_unpacked_into_one_folder_the_volumes_are_the_site(
    volumes: list[Path], law: Library, tmp_path: Path
) -> None:
    assert [each.name for each in volumes] == [f"{law.name}-offline-{n}.zip" for n in (1, 2, 3)]
    folder = tmp_path / "stick"
    written: list[str] = []
    for path in volumes:
        with zipfile.ZipFile(path) as archive:
            written += archive.namelist()
            archive.extractall(folder)
    assert len(written) == len(set(written)), "no volume writes over another"
    added = {"START.html", "VOLUME-2.html", "VOLUME-3.html", "SHA256SUMS"}
    assert set(written) == {*FILES, *added, "SHA256SUMS-2", "SHA256SUMS-3"}
    for sums in folder.glob("SHA256SUMS*"):
        for line in sums.read_text("ascii").splitlines():
            digest, name = line.split("  ")
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    start = (folder / "START.html").read_text("utf-8")
    assert 'href="index.html"' in start
    assert "离线包共3卷" in start
    assert re.findall(r"第(\d)卷：(\S+?)。4个文件", start) == [
        ("1", "条文、对照表、词条和学习材料"),
        ("2", "检索；报告；开放数据"),
    ]
    for number in (2, 3):
        page = (folder / f"VOLUME-{number}.html").read_text("utf-8")
        assert f"这是离线包的第{number}卷，共3卷，单独打不开知识库。" in page
        assert "<a " not in page
