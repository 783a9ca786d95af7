"""How characters and words are read, in plain pinyin without tones (ü is v)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from pypinyin import Style, lazy_pinyin, pinyin

RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
PIECE = re.compile(rf"{RUN.pattern}|[^\W_]")
SAMPLE = 200_000  # characters: enough to know which words are frequent
LONGEST = 6
FREQUENT = 4


def reading(word: str) -> str:
    """Return the syllables of a word in its context, apart by spaces: 调研 -> diao yan.

    Letters and digits stand for themselves; punctuation is left out.
    """
    syllables: list[str] = []
    for match in PIECE.finditer(word.lower()):
        syllables += lazy_pinyin(match[0]) if RUN.match(match[0]) else match[0]
    return " ".join(syllables)


def all_readings(chars: Iterable[str]) -> str:
    """Return each ideograph followed by all its readings: 重zhong,chong."""
    entries = []
    for char in chars:
        if RUN.match(char):
            found = pinyin(char, style=Style.NORMAL, heteronym=True)[0]
            typed = [each.replace("ve", "ue") for each in found if each[1:] == "ve"]
            entries.append(char + ",".join(each for each in found + typed if each.isascii()))
    return "".join(entries)


def frequent_words(texts: Iterable[str], most: int) -> list[str]:
    """Return up to `most` words that recur in the texts, by what they save: length x count.

    A word is a run of characters that has different neighbours on both sides.
    """
    runs = [f" {run} " for run in _sample(texts)]
    counts = Counter(
        run[start : start + length]
        for run in runs
        for length in range(2, LONGEST + 1)
        for start in range(1, len(run) - length)
    )
    counts = Counter({word: count for word, count in counts.items() if count >= FREQUENT})
    before: dict[str, set[str]] = {word: set() for word in counts}
    after: dict[str, set[str]] = {word: set() for word in counts}
    for run in runs:
        for length in range(2, LONGEST + 1):
            for start in range(1, len(run) - length):
                word = run[start : start + length]
                if word in counts:
                    before[word].add(run[start - 1])
                    after[word].add(run[start + length])
    words = [word for word in counts if min(len(before[word]), len(after[word])) > 2]
    words.sort(key=lambda word: (-counts[word] * (len(word) - 1), word))
    return words[:most]


def _sample(texts: Iterable[str]) -> list[str]:
    """Return the runs of ideographs of the first SAMPLE characters."""
    runs: list[str] = []
    read = 0
    for text in texts:
        runs += RUN.findall(text)
        read += len(text)
        if read > SAMPLE:
            break
    return runs
