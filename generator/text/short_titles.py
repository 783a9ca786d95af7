"""What articles are called in lists: their heading, or a statement of what they are about.

第二十条 县级以上人民政府应当加强对节水工作的领导，…    -> 加强对节水工作的领导
第二十一条 县级以上人民政府应当建立节水奖励制度。        -> 建立节水奖励制度
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from generator.text.article_statements import LEAST, statements
from generator.text.title_breaks import title_breaks

LONGEST = 24  # letters of a heading that is cut
LONGEST_HEADING = 28  # letters of a heading that is not cut: lists have room for two lines
WANTED, MOST = 20, 28  # letters of a statement, and of one where none is shorter
LATER = 3  # statements that one of more than WANTED letters stands behind
TRIED = 16  # statements of an article that are tried
CLAUSE = re.compile(r"[，,。；;：:\n]")
SMALL = "的和与及或、对在将把由以"  # words that a cut heading does not end with


def short_titles(headings: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each article, of its heading or, without one, of its text.

    A heading may be cut, …; a statement is whole.  Where several articles would have one name,
    those have it that have no other.
    """
    rows = [
        [_cut(heading)] if heading else _ranked(text)
        for heading, text in zip(headings, texts, strict=True)
    ]
    first = Counter(row[0] for row in rows)
    taken: set[str] = set()
    names = []
    for row in rows:
        free = [each for each in row if (first[each] < 2 and len(each) <= MOST)]
        name = next((each for each in free if each not in taken), row[0])
        taken.add(name)
        names.append(name)
    return tuple(names)


def _ranked(text: str) -> list[str]:
    """Return the statements of an article by their worth, those that are too long last."""
    found = list(islice(statements(text), TRIED)) or [CLAUSE.split(text, maxsplit=1)[0]]
    worth = {
        each: (len(each) if len(each) > MOST else 0, at + LATER * (len(each) > WANTED))
        for at, each in enumerate(found)
    }
    return sorted(found, key=worth.__getitem__)


def _cut(heading: str) -> str:
    """Return a heading's first clause, cut where a line may end when it is too long."""
    clause = CLAUSE.split(heading, maxsplit=1)[0]
    if len(clause) < LEAST:
        clause = heading[: LONGEST + 1].split("\n")[0].rstrip("，,。；;：:")
    if len(clause) <= LONGEST_HEADING:
        return clause
    breaks = [each for each in title_breaks(clause) if LEAST <= each.at <= LONGEST]
    ends = [each.at for each in breaks if not each.hard] or [each.at for each in breaks]
    return clause[: ends[-1] if ends else LONGEST].rstrip(SMALL) + "…"
