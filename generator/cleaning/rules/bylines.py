"""Lines about the printing, not of the text: （责任编辑：张三） / 图为会议现场。李四摄 -> nothing.

Who wrote a document (作者：…, a signature) stays: it is part of what the text states.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.lines import lines_of
from generator.cleaning.settings import CleaningSettings
from generator.text.numerals import ARABIC, CIRCLED, COUNTING

NAME = r"[\u4e00-\u9fff·]{2,4}(?:[ \u3000、，,][\u4e00-\u9fff·]{2,4}){0,5}"
GAP = r"[ \t\u3000]*"
LINES = (
    rf"(?:责任编辑|责编|本文编辑|编辑[丨|]){GAP}[:：丨|]?{GAP}[^。\n]{{2,40}}",
    rf"(?:编辑|校对|审核|审校|排版|美编|监制|初审|复审|终审){GAP}[:：丨|]{GAP}{NAME}",
    rf"(?:图文|文图|图/文|文/图|供图|摄影|制图){GAP}[:：丨|]{GAP}[^。；\n]{{2,30}}",
    rf"(?:来源|稿源|文章来源|信息来源){GAP}[:：丨|]{GAP}[^。；，\n]{{2,30}}",
    rf"(?:发布|更新|发表)(?:时间|日期){GAP}[:：]{GAP}[\d年月日:\-/. ]{{6,24}}.{{0,40}}",
    rf"(?:阅读|浏览|点击)(?:次数|量|数){GAP}[:：]{GAP}\d+{GAP}(?:次)?",
    rf"(?:本报|本刊|本网|新华社|中新社|人民网)?(?:特约)?(?:记者|通讯员|见习记者){GAP}{NAME}"
    rf"{GAP}(?:[/／]?{GAP}(?:文|图|摄|文/图|图/文|摄影|报道|摄影报道))?"
    rf"(?:{GAP}(?:通讯员|记者){GAP}{NAME}{GAP}[/／]?{GAP}(?:文|图|摄|摄影|报道)?)?",
    rf"(?:图为|上图为|下图为|左图为|右图为|图[{COUNTING}{CIRCLED}{ARABIC}]{{1,2}}[:：]).{{2,60}}",
    rf".{{2,50}}[。 \u3000（(](?:本报|新华社)?(?:记者|通讯员)?"
    rf"{GAP}{NAME}{GAP}[/／]?{GAP}(?:摄|供图|摄影)[)）]?",
    r"(?:资料图|资料照片|资料图片)(?:[。:： ].{0,30})?|(?:配图|图源|图片来源)[:：].{0,30}",
)
WHOLE = re.compile("|".join(LINES))
LONGEST = 130


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every byline, note of the press and caption, line end with it."""
    for line in lines_of(text):
        if len(line.words) <= LONGEST and _is_byline(line.words):
            yield line.deletion()


def _is_byline(words: str) -> bool:
    """Tell whether a line, or what it holds in brackets, is a byline and nothing else."""
    inner = words[1:] if words[0] in "（([【" else words
    bare = inner[:-1] if inner.endswith(tuple(")）]】")) else inner
    return any(WHOLE.fullmatch(each.strip()) for each in (inner, bare))
