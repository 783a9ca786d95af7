"""The file that a source was taken from, as its ledger's page shows it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.model import Source

LONGEST = 160  # characters of what was left out; the export has all
MOST = 200  # lines of the table; running heads, say, are one line with their count
KINDS = {  # with the measure word that a count has before it
    "page": "页",
    "line": "行",
    "paragraph": "段",
    "heading": "个标题",
    "item": "个列表项",
    "row": "个表格行",
    "note": "条注",
    "footnote": "条脚注",
    "endnote": "条尾注",
    "textbox": "个文本框",
    "caption": "条图题",
    "metadata": "条网页信息",
    "chart": "处图表文字",
    "diagram": "处图示文字",
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in the file that is not in the text: the first place, and how many like it."""

    place: str
    words: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class OriginalView:
    """A file: its format, its reader, what was taken from it, what was left out."""

    format: str
    reader: str
    taken: tuple[tuple[str, int], ...]
    left_out: tuple[LeftOut, ...]
    more: int


def original_view(source: Source) -> OriginalView | None:
    """Return how a source was read; None for a plain text, which is its own original."""
    original = source.original
    if original is None:
        return None
    inside = (each.kind for each in original.parts if each.start < each.end)
    taken = Counter(KINDS.get(kind, "处其他文字") for kind in inside)
    places: dict[tuple[str, str], str] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for each in original.parts:
        if each.start == each.end:
            key = each.left_out, each.reason
            places.setdefault(key, each.place)
            counts[key] += 1
    left_out = [
        LeftOut(place, _short(words), reason, counts[words, reason])
        for (words, reason), place in places.items()
    ]
    return OriginalView(
        original.format,
        original.reader,
        tuple(taken.items()),
        tuple(left_out[:MOST]),
        max(0, len(left_out) - MOST),
    )


def _short(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]}……（共{len(shown)}字）"
