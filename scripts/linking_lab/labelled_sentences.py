"""Labelled sentences (tests/gold/*.jsonl) read and found again in the reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from generator.model import Document, Piece
from generator.text.letters import STOP, Folded, fold
from generator.text.structuring import structure
from scripts.linking_lab.learning import Labelled

COVER = 0.5  # of the shorter of the two, what a sentence and a label must share
NEARNESS = 60.0


def read_labels(
    paths: Sequence[Path], documents: Mapping[str, Document]
) -> tuple[tuple[Labelled, ...], tuple[str, ...]]:
    """Return the labels of `paths`, each with the sentences it covers, and those not found.

    Labels stand in reading order; a report is the one that holds most of a source's
    labels, so that a renumbered piece is still found.
    """
    read = [(path, line) for path in paths for line in path.read_text("utf-8").splitlines()]
    origins, rows = [path for path, _ in read], [json.loads(line) for _, line in read]
    folded = {name: _plain(document.piece.text) for name, document in documents.items()}
    homes = {source: _home(source, rows, folded) for source in {row["source"] for row in rows}}
    whole = {home: _sentences(documents[home]) for home in set(homes.values())}
    reached: dict[tuple[Path, str], int] = defaultdict(int)
    labels, lost = [], []
    for path, row in zip(origins, rows, strict=True):
        home = homes[row["source"]]
        wanted = _plain(row["text"]).letters
        covered = whole[home].get(wanted, ())
        covered = tuple(at for at in covered if at >= reached[path, home])[:1] or covered[:1]
        covered = covered or _covering(wanted, documents[home], folded[home])
        if not covered:
            lost.append(row["text"])
            continue
        reached[path, home] = covered[0]
        labels.append(
            Labelled(
                home,
                covered,
                row["text"],
                frozenset(row["required"]),
                frozenset(row["allowed"]),
                row.get("role"),
            )
        )
    return tuple(labels), tuple(lost)


def composed_reports(path: Path) -> dict[str, Document]:
    """Return the reports that the composed sentences of `path` make up, a line each `opens`."""
    texts: dict[str, str] = defaultdict(str)
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        before = "\n" if row.get("opens") and texts[row["source"]] else ""
        texts[row["source"]] += before + row["text"]
    return {
        name: structure(Piece(name, path.name, 0, len(text), text, title=text.split("\n")[0]))
        for name, text in texts.items()
    }


def _sentences(document: Document) -> dict[str, tuple[int, ...]]:
    """Return for the letters of each sentence where it stands (the same words may recur)."""
    found: dict[str, tuple[int, ...]] = {}
    for at, each in enumerate(document.sentences):
        letters = _plain(document.piece.text[each.start : each.end]).letters
        found[letters] = (*found.get(letters, ()), at)
    return found


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


def _covering(wanted: str, document: Document, folded: Folded) -> tuple[int, ...]:
    """Return the sentences that a label covers which is cut differently, or misspelt."""
    at = folded.letters.find(wanted)
    end = at + len(wanted)
    if at < 0:
        near = fuzz.partial_ratio_alignment(wanted, folded.letters, score_cutoff=NEARNESS)
        if near is None or near.dest_end <= near.dest_start:
            return ()
        at, end = near.dest_start, near.dest_end
    return _covered(document, *folded.span(at, end))


def _covered(document: Document, start: int, end: int) -> tuple[int, ...]:
    return tuple(
        at
        for at, each in enumerate(document.sentences)
        if min(end, each.end) - max(start, each.start)
        >= COVER * max(1, min(end - start, each.end - each.start))
    )
