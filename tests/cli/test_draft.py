"""draft: a text of one's own is checked, and the report is a page and a Word file."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import called
from tests.draft.conftest import content_folder

DRAFT = (
    "借阅工作汇报\n《条例》第五条规定：“遗失图书应当照价赔偿，珍贵图书双倍赔偿。”我们都做到了。\n"
    "《条例》第九条的要求也落实了。<script>alert(1)</script>\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content_folder(tmp_path_factory.mktemp("cli-draft") / "content")


def _checked(folder: Path, *more: str | Path) -> tuple[int, str, str]:
    done = called("draft", *more, "--content", folder, "--cache", folder.parent / "cache")
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("ending", ["txt", "md", "docx"])
def test_the_report_stands_beside_the_draft(folder: Path, tmp_path: Path, ending: str) -> None:
    draft = tmp_path / f"汇报.{ending}"
    if ending == "docx":
        document = Document()
        for line in DRAFT.strip().split("\n"):
            document.add_paragraph(line)
        document.save(str(draft))
    else:
        draft.write_text(DRAFT.replace("<", r"\<") if ending == "md" else DRAFT, "utf-8")
    status, said, _ = _checked(folder, draft)
    assert status == 0
    assert "引文1处：有改动1" in said
    assert "引用条款2处：有这一条1，没有这一条1" in said
    page = (tmp_path / "汇报-核稿.html").read_text("utf-8")
    assert re.search(r'<mark class="change[^"]*" title="原文：加">双</mark>', page)
    assert "文件里没有《条例》第九条" in page
    assert "<script" not in page
    word = Document(io.BytesIO((tmp_path / "汇报-核稿.docx").read_bytes()))
    words = "\n".join(each.text for each in word.paragraphs)
    assert "珍贵图书双倍赔偿" in words
    assert any("“加”改成“双”" in cell.text for row in word.tables[0].rows for cell in row.cells)


def test_the_report_goes_where_it_is_sent(folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(DRAFT, "utf-8")
    assert _checked(folder, draft, "--output", tmp_path / "out" / "查")[0] == 0
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == ["查.docx", "查.html"]


@pytest.mark.parametrize("what", ["missing", "empty", "folder", "strange"])
def test_bad_input_is_one_line(folder: Path, tmp_path: Path, what: str) -> None:
    draft = tmp_path / ("a.docx" if what == "strange" else "a.txt")
    if what == "folder":
        draft.mkdir()
    elif what != "missing":
        draft.write_bytes(b" \n" if what == "empty" else b"PK\x03\x04 no zip")
    status, said, complained = _checked(folder, draft)
    assert (status, said, complained.count("\n")) == (2, "", 1)
    assert sorted(each.name for each in tmp_path.iterdir()) == [draft.name] * (what != "missing")
