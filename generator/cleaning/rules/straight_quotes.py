"""Straight quotation marks to curly ones by nesting: 他说:"要抓'关键少数'" -> 他说:“要抓‘关键少数’”

Apostrophes (don't) and inches (5") stay, and so does a mark that has no partner on its line.
Where a site has lost its marks in the same way throughout (落实&一岗双责&责任), they come back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.cleaning.ledger import Change
from generator.cleaning.rules.punctuation_width import is_chinese
from generator.cleaning.settings import CleaningSettings

LOST = re.compile("&")
LEAST_LOST = 3  # pairs in a text; fewer may be meant: 甲&乙
QUOTE = re.compile("[\"'＂＇“”‘’]")
DOUBLE, SINGLE = "“”", "‘’"
BEFORE_OPENING = "：（《:(<"  # after these a quotation opens, even inside another


@dataclass(frozen=True, slots=True)
class _Open:
    at: int
    forms: str
    straight: bool


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the curly form of every straight mark that has a partner."""
    lost = _lost_throughout(text)
    if not lost and not re.search("[\"'＂＇]", text):
        return
    at = 0
    for line in text.splitlines(keepends=True):
        for place, mark in sorted([*_line(line), *(_lost(line) if lost else ())]):
            yield Change(at + place, at + place + 1, mark)
        at += len(line)


def _line(line: str) -> Iterator[tuple[int, str]]:
    """Yield place and curly form of the marks in one line."""
    opened: list[_Open] = []
    for match in QUOTE.finditer(line):
        at, mark = match.start(), match[0]
        if mark in "“‘":
            opened.append(_Open(at, DOUBLE if mark == "“" else SINGLE, straight=False))
            continue
        straight = mark not in "”’"
        if straight and _no_quote(line, at, mark, opened):
            continue
        forms = DOUBLE if mark in '"＂”' else SINGLE
        partner = next((each for each in reversed(opened) if _closes(each, forms, straight)), None)
        nests = straight and partner is not None and line[at - 1 : at] in BEFORE_OPENING and at > 0
        if partner is None or nests:
            if straight:
                inner = nests and partner is not None and partner.forms == DOUBLE
                opened.append(_Open(at, SINGLE if inner else forms, straight=True))
            continue
        del opened[opened.index(partner) :]
        if not _chinese(line, partner.at, at):
            continue
        if partner.straight:
            yield partner.at, partner.forms[0]
        if straight:
            yield at, partner.forms[1]


def _lost_throughout(text: str) -> bool:
    """Tell whether & stands for quotation marks: in pairs on every line, in Chinese, often."""
    places = [match.start() for match in LOST.finditer(text)]
    if len(places) < 2 * LEAST_LOST:
        return False
    if any(line.count("&") % 2 for line in text.splitlines()):
        return False
    return all(
        is_chinese(text[at - 1 : at]) and is_chinese(text[at + 1 : at + 2]) for at in places if at
    )


def _lost(line: str) -> Iterator[tuple[int, str]]:
    for number, match in enumerate(LOST.finditer(line)):
        yield match.start(), DOUBLE[number % 2]


def _closes(opening: _Open, forms: str, straight: bool) -> bool:
    """Tell whether a closing mark of `forms` can close `opening`."""
    return opening.forms == forms or (straight and opening.straight and forms == DOUBLE)


def _no_quote(line: str, at: int, mark: str, opened: list[_Open]) -> bool:
    """Tell whether a straight mark is an apostrophe or stands for inches or minutes."""
    before, after = line[at - 1 : at] if at else "", line[at + 1 : at + 2]
    if mark == "'" and _latin(before) and _latin(after):
        return True
    return before.isascii() and before.isdigit() and not opened


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _chinese(line: str, start: int, end: int) -> bool:
    """Tell whether the quotation stands in Chinese text or holds some."""
    around = (line[start - 1 : start] if start else "", line[end + 1 : end + 2])
    return any(map(is_chinese, (*around, *line[start + 1 : end])))
