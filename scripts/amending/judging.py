"""What the comparison of versions says of an amendment of which all is known."""

from __future__ import annotations

from collections.abc import Iterator

from generator.amendment import compare_editions
from generator.model import ArticleChange, Edition
from scripts.amending.making import Amended


def mistakes(amended: Amended) -> Iterator[str]:
    """Yield what the comparison got wrong, in words; nothing where it got all right."""
    found = compare_editions(amended.old, amended.new)
    rows = {(row.old, row.new, frozenset(row.kinds)) for row in found.articles}
    for row in sorted(amended.rows - rows, key=str):
        yield f"missed {_row(row)}"
    for row in sorted(rows - amended.rows, key=str):
        yield f"invented {_row(row)}"
    divisions = {(d.old, d.new, "renamed" in d.kinds, d.source) for d in found.divisions}
    for division in sorted(divisions ^ amended.divisions):
        yield f"division {division}"
    for change in found.articles:
        yield from _words(change, amended)


def _row(row: tuple[tuple[int, ...], tuple[int, ...], frozenset[str]]) -> str:
    return f"{row[0]} -> {row[1]}: {', '.join(sorted(row[2])) or 'the same'}"


def _words(change: ArticleChange, amended: Amended) -> Iterator[str]:
    """Yield where the edits do not make the new text, or are not the words that were changed."""
    old, new = _text(amended.old, change.old), _text(amended.new, change.new)
    if change.edits and applied(change, old, new) != new:
        yield f"the edits of {change.new} do not make its text"
    known = amended.words.get(change.new[0]) if len(change.new) == 1 else None
    if known:
        out = "".join(old[each.old_start : each.old_end] for each in change.edits)
        put = "".join(new[each.new_start : each.new_end] for each in change.edits)
        if (len(out), len(put)) != (len(known[0]), len(known[1])):
            yield f"words of {change.new}: {out!r} -> {put!r}, not {known}"


def applied(change: ArticleChange, old: str, new: str) -> str:
    """Return `old` with the edits done."""
    made, at = "", 0
    for each in change.edits:
        made += old[at : each.old_start] + new[each.new_start : each.new_end]
        at = each.old_end
    return made + old[at:]


def _text(edition: Edition, numbers: tuple[int, ...]) -> str:
    texts = {article.number: article.text for article in edition.articles}
    return "\n".join(texts[number] for number in numbers)
