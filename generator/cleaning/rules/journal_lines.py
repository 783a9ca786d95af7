"""What a journal prints about an article: 中图分类号：D262 文献标识码：A, 作者简介：… -> nothing.

The abstract (摘要) is the author's own text and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.lines import lines_of
from generator.cleaning.settings import CleaningSettings

GAP = r"[ \t\u3000]*"
OPEN, CLOSE = r"[\[【［〔(（<〈]?", r"[\]】］〕)）>〉]?"


def _spaced(words: str) -> str:
    """Return a pattern for words whose characters may be set apart: 关 键 词."""
    return GAP.join(words)


NAMES = (
    *(
        "中图分类号",
        "中图法分类号",
        "文献标识码",
        "文献标志码",
        "文章编号",
        "文章编码",
        "收稿日期",
        "修回日期",
        "修改日期",
        "录用日期",
        "投稿日期",
    ),
    *(
        "网络出版时间",
        "网络首发时间",
        "网络出版地址",
        "出版日期",
        "基金项目",
        "资助项目",
        "项目基金",
        "课题项目",
        "作者简介",
        "作者介绍",
        "第一作者简介",
        "第一作者",
    ),
    *(
        "通讯作者",
        "通信作者",
        "通讯作者简介",
        "作者单位",
        "引用格式",
        "引用本文",
        "引文格式",
        "责任编校",
        "编校",
        "英文标题",
        "学科分类号",
        "分类号",
        "论文编号",
    ),
)
KEYWORDS = ("关键词", "关键字", "关健词", "主题词")
LATIN = (
    r"(?:DOI|doi|Doi|Key ?[Ww]ords?|KEY ?WORDS|CLC(?: [Nn]umber)?|Document [Cc]ode|Article ID|"
    r"ISSN|CN)"
)
NAME = "|".join(_spaced(name) for name in NAMES)
WORD = "|".join(_spaced(name) for name in KEYWORDS)
COLON = rf"{GAP}(?:{CLOSE}{GAP}[:：]|[\]】］〕〉])"
LINE = re.compile(rf"{OPEN}{GAP}(?:(?:{NAME}){COLON}|{LATIN}{COLON}|(?:{NAME}){GAP}(?=[A-Z]\d))")
KEYWORD_LINE = re.compile(rf"{OPEN}{GAP}(?:{WORD}){COLON}[^。]{{0,120}}[。.]?")
TRADITIONAL = str.maketrans(
    "圖類號獻標識碼編關鍵詞題項簡錄網絡論學資課單", "图类号献标识码编关键词题项简录网络论学资课单"
)
LONGEST = 400
EDGE = 30  # lines at either end of the text in which a journal prints such


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line that a journal prints about an article."""
    lines = lines_of(text)
    for at, line in enumerate(lines):
        if EDGE <= at < len(lines) - EDGE or len(line.words) > LONGEST:
            continue
        words = line.words.translate(TRADITIONAL)
        if LINE.match(words) or KEYWORD_LINE.fullmatch(words):
            yield line.deletion()
