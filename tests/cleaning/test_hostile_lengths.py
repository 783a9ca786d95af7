"""Texts that are long in an odd way take about as long as ordinary ones: clean to checks."""

from __future__ import annotations

import time

import pytest

from generator.checking import check_piece
from generator.cleaning import CleaningSettings, clean
from generator.model import Source
from generator.text.structuring import structure

SENTENCE = "市委要加强对下级一把手的监督，认真落实民主集中制。"
TEXTS = {
    "leading blanks": "阅览室开放。\n" + " " * 100_000 + "甲\n",
    "wide blanks": "阅览室开放。\n" + "\u3000" * 60_000 + "甲\n",
    "lines of one character": "甲\n" * 48_000,
    "one sentence in a line": SENTENCE * 2_600,
    "lines of one sentence": (SENTENCE + "\n") * 2_600,
    "digits": "1" * 195_000,
    "numbers on lines": "1\n" * 60_000,
    "brackets": "[" * 100_000,
    "titles": "《" * 60_000,
    "closed by others": "《" * 30_000 + "）" * 30_000,
    "quotation marks": "“" * 60_000,
    "words apart": "甲 " * 50_000,
    "labels": "一、甲\n" * 15_000,
    "decimals": "1.1 甲\n" * 15_000,
    "keys": "来源：" * 20_000,
    "broken sentences": "甲，乙丙丁戊己庚辛壬癸子丑寅卯\n" * 7_000,
    "lone characters in prose": "开展自查，" * 5 + "\n软" * 48_000,
    "words in lines": "坚持民主集中制原则开展自我检\n" * 7_000,
    "titles again": "关于开展自查情况的报告\n" * 16_000,
    "bullets between": "关于开展自查情况的报告\n" + "• 通知公告\n" * 20_000,
    "site tails": "关于开展自查情况的报告" + "_青石网" * 40_000,
    "dashes": "关于开展自查情况的报告" + "-" * 100_000 + "网",
    "open titles": "认真学习贯彻《\n" * 14_000,
    "masks": "甲*" * 40_000,
}
MOST = 10.0  # seconds for half of each; all of it, below 200 KB, is for scripts/fuzz.py


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_takes_long(name: str) -> None:
    text = TEXTS[name][: len(TEXTS[name]) // 2]
    begin = time.process_time()
    cleaned = clean(Source("a.txt", text, "", "utf-8"), CleaningSettings())
    for piece in cleaned.pieces:
        check_piece(structure(piece), cleaned)
    assert time.process_time() - begin < MOST
