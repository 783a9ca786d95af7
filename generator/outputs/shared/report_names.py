"""What reports are called where several are named: titles alike are told apart.

报告, 报告, 报告  ->  报告（甲县）, 报告（乙县，2021年）, 报告（乙县，2022年）
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import PurePosixPath

from generator.model import Library, Piece
from generator.outputs.shared.gist import LABEL
from generator.text.nomenclature import chinese_date
from generator.text.quoting import quoted

UNTITLED = "（无题）"
CLAUSE = re.compile(r"[^，。；：！？\n]+")
FEWEST, MOST = 4, 16  # letters of words that a report is known by
WORDS = re.compile("[\u3400-\u9fff]")
KEPT = 4096  # texts whose clauses are remembered


def report_names(pieces: Iterable[Piece], *, files: bool = True) -> dict[str, str]:
    """Return id -> a name that no other of the pieces has: the title where it tells enough.

    To a title that several have is added the place, then the date, the issuer, the kind, as
    much of it as is stated, tells anything and is needed.  Where that does not do, the file's
    name where it has words, or the first words of the text that none of the others has; which
    of them it is in their order only where there are no such words.  Without `files` no file
    is named.
    """
    alike: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        alike[piece.title.strip() or UNTITLED].append(piece)
    names: dict[str, str] = {}
    taken = {title for title, group in alike.items() if len(group) == 1}
    for title, group in alike.items():
        if len(group) == 1:
            names[group[0].id] = title
            continue
        apart = _told_apart(title, group, taken, files)
        names |= apart
        taken |= set(apart.values())
    return names


def words_that_tell(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return id -> what tells each piece from the others of its title; no file is named."""
    names = report_names(pieces, files=False)
    titles = {each.id: each.title.strip() or UNTITLED for each in pieces}
    return {
        id: name[len(titles[id]) + 1 : -1] if name != titles[id] else ""
        for id, name in names.items()
    }


def library_names(library: Library) -> dict[str, str]:
    """Return id -> the name of every report and reprint; reports are told apart first."""
    reports = [each.piece for each in library.reports]
    reprints = [each.document.piece for each in library.reprints]
    return report_names([*reports, *reprints]) | report_names(reports)


def _told_apart(title: str, group: Sequence[Piece], taken: set[str], files: bool) -> dict[str, str]:
    facts = _facts_that_tell(group)
    names: dict[str, str] = {}
    used = {*taken, title}
    for count in range(1, 5):
        found = {
            each.id: _named(title, facts[each.id][:count]) for each in group if each.id not in names
        }
        often = Counter(found.values())
        new = {id: name for id, name in found.items() if often[name] == 1 and name not in used}
        names |= new
        used.update(new.values())
    rest = [each for each in group if each.id not in names]
    numbers = {each.id: f"同题第{number}篇" for number, each in enumerate(group, 1)}
    first, last = (_files_with_words(rest), _files(rest)) if files else ({}, {})
    for told in (first, _words_of_their_own(rest), last, numbers):
        for id, words in told.items():
            name = _named(title, (*facts[id], words))
            if id not in names and name not in used:
                names[id] = name
                used.add(name)
    return names | {each.id: f"{title}（{each.id}）" for each in group if each.id not in names}


def _facts_that_tell(group: Sequence[Piece]) -> dict[str, tuple[str, ...]]:
    """Return id -> what it states that the others do not all state alike; nothing twice."""
    stated = {
        each.id: (each.place, chinese_date(each.date), each.issuer, each.genre) for each in group
    }
    tells = [len(set(values)) > 1 for values in zip(*stated.values(), strict=True)]
    return {
        id: tuple(fact if tell else "" for fact, tell in zip(facts, tells, strict=True))
        for id, facts in stated.items()
    }


def _named(title: str, facts: Iterable[str]) -> str:
    told = "，".join(dict.fromkeys(each for each in facts if each))
    return f"{title}（{told}）" if told else title


def _files_with_words(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return id -> the name of its file, where a person gave it one that no other has."""
    return {
        id: f"文件名{quoted(PurePosixPath(name).stem)}"
        for id, name in _only_once({each.id: each.file for each in pieces}).items()
        if WORDS.search(name)
    }


def _files(pieces: Sequence[Piece]) -> dict[str, str]:
    found = _only_once({each.id: each.file for each in pieces})
    return {id: f"文件{PurePosixPath(name).name}" for id, name in found.items()}


def _only_once(values: dict[str, str]) -> dict[str, str]:
    often = Counter(values.values())
    return {id: value for id, value in values.items() if often[value] == 1}


def _words_of_their_own(pieces: Sequence[Piece]) -> dict[str, str]:
    """Return id -> the first words of its text that none of the others has."""
    clauses = {each.id: _clauses(each.title, each.text).split("\n") for each in pieces}
    often = Counter(chain.from_iterable(clauses.values()))
    own = {
        id: next((words for words in found if words and often[words] == 1), "")
        for id, found in clauses.items()
    }
    return {id: f"写有{quoted(words)}" for id, words in own.items() if words}


@lru_cache(maxsize=KEPT)
def _clauses(title: str, text: str) -> str:
    """Return what a text may be known by, a line each, none twice.

    Every pack asks again for the same texts; lines of one string are light to remember.
    """
    title = re.sub(r"\s", "", title)
    found = []
    for match in CLAUSE.finditer(text):
        words = LABEL.sub("", match[0].strip())
        if len(words) < FEWEST or words in title or not WORDS.search(words):
            continue
        found.append(words if len(words) <= MOST else f"{words[:MOST]}……")
    return "\n".join(dict.fromkeys(found))
