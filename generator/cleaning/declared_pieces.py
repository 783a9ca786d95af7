"""Pieces joined and divided as the editors declare: no id of another piece changes by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.cleaning.describing import stated_title
from generator.cleaning.settings import Declared
from generator.cleaning.splitting import PieceSpan
from generator.errors import ContentError


class NamedSpan(NamedTuple):
    """A piece's id, that of the piece it is annexed to, and its span."""

    name: str
    owner: str
    span: PieceSpan


def as_declared(
    text: str, found: Sequence[NamedSpan], declares: Callable[[NamedSpan], Declared]
) -> list[NamedSpan]:
    """Return the pieces of `text` as the editors want them.

    A piece that is joined to the one before it has no id any more; what stood between them is
    text.  Of one that is divided the first part keeps the id x, the others are x-part-2,
    x-part-3 …  ContentError where there is nothing before, or no such words.
    """
    joined: list[NamedSpan] = []
    for each in found:
        if not declares(each).join:
            joined.append(each)
        elif not joined:
            raise ContentError("library.yml", f"sources.{each.name}.join：前面没有可以并入的一篇")
        else:
            last = joined[-1]
            joined[-1] = last._replace(span=replace(last.span, end=each.span.end))
    return [part for each in joined for part in _divided(text, each, declares(each).divide)]


def _divided(text: str, piece: NamedSpan, openings: Sequence[str]) -> Iterator[NamedSpan]:
    span = piece.span
    starts = sorted({_opening(text, piece, words) for words in openings})
    stops = [*starts, span.end]
    yield piece._replace(span=replace(span, end=_trimmed(text, span.start, stops[0])))
    for number, (start, stop) in enumerate(zip(starts, stops[1:], strict=True), 2):
        end = _trimmed(text, start, stop)
        part = PieceSpan(start, end, stated_title(text[start:end]) or "", annex=span.annex)
        yield NamedSpan(f"{piece.name}-part-{number}", piece.owner, part)


def _opening(text: str, piece: NamedSpan, words: str) -> int:
    """Return where the line begins that `words` begin; it must be one, and not the first."""
    body = text[piece.span.start : piece.span.end]
    lines = [0, *(at + 1 for at, char in enumerate(body) if char == "\n")]
    found = [at for at in lines if at and body.startswith(words, at)]
    if len(found) != 1:
        wrong = "不止一行" if found else "没有一行"
        raise ContentError(
            "library.yml", f"sources.{piece.name}.divide：{wrong}以“{words}”开头，分不开"
        )
    return piece.span.start + found[0]


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
