"""What a collector says of the texts: 以下是小编整理的报告，欢迎阅读！ -> nothing.

A short paragraph goes whole; from a long one only the collector's own sentences.  What
stands between the title and such an introduction introduces it, and goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.cleaning.describing.scripts import simplified
from generator.cleaning.ledger import Change
from generator.cleaning.lines import LABELLED, Line, lines_of
from generator.cleaning.settings import CleaningSettings

COLLECTOR = (
    "小编|网友(?=[为给]|精心|整理|分享)|编者为大家|本站|本网站?(?=为|精心|小编)|[\u4e00-\u9fffA-Za-z0-9]{0,8}(?:范文|文库|文秘|"
    "公文|资料|作文)[网站库吧]|学习啦|笔者为大家"
)
READERS = "大家|您|你们?|广大(?:读者|网友)|各位(?:读者|朋友)?|需要的(?:朋友|人)"
GATHER = "整理|收集|搜集|汇总|分享|带来|准备|推荐|精选|编辑|归纳|提供|总结|撰写|精心"
INTRODUCED = re.compile(
    rf"(?:以下|下面|下边|接下来|今天|本文|这里|现在|为此|"
    rf"那么)[^。！？]{{0,12}}(?:{COLLECTOR})[^。！？]{{0,12}}(?:{GATHER})"
    rf"|(?:{COLLECTOR})[^。！？]{{0,6}}(?:为|给|替|帮|跟|和|与|向|"
    rf"就)?(?:{READERS})[^。！？]{{0,8}}(?:{GATHER})"
    rf"|(?:{COLLECTOR})[^。！？]{{0,6}}(?:精心|特地|特意|特|已经|整理|收集|"
    rf"搜集)[^。！？]{{0,8}}(?:{GATHER})"
    rf"|(?:以下|下面|接下来)(?:是|就是|为)?[^。！？，]{{0,4}}(?:为|"
    rf"给)(?:{READERS})(?:精心)?(?:{GATHER})"
    rf"|以[上下](?:就?是|内容(?:是|为))[^。！？]{{0,40}}(?:{COLLECTOR})|"
    rf"以[上下]就?是关于[^。！？]{{0,60}}(?:全部|所有)?内容"
    rf"|(?:{COLLECTOR})[^。！？]{{0,30}}(?:供(?:{READERS})|参考|借鉴|阅读|写作)"
    rf"|(?:更多|想(?:要)?了解)[^。！？]{{0,40}}(?:请|敬请|可以)?(?:继续)?(?:关注|访问|浏览|"
    rf"点击)[^。！？]{{0,10}}(?:{COLLECTOR})"
    r"|此文献不代表本站|本文主要内容关键词为|一文来源于网友(?:上传|投稿)"
)
WELCOMING = re.compile(
    rf"^(?:最后[，,])?(?:欢迎(?:{READERS})?(?:来)?(?:前来)?(?:阅读|借鉴|参考|参阅|下载|收藏|浏览|"
    rf"查看)|(?:仅|只)?供(?:{READERS})参考|(?:衷心)?(?:希望|期望|但愿)[^。！？]{{0,16}}(?:对|给|"
    rf"能帮|可以帮|能够帮|为)(?:{READERS})[^。！？]{{0,10}}(?:帮助|启发|参考|借鉴|喜欢)"
    rf"|(?:希望|愿)(?:{READERS})(?:能够?|会)?喜欢|(?:一起|一块|赶紧|快)?来?(?:看看|了解一下|"
    rf"参考一下)吧|感谢(?:{READERS})的?(?:阅读|浏览|关注))"
)
HINT = re.compile(  # one of these is in every introduction: most texts need no further look
    "小编|网友|编者为|本站|本网|网站|范文|文库|文秘|公文|资料|作文|学习啦|笔者为|[为给](?:大家|"
    "[您你广各需])|全部内容|所有内容|关键词为"
)
SENTENCE = re.compile(r"[^。！？!?]*[。！？!?]*[”’」』）)]*")
SHORT = 400  # an introduction of more characters holds something of the document
HEAD = 6  # lines at the top among which an introduction stands
LED_UP = 2


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every paragraph or sentence of a collector."""
    text = simplified(text)  # as long as it is
    if HINT.search(text) is None or INTRODUCED.search(text) is None:
        return
    lines = lines_of(text)
    gone = {at for at, line in enumerate(lines) if _is_collectors(line)}
    gone |= _led_up(lines, gone)
    for at, line in enumerate(lines):
        if at in gone and len(lines) > len(gone):
            yield line.deletion()
        elif len(line.words) > SHORT or at in gone:
            yield from _sentences(text, line)


def _is_collectors(line: Line) -> bool:
    """Tell whether a whole paragraph is a collector's: short, and one of its sentences says so."""
    if len(line.words) > SHORT or LABELLED.match(line.words):
        return False
    parts = [part for part in SENTENCE.findall(line.words) if part]
    spoken = [INTRODUCED.search(part) or WELCOMING.match(part.strip()) for part in parts]
    if all(spoken):
        return bool(parts) and (INTRODUCED.search(line.words) is not None or len(line.words) < 40)
    return INTRODUCED.search(parts[-1]) is not None  # what comes before leads up to it


def _led_up(lines: Sequence[Line], gone: set[int]) -> set[int]:
    """Return the paragraphs between the title and an introduction in the head."""
    first = min(gone, default=len(lines))
    if not gone or not 0 < first < HEAD or first + 1 == len(lines):
        return set()
    above = [at for at in range(1, first) if lines[at].is_prose]
    plain = all(
        not LABELLED.match(lines[at].words) and len(lines[at].words) <= SHORT for at in above
    )
    return set(above) if plain and len(above) <= LED_UP and len(above) == first - 1 else set()


def _sentences(text: str, line: Line) -> Iterator[Change]:
    """Yield the collector's sentences in a paragraph that holds more than them."""
    for match in SENTENCE.finditer(text, line.start, line.end):
        if match[0] and INTRODUCED.search(match[0]):
            yield Change(match.start(), match.end(), "")
