"""What the desk hands out: changes made, tasks to do, what can be decided on a page; as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Change:
    """A change to the editors' files; `before` and `after` are the lines that it changed.

    `at` is an ISO time, `who` a person's name where one is known.  `lost`: another hand saved an
    older state of the file over it.  `own`: it was made at this desk since it was opened.
    """

    id: str
    at: str
    who: str
    files: tuple[str, ...]
    summary: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    undone: bool = False
    lost: bool = False
    own: bool = False
    reversible: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a task: the key that gives it, what it says, and the action that it is.

    `about` is what helps to choose: the article's own words, say.
    """

    key: str
    label: str
    action: Mapping[str, object]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """Something to decide.

    `page` is an address in the site with its anchor, empty where `piece`, `start` and `end` tell
    the place.
    """

    id: str
    kind: str
    title: str
    page: str
    words: str
    around: tuple[str, str]
    why: str
    answers: tuple[Answer, ...]
    piece: str = ""
    start: int = 0
    end: int = 0


Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def as_json(value: object) -> Json:
    """Return dataclasses as plain JSON data, whatever lies in them."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name.rstrip("_"): as_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_json(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [as_json(each) for each in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} has no JSON form")
