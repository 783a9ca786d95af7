"""What may stand in library.yml and the curated files."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Words = Annotated[str, Field(min_length=1)]


class _Strict(BaseModel):
    """Unknown keys are errors: a misspelt key must not be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BaseEntry(_Strict):
    """A base document (基准文件)."""

    id: Identifier
    title: Words
    short_title: Words
    issuer: str = ""
    adopted: str = ""
    published: str = ""
    effective: str = ""
    numbering: tuple[Words, ...] = ()
    article_titles: dict[str, Words] = {}
    annexes: tuple[Words, ...] | Literal["false"] | None = None

    @field_validator("numbering", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


class SourceEntry(_Strict):
    """What can't be found out about a source file or a piece, by file name or piece id."""

    kind: Literal["witness", "report", "foreign"] | None = None
    base: str | None = None
    title: str | None = None
    genre: str | None = None
    issuer: str | None = None
    date: str | None = None
    place: str | None = None
    order: int | None = None
    drop: bool = False


class LibraryFile(_Strict):
    """library.yml."""

    title: Words
    subtitle: str = ""
    language: str = "zh-Hans"
    name: Identifier = "library"
    bases: Annotated[tuple[BaseEntry, ...], Field(min_length=1)]
    sources: dict[str, SourceEntry] = {}
    markers: tuple[Words, ...] = ()
    editorial: dict[str, dict[int, str]] = {}


class ErratumEntry(_Strict):
    """A correction of a misprint, or with `suspect` a place that only looks like one.

    `before` stands once in the text, or once in `context`, which stands once in the text.
    """

    source: Words
    before: Words
    after: str = ""
    reason: Words
    context: str = ""
    suspect: bool = False


class ErrataFile(RootModel[tuple[ErratumEntry, ...]]):
    """errata.yml."""


class TermEntry(_Strict):
    """A term with its aliases; the gloss is drawn from the texts, `source` says where.

    `aliases` name the same thing; `related` are wordings that speak of it (一言堂 of
    民主集中制) and serve linking and search, not the glossary's head words; `hints` are
    words that tell nothing alone, only several together, and serve linking.
    """

    name: Words
    aliases: tuple[Words, ...] = ()
    related: tuple[Words, ...] = ()
    hints: tuple[Words, ...] = ()
    kind: str = ""
    gloss: str = ""
    source: str = ""


class TermsFile(RootModel[tuple[TermEntry, ...]]):
    """terms.yml."""


class DecisionEntry(_Strict):
    """An editor's decision on a link, tied to quoted words of the report."""

    decision: Literal["confirm", "reject", "add"]
    report: Words
    words: Words
    article: int | Words
    base: str | None = None
    role: Literal["practice", "problem", "measure", "understanding", "other"] | None = None
    note: str = ""


class LinksFile(RootModel[tuple[DecisionEntry, ...]]):
    """links.yml."""
