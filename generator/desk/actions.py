"""What an editor does at the desk, as it comes in from a page: checked, and nothing else taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from generator.content.schema import Strict
from generator.content.yaml_files import MESSAGES, UNFIT
from generator.errors import ContentError
from generator.model import Role

LONGEST_WORDS = 6000  # characters of a passage
LONGEST_LINE = 500
MOST = 50  # wordings in one row, articles of one term


def _fit(text: str) -> str:
    if UNFIT.search(text):
        raise PydanticCustomError("unfit", "有不能显示的字符；请删去")
    return text


def _one_line(text: str) -> str:
    if len(text.splitlines()) > 1 or text.strip() != text:
        raise PydanticCustomError("one_line", "只写一行，前后不留空白")
    return text


def _apart(value: object) -> object:
    """Take words on one line, blanks apart, for a list."""
    return tuple(value.split()) if isinstance(value, str) else value


Quoted = Annotated[str, Field(min_length=1, max_length=LONGEST_WORDS), AfterValidator(_fit)]
Line = Annotated[
    str, Field(max_length=LONGEST_LINE), AfterValidator(_fit), AfterValidator(_one_line)
]
Said = Annotated[Line, Field(min_length=1)]
Name = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,80}$")]
At = Annotated[int, Field(ge=0, strict=True)]
Several = Annotated[tuple[Said, ...], Field(max_length=MOST)]


class LinkAction(Strict):
    """A link of a passage confirmed, rejected, added, given a role or moved; or none at all.

    Without `base` the first is meant; where there is to be none, all are.
    """

    do: Literal["link"]
    decision: Literal["confirm", "reject", "add", "none", "role"]
    report: Name
    start: At
    end: At
    words: Quoted
    base: Name | Literal[""] = ""
    article: Line = ""
    to: Line = ""
    role: Role | None = None
    note: Line = ""


class AboutAction(Strict):
    """Of a passage: just these articles are meant, and of the others those not; none of all."""

    do: Literal["about"]
    report: Name
    start: At
    end: At
    words: Quoted
    base: Name
    articles: Several = ()
    against: Several = ()
    note: Line = ""


class ErratumAction(Strict):
    """A misprint corrected, or with `suspect` only pointed at."""

    do: Literal["erratum"]
    piece: Name
    start: At
    end: At
    words: Quoted
    correct: Annotated[str, Field(max_length=LONGEST_WORDS), AfterValidator(_fit)] = ""
    reason: Said
    suspect: bool = False


class TermAction(Strict):
    """A wording taken for a term of its own, another name of one, or a word that hints at it.

    A new term may bring its other wordings with it.
    """

    do: Literal["term"]
    words: Said
    name: Line = ""
    as_: Annotated[Literal["new", "alias", "related", "hint"], Field(alias="as")] = "new"
    articles: Several = ()
    kind: Line = ""
    aliases: Several = ()
    related: Several = ()
    hints: Several = ()


class ThesaurusAction(Strict):
    """Wordings that say one thing."""

    do: Literal["thesaurus"]
    words: Annotated[tuple[Said, ...], Field(min_length=2, max_length=MOST)]


class NotTextAction(Strict):
    """Words that are no part of the text: they are cut."""

    do: Literal["not_text"]
    piece: Name
    start: At
    end: At
    words: Quoted
    reason: Said


class FindingAction(Strict):
    """A finding that is in order, or that is left for later."""

    do: Literal["finding"]
    finding: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{1,60}$")]
    verdict: Literal["fine", "later"]
    reason: Line = ""


class DescribeAction(Strict):
    """What is said of a piece; what is empty is again as the text states it."""

    do: Literal["describe"]
    piece: Name
    title: Line | None = None
    genre: Line | None = None
    issuer: Line | None = None
    date: Line | None = None
    place: Line | None = None
    kind: Literal["witness", "report", "law", "foreign", ""] | None = None
    base: Line | None = None


class BaseAction(Strict):
    """What is said of a base document."""

    do: Literal["base"]
    base: Name
    title: Said | None = None
    short_title: Said | None = None
    issuer: Line | None = None
    adopted: Line | None = None
    published: Line | None = None
    effective: Line | None = None
    numbering: Annotated[Several | None, BeforeValidator(_apart)] = None


class PreferAction(Strict):
    """The copy to follow in an article, or at one variant in it: its number in the apparatus."""

    do: Literal["prefer"]
    base: Name
    article: Said
    witness: Line
    variant: Annotated[int, Field(ge=1, strict=True)] | None = None
    reading: str | None = None


class PieceAction(Strict):
    """A piece joined to the one before it, divided, or not taken in."""

    do: Literal["piece"]
    how: Literal["join", "divide", "drop"]
    piece: Name
    at: At | None = None
    words: Line = ""


Action: TypeAlias = (
    LinkAction
    | AboutAction
    | ErratumAction
    | TermAction
    | ThesaurusAction
    | NotTextAction
    | FindingAction
    | DescribeAction
    | BaseAction
    | PreferAction
    | PieceAction
)
KINDS: dict[str, TypeAdapter[Action]] = {
    name: TypeAdapter(kind)
    for name, kind in (
        ("link", LinkAction),
        ("about", AboutAction),
        ("erratum", ErratumAction),
        ("term", TermAction),
        ("thesaurus", ThesaurusAction),
        ("not_text", NotTextAction),
        ("finding", FindingAction),
        ("describe", DescribeAction),
        ("base", BaseAction),
        ("prefer", PreferAction),
        ("piece", PieceAction),
    )
}


def read_action(data: Mapping[str, object]) -> Action:
    """Return an action as a page sends it; ContentError in one line on anything that is wrong."""
    do = data.get("do") if isinstance(data, Mapping) else None
    kind = KINDS.get(do) if isinstance(do, str) else None
    if kind is None:
        raise ContentError("do", "没有这种操作")
    try:
        action = kind.validate_python(dict(data))
    except ValidationError as error:
        first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
        key = ".".join(str(each)[:40] for each in first["loc"] if each != "function-after")
        what = MESSAGES.get(first["type"], first["msg"])
        raise ContentError(key or str(do), what) from error
    start, end = getattr(action, "start", 0), getattr(action, "end", 1)
    if start >= end:
        raise ContentError("start", "没有选中文字")
    return action
