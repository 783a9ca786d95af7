"""What articles are called in lists: their heading, or the first words that tell them apart.

第二十条 县级以上人民政府应当加强对节水工作的领导，…    -> 加强对节水工作的领导
第二十一条 县级以上人民政府应当建立节水奖励制度。        -> 建立节水奖励制度
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.text.title_breaks import title_breaks

LONGEST = 16  # letters of a name in a list, and of a heading that is cut
LONGEST_HEADING = 18  # letters of a heading that is not cut: two more than what an ellipsis saves
LEAST = 4  # letters that a name has at least, where the article has more
CLAUSE = re.compile(r"[，,。；;：:\n]")
MODAL = re.compile("应当|应(?=依|按|予|由|及时)|不得|禁止|必须|可以|有权")
SMALL = "的和与及或、对在将把由以"  # words that a name does not end with
BORDER = re.compile(f"(?<=[{SMALL}])|(?=[{SMALL}])")


def short_titles(headings: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each article, of its heading or, without one, of its text.

    Names that several articles would share are taken from behind the words that they share.
    """
    subjects = Counter(_subject(text) for text in texts)
    firsts = Counter(_clause(text) for text in texts)
    return tuple(
        _cut(heading, heading=True) if heading else _name(text, subjects, firsts)
        for heading, text in zip(headings, texts, strict=True)
    )


def _name(text: str, subjects: Counter[str], firsts: Counter[str]) -> str:
    subject = _subject(text)
    if subject and subjects[subject] > 1 and (rest := text[len(subject) :].lstrip("，、 ")):
        return _cut(rest)
    clause = _clause(text)
    if firsts[clause] > 1 and (rest := text[len(clause) :].lstrip("，,；;：:。\n ")):
        name = _cut(rest)
        bare = len(name) <= LEAST and MODAL.match(name)  # 必须查明：（一）… names nothing
        return _cut(text) if bare else name
    return _cut(text)


def _clause(text: str) -> str:
    return CLAUSE.split(text, maxsplit=1)[0]


def _subject(text: str) -> str:
    """Return the beginning of a text up to and with its first modal; empty without one."""
    clause = _clause(text)
    found = MODAL.search(clause)
    return clause[: found.end()] if found and found.start() >= 2 else ""


def _cut(text: str, *, heading: bool = False) -> str:
    """Return the first clause, cut by sense where it is too long.

    `heading` is words that stand for themselves: they are cut where a line of a title may end.
    """
    clause = _clause(text)
    if len(clause) < LEAST:
        clause = text[: LONGEST + 1].split("\n")[0].rstrip("，,。；;：:")
    if len(clause) <= (LONGEST_HEADING if heading else LONGEST):
        return clause
    if heading:
        breaks = [each for each in title_breaks(clause) if LEAST <= each.at <= LONGEST]
        ends = [each.at for each in breaks if not each.hard] or [each.at for each in breaks]
        return clause[: ends[-1] if ends else LONGEST].rstrip(SMALL) + "…"
    borders = [each.start() for each in BORDER.finditer(clause) if LEAST <= each.start() <= LONGEST]
    end = borders[-1] if borders else LONGEST
    return clause[:end].rstrip(SMALL) + "…"
