"""Cleaning on the record: a decoded source -> its pieces and the ledger of every change."""

from __future__ import annotations

import re

from generator.cleaning.ledger import Change, apply, compose
from generator.cleaning.rules import RULES
from generator.cleaning.settings import CleaningSettings, Erratum
from generator.cleaning.splitting import PieceSpan, split
from generator.model import CleanedSource, Edit, Piece, Source

__all__ = ["CleaningSettings", "Erratum", "clean"]


def clean(source: Source, settings: CleaningSettings) -> CleanedSource:
    """Return the pieces of `source` and its ledger; offsets into the decoded source."""
    changes: list[Change] = []
    text = source.text
    for rule in RULES:
        found = [
            Change(each.start, each.end, each.after, (rule.code,), each.note or rule.name)
            for each in rule.find(text, settings)
        ]
        changes = compose(source.text, changes, found)
        text = apply(text, found)
    spans = split(text)
    changes = compose(source.text, changes, _cuts(text, spans))
    pieces = _pieces(source, changes, spans, text)
    edits = tuple(
        Edit(
            source.file,
            each.start,
            each.end,
            source.text[each.start : each.end],
            each.after,
            each.rules,
            each.note,
        )
        for each in changes
    )
    return CleanedSource(source, pieces, edits, ())


def _cuts(text: str, spans: list[PieceSpan]) -> list[Change]:
    """Return the deletions of all that belongs to no piece."""
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return [Change(a, b, "", ("C-900",), "篇外文字") for a, b in gaps if a < b]


def _pieces(
    source: Source, changes: list[Change], spans: list[PieceSpan], text: str
) -> tuple[Piece, ...]:
    """Return the pieces with their spans in the source: from one cut to the next."""
    cuts = [each for each in changes if "C-900" in each.rules]
    edges = [0, *(edge for cut in cuts for edge in (cut.start, cut.end)), len(source.text)]
    bounds = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    stem = re.sub(r"_[0-9a-f]{16}$", "", source.file.rsplit(".", 1)[0])
    return tuple(
        Piece(
            id=stem if len(spans) == 1 else f"{stem}-{index}",
            file=source.file,
            start=start,
            end=end,
            text=text[span.start : span.end],
            title=span.title,
        )
        for index, (span, (start, end)) in enumerate(zip(spans, bounds, strict=True), 1)
    )
