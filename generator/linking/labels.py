"""Labelled sentences (tests/gold/*.jsonl) read and found again in the reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from generator.linking.learning import Labelled
from generator.linking.letters import STOP, Folded, fold
from generator.model import Document

COVER = 0.5  # of the shorter of the two, what a sentence and a label must share
NEARNESS = 60.0


def read_labels(
    paths: Sequence[Path], documents: Mapping[str, Document]
) -> tuple[tuple[Labelled, ...], tuple[str, ...]]:
    """Return the labels of `paths`, each with the sentences it covers, and those not found.

    Labels stand in reading order; a report is the one that holds most of a source's
    labels, so that a renumbered piece is still found.
    """
    rows = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
    folded = {name: _plain(document.piece.text) for name, document in documents.items()}
    homes = {source: _home(source, rows, folded) for source in {row["source"] for row in rows}}
    reached: dict[str, int] = defaultdict(int)
    labels, lost = [], []
    for row in rows:
        home = homes[row["source"]]
        wanted = _plain(row["text"]).letters
        span = _locate(wanted, folded[home], reached[home])
        if span is None:
            lost.append(row["text"])
            continue
        reached[home] = span[0]
        start, end = folded[home].span(*span)
        labels.append(
            Labelled(
                home,
                _covered(documents[home], start, end),
                row["text"],
                frozenset(row["required"]),
                frozenset(row["allowed"]),
                row.get("role"),
            )
        )
    return tuple(labels), tuple(lost)


def _plain(text: str) -> Folded:
    folded = fold(text)
    kept = [at for at, letter in enumerate(folded.letters) if letter != STOP]
    return Folded(
        "".join(folded.letters[at] for at in kept), tuple(folded.offsets[at] for at in kept)
    )


def _home(source: str, rows: Sequence[dict[str, str]], folded: Mapping[str, Folded]) -> str:
    texts = [_plain(row["text"]).letters for row in rows if row["source"] == source]
    held = {name: sum(text in each.letters for text in texts) for name, each in folded.items()}
    return max(sorted(held), key=lambda name: held[name])


def _locate(wanted: str, folded: Folded, after: int) -> tuple[int, int] | None:
    at = folded.letters.find(wanted, after)
    at = at if at >= 0 else folded.letters.find(wanted)
    if at >= 0:
        return at, at + len(wanted)
    near = fuzz.partial_ratio_alignment(wanted, folded.letters, score_cutoff=NEARNESS)
    return (near.dest_start, near.dest_end) if near and near.dest_end > near.dest_start else None


def _covered(document: Document, start: int, end: int) -> tuple[int, ...]:
    return tuple(
        at
        for at, each in enumerate(document.sentences)
        if min(end, each.end) - max(start, each.start)
        >= COVER * max(1, min(end - start, each.end - each.start))
    )
