"""What belongs to the page and not to the text: running heads and feet, page numbers.

某市纪委工作报告 (at the same height on pages 1-9)  -> 页眉
— 3 —   第3页 共9页   -3-   3/9                     -> 页码
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.content.importing.layout.lines import Fragment, Line, line
from generator.content.importing.layout.page import Page
from generator.content.importing.layout.readings import readings

DIGITS = r"(?:\d{1,4}|[０-９]{1,4})"
DASH = r"[-—–―－─·•.~～]{1,3}"
MARKED_NUMBER = re.compile(
    rf"{DASH}\s*{DIGITS}\s*{DASH}|[-—–－]\s*{DIGITS}|{DIGITS}\s*[-—–－]"
    rf"|(?:{DIGITS}\s*)?第\s*(?:{DIGITS}|[一二三四五六七八九十百]+)\s*页"
    rf"(?:\s*[,，/|]?\s*[（(]?共\s*(?:{DIGITS}|[一二三四五六七八九十百]+)\s*页[）)]?)?"
    rf"|{DIGITS}\s*/\s*{DIGITS}|[Pp](?:age|AGE|\.)?\s*{DIGITS}(?:\s*(?:of|OF|/)\s*{DIGITS})?"
    rf"|共\s*{DIGITS}\s*页\s*[,，/|]?\s*第\s*{DIGITS}\s*页"
)
BARE_NUMBER = re.compile(rf"{DIGITS}|[ivxIVXⅰ-ⅿ]{{1,6}}")
DIGIT = re.compile(r"[0-9０-９]+")
SENTENCE = re.compile("[。！？；]")
ZONE = 0.17  # of a page's height, above and below, where heads and feet stand
MOST_ROWS = 4  # that a head or foot may have
LONGEST = 60
SAME_HEIGHT = 4.0  # points
VARYING_LABEL = re.compile(
    r"附|第|表|图|[（(]?#"
)  # 附件1 and 附件2 head their pages and are no furniture
LEAST_NUMBERS = 5  # in a margin, to be the numbers of lines
CLEAR = 1.3  # ems between a head and the text, where it is seen on one page only


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that belongs to the page: its kind, and the line itself."""

    kind: str
    line: Line


def page_rows(pieces: Sequence[Fragment], page: int) -> list[Line]:
    """Return what stands side by side on a page as lines, columns or not."""
    rows: list[list[Fragment]] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        if rows and any(
            abs(piece.middle - each.middle) < 0.5 * min(piece.size, each.size)
            for each in rows[-1][-3:]
        ):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line(row, page) for row in rows]


def furniture(
    pages: Sequence[Page], pieces: Sequence[Sequence[Fragment]], size: float
) -> list[list[Furniture]]:
    """Return for every page the lines that belong to it; `size` is that of the text."""
    rows = [page_rows(each, page.number) for page, each in zip(pages, pieces, strict=True)]
    found: list[list[Furniture]] = [
        [*line_numbers(each, page), *_readings(each, page)]
        for each, page in zip(pieces, pages, strict=True)
    ]
    for upper in (True, False):
        edges = [
            _edge_rows(each, page, upper=upper) for page, each in zip(pages, rows, strict=True)
        ]
        repeated = _repeated(edges)
        for at, (edge, page) in enumerate(zip(edges, pages, strict=True)):
            found[at] += _of_page(edge, rows[at], page, repeated, size, upper=upper)
        _add_at_known_heights(found, edges, rows, size, upper=upper)
    return found


def _readings(pieces: Sequence[Fragment], page: Page) -> list[Furniture]:
    return [Furniture("注音", line([each], page.number)) for each in readings(pieces)]


def _add_at_known_heights(
    found: Sequence[list[Furniture]],
    edges: Sequence[Sequence[Line]],
    rows: Sequence[Sequence[Line]],
    size: float,
    *,
    upper: bool,
) -> None:
    """Add to pages without a head or foot the line that stands where others have theirs.

    So is a head that names the chapter, which is another on every page.
    """
    kind = "页眉" if upper else "页脚"
    known = [each.line for page in found for each in page if each.kind == kind]
    for at, (page, edge) in enumerate(zip(found, edges, strict=True)):
        if not edge or any(each.kind == kind for each in page):
            continue
        row = edge[0]
        if row.size > 0.95 * size and not _is_clear(row, rows[at], size, upper=upper):
            continue
        beside = [
            each
            for each in known
            if abs(each.middle - row.middle) < SAME_HEIGHT / 2 and abs(each.size - row.size) < 0.3
        ]
        if len(beside) > 1 and len(row.text) <= LONGEST and not SENTENCE.search(row.text):
            page.append(Furniture(kind, row))


def line_numbers(pieces: Sequence[Fragment], page: Page) -> list[Furniture]:
    """Return the numbers of lines that stand in a page's left margin: 1 2 3 … or 5 10 15 …."""
    numbers = sorted(
        (each for each in pieces if each.text.strip().isdecimal()), key=lambda each: each.middle
    )
    others = [each.left for each in pieces if not each.text.strip().isdecimal()]
    margin = min(others, default=0.0)
    column = [each for each in numbers if each.right < margin]
    values = [int(each.text) for each in column]
    steps = {after - before for before, after in pairwise(values)}
    rows = {round(each.middle) for each in pieces}
    if len(column) < LEAST_NUMBERS or len(steps) != 1 or not steps <= {1, 5, 10}:
        return []
    if len(column) * next(iter(steps)) * 2 < len(rows) * 0.8:
        return []
    return [Furniture("行号", line([each], page.number)) for each in column]


def _edge_rows(rows: Sequence[Line], page: Page, *, upper: bool) -> list[Line]:
    """Return the outermost lines of a page, from the edge inwards."""
    ordered = rows if upper else list(reversed(rows))
    limit = ZONE * page.height
    return [
        row
        for row in ordered[:MOST_ROWS]
        if (row.bottom < limit if upper else row.top > page.height - limit)
    ]


def _key(piece: Fragment) -> str:
    return DIGIT.sub("#", re.sub(r"\s+", "", piece.text))


def _repeated(edges: Sequence[Sequence[Line]]) -> dict[str, list[tuple[float, int]]]:
    """Return the words that stand at one height on several pages: (height, page) of each."""
    seen: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for rows in edges:
        for row in rows:
            for piece in row.fragments:
                seen[_key(piece)].append((piece.middle, row.page))
    return {
        key: sorted(places)
        for key, places in seen.items()
        if len({page for _, page in places}) > 1 and any(char != "#" for char in key)
    }


def _stands_again(piece: Fragment, page: int, repeated: dict[str, list[tuple[float, int]]]) -> bool:
    key = _key(piece)
    if "#" in key and VARYING_LABEL.match(key):
        return False
    return any(
        other != page and abs(height - piece.middle) < SAME_HEIGHT
        for height, other in repeated.get(key, ())
    )


def _of_page(
    edge: Sequence[Line],
    rows: Sequence[Line],
    page: Page,
    repeated: dict[str, list[tuple[float, int]]],
    size: float,
    *,
    upper: bool,
) -> list[Furniture]:
    """Return the lines at one edge of a page that belong to it."""
    last = -1
    kinds: list[str] = []
    for at, row in enumerate(edge):
        words = row.text.strip()
        if MARKED_NUMBER.fullmatch(words) or (
            BARE_NUMBER.fullmatch(words) and _is_clear(row, rows, size, upper=upper)
        ):
            kinds.append("页码")
        elif (
            len(words) <= LONGEST
            and not SENTENCE.search(words)
            and any(_stands_again(piece, page.number, repeated) for piece in row.fragments)
        ) or (at == 0 and _alone(row, rows, page, size, upper=upper)):
            kinds.append("页眉" if upper else "页脚")
        else:
            break
        last = at
    return [Furniture(kinds[at], edge[at]) for at in range(last + 1)]


def _is_clear(row: Line, rows: Sequence[Line], size: float, *, upper: bool) -> bool:
    """Tell whether a line stands well apart from the text beside it, or alone on its page."""
    at = rows.index(row)
    near = at + 1 if upper else at - 1
    if not 0 <= near < len(rows):
        return True
    gap = rows[near].top - row.bottom if upper else row.top - rows[near].bottom
    return gap > CLEAR * size * 0.8


def _alone(row: Line, rows: Sequence[Line], page: Page, size: float, *, upper: bool) -> bool:
    """Tell whether a line not seen again is a head: small, in the margin, ruled off or far off."""
    if len(row.text) > LONGEST or SENTENCE.search(row.text) or row.size > size * 0.9:
        return False
    ruled = any(
        rule.level
        and rule.right - rule.left > 0.4 * page.width
        and (0 <= rule.top - row.bottom < size if upper else 0 <= row.top - rule.bottom < size)
        for rule in page.rules
    )
    margin = 0.1 * page.height
    inside = row.bottom < margin if upper else row.top > page.height - margin
    return inside and (ruled or _is_clear(row, rows, 2 * size, upper=upper))


def body_size(pieces: Sequence[Sequence[Fragment]]) -> float:
    """Return the size that most characters of a file have."""
    sizes: Counter[float] = Counter()
    for page in pieces:
        for piece in page:
            sizes[round(piece.size, 1)] += len(piece.glyphs)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 10.0
