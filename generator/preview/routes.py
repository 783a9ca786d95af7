"""What the desk answers to each request that may be asked: a way, what is given, JSON back."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol
from urllib.parse import parse_qs, unquote, urlsplit

from generator.errors import ContentError
from generator.preview.asked import DESK, FILES

JSON_TYPE = "application/json; charset=utf-8"
LONGEST = 400  # characters of an address or a name
DEEPEST = 20  # brackets within each other


class Decisions(Protocol):
    """What the desk can be asked; each answer is plain data.  ContentError: one line why not."""

    def apply(self, action: Mapping[str, object]) -> object:
        """Carry out one decision."""
        ...

    def undo(self, change: str) -> object:
        """Take one decision back."""
        ...

    def undo_all(self) -> object:
        """Take back all decisions of the session."""
        ...

    def again(self, change: str) -> object:
        """Carry out once more a decision that somebody has saved an older file over."""
        ...

    def page(self, address: str) -> object:
        """Return what can be decided on a page."""
        ...

    def queue(self) -> object:
        """Return what is to be done, what matters most first."""
        ...

    def queue_length(self) -> object:
        """Return how much that is."""
        ...

    def history(self) -> object:
        """Return what was decided."""
        ...

    def suggestions(self) -> object:
        """Return the terms and groups of words that the texts suggest."""
        ...

    def state(self, since: int) -> object:
        """Return how far the build is, and what the builds after number `since` changed."""
        ...


class Incoming(Protocol):
    """Files on their way into the library."""

    def take(self, name: str, data: bytes) -> object:
        """Look at a file, and keep it until it is accepted; return its record."""
        ...

    def records(self) -> object:
        """Return the records of all files that wait."""
        ...

    def accept(self, renamed: Mapping[str, object]) -> object:
        """Write all files that wait, or none."""
        ...

    def take_back(self) -> object:
        """Take out again what was accepted last."""
        ...

    def drop(self, names: object) -> object:
        """Forget files that wait: those named, or all."""
        ...


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its status, type and bytes."""

    status: HTTPStatus
    kind: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Routes:
    """The ways below /.desk/ that answer in JSON."""

    decisions: Decisions
    incoming: Incoming

    def read(self, target: str) -> Reply:
        """Answer a request that changes nothing; `target` is the path with its query."""
        parts = urlsplit(target)
        try:
            query = parse_qs(parts.query, max_num_fields=10)
        except ValueError:
            return said_no(HTTPStatus.BAD_REQUEST, "问的不对")
        asked = {name: values[0][:LONGEST] for name, values in query.items()}
        since = asked.get("since", "0")
        ways: dict[str, Callable[[], object]] = {
            "page": lambda: self.decisions.page(asked.get("address", "")),
            "queue": self.decisions.queue,
            "queue/count": self.decisions.queue_length,
            "history": self.decisions.history,
            "suggestions": self.decisions.suggestions,
            "state": lambda: self.decisions.state(_number(since)),
            "files": self.incoming.records,
        }
        way = ways.get(parts.path.removeprefix(DESK))
        return _answered(way) if way else said_no(HTTPStatus.NOT_FOUND, "没有这一项")

    def change(self, path: str, name: str, body: bytes) -> Reply:
        """Answer a request that changes something; `name` is a file's, as its header has it."""
        if path == FILES:
            return _answered(lambda: self.incoming.take(_file_name(name), body))
        try:
            given = _plain(body)
        except ValueError as error:
            return said_no(HTTPStatus.BAD_REQUEST, str(error))
        ways: dict[str, Callable[[], object]] = {
            "apply": lambda: self.decisions.apply(given),
            "undo": lambda: self._undo(given),
            "again": lambda: self.decisions.again(_change(given)),
            "files/accept": lambda: self.incoming.accept(given),
            "files/take-back": self.incoming.take_back,
            "files/drop": lambda: self.incoming.drop(given.get("names")),
        }
        way = ways.get(path.removeprefix(DESK))
        return _answered(way) if way else said_no(HTTPStatus.NOT_FOUND, "没有这一项")

    def _undo(self, given: Mapping[str, object]) -> object:
        if given == {"all": True}:
            return self.decisions.undo_all()
        return self.decisions.undo(_change(given))


def _change(given: Mapping[str, object]) -> str:
    change = given.get("change")
    if not isinstance(change, str) or len(given) > 1:
        raise ContentError("撤销", "没有说是哪一次")
    return change


def _answered(way: Callable[[], object]) -> Reply:
    try:
        return as_json(HTTPStatus.OK, way())
    except ContentError as error:
        return said_no(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))
    except Exception as error:  # a fault of ours: the terminal has all of it, the page a line
        traceback.print_exc()
        said = f"程序出了错（{type(error).__name__}），没有改动；终端里有详情"
        return said_no(HTTPStatus.INTERNAL_SERVER_ERROR, said)


def said_no(status: HTTPStatus, said: str) -> Reply:
    """Return one line that says why something is not answered."""
    return as_json(status, {"error": " ".join(said.split())})


def as_json(status: HTTPStatus, data: object) -> Reply:
    """Return `data` as an answer; no sign of markup stands in it bare, whoever should show it."""
    body = json.dumps(data, ensure_ascii=False)
    for sign in "<>&":
        body = body.replace(sign, f"\\u{ord(sign):04x}")
    return Reply(status, JSON_TYPE, body.encode("utf-8", "replace"))


def _plain(body: bytes) -> dict[str, object]:
    """Return what a body of JSON says; ValueError where it is no object with names."""
    text = body.decode("utf-8", "strict") if _is_utf8(body) else ""
    if not text or max(text.count("["), text.count("{")) > LONGEST:
        raise ValueError("送来的不是能读的内容")
    try:
        given = json.loads(text, object_pairs_hook=_once, parse_constant=_never)
    except (ValueError, RecursionError):
        raise ValueError("送来的不是能读的内容") from None
    if not isinstance(given, dict):
        raise ValueError("送来的不是能读的内容")
    return given


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("twice the same name")
    return found


def _never(name: str) -> object:
    raise ValueError(name)


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdigit() and len(said) < len("1000000000") else 0


def _file_name(given: str) -> str:
    """Return the name of a file as its header has it: what a person sees, never a way to it."""
    name = unquote(given, errors="replace").replace("\\", "/").rpartition("/")[2].strip()
    if not name or name.startswith(".") or len(name) > LONGEST or not name.isprintable():
        raise ContentError("文件名", "不能用，请改名再放")
    return name
