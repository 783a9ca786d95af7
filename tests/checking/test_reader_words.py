"""What readers are told of a finding: every code has its words, and they are a reader's."""

from __future__ import annotations

import re

import pytest

from generator.checking.codes import CODES
from generator.checking.reader_words import READER_WORDS, SECTIONS, sentence
from generator.model import Finding

# No codes, files, keys or English; what a sentence quotes of a source is looked at elsewhere.
JARGON = re.compile(r"[A-Za-z]-?\d|\.(?:yml|txt|md)|[A-Za-z]{3,}|偏移|片段|版本 |errata|witness")


def test_every_code_has_a_readers_words_and_no_other_has() -> None:
    assert set(READER_WORDS) == set(CODES)


def test_every_section_is_in_use() -> None:
    assert {each.section for each in READER_WORDS.values()} == set(SECTIONS)


@pytest.mark.parametrize("code", READER_WORDS)
def test_names_and_meanings_are_plain(code: str) -> None:
    told = READER_WORDS[code]
    assert told.name
    assert not told.name.endswith("。")
    assert not JARGON.search(told.name + told.meaning)
    if told.section == "keeper":
        assert not told.meaning
    else:
        assert told.meaning.endswith("。")


@pytest.mark.parametrize("about", SECTIONS.values(), ids=SECTIONS)
def test_what_a_section_is_about_is_plain(about: tuple[str, str]) -> None:
    assert not JARGON.search("".join(about))
    assert about[1].endswith("。")


@pytest.mark.parametrize(
    ("code", "message", "details", "said"),
    [
        ("I-003", "第2页“己”识别不确定，也可能是“已”", (), "第2页“己”识别不确定，也可能是“已”。"),
        ("I-005", "正文可能在框架文件 main.htm 里，没有读", (), "正文可能在另一个文件里，没有读。"),
        (
            "I-006",
            "第3页是图，没有文字层；装上识别（make ocr）再放入",
            (),
            "第3页是图，没有文字层。",
        ),
        ("K-006", "", ("第六条",), "第六条只有一个版本，里面混进了别处的文字。"),
        (
            "K-007",
            "",
            ("第六条", "农村地区推广滴灌"),
            "有一个版本在第六条旁边多出一段：“农村地区推广滴灌”。",
        ),
        (
            "K-005",
            "",
            ("readings", "第六条", "", "", "水\n利"),
            "第六条这里各版本不一样：没有这几个字、“水利”；暂按没有处理。",
        ),
        ("T-001", "", ("‘",), "这里的引号只有前半个（‘），没有后半个。"),
        ("T-002", "", ("〉",), "这里的书名号只有后半个（〉），没有前半个。"),
        ("T-002", "", ("）",), "这里的括号只有后半个（）），没有前半个。"),
        (
            "R-001",
            "",
            ("r", "0"),
            "这一篇与另一篇几乎一样，文字全同，当作转载，不另计数。",
        ),
        ("P-001", "", ("about", "说明", ""), "“说明”页里的图片没有收入。"),
        ("K-002", "", ("{0}",), "各版本里都没有{0}。"),  # what a source says is not read as a form
    ],
)
def test_what_is_said(code: str, message: str, details: tuple[str, ...], said: str) -> None:
    assert sentence(Finding(code, "info", "a.txt", 1, "", message, details=details)) == said
