"""Spaces that Chinese text does not have: 学习和 “回头看” -> 学习和“回头看”.

Kept where they separate: in a line without a sentence (headlines, signatures, tables),
after a label like 第一条, between halves of equal length (平价好书 全民悦读), before a
reporter's name, and between Chinese and Latin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.rules.punctuation_width import CHINESE_MARKS, is_ideograph
from generator.cleaning.settings import CleaningSettings
from generator.text.labels import AMONG, ORDINAL, RUNNING, UNITS, any_of
from generator.text.numerals import ARABIC, COUNTING

GAP = re.compile("[ \t\u3000\xa0\u1680\u2000-\u200a\u202f\u205f]+")
LABEL = re.compile(rf"第[{COUNTING}{ARABIC}]{{1,9}}[{UNITS}条款]$")
PERSON = re.compile("(?:记者|通讯员|作者|摄影|编辑|责编|署名|主编)$")
UNIT = "年月日号时分秒条款项章节届次个名人件份期场家位万亿元余多％%"
NUMBER_APART = re.compile(rf"\d{{1,8}} (?!年 ?\d)[{UNIT}]")  # 班子 2024 年度, no date
BLANK_AFTER = re.compile("(?:20)?[xXＸ×]{1,6}(?![A-Za-z0-9])")  # XX, for a name left out
BLANK_BEFORE = re.compile("(?<![A-Za-z0-9])(?:20)?[xXＸ×]{1,6}$")
SPREAD = re.compile("[\u3400-\u9fff](?:[ \t\u3000]+[\u3400-\u9fff])+")
SPREAD_WORDS = re.compile(  # 两 个 维 护 within a line
    "(?<![\u3400-\u9fff])[\u3400-\u9fff](?: [\u3400-\u9fff](?![\u3400-\u9fff])){2,}"
)
OPENING = re.compile(any_of(RUNNING, AMONG, ORDINAL))  # 一是, which is no part of a half
LONGEST_WORDS = 16  # characters looked at on either side
WORDS_BEFORE = re.compile("[\u3400-\u9fff]*$")
WORDS_AFTER = re.compile("^[\u3400-\u9fff]*")


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every run of spaces that separates nothing."""
    at = 0
    for line in text.split("\n"):
        sentence = re.search("[。；！？，]", line) is not None
        spread = SPREAD.fullmatch(line.strip()) is not None
        apart = {
            place
            for match in SPREAD_WORDS.finditer(line)
            for place in range(match.start(), match.end())
        }
        for match in GAP.finditer(line):
            if (
                spread
                or match.start() in apart
                or _needless(line, match.start(), match.end(), match[0], sentence)
            ):
                yield Change(at + match.start(), at + match.end(), "")
        at += len(line) + 1


def _needless(line: str, start: int, end: int, gap: str, sentence: bool) -> bool:
    """Tell whether the gap line[start:end] can go."""
    if start == 0 or end == len(line):
        return True
    before, after = line[start - 1], line[end]
    if before in CHINESE_MARKS or after in CHINESE_MARKS:
        return True
    if before.isdigit() and after in UNIT:
        return True
    if BLANK_AFTER.match(line, end) or (
        is_ideograph(after) and BLANK_BEFORE.search(line, max(0, start - 8), start)
    ):
        return is_ideograph(before) or is_ideograph(after)
    if is_ideograph(before) and after.isdigit():
        if NUMBER_APART.match(line, end):
            return True
        return re.match(rf"\d+[ \u3000]*[{UNIT}]", line[end : end + 12]) is not None and sentence
    if not (is_ideograph(before) and is_ideograph(after)) or "\t" in gap or not sentence:
        return False
    words_before = WORDS_BEFORE.findall(line[max(0, start - LONGEST_WORDS) : start])[0]
    words_after = WORDS_AFTER.findall(line[end : end + LONGEST_WORDS])[0]
    if LABEL.search(line[max(0, start - 12) : start]) or PERSON.search(words_before):
        return False
    if label := OPENING.match(words_before):
        words_before = words_before[label.end() :]
    return len(words_before) != len(words_after) or len(words_before) < 2
