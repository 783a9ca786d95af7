"""Foreign matter behind the end of a document (another story on the same page), by its signs.

A tail is foreign when its words are not those of the document before it, and its first
line is a dateline or an unnumbered headline, or bylines stand in it.  The measure of
words: the share of pairs of neighbouring ideographs that the document before has used
(the overlap of bigrams, as in Salton's term matching); what is normal is learnt from the
document itself, paragraph by paragraph.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass

from generator.text.labels import ARTICLE, DIVISION, ITEM, LOOSE, any_of
from generator.text.numerals import ARABIC, YEAR_DIGITS

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
HAN = re.compile("[\u3400-\u9fff]+")
DATELINE = re.compile(
    r"[（(]?(?:新华社|中新社|人民网|新华网|中新网|央视网|本报|本刊|据\S{2,8}报道)\S{0,12}?"
    r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)[）)]?(?=\s|$|[\u4e00-\u9fff])"
    r"|(?:本报|本网|本刊|本台)讯(?:\s|[（(][^）)]{2,40}[）)])"
)
LABEL = re.compile(rf"{any_of(LOOSE, DIVISION, ARTICLE, ITEM)}|附[件表录：:]")
DATE = re.compile(
    rf"[（(]?(?:[{ARABIC}]{{4}}|[{YEAR_DIGITS}]{{4}}|20[xX×]{{2}})年.{{1,8}}日?[）)]?"
)
LEAST_DOCUMENT = 400  # ideographs before a tail can be judged
LEAST_TAIL = 60
LOOKS = (80, 400, 6000)  # pairs of a tail that are weighed: its opening, then more of it
RECENT = 8  # paragraphs that tell what share is normal
FOREIGN_SHARE = 0.45  # of the normal share; measured: own text 0.72 and more, foreign 0.1
HEADLINE = 40


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def foreign_tail(text: str) -> int | None:
    """Return where the foreign matter at the end of `text` begins, None where there is none."""
    lines = [_Line(match.start(), match[0].strip()) for match in LINE.finditer(text)]
    openings = [at for at in range(len(lines)) if _opens(lines, at)]
    seen: set[str] = set()
    shares: deque[tuple[int, int]] = deque(maxlen=RECENT)
    weight = 0
    done = 0
    for opening in openings:
        for line in lines[done:opening]:
            pairs = _pairs(line.text)
            shares.append((sum(pair in seen for pair in pairs), len(pairs)))
            seen.update(pairs)
            weight += len(pairs)
        done = opening
        if weight >= LEAST_DOCUMENT and _is_foreign(lines, opening, seen, shares):
            return lines[opening].start
    return None


def _opens(lines: list[_Line], at: int) -> bool:
    """Tell whether a line can open another text: a dateline or a headline after a stop."""
    line = lines[at].text
    if DATELINE.match(line):
        return True
    if DATE.fullmatch(line) or (at + 1 < len(lines) and DATE.fullmatch(lines[at + 1].text)):
        return False  # a signature and its date
    complete = at > 0 and lines[at - 1].text.endswith(tuple("。！？”）"))
    headline = len(line) <= HEADLINE and not re.search("[。；，：]", line) and not LABEL.match(line)
    return complete and headline


def _is_foreign(
    lines: list[_Line], at: int, seen: set[str], shares: deque[tuple[int, int]]
) -> bool:
    """Tell whether the lines from `at` on share too little with the document before."""
    known, total = (sum(column) for column in zip(*shares, strict=True))
    normal = known / total if total else 0.0
    if DATELINE.fullmatch(lines[at].text) and at + 1 == len(lines):
        return True
    for limit in LOOKS:
        share, weighed = _share(lines, at, seen, limit)
        if weighed < LEAST_TAIL or share > normal * FOREIGN_SHARE:
            return False
    return True


def _share(lines: list[_Line], at: int, seen: set[str], limit: int) -> tuple[float, int]:
    """Return the share of known pairs in up to `limit` pairs from line `at` on, and their count."""
    known = weighed = 0
    while at < len(lines) and weighed < limit:
        pairs = _pairs(lines[at].text)
        known += sum(pair in seen for pair in pairs)
        weighed += len(pairs)
        at += 1
    return (known / weighed if weighed else 1.0), weighed


def _pairs(text: str) -> list[str]:
    return [run[at : at + 2] for run in HAN.findall(text) for at in range(len(run) - 1)]
