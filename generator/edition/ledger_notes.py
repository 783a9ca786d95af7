"""What the ledger adds to a collation: what cleaning has mended already, and where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.cleaning.ledger import in_source
from generator.model import (
    CleanedSource,
    Collation,
    Edit,
    Finding,
    Reading,
    Variant,
    Witness,
)

LONG = 80  # characters from which a cut is worth a note
OPENING = 20
FEW = 12  # joined lines in a witness that are listed one by one; more are left to the ledger
BESIDE = 4


def note_cleaning(collation: Collation, ledger: Iterable[Edit]) -> Collation:
    """Return `collation` with variants for foreign matter cut off and broken lines joined.

    `ledger` is every edit of the library, in order within each file.
    """
    if not collation.edition.articles:
        return collation
    files = {witness.piece.file for witness in collation.witnesses}
    edits = [edit for edit in ledger if edit.file in files]
    found: list[Variant] = []
    for witness in collation.witnesses:
        own = [edit for edit in edits if edit.file == witness.piece.file]
        found += _joined_lines(collation, witness, own)
        found += _foreign(collation, witness, own)
    if not found:
        return collation
    rows = sorted((*collation.apparatus, *found), key=lambda v: (v.article or 0, v.part or 0, v.at))
    return replace(collation, apparatus=tuple(rows))


def locate(
    collations: Iterable[Collation], sources: Mapping[str, CleanedSource]
) -> Iterator[Finding]:
    """Yield the findings of all collations, `line` being that of the source file.

    `sources` gives the cleaned source of each file.
    """
    for collation in collations:
        pieces = {witness.id: witness.piece for witness in collation.witnesses}
        for finding in collation.findings:
            piece = pieces.get(finding.piece)
            cleaned = sources.get(finding.file)
            if piece is None or cleaned is None:
                yield finding
                continue
            at = in_source(piece, cleaned.edits, finding.start)
            yield replace(finding, line=cleaned.source.text.count("\n", 0, at) + 1)


def _foreign(collation: Collation, witness: Witness, edits: Sequence[Edit]) -> Iterator[Variant]:
    """Yield what was cut off right behind a witness."""
    last = collation.edition.articles[-1]
    for edit in edits:
        words = "".join(edit.before.split())
        if edit.start != witness.piece.end or edit.after or len(words) < LONG:
            continue
        end = len(witness.piece.text)
        reason = (
            f"{witness.id}文末“{words[:OPENING]}……”以下{len(words)}字与本文件无关，系窜入，"
            "已在整理时删去（见整理记录）。"
        )
        place = len(last.text)
        chosen = Reading(last.witness, "", place, place)
        reading = Reading(witness.id, "", end, end)
        yield Variant(last.number, None, "foreign", chosen, (reading,), reason, place, place)


def _joined_lines(
    collation: Collation, witness: Witness, edits: Sequence[Edit]
) -> Iterator[Variant]:
    """Yield the places where a line had broken off in mid-sentence."""
    piece = witness.piece
    growth = 0
    places = []
    for edit in edits:
        if piece.start <= edit.start and edit.end <= piece.end:
            if "\n" in edit.before and not edit.before.strip() and not edit.after.strip():
                places.append(edit.start - piece.start + growth)
            growth += len(edit.after) - len(edit.before)
    places = [at for at in places if "\n" not in piece.text[max(0, at - 1) : at + 1]]
    if len(places) > FEW:
        return
    texts = {article.number: article for article in collation.edition.articles}
    for at in places:
        number = next((r.article for r in witness.alignments if r.start <= at < r.end), None)
        before, after = piece.text[max(0, at - BESIDE) : at], piece.text[at : at + BESIDE]
        article = texts.get(number or 0)
        if article is None or (found := article.text.find(before + after)) < 0:
            continue
        place = found + len(before)
        reason = (
            f"{witness.id}第{article.label.removeprefix('第').removesuffix('条')}条"
            f"在“{before}/{after}”之间误断行，整理时已连排。"
        )
        chosen = Reading(article.witness, "", place, place)
        reading = Reading(witness.id, "", at, at)
        yield Variant(article.number, None, "punctuation", chosen, (reading,), reason, place, place)
