"""new: a folder to start from, and a library in it as soon as a text is there."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import LAW, called


def test_a_new_library_needs_only_a_text_and_its_title(tmp_path: Path) -> None:
    folder = tmp_path / "库"
    assert called("new", folder).returncode == 0
    assert len((folder / "README.md").read_text("utf-8").splitlines()) <= 12
    shutil.copy(LAW / "sources" / "tiaoli.txt", folder / "sources")
    library = folder / "library.yml"
    text = library.read_text("utf-8")
    assert "在这里写基准文件的全称" in text
    library.write_text(text.replace("在这里写基准文件的全称", "云溪市公共阅览室管理条例"), "utf-8")
    done = called(
        *("build", "--only", "data", "--content", folder, "--cache", tmp_path / "cache"),
        *("--site", tmp_path / "site", "--dist", tmp_path / "dist"),
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "data" / "edition.json").is_file()


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("甲")
    done = called("new", tmp_path)
    assert done.returncode == 2
    assert "已有内容" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert called("new", folder).returncode == 0
    assert (folder / "library.yml").is_file()
    assert not list(tmp_path.glob(".*"))
