"""Which words gave way to which, as an amendment says it: whole words, no chance agreements.

Lines that are the same are held fast; between them the longest common run of words is kept (least
insertions and deletions: E. Myers, An O(ND) Difference Algorithm, 1986, here bit-parallel after
H. Hyyrö, 2004, in rapidfuzz).  Then, after N. Fraser (Diff Strategies, 2006), agreements too short
to mean anything are given up, and what could stand at several places begins where a line, a
sentence or a clause does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from rapidfuzz.distance import Indel

from generator.model import WordEdit
from generator.text.word_cutting import cut_words

_NUMERALS = "〇零一二三四五六七八九十百千万亿两0-9"
_TOKEN = re.compile(
    rf"第[{_NUMERALS}]+[编章节条款项目](?:之[{_NUMERALS}]+)?"
    rf"|[{_NUMERALS}.]*[{_NUMERALS}](?:个?工作日|个月|小时|平方米|[元日年月倍名人次个%％])?"
    "|(?P<run>[\u3400-\u9fff]+?(?=第[" + _NUMERALS + "]|[" + _NUMERALS + "]|[^\u3400-\u9fff]|$))"
    "|[A-Za-z]+|(?s:.)"
)
_CHANCE = 4  # letters that two wordings may share by chance
_STARTS = {"\n": 5, "。": 4, "；": 3, "：": 3, "，": 2, "、": 1}

_Edit = tuple[int, int, int, int]


def word_edits(old: str, new: str) -> tuple[WordEdit, ...]:
    """Return which words of `old` gave way to which of `new`, in order; the rest is the same."""
    if old == new:
        return ()
    one, other = tokens(old), tokens(new)
    found = [edit for span in _gaps(one, other) for edit in _within(one, other, span)]
    found = _placed(_joined(found, one, other), one, other)
    a, b = [0, *accumulate(map(len, one))], [0, *accumulate(map(len, other))]
    return tuple(WordEdit(a[i], a[j], b[k], b[m]) for i, j, k, m in found)


def tokens(text: str) -> tuple[str, ...]:
    """Return the words, numbers with what they count, and marks of `text`; joined they are it."""
    found: list[str] = []
    for match in _TOKEN.finditer(text):
        found += cut_words(match[0]) if match["run"] else [match[0]]
    return tuple(found)


def _gaps(one: Sequence[str], other: Sequence[str]) -> Iterator[_Edit]:
    """Yield the stretches between lines that are the same in both."""
    lines, others = _lines(one), _lines(other)
    matcher = SequenceMatcher(
        None,
        ["".join(one[slice(*each)]) for each in lines],
        ["".join(other[slice(*each)]) for each in others],
        autojunk=False,
    )
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield (*_span(lines, i, j, len(one)), *_span(others, k, m, len(other)))


def _lines(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the lines of a text stand among its words, line feeds at their ends."""
    ends = [at + 1 for at, word in enumerate(words) if word == "\n"]
    starts = [0, *ends]
    return [(start, end) for start, end in zip(starts, [*ends, len(words)], strict=True)]


def _span(lines: Sequence[tuple[int, int]], first: int, last: int, size: int) -> tuple[int, int]:
    start = lines[first][0] if first < len(lines) else size
    return start, lines[last - 1][1] if last > first else start


def _within(one: Sequence[str], other: Sequence[str], span: _Edit) -> Iterator[_Edit]:
    """Yield the least edits inside a stretch."""
    a0, a1, b0, b1 = span
    for code in Indel.opcodes(one[a0:a1], other[b0:b1]):
        if code.tag != "equal":
            yield a0 + code.src_start, a0 + code.src_end, b0 + code.dest_start, b0 + code.dest_end


def _joined(found: Sequence[_Edit], one: Sequence[str], other: Sequence[str]) -> list[_Edit]:
    """Return the edits, those as one that nothing parts but what agrees by chance."""
    stack: list[_Edit] = []
    for each in found:
        stack.append(each)
        while len(stack) > 1:
            (a0, a1, b0, _), (c0, c1, _, d1) = stack[-2:]
            between = "".join(one[a1:c0])
            least = min(_size(stack[-2], one, other), _size(stack[-1], one, other))
            apart = len(between) > _CHANCE or "\n" in between or 2 * len(between) > least
            if between and apart:
                break
            stack[-2:] = [(a0, c1, b0, d1)]
    trimmed = (_trimmed(each, one, other) for each in stack)
    return [each for each in trimmed if each[0] < each[1] or each[2] < each[3]]


def _size(edit: _Edit, one: Sequence[str], other: Sequence[str]) -> int:
    a0, a1, b0, b1 = edit
    return max(len("".join(one[a0:a1])), len("".join(other[b0:b1])))


def _trimmed(edit: _Edit, one: Sequence[str], other: Sequence[str]) -> _Edit:
    """Return an edit without what is the same at its ends: words that were cut otherwise."""
    a0, a1, b0, b1 = edit
    ahead = _agreeing(one[a0:a1], other[b0:b1])
    a0, b0 = a0 + ahead[0], b0 + ahead[1]
    behind = _agreeing(_turned(one[a0:a1]), _turned(other[b0:b1]))
    return a0, a1 - behind[0], b0, b1 - behind[1]


def _turned(words: Sequence[str]) -> list[str]:
    return [word[::-1] for word in reversed(words)]


def _agreeing(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return how many words at the beginning of both spell the same letters; the most."""
    sizes = {size: at for at, size in enumerate(accumulate(map(len, other)), 1)}
    text, best = "".join(other), (0, 0)
    for at, size in enumerate(accumulate(map(len, one)), 1):
        if not text.startswith("".join(one[:at])):
            break
        if size in sizes:
            best = at, sizes[size]
    return best


def _placed(found: Sequence[_Edit], one: Sequence[str], other: Sequence[str]) -> list[_Edit]:
    """Return the edits, what was only put in or only left out where a line or clause begins."""
    placed: list[_Edit] = []
    for at, edit in enumerate(found):
        a0, a1, b0, b1 = edit
        least = placed[-1][1] if placed else 0
        most = found[at + 1][0] if at + 1 < len(found) else len(one)
        step = _best_step(one, other, edit, (least - a0, most - a1)) if a0 == a1 or b0 == b1 else 0
        placed.append((a0 + step, a1 + step, b0 + step, b1 + step))
    return placed


def _best_step(
    one: Sequence[str], other: Sequence[str], edit: _Edit, bounds: tuple[int, int]
) -> int:
    """Return by how many words an edit with one empty side is shifted, the texts being the same."""
    a0, a1, b0, b1 = edit
    words, start, end = (other, b0, b1) if a0 == a1 else (one, a0, a1)
    least, most = bounds
    steps = [0]
    while steps[0] > least:
        a, b = one[a0 + steps[0] - 1], other[b0 + steps[0] - 1]
        if not a == b == words[end + steps[0] - 1]:
            break
        steps.insert(0, steps[0] - 1)
    while steps[-1] < most and b1 + steps[-1] < len(other):
        a, b = one[a1 + steps[-1]], other[b1 + steps[-1]]
        if not a == b == words[start + steps[-1]]:
            break
        steps.append(steps[-1] + 1)
    return max(steps, key=lambda step: (_start(words, start + step), -abs(step)))


def _start(words: Sequence[str], at: int) -> int:
    """Return how well words may begin at `at`."""
    return 6 if at == 0 else _STARTS.get(words[at - 1], 0)
