"""Readings that the editors have chosen: at one place of an article a certain copy is followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.edition.passages import Copy
from generator.edition.variation import Place
from generator.errors import ContentError


@dataclass(frozen=True, slots=True)
class ChosenReading:
    """In `article`, as it is called, the copy with the id `follow` is right where `words` differ.

    `words` are that copy's; they stand once in its article.
    """

    base: str
    article: str
    follow: str
    words: str


def refuse_strange(reading: ChosenReading, witnesses: Mapping[str, str]) -> None:
    """Raise ContentError where there is no such witness (id -> text), or no such words in it."""
    text = witnesses.get(reading.follow)
    if text is None:
        known = "、".join(witnesses)
        raise ContentError("library.yml", f"readings：没有版本“{reading.follow}”；有的是{known}")
    if "".join(reading.words.split()) not in "".join(text.split()):
        raise ContentError(
            "library.yml", f"readings：版本“{reading.follow}”里没有“{reading.words}”；请核对"
        )


@dataclass(frozen=True, slots=True)
class Followed:
    """A witness by its index, and its words at a place where it is to be followed."""

    witness: int
    words: str


def followed_at(
    place: Place, copytext: Copy, others: Sequence[Copy], chosen: Sequence[Followed]
) -> int | None:
    """Return the witness that the editors follow at `place`; None where they say nothing."""
    for each in chosen:
        copy = next((one for one in (copytext, *others) if one.witness == each.witness), None)
        if copy is None:
            continue
        span = (place.start, place.end) if copy is copytext else place.spans[each.witness]
        words = "".join(each.words.split())
        text, offsets = _unspaced(copy.segment.text)
        at = text.find(words)
        if at < 0 or not words:
            continue
        start, end = offsets[at], offsets[at + len(words) - 1] + 1
        if start <= span[0] and span[1] <= end:
            return each.witness
    return None


def _unspaced(text: str) -> tuple[str, list[int]]:
    """Return a text without blanks and line ends, and where its characters stood."""
    offsets = [at for at, char in enumerate(text) if not char.isspace()]
    return "".join(text[at] for at in offsets), offsets
