"""What may stand in library.yml and the curated files."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    RootModel,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from generator.content.pack_choices import FontName, PageNumberForm, YesNo
from generator.model import Carried
from generator.text.dates import DATE_LINE, iso_date

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Words = Annotated[str, Field(min_length=1)]
CARRIED: dict[str, Carried] = {
    "zip": "zip",
    "离线包": "zip",
    "single": "single",
    "单页版": "single",
}
WAY_UP = re.compile(r"(?:\.\./)+(?:[A-Za-z0-9_-]+/)*")
ISO = re.compile(r"\d{4}(?:-\d{1,2}){0,2}")


def _day(text: str) -> str:
    """Return a date as 2021-03-27, 2021-03 or 2021, however it is written."""
    if found := DATE_LINE.fullmatch(text):
        text = iso_date(found)
    numbers = [int(each) for each in text.split("-")] if ISO.fullmatch(text) else []
    try:
        whole = date(*[*numbers, 1, 1][:3]) if numbers else None
    except ValueError:
        whole = None
    if whole is None:
        raise PydanticCustomError("day", "没有这个日期；写成 2021-03-27 或 2021-03")
    return whole.isoformat()[: (4, 7, 10)[len(numbers) - 1]]


Day = Annotated[str, AfterValidator(lambda text: _day(text) if text else text)]


def _carried(word: object) -> Carried:
    """Return what a site may carry, by the word that stands for it."""
    if not isinstance(word, str) or word not in CARRIED:
        raise PydanticCustomError("carried", "没有这一项；可写 zip（离线包）、single（单页版）")
    return CARRIED[word]


CarriedWord = Annotated[Carried, BeforeValidator(_carried)]


class Strict(BaseModel):
    """Unknown keys are errors: a misspelt key must not be silently ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class VersionEntry(Strict):
    """A version of a base document over time (修订); what it does not say is as in the base."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    name: str = ""
    title: str = ""
    issuer: str = ""
    adopted: Day = ""
    published: Day = ""
    effective: Day = ""
    until: Day = ""


class BaseEntry(Strict):
    """A base document (基准文件)."""

    id: Identifier
    title: Words
    short_title: Words
    issuer: str = ""
    adopted: Day = ""
    published: Day = ""
    effective: Day = ""
    numbering: tuple[Words, ...] = ()
    article_titles: dict[str, Words] = {}
    annexes: tuple[Words, ...] | Literal["false"] | None = None
    versions: tuple[VersionEntry, ...] = ()

    @field_validator("numbering", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return [value] if isinstance(value, str) else value


class SourceEntry(Strict):
    """What can't be found out about a source file or a piece, by file name or piece id.

    `join`: it goes on from the piece before it; `divide`: the words with which a line begins that
    opens a piece of its own.
    """

    kind: Literal["witness", "report", "law", "foreign"] | None = None
    base: str | None = None
    version: str | None = None
    title: str | None = None
    genre: str | None = None
    issuer: str | None = None
    date: Day | None = None
    place: str | None = None
    order: int | None = None
    drop: bool = False
    join: bool = False
    divide: tuple[Words, ...] = ()


class FontsEntry(Strict):
    """Fonts of packs by name."""

    title: FontName | None = None
    heading: FontName | None = None
    subheading: FontName | None = None
    body: FontName | None = None


class PacksEntry(Strict):
    """How packs look, and in which characters they come."""

    page_number: PageNumberForm | None = None
    fonts: FontsEntry = FontsEntry()
    cover: YesNo | None = None
    traditional: YesNo | None = None
    quiz: YesNo | None = None


def _way_up(text: str) -> str:
    """Return the way from one site's root to another's beside it."""
    if not WAY_UP.fullmatch(text):
        raise PydanticCustomError("way", "写从本站根目录到总馆的相对路径，如 ../../hall/")
    return text


class HallEntry(Strict):
    """The hall that a library is a volume of: its name, and the way to it from the site's root."""

    title: Words
    address: Annotated[str, AfterValidator(_way_up)]


class AcceptedEntry(Strict):
    """A finding that is in order, with the reason; it holds as long as the words stand there.

    `place` is the piece or file that it is about, `words` are those that the finding shows.
    """

    code: Annotated[str, Field(pattern=r"^[A-Z]-[0-9]{3}$")]
    place: Words
    words: str = ""
    reason: Words


class ReadingEntry(Strict):
    """A place in an article where a certain copy is to be followed.

    `words` are that copy's, what differs among them; they stand once in its article.
    """

    base: Identifier
    article: int | Words
    follow: Words
    words: Words


class LibraryFile(Strict):
    """library.yml."""

    title: Words
    subtitle: str = ""
    language: str = "zh-Hans"
    name: Identifier = "library"
    bases: Annotated[tuple[BaseEntry, ...], Field(min_length=1)]
    sources: dict[str, SourceEntry] = {}
    markers: tuple[Words, ...] = ()
    editorial: dict[str, dict[str, Words]] = {}
    readings: tuple[ReadingEntry, ...] = ()
    accepted: tuple[AcceptedEntry, ...] = ()
    packs: PacksEntry = PacksEntry()
    downloads: tuple[CarriedWord, ...] = ()
    hall: HallEntry | None = None

    @field_validator("downloads", mode="before")
    @classmethod
    def _one_or_more(cls, value: object) -> object:
        """Take a single word for a list of one, and a key with nothing behind it for none."""
        return ([value] if value else ()) if isinstance(value, str) else value

    @field_validator("downloads")
    @classmethod
    def _each_once(cls, value: tuple[Carried, ...]) -> tuple[Carried, ...]:
        return tuple(dict.fromkeys(value))


class ErratumEntry(Strict):
    """A misprint corrected, with `suspect` only pointed at, with `cut` words that are no text.

    `before` stands once in the text, or once in `context`, which stands once in the text.
    """

    source: Words
    before: Words
    after: str | None = None
    reason: Words
    context: str = ""
    suspect: bool = False
    cut: bool = False

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if self.cut and (self.suspect or self.after):
            raise PydanticCustomError("cut", "写了 cut（不是正文），就不写 after 和 suspect")
        if self.after is None and not self.suspect and not self.cut:
            raise PydanticCustomError("after", '缺少 after；要删去这些字，写 after: ""')
        if self.after == self.before:
            raise PydanticCustomError("after", "after 与 before 相同，什么也没有改")
        return self


class ErrataFile(RootModel[tuple[ErratumEntry, ...]]):
    """errata.yml."""


class TermEntry(Strict):
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

    @field_validator("aliases", "related", "hints", mode="before")
    @classmethod
    def _list_or_nothing(cls, value: object) -> object:
        """Take a key of which every line has been deleted for an empty list."""
        return () if value == "" else value


class TermsFile(RootModel[tuple[TermEntry, ...]]):
    """terms.yml."""


class DecisionEntry(Strict):
    """An editor's decision on a link, tied to quoted words of the report.

    `none`: the words are about no article.
    """

    decision: Literal["confirm", "reject", "add", "none"]
    report: Words
    words: Words
    article: int | Words | None = None
    base: str | None = None
    role: Literal["practice", "problem", "measure", "understanding", "other"] | None = None
    note: str = ""

    @model_validator(mode="after")
    def _names_an_article(self) -> Self:
        if (self.article is None) != (self.decision == "none"):
            raise PydanticCustomError("article", "写明 article；decision 为 none 时不写")
        return self


class LinksFile(RootModel[tuple[DecisionEntry, ...]]):
    """links.yml."""
