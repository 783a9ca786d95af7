"""An editor writes while a build reads: what is remembered of files is what stood in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.memo import DiskMemo
from generator.content import curated_files, load_content
from generator.content.curated import Curated
from generator.errors import ContentError

TERM = "- {{name: {}, kind: 机构}}\n"


def names(folder: Path, memo: DiskMemo) -> list[str]:
    return [each.name for each in load_content(folder, memo).terms]


def test_files_changed_while_they_are_read_are_read_again_and_never_remembered_as_before(
    law_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memo, terms, read = DiskMemo(tmp_path / "memo"), law_folder / "terms.yml", []
    terms.write_text(TERM.format("旧名"), "utf-8")
    real = curated_files.read_curated

    def interrupted(folder: Path) -> Curated:
        read.append(folder)
        if len(read) == 1:
            terms.write_text(TERM.format("新名"), "utf-8")
        return real(folder)

    monkeypatch.setattr(curated_files, "read_curated", interrupted)
    assert names(law_folder, memo) == ["新名"]
    assert len(read) == 2
    terms.write_text(TERM.format("旧名"), "utf-8")
    assert names(law_folder, memo) == ["旧名"]


def test_files_that_never_rest_are_refused_in_one_line(
    law_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terms = law_folder / "terms.yml"

    def restless(folder: Path) -> Curated:
        terms.write_text(f"{terms.read_text('utf-8') if terms.is_file() else ''}#\n", "utf-8")
        raise ValueError

    monkeypatch.setattr(curated_files, "read_curated", restless)
    with pytest.raises(ContentError, match="一直在改动"):
        load_content(law_folder, DiskMemo(tmp_path / "memo"))
