"""What the browser is told of a page: what can be decided on it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleChoice:
    """An article to choose; `article` is its address in the editors' files."""

    base: str
    article: str
    name: str
    title: str


@dataclass(frozen=True, slots=True)
class PieceOnPage:
    """The text that a page shows; `declared` are what the editors say of it, not the text.

    `joins`: the file has a piece before it.
    """

    piece: str
    file: str
    title: str
    genre: str
    issuer: str
    date: str
    place: str
    kind: str
    base: str
    declared: tuple[str, ...]
    joins: bool


@dataclass(frozen=True, slots=True)
class BaseOnPage:
    """The base document that a page shows, as library.yml declares it."""

    base: str
    title: str
    short_title: str
    issuer: str
    adopted: str
    published: str
    effective: str
    numbering: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpanOnPage:
    """A sentence by its id on the page, and where it stands in the text."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LinkOnPage:
    """A link that a page shows; at sentences of a report, or as an element of an article's page."""

    id: str
    report: str
    start: int
    end: int
    words: str
    base: str
    article: str
    name: str
    title: str
    role: str
    status: str
    chance: float
    why: str
    sentences: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingOnPage:
    """A finding that a page tells of; `words_can_be_mended` where they stand in a text."""

    id: str
    said: str
    words: str
    piece: str
    start: int
    end: int
    words_can_be_mended: bool


@dataclass(frozen=True, slots=True)
class ReadingOnPage:
    """What a copy reads; `chosen` is what the edition has."""

    witness: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class VariantOnPage:
    """A variant by its number in the apparatus, and the readings to follow."""

    element: str
    base: str
    article: str
    variant: int
    readings: tuple[ReadingOnPage, ...]


@dataclass(frozen=True, slots=True)
class PageDesk:
    """All that can be decided on the page at `address`."""

    address: str
    piece: PieceOnPage | None
    base: BaseOnPage | None
    bases: tuple[BaseOnPage, ...]
    articles: tuple[ArticleChoice, ...]
    terms: tuple[str, ...]
    sentences: tuple[SpanOnPage, ...]
    links: tuple[LinkOnPage, ...]
    findings: tuple[FindingOnPage, ...]
    variants: tuple[VariantOnPage, ...]
