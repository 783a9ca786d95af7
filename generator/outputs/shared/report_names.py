"""What reports are called where several are named: titles alike are told apart.

报告, 报告, 报告  ->  报告（甲县）, 报告（乙县，2021年）, 报告（乙县，2022年）
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.model import Piece
from generator.text.nomenclature import chinese_date


def report_names(pieces: Iterable[Piece]) -> dict[str, str]:
    """Return id -> a name that no other of the pieces has: the title where it tells enough.

    To a title that several have is added the place, then the date, then the issuer, as much of
    it as is stated and needed; where that does not do, which of them it is in their order.
    """
    alike: dict[str, list[Piece]] = defaultdict(list)
    for piece in pieces:
        alike[piece.title.strip()].append(piece)
    names: dict[str, str] = {}
    taken = {title for title, group in alike.items() if len(group) == 1}
    for title, group in alike.items():
        if len(group) == 1:
            names[group[0].id] = title
            continue
        apart = _told_apart(title, group, taken)
        names |= apart
        taken |= set(apart.values())
    return names


def _told_apart(title: str, group: list[Piece], taken: set[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    for count in (1, 2, 3):
        found = {each.id: _with_facts(title, each, count) for each in group if each.id not in names}
        often = Counter(found.values())
        used = {*taken, *names.values(), title}
        names |= {id: name for id, name in found.items() if often[name] == 1 and name not in used}
    used = {*taken, *names.values()}
    for number, each in enumerate(group, 1):
        if each.id not in names:
            names[each.id] = _numbered(title, each, number, used)
    return names


def _with_facts(title: str, piece: Piece, count: int, last: str = "") -> str:
    """Return the title with the first `count` facts that tell texts apart, as far as stated."""
    facts = (piece.place, chinese_date(piece.date), piece.issuer)[:count]
    told = "，".join(each for each in (*dict.fromkeys(facts), last) if each)
    return f"{title}（{told}）" if told else title


def _numbered(title: str, piece: Piece, number: int, used: set[str]) -> str:
    name = _with_facts(title, piece, 3, f"同题第{number}篇")
    return (
        name if name not in used else _with_facts(title, piece, 3, f"同题第{number}篇，{piece.id}")
    )
