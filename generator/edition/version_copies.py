"""Which copy of a document is a copy of which of its versions over time (修订).

An editor may say it (`version` of a source).  Else it is told from what stands above the text: of
the versions that were adopted or published on a day named there, the newest, since a 题注 lists
all that came before; then from a title that only one version has; then from the day from which
the text says that it is in force.  A copy that says nothing goes to the version whose other copies
it has most words of.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.errors import ContentError
from generator.model import Base, Piece
from generator.text.dates import DATE, iso_date

GRAM = 9
HEAD = 2000  # characters above the first article
FIRST_LABEL = re.compile(r"(?m)^[ 　]*(?:第[^\n条]{1,8}条|[（(]?[一二三四五六七八九十]+[）)、])")
YEAR = re.compile(r"(\d{4})年?(?:版|修[正订改]|通过|公布|印发|发布)")
FORCE = re.compile(rf"自{DATE.pattern}起(?:施行|实施|执行)")

Told = Callable[[Piece, Sequence[Base]], "Base | None"]


def copies_by_version(base: Base, pieces: Sequence[Piece]) -> Mapping[str, tuple[Piece, ...]]:
    """Return for the id of every version of `base` its copies among `pieces`, in their order.

    ContentError where an editor names no version of it, or a version is left without a copy.
    """
    versions = (*base.earlier, base)
    settled: dict[str, Base] = {}
    for told in (_declared, _stated, _titled):
        for piece in pieces:
            found = None if piece.id in settled else told(piece, versions)
            if found is not None:
                settled[piece.id] = found
    for piece in pieces:
        empty = [each for each in versions if each not in settled.values()]
        if piece.id not in settled and (found := _in_force(piece, versions)) in empty and found:
            settled[piece.id] = found
    rest = [piece for piece in pieces if piece.id not in settled]
    empty = [each for each in versions if each not in settled.values()]
    if len(rest) == len(empty) == 1:
        settled[rest[0].id] = empty[0]
    elif not empty:
        settled |= _likest(
            rest, [(piece, settled[piece.id]) for piece in pieces if piece not in rest]
        )
    else:
        raise ContentError("library.yml", _missing(base, empty[0], rest))
    return {
        each.id: tuple(piece for piece in pieces if settled[piece.id] == each) for each in versions
    }


def _missing(base: Base, version: Base, rest: Iterable[Piece]) -> str:
    words = f"bases.{base.id}.versions：在来源中找不到 {version.version} 这一版的抄本"
    open_ones = "、".join(piece.id for piece in rest)
    if open_ones:
        words += f"；认不出 {open_ones} 是哪一版，请在 sources 里用 version 写明"
    return words


def _declared(piece: Piece, versions: Sequence[Base]) -> Base | None:
    if not piece.version:
        return None
    found = next((each for each in versions if each.version == piece.version), None)
    if found is None:
        known = "、".join(each.version for each in versions)
        raise ContentError(
            "library.yml", f"sources.{piece.id}：没有版本“{piece.version}”；有的是{known}"
        )
    return found


def _stated(piece: Piece, versions: Sequence[Base]) -> Base | None:
    """Return the newest version that is dated by a day named above the text."""
    head = piece.text[:HEAD]
    first = FIRST_LABEL.search(head)
    head = head[: first.start()] if first else head
    days = {iso_date(found) for found in DATE.finditer(head)}
    years = set(YEAR.findall(head))
    for each in reversed(versions):
        dates = [day for day in (each.adopted, each.published) if day]
        if any(_same_day(day, date) for day in days for date in dates):
            return each
    for each in reversed(versions):
        if years & {day[:4] for day in (each.adopted, each.published) if day}:
            return each
    return None


def _same_day(one: str, other: str) -> bool:
    """Tell whether two dates agree as far as both go, to the month at least."""
    size = min(len(one), len(other))
    return size > 4 and one[:size] == other[:size]


def _titled(piece: Piece, versions: Sequence[Base]) -> Base | None:
    head = _plain(piece.text[:HEAD])
    titles: dict[str, list[Base]] = defaultdict(list)
    for each in versions:
        titles[_plain(each.title)].append(each)
    if len(titles) == 1:
        return None
    stated = [some for title, some in titles.items() if title in head]
    longest = max(stated, key=lambda some: len(some[0].title), default=[])
    return longest[0] if len(longest) == 1 else None


def _in_force(piece: Piece, versions: Sequence[Base]) -> Base | None:
    days = {iso_date(found) for found in FORCE.finditer(piece.text)}
    found = [each for each in versions if each.effective in days]
    return found[0] if len(found) == 1 else None


def _likest(rest: Sequence[Piece], settled: Sequence[tuple[Piece, Base]]) -> dict[str, Base]:
    """Return for each piece the version with most of its words; of several the newest."""
    if not rest:
        return {}
    grams: dict[str, set[str]] = defaultdict(set)
    known = {version.id: version for _, version in settled}
    for piece, version in settled:
        grams[version.id] |= _grams(piece.text)
    order = sorted(known.values(), key=lambda each: each.effective or each.adopted, reverse=True)
    found = {}
    for piece in rest:
        own = _grams(piece.text)
        found[piece.id] = max(order, key=lambda each: len(own & grams[each.id]))
    return found


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)


def _grams(text: str) -> set[str]:
    plain = _plain(text)
    return {plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1)}
