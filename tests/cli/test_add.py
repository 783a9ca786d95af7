"""add: what is brought in, under which name, and all or nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from docx import Document

from generator.cli.main import main
from generator.content import load_content

REPORT = "南坝社区阅览室开放情况报告\n\n南坝社区公共阅览室每周开放时间不少于四十八小时。\n"


def _add(content: Path, *files: Path) -> int:
    cache = content.parent / "cache"
    return main(["add", "--content", str(content), "--cache", str(cache), *map(str, files)])


def _names(content: Path) -> list[str]:
    return sorted(path.name for path in (content / "sources").iterdir())


def test_a_text_is_kept_as_received(
    law_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "南坝 报告(1).txt").write_bytes(REPORT.encode("gb18030"))
    assert _add(law_folder, tmp_path / "南坝 报告(1).txt") == 0
    assert "nan-ba-bao-gao-1.txt" in _names(law_folder)
    kept = law_folder / "sources" / "nan-ba-bao-gao-1.txt"
    assert kept.read_bytes() == REPORT.encode("gb18030")
    said = capsys.readouterr().out
    assert "gb18030" in said
    assert "南坝社区阅览室开放情况报告" in said
    assert "dongqiao" not in said


def test_a_word_file_is_kept_as_received_and_read(
    law_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = Document()
    for line in REPORT.split("\n\n"):
        document.add_paragraph(line.strip())
    document.save(str(tmp_path / "nanba.docx"))
    assert _add(law_folder, tmp_path / "nanba.docx") == 0
    kept = law_folder / "sources" / "nanba.docx"
    assert kept.read_bytes() == (tmp_path / "nanba.docx").read_bytes()
    assert "南坝社区阅览室开放情况报告" in capsys.readouterr().out
    (source,) = [each for each in load_content(law_folder).sources if each.file == "nanba.docx"]
    assert source.sha256 == hashlib.sha256(kept.read_bytes()).hexdigest()
    assert source.text == REPORT.replace("\n\n", "\n")
    assert source.original
    assert [(each.kind, source.text[each.start : each.end]) for each in source.original.parts] == [
        ("paragraph", line) for line in source.text.splitlines()
    ]


def test_ctrl_c_leaves_nothing_behind(law_folder: Path, tmp_path: Path) -> None:
    before = _names(law_folder)
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.cli.add.open_library", interrupted)
        assert _add(law_folder, tmp_path / "good.txt") == 130
    assert _names(law_folder) == before


def test_the_same_text_is_not_taken_twice_and_no_name_is_overwritten(
    law_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _names(law_folder)
    same = tmp_path / "other.txt"
    same.write_bytes((law_folder / "sources" / "xihe.txt").read_bytes())
    assert _add(law_folder, same) == 0
    assert _names(law_folder) == before
    assert "已有同样的来源 xihe.txt" in capsys.readouterr().out
    (tmp_path / "xihe.txt").write_text(REPORT, "utf-8")
    assert _add(law_folder, tmp_path / "xihe.txt") == 0
    assert _names(law_folder) == sorted([*before, "xihe-2.txt"])


def test_a_name_that_a_piece_has_is_not_given_to_a_file(law_folder: Path, tmp_path: Path) -> None:
    body = "按照要求，我社区认真落实，现将公共阅览室开放的有关情况报告如下，请予审阅。" * 3
    for number, text in enumerate((f"汇总\n篇一\n{body}\n篇二\n{body}", REPORT)):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "x.txt").write_text(text, "utf-8")
        assert _add(law_folder, tmp_path / str(number) / "x.txt") == 0
    assert {"x.txt", "x-3.txt"} <= set(_names(law_folder))


def test_all_or_nothing(
    law_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _names(law_folder)
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    for bad in (tmp_path / "picture.png", tmp_path / "nowhere.txt", tmp_path):
        assert _add(law_folder, tmp_path / "good.txt", bad) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
        assert _names(law_folder) == before


def test_what_the_library_cannot_take_is_taken_back(
    law_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _names(law_folder)
    (tmp_path / "good.txt").write_text(REPORT, "utf-8")
    (law_folder / "terms.yml").write_text("- nam: 甲\n", "utf-8")
    assert _add(law_folder, tmp_path / "good.txt") == 2
    assert "terms.yml" in capsys.readouterr().err
    assert _names(law_folder) == before
