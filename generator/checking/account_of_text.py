"""Account of the text: every letter of every witness is in the edition, or named elsewhere.

Nothing may vanish from a base document unnamed.  The letters of a witness are
laid over those of the edition by their n-grams (candidates first, then letter by letter, as
passim does); what the edition does not have must stand apart (matter), or in a reading of the
apparatus.  The rest is lost text: a finding each.  The time is about linear in the length
of the witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from generator.checking.codes import CODES
from generator.cleaning.ledger import in_source
from generator.model import CleanedSource, Collation, Edition, Finding, Witness

CODE = "K-008"
GRAM = 6  # letters that are looked up: shorter runs recur by chance
CANDIDATES = 24  # places of a gram that are tried; formulas recur more often
LEAST = 2  # letters lost that are worth a finding: one alone is a label's or a chance
QUOTED = 40


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a text, and where each stood in it."""

    text: str
    offsets: tuple[int, ...]


def account(
    collations: Sequence[Collation], sources: Mapping[str, CleanedSource]
) -> tuple[Finding, ...]:
    """Return a finding for every run of letters of a witness that is found nowhere."""
    return tuple(
        _finding(witness, start, end, sources[witness.piece.file])
        for collation in collations
        for witness in collation.witnesses
        for start, end in lost(collation, witness)
    )


def lost(collation: Collation, witness: Witness) -> tuple[tuple[int, int], ...]:
    """Return the spans of the witness's text whose letters are nowhere, in order."""
    text = witness.piece.text
    own, whole = _letters(text), _letters(_printed(collation.edition)).text
    found = [False] * len(own.text)
    for start, end in _covered(own.text, whole):
        found[start:end] = [True] * (end - start)
    named = list(witness.matter) + [
        (reading.start, reading.end)
        for variant in collation.apparatus
        for reading in variant.readings
        if reading.witness == witness.id
    ]
    for start, end in named:
        for at, offset in enumerate(own.offsets):
            found[at] = found[at] or start <= offset < end
    return tuple(_runs(own, found))


def _printed(edition: Edition) -> str:
    """Return all that the edition prints, in reading order."""
    lines = [edition.base.title, *edition.preamble]
    for part in edition.parts:
        lines += [part.label + part.heading, *part.paragraphs]
        lines += [article.label + article.text for article in part.articles]
    return "\n".join(lines)


def _letters(text: str) -> _Letters:
    kept = tuple(at for at, char in enumerate(text) if char.isalnum())
    return _Letters("".join(text[at] for at in kept), kept)


def _covered(own: str, whole: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of `own` that stand in `whole`, in order."""
    index: dict[str, list[int]] = defaultdict(list)
    for at in range(len(whole) - GRAM + 1):
        index[whole[at : at + GRAM]].append(at)
    at = last = beyond = 0  # `last`, `beyond`: where the run before ended in own and in whole
    while at <= len(own) - GRAM:
        places = index.get(own[at : at + GRAM], ())
        if not places:
            at += 1
            continue
        near = sorted(places, key=lambda place: (abs(place - beyond), place))[:CANDIDATES]
        length, place = max(
            (_run(own, at, whole, each), -abs(each - beyond), each) for each in near
        )[::2]
        yield from _between(own, last, at, whole, beyond, place)
        yield at, at + length
        at = last = at + length
        beyond = place + length
    yield from _between(own, last, len(own), whole, beyond, len(whole))


def _run(own: str, at: int, whole: str, place: int) -> int:
    """Return how many letters agree from `at` and `place` on."""
    length = 0
    while (
        at + length < len(own)
        and place + length < len(whole)
        and own[at + length] == whole[place + length]
    ):
        length += 1
    return length


def _between(
    own: str, start: int, end: int, whole: str, low: int, high: int
) -> Iterator[tuple[int, int]]:
    """Yield what is equal between two runs, where the edition has a gap of the like size."""
    if start < end and 0 <= low < high <= low + 4 * (end - start) + GRAM:
        for code in Indel.opcodes(own[start:end], whole[low:high]):
            if code.tag == "equal":
                yield start + code.src_start, start + code.src_end


def _runs(own: _Letters, found: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the spans, in the text, of runs of letters that were not found."""
    begin: int | None = None
    for at, known in enumerate([*found, True]):
        if begin is None and not known:
            begin = at
        elif begin is not None and known:
            if at - begin >= LEAST:
                yield own.offsets[begin], own.offsets[at - 1] + 1
            begin = None


def _finding(witness: Witness, start: int, end: int, cleaned: CleanedSource) -> Finding:
    words = " ".join(witness.piece.text[start:end].split())
    quoted = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
    at = in_source(witness.piece, cleaned.edits, start)
    return Finding(
        CODE,
        CODES[CODE].level,
        witness.piece.file,
        cleaned.source.text.count("\n", 0, at) + 1,
        quoted,
        f"版本 {witness.id} 的这{len(words)}字不在整理本，也不在校勘记",
        witness.piece.id,
        start,
        end,
        details=(quoted, str(len(words))),
    )
