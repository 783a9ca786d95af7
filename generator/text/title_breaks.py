"""Where lines of a title may end: by sense, never within a word, a name in 《》 or “一把手”.

中共中央关于加强对“一把手”和领导班子监督的意见
-> 中共中央 | 关于加强 | 对“一把手”和 | 领导班子 | 监督的意见
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.text.official_language import official_language
from generator.text.set_phrases import SET_PHRASES
from generator.text.word_cutting import UNKNOWN, cut_words, word_log_probability

FREE, HARD, NEVER = 0, 1, 2
"""What a line break costs between two words: nothing, some sense, or a word cut in two."""

TOKEN = re.compile("[\u3400-\u9fff]+|[A-Za-z0-9.%‰_]+|\\s+|—+|…+|.", re.DOTALL)
LETTERS = re.compile("[\u3400-\u9fff]")
CLOSING = frozenset("，。、；：！？）》〉”’」』】〕]),.;:!?%‰")
STOPS = frozenset("，。、；：！？,.;:!?")
OPENING = frozenset("（《〈“‘「『【〔[(")
PAIRS = dict(zip("（《〈“‘「『【〔[(", "）》〉”’」』】〕])", strict=True))
SHORT_QUOTE = 8  # letters between signs that are never parted, however narrow the line

BEHIND = frozenset("的地得了着过们等之者性化上下中内里间时后前于") | {"以来", "以上", "以下"}
"""Words that belong to the word before them."""

BETWEEN = frozenset("和与及并或暨、同且") | {"以及", "或者"}
"""Words that join two others: a line may end behind them, and should not begin with them."""

AHEAD = (
    frozenset("对在把将被向从由以为按据经给让使就自至不未小大新全各本我该此每两多高老好强")
    | frozenset("促抓保防再更最所其这那第无非副原")
    | {"关于", "对于", "根据", "按照", "围绕", "通过", "为了"}
)
"""Words that belong to the word behind them."""

SMALL = BEHIND | BETWEEN | AHEAD

LEVELS = frozenset("省市县区镇乡村州盟旗")
"""荷塘县, but 落实|市人大常委会: the names of most places are rare words."""
RARE, COMMON = -13.0, -10.5  # natural logarithms of a word's probability

KINDS = frozenset(
    "型业库局圈组院厂部处科所站室署会队司厅长法级类录案稿版条款项届次批号家座员者度率"
)
"""Letters that end a word: 数据局, 资料库."""

MEASURE = re.compile("部分|[款节年月日号个名项条批次届期章周岁万亿元人家座处种级类倍米时分周天度%]")
NUMERALS = frozenset("0123456789一二三四五六七八九十百千零两〇")
LONGEST_UNKNOWN = 8  # letters of a word joined of parts

TOGETHER, OFTEN, SHARE = 16, 200, 0.1
"""Two words of two letters are one (政务服务) where passages have them side by side so often, or
at least TOGETHER times and in such a SHARE of the passages that have the rarer one."""

LEAST = 4  # letters that stand alone on a line at the end of a title
LEAST_FIRST = 2


@dataclass(frozen=True, slots=True)
class TitleBreak:
    """A place where a line of a title may end: before the letter at offset `at`.

    `hard` ones are for lines that cannot hold what stands between two others.
    """

    at: int
    hard: bool


@functools.lru_cache(maxsize=4096)
def title_breaks(title: str) -> tuple[TitleBreak, ...]:
    """Return where lines of `title` may end, in order; the first call is slow."""
    words = _words(title)
    costs = [_cost(words, at) for at in range(1, len(words))]
    _keep_signs_together(words, costs)
    _keep_ends_together(words, costs)
    offset = 0
    found = []
    for word, cost in zip(words, costs, strict=False):
        offset += len(word)
        if cost != NEVER:
            found.append(TitleBreak(offset, cost == HARD))
    return tuple(found)


def title_pieces(title: str) -> tuple[str, ...]:
    """Return the pieces of `title` that stay together where a line can hold them."""
    places = [0, *(each.at for each in title_breaks(title) if not each.hard), len(title)]
    return tuple(title[start:end] for start, end in pairwise(places) if end > start)


def balanced_lines(title: str, width: float) -> tuple[str, ...]:
    """Return `title` in as few lines of `width` ems as its sense allows, of about equal length.

    A line ends at a hard break only where no line holds what stands between two free ones, and
    within a word only where no line holds the word.  Joined, the lines are `title`.
    """
    costs = {each.at: HARD if each.hard else FREE for each in title_breaks(title)}
    ends = [0.0]
    for letter in title:
        ends.append(ends[-1] + (0.5 if letter.isascii() else 1.0))
    size = len(title)
    aim = ends[-1] / max(1.0, -(-ends[-1] // width))
    best: list[tuple[int, int, int, float]] = [(0, 0, 0, 0.0)]
    back = [0]
    for end in range(1, size + 1):
        rows = []
        for start in range(end - 1, -1, -1):
            long = ends[end] - ends[start]
            if long > width and start < end - 1:
                break
            cost = FREE if end == size else costs.get(end, NEVER)
            cut, hard, lines, uneven = best[start]
            uneven += (long - aim) ** 2
            rows.append(((cut + (cost == NEVER), hard + (cost == HARD), lines + 1, uneven), start))
        chosen, start = min(rows)
        best.append(chosen)
        back.append(start)
    places = [size]
    while places[-1]:
        places.append(back[places[-1]])
    return tuple(title[start:end] for end, start in pairwise(places))[::-1]


def _words(title: str) -> list[str]:
    """Return the words, numbers and signs of `title`; joined they are `title`."""
    words: list[str] = []
    for token in TOKEN.findall(title):
        words.extend(cut_words(token) if LETTERS.match(token) else [token])
    joined: list[str] = []
    within = _within_set_phrases(title)
    offset = 0
    for word in words:
        if offset in within or (joined and _goes_on(joined[-1], word)):
            joined[-1] += word
        else:
            joined.append(word)
        offset += len(word)
    return joined


def _within_set_phrases(title: str) -> frozenset[int]:
    """Return the offsets of all letters of set phrases but their first."""
    return frozenset(
        place
        for phrase in SET_PHRASES
        if phrase in title
        for found in re.finditer(re.escape(phrase), title)
        for place in range(found.start() + 1, found.end())
    )


def _goes_on(before: str, after: str) -> bool:
    """Tell whether `after` is the rest of a word that the cutting did not know."""
    if before[-1] in NUMERALS:
        return bool(MEASURE.match(after)) or after in KINDS
    if not LETTERS.match(before) or not LETTERS.match(after) or before in SMALL:
        return False
    if len(before) >= LONGEST_UNKNOWN:
        return False
    if after in KINDS:
        return True
    if after in LEVELS:
        return word_log_probability(before) < RARE and before[-1] not in LEVELS
    return _is_unknown(after) and (_is_unknown(before) or _is_new(before))


def _is_unknown(word: str) -> bool:
    """Tell whether a word is a single letter that does not stand by itself: 托|育, 澜|川."""
    return len(word) == 1 and word not in SMALL and word not in KINDS and word not in LEVELS


def _is_new(word: str) -> bool:
    """Tell whether a word was joined of single letters."""
    return (
        word[-1] not in LEVELS and word[-1] not in KINDS and word_log_probability(word) <= UNKNOWN
    )


def _cost(words: Sequence[str], at: int) -> int:
    """Return what a line break costs before the word `at`."""
    before, after = words[at - 1], words[at]
    if after[0] in CLOSING or before[-1] in OPENING or after.isspace():
        return NEVER
    if before.isspace():
        return FREE
    if before[-1].isascii() and after[0].isascii():
        return NEVER
    if after in BEHIND and before not in STOPS:
        return NEVER
    if after in BETWEEN or before in AHEAD or before[0] == "—":
        return HARD
    if before[0] in CLOSING or after[0] in OPENING:
        return FREE
    return HARD if _may_be_one(before, after) or _is_one_term(before, after) else FREE


def _may_be_one(before: str, after: str) -> bool:
    """Tell whether two words may belong together, one of them being a single letter."""
    if before in LEVELS or (before[-1] in "年月" and after[0] in NUMERALS):
        return True
    if after in LEVELS:
        return before not in SMALL and (len(before) == 1 or word_log_probability(before) < COMMON)
    if _is_unknown(before) or _is_unknown(after):
        return before not in SMALL and after not in AHEAD
    return False


def _is_one_term(before: str, after: str) -> bool:
    if len(before) != 2 or len(after) != 2:
        return False
    rows = official_language().rows
    together = rows.get(before + after, 0.0)
    rarer = min(rows.get(before, 1.0), rows.get(after, 1.0))
    return together >= OFTEN or (together >= TOGETHER and together >= SHARE * rarer)


def _keep_signs_together(words: Sequence[str], costs: list[int]) -> None:
    """Make breaks between a pair of signs dearer, those of short pairs never."""
    for start, end in _signed(words):
        short = sum(map(len, words[start + 1 : end])) <= SHORT_QUOTE
        for at in range(start, end):
            costs[at] = NEVER if short or costs[at] != FREE else HARD
        if words[start] in "（(" and start and short:
            costs[start - 1] = max(costs[start - 1], HARD)  # 规定（试行）
        if start and words[start - 1] == "第":  # 第（五）条
            costs[start - 1] = NEVER
            if end < len(costs):
                costs[end] = NEVER


def _signed(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the outermost pairs of signs, as places of words."""
    last = {word: at for at, word in enumerate(words)}
    start, wanted = -1, ""
    for at, word in enumerate(words):
        if not wanted and word in OPENING and last.get(PAIRS[word], -1) > at:
            start, wanted = at, PAIRS[word]
        elif wanted and word == wanted:
            yield start, at
            wanted = ""


def _keep_ends_together(words: Sequence[str], costs: list[int]) -> None:
    """Make breaks dearer that would leave a line of few letters at either end."""
    size = 0
    for at in range(len(words) - 1, 0, -1):
        size += sum(letter.isalnum() for letter in words[at])
        if size >= LEAST:
            break
        costs[at - 1] = max(costs[at - 1], HARD)
    if costs and len(words[0]) < LEAST_FIRST:
        costs[0] = max(costs[0], HARD)
