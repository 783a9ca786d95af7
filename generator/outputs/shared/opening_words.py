"""What a report opens with: its first sentence that says something, for lists to choose from."""

from __future__ import annotations

import re

from generator.model import Document
from generator.outputs.shared.gist import LABEL, STOPS, short_clause

LONGEST, HARD = 56, 72  # letters: of whole clauses, and of one clause that is not broken off
LEAST = 10  # letters of a sentence that says something
FIRST = 12  # sentences in which something better than courtesies is looked for
LONGEST_GREETING = 40  # letters
ENDS = "。！？；"
GREETED = re.compile("^(?:尊敬的|敬爱的|各位|同志们|大家好|女士们|朋友们|谢谢|感谢)")
ADDRESSED = re.compile("[：:]$")
PRINTED = re.compile(
    "^(?:来源|作者|编辑|记者|发布|时间|日期|单位|文号|关键词|摘要|点击|浏览|字号)[^，。]*[：:]"
)
ANNOUNCING = re.compile(
    "(?:汇报|报告|通报|说明|总结|介绍|交流|发言|小结|分享|阐述|谈几点)[^，。]{0,8}[：。:]?$"
    "|如下[：。:]?$"
)
COURTEOUS = re.compile(  # the first clauses of a sentence that any report might open with
    "^(?:根据|按照|遵照|依据)[^。，]{0,40}(?:安排|要求|部署|通知|精神|方案)，"
    "|领导下，|为指导，|为核心的|^党的[一二三四五六七八九十]+大以来|高度重视(?:……|。)?$"
)


def opening_words(document: Document) -> str:
    """Return the first sentence of a report that says something, cut to whole clauses.

    Headings, the title again, greetings, whom it is addressed to, dates and signatures say
    nothing; what any report opens with (在……领导下, 现汇报如下) is taken only where the first
    sentences have nothing else.  Empty where no sentence will do.
    """
    text, title = document.piece.text, _letters(document.piece.title)
    otherwise = ""
    for at, sentence in enumerate(document.sentences):
        if otherwise and at > FIRST:
            break
        words = text[sentence.start : sentence.end].strip()
        if document.paragraphs[sentence.paragraph].heading or not _says_something(words, title):
            continue
        shown = _clipped(LABEL.sub("", words))
        if not shown:
            continue
        if not ANNOUNCING.search(words) and not COURTEOUS.search(shown):
            return shown
        otherwise = otherwise or shown
    return otherwise


def _says_something(words: str, title: str) -> bool:
    letters = _letters(words)
    if len(letters) < LEAST or letters in title or (title and letters.startswith(title)):
        return False
    if ADDRESSED.search(words) or (GREETED.match(words) and len(words) <= LONGEST_GREETING):
        return False
    return words[-1] in f"{ENDS}”’）》" and not PRINTED.match(words)


def _clipped(words: str) -> str:
    whole = words.rstrip(STOPS)
    shown = short_clause(words, longest=LONGEST, hard=HARD)
    if len(shown) < LEAST:
        return ""
    if len(shown) >= len(whole):
        return f"{shown}{words[-1] if words[-1] in '！？' else '。'}"
    return shown if shown.endswith("……") else f"{shown}……"


def _letters(words: str) -> str:
    """Return the letters of some words: without signs and spaces."""
    return re.sub(r"[\W_]+", "", words)
