"""Words that a filter broke or masked, where only one reading is possible: 反腐*败 -> 反腐败.

A sign between two letters goes where the letters around it are one word of the language or
one set phrase.  A sign, a figure or letters of the Latin alphabet that stand for one character
give way to it where a single set phrase fits: 一岗2责 -> 一岗双责.  What stays masked is a
finding (T-008).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings
from generator.text.numerals import numeral_value
from generator.text.set_phrases import SET_PHRASES
from generator.text.word_frequencies import LONGEST_WORD, load_word_probabilities

HAN = "\u3400-\u9fff"
SIGN = r"[*＊_＿#＃^]"
BROKEN = re.compile(
    rf"(?<=[{HAN}])(?:{SIGN}{{1,3}}|[a-z]{{1,6}})(?=[{HAN}])|(?<![0-9A-Za-z.])[0-9](?=[{HAN}])"
)
SIGNS = re.compile(f"{SIGN}+")
SHORTEST = 3  # letters of a word that can be certain
LONGEST_PHRASE = max(map(len, SET_PHRASES))
LEFT = re.compile(f"[{HAN}]*$")
RIGHT = re.compile(f"[{HAN}]*")
FIGURES = re.compile("一岗双责|三会一课|三严三实|三重一大|两学一做")
"""The phrases in which a figure can only be a disguise: 4个意识 is a way to write."""


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the restored word for every mask that hides only one; the note tells which."""
    for match in BROKEN.finditer(text):
        before = LEFT.findall(text[max(0, match.start() - LONGEST_PHRASE) : match.start()])[0]
        after = RIGHT.findall(text[match.end() : match.end() + LONGEST_PHRASE])[0]
        if SIGNS.fullmatch(match[0]) and (word := _joined(before, after)):
            yield Change(match.start(), match.end(), "", note=f"遮字还原：{word}")
        elif found := _hidden(match[0], before, after):
            letter, phrase = found
            yield Change(match.start(), match.end(), letter, note=f"遮字还原：{phrase}")


def _joined(before: str, after: str) -> str:
    """Return the longest word that stands across the seam, empty where there is none."""
    for size in range(LONGEST_PHRASE, SHORTEST - 1, -1):
        for left in range(min(size - 1, len(before)), max(0, size - len(after) - 1), -1):
            word = before[len(before) - left :] + after[: size - left]
            if len(word) == size and _is_word(word):
                return word
    return ""


def _is_word(word: str) -> bool:
    return word in SET_PHRASES or (len(word) <= LONGEST_WORD and word in _dictionary())


@cache
def _dictionary() -> frozenset[str]:
    """Return the words of the language; read only where something is masked."""
    return frozenset(word for word in load_word_probabilities() if len(word) >= SHORTEST)


def _hidden(mask: str, before: str, after: str) -> tuple[str, str] | None:
    """Return the one letter that makes a set phrase of the place, and the phrase."""
    if not mask.isdigit() and len(mask) > 1 and not mask.isalpha():
        return None
    found = set()
    for phrase, at in _places().get(after[:1], ()):
        if at == 0 and not mask.isdigit():
            continue
        if not (before.endswith(phrase[:at]) and after.startswith(phrase[at + 1 :])):
            continue
        if mask.isdigit():
            same = numeral_value({"双": "二"}.get(phrase[at], phrase[at])) == int(mask)
            if not same or not FIGURES.fullmatch(phrase):
                continue
        found.add((phrase[at], phrase))
    letters = {letter for letter, _ in found}
    return max(found, key=lambda each: len(each[1])) if len(letters) == 1 else None


@cache
def _places() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the places of letters in set phrases by the letter behind each."""
    found: dict[str, list[tuple[str, int]]] = {}
    for phrase in SET_PHRASES:
        for at in range(len(phrase) - 1):
            found.setdefault(phrase[at + 1], []).append((phrase, at))
    return {letter: tuple(places) for letter, places in found.items()}
