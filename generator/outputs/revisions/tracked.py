"""Two versions of a document as one text with what went and what came.

Without what came it is the old text line by line, without what went the new one: whatever the
comparison of articles says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal

from generator.amendment.matching import out_of_order
from generator.amendment.wording import word_edits
from generator.model import Article, Edition, Revision
from generator.outputs.shared.matter_shown import matter_shown

Style = Literal["title", "note", "heading", "body"]
Fate = Literal["same", "del", "ins", "from", "to"]
GAP = "　"


@dataclass(frozen=True, slots=True)
class Span:
    """Words, or the end of a line (a line feed), and whether they went or came."""

    text: str
    fate: Fate
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Whole lines in one style, each ended by a line feed; `move` numbers what was moved."""

    style: Style
    spans: tuple[Span, ...]
    move: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """Whole lines of a version: its words, its labels, and what tells it from others.

    `labels` are where labels stand in the text.
    """

    key: object
    style: Style
    text: str
    labels: tuple[tuple[int, int], ...] = ()


def document_lines(edition: Edition) -> tuple[str, ...]:
    """Return the lines of a version as the document has them, its matter apart included."""
    text = "".join(f"{piece.text}\n" for piece in _pieces(edition, {}, {}))
    return tuple(text[:-1].split("\n"))


def tracked_blocks(old: Edition, new: Edition, revision: Revision) -> tuple[Block, ...]:
    """Return both versions as one text.

    Articles that were moved and say the same are moves; those that were changed on the way are
    left out here and put in there, since Word knows no other way.
    """
    rows = dict(enumerate(revision.articles))
    of_old = {number: at for at, row in rows.items() for number in row.old}
    of_new = {number: at for at, row in rows.items() for number in row.new}
    moves = {
        at
        for at, row in rows.items()
        if "moved" in row.kinds and not {"changed", "split", "joined"} & set(row.kinds)
    }
    ones = _pieces(old, of_old, {each.old: each.new for each in revision.divisions if each.old})
    others = _pieces(new, of_new, {each.new: each.new for each in revision.divisions})
    apart = {at for at, row in rows.items() if "moved" in row.kinds}
    return tuple(_woven(ones, others, apart, moves))


def _pieces(edition: Edition, rows: dict[int, int], divisions: dict[int, int]) -> list[_Piece]:
    """Return the pieces of a version in order; those of both with the same key correspond."""
    matter = matter_shown(edition, dated=True)
    found = [_Piece("title", "title", edition.base.title)]
    if opening := [each.text for each in (*matter.opening, *matter.before)]:
        found.append(_Piece("front", "note", "\n".join(opening)))
    if edition.preamble:
        found.append(_Piece("preamble", "body", "\n".join(edition.preamble)))
    for part in edition.parts:
        home = divisions.get(part.number) or ("part", part.number)
        if part.label or part.heading:
            words = GAP.join(filter(None, (part.label, part.heading)))
            found.append(_Piece(("heading", home), "heading", words))
        if part.paragraphs:
            found.append(_Piece(("running", home), "body", "\n".join(part.paragraphs)))
        for article in part.articles:
            key = ("row", rows.get(article.number, article.number))
            if found[-1].key == key:
                found[-1] = _joined(found[-1], _article(key, article))
            else:
                found.append(_article(key, article))
    behind = [each.text for each in matter.behind]
    annexes = [line for each in matter.annexes for line in (each.title, *each.lines)]
    if behind or annexes:
        found.append(_Piece("behind", "body", "\n".join([*behind, *annexes])))
    return found


def _article(key: object, article: Article) -> _Piece:
    label = "" if article.label.startswith("¶") else article.label
    gap = "" if not label or label.endswith(("、", "）")) else GAP
    return _Piece(key, "body", f"{label}{gap}{article.text}", ((0, len(label)),))


def _joined(one: _Piece, other: _Piece) -> _Piece:
    behind = len(one.text) + 1
    labels = tuple((start + behind, end + behind) for start, end in other.labels)
    return _Piece(one.key, one.style, f"{one.text}\n{other.text}", (*one.labels, *labels))


def _woven(
    ones: Sequence[_Piece], others: Sequence[_Piece], apart: set[int], moves: set[int]
) -> Iterator[Block]:
    places: dict[object, list[int]] = {}
    for at, piece in enumerate(others):
        places.setdefault(piece.key, []).append(at)
    once = {key for key in places if sum(each.key == key for each in ones) == 1}
    pairs = {
        at: places[piece.key][0]
        for at, piece in enumerate(ones)
        if piece.key in once and len(places[piece.key]) == 1 and _row(piece) not in apart
    }
    for at in out_of_order(pairs):
        del pairs[at]
    names = {row: number for number, row in zip(count(1), sorted(moves), strict=False)}
    done = 0
    for at, piece in enumerate(ones):
        if at in pairs:
            for other in others[done : pairs[at]]:
                yield _alone(other, "ins", names)
            done = pairs[at] + 1
            yield _changed(piece, others[pairs[at]])
        else:
            yield _alone(piece, "del", names)
    for other in others[done:]:
        yield _alone(other, "ins", names)


def _row(piece: _Piece) -> int | None:
    return piece.key[1] if isinstance(piece.key, tuple) and piece.key[0] == "row" else None


def _alone(piece: _Piece, fate: Literal["del", "ins"], moves: dict[int, int]) -> Block:
    """Return lines that only one version has here; their words may be moved, labels are not."""
    row = _row(piece)
    move = 0 if row is None else moves.get(row, 0)
    moved: Fate = ("from" if fate == "del" else "to") if move else fate
    label = max((end for _, end in piece.labels[:1]), default=0)
    spans = [Span(piece.text[:label], fate, strong=True), Span(piece.text[label:] + "\n", moved)]
    return Block(piece.style, tuple(each for each in spans if each.text), move)


def _changed(one: _Piece, other: _Piece) -> Block:
    """Return lines of both versions, the words that differ marked."""
    spans: list[Span] = []
    at = 0
    for edit in word_edits(one.text, other.text):
        spans += _spans(one, at, edit.old_start, "same")
        spans += _spans(one, edit.old_start, edit.old_end, "del")
        spans += _spans(other, edit.new_start, edit.new_end, "ins")
        at = edit.old_end
    spans += _spans(one, at, len(one.text), "same")
    return Block(one.style, (*spans, Span("\n", "same")))


def _spans(piece: _Piece, start: int, end: int, fate: Fate) -> Iterator[Span]:
    """Yield piece.text[start:end], its labels by themselves."""
    at = start
    for first, last in piece.labels:
        one, two = max(at, first), min(end, last)
        if one < two:
            if at < one:
                yield Span(piece.text[at:one], fate)
            yield Span(piece.text[one:two], fate, strong=True)
            at = two
    if at < end:
        yield Span(piece.text[at:end], fate)
