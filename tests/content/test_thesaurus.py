"""A library's own vocabulary: thesaurus.txt beside terms.yml."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.content import load_content
from generator.errors import ContentError
from generator.recipe import build_library
from tests.conftest import LAW


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(LAW, tmp_path / "content"))


def groups(content: Path, data: bytes) -> tuple[tuple[str, ...], ...]:
    (content / "thesaurus.txt").write_bytes(data)
    return load_content(content).thesaurus


def test_without_the_file_there_is_none(content: Path) -> None:
    (content / "thesaurus.txt").unlink(missing_ok=True)
    assert load_content(content).thesaurus == ()


def test_a_line_is_a_group_and_notes_and_empty_lines_are_not(content: Path) -> None:
    text = "# 说明\n阅览室 看书的地方\n\n  # 缩进的说明\n书　图书  读物\r\n   \n单独\n"
    expected = (("阅览室", "看书的地方"), ("书", "图书", "读物"), ("单独",))
    assert groups(content, text.encode()) == expected
    assert groups(content, b"\xef\xbb\xbf" + text.encode()) == expected
    assert groups(content, b"") == groups(content, "# 只有说明".encode()) == ()


def test_what_is_not_utf8_is_said_in_one_line(content: Path) -> None:
    with pytest.raises(ContentError, match="不是 UTF-8 编码；请另存为 UTF-8") as caught:
        groups(content, "阅览室 看书的地方".encode("gb18030"))
    assert "thesaurus.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("to", ["nowhere.txt", "/etc/hostname"])
def test_a_link_to_nowhere_or_to_the_outside_is_refused(content: Path, to: str) -> None:
    (content / "thesaurus.txt").unlink(missing_ok=True)
    (content / "thesaurus.txt").symlink_to(to)
    with pytest.raises(ContentError, match=r"thesaurus\.txt"):
        load_content(content)


LIBRARY = """name: fenlei
title: 垃圾分类库
bases:
  - id: guize
    title: 云溪市垃圾分类规则
    short_title: 《分类规则》
"""
RULES = """云溪市垃圾分类规则
第一条 投放点由街道按照居民户数设置，公示七日。
第二条 厨余垃圾每日定时收运，收运车辆密闭。
第三条 督导员在投放点值守，记录混投情况。
第四条 本规则自2020年1月1日起施行。
"""
REPORT = """垃圾分类工作报告
一、主要做法
桶长早晚站在桶边，看住混投。
图书馆新购一批图书。
"""


def linked(folder: Path, thesaurus: str) -> set[tuple[str, int]]:
    (folder / "sources").mkdir(parents=True)
    (folder / "library.yml").write_text(LIBRARY, "utf-8")
    (folder / "sources" / "a.txt").write_text(RULES, "utf-8")
    (folder / "sources" / "r.txt").write_text(REPORT, "utf-8")
    (folder / "thesaurus.txt").write_text(thesaurus, "utf-8")
    library = build_library(load_content(folder))
    texts = {each.piece.id: each.piece.text for each in library.reports}
    return {(texts[one.report][one.start : one.end], one.article) for one in library.links}


def test_words_of_one_group_link_a_report_to_the_article_that_uses_another(
    tmp_path: Path,
) -> None:
    sentence = "桶长早晚站在桶边，看住混投。"
    assert not {words for words, _ in linked(tmp_path / "a", "# 空\n") if "桶长" in words}
    found = linked(tmp_path / "b", "督导员 桶长 站在桶边 值守\n")
    assert (sentence, 3) in found
    assert {article for words, article in found if words == sentence} == {3}
    assert not any("图书馆" in words for words, _ in found)
