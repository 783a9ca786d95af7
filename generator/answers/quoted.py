"""What an answer is made of: words of a text, with where they stand and their SHA-256.

Nothing in an answer is worded by the program but names of kinds: a model that quotes one can be
checked by anybody who has the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a text, to the letter.

    `document` is the id of a base document, report or law; `start` and `end` count characters in
    the text of `article` or, where that is null, of a report or law; outside articles of a base
    document in the paragraph.  `sha256` is that of `text` in UTF-8, `page` the place on the site.
    """

    id: str
    document: str
    article: int | None
    start: int
    end: int
    text: str
    sha256: str
    page: str


def quoted(
    name: str, document: str, article: int | None, span: tuple[int, int], text: str, page: str
) -> Quoted:
    """Return the words `text`, which stand at `span`."""
    digest = sha256(text.encode()).hexdigest()
    return Quoted(name, document, article, *span, text, digest, page)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the library: `kind` is base, report, reprint or law; `articles` how many it has."""

    id: str
    kind: str
    title: str
    issuer: str
    date: str
    place: str
    characters: int
    articles: int
    sha256: str
    page: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found: how many sentences hold the words, and the first of them."""

    total: int
    sentences: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article: its label as printed, its words, its 款, 项 and 目 by address (k2x3)."""

    label: str
    words: Quoted
    provisions: dict[str, Quoted]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a report on an article: what it does, how it is linked, and by which words."""

    title: str
    role: str
    kind: str
    sure: bool
    words: Quoted
    evidence: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a witness reads; offsets are into its cleaned text."""

    witness: str
    words: Quoted


@dataclass(frozen=True, slots=True)
class Variant:
    """A place where witnesses differ: the words chosen, why, and what each witness reads."""

    kind: str
    chosen: Quoted
    reason: str
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class CheckedQuotation:
    """Words of a text that was sent: `verdict` is exact, altered or missing.

    `start` and `end` count in what was sent; `places` are the words of the base documents that it
    stands for, none where it is missing.
    """

    start: int
    end: int
    text: str
    verdict: str
    places: tuple[Quoted, ...]
