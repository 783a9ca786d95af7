"""A preview that serves a small folder, and a desk that writes down what it is asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import pytest

from generator.errors import ContentError
from generator.outputs.shared.network_policy import CHARSET, with_policy
from generator.preview.asked import BYTES, JSON, TOKEN
from generator.preview.routes import Routes
from generator.preview.serving import Preview

Heads = Mapping[str, str | None]


@dataclass
class Noting:
    """Stands for the desk and for files on their way: notes what it is asked, refuses 'no'."""

    asked: list[tuple[str, object]] = field(default_factory=list)

    def _note(self, what: str, given: object = None) -> object:
        self.asked.append((what, given))
        if given == {"do": "no"}:
            raise ContentError("links.yml", "页面是旧的\n请重新载入")
        return {"said": what, "given": given}

    def apply(self, action: Mapping[str, object]) -> object:
        """Note a decision."""
        return self._note("apply", action)

    def undo(self, change: str) -> object:
        """Note what is taken back."""
        return self._note("undo", change)

    def undo_all(self) -> object:
        """Note that all is."""
        return self._note("undo_all")

    def again(self, change: str) -> object:
        """Note what is done once more."""
        return self._note("again", change)

    def page(self, address: str) -> object:
        """Note a page."""
        return self._note("page", address)

    def queue(self) -> object:
        """Note that the list was asked for."""
        return self._note("queue", "</script><b>")

    def queue_length(self) -> object:
        """Note that only the count was."""
        return self._note("queue_length")

    def history(self) -> object:
        """Note it."""
        return self._note("history")

    def suggestions(self) -> object:
        """Note it."""
        return self._note("suggestions")

    def state(self, since: int) -> object:
        """Note it."""
        return self._note("state", since)

    def take(self, name: str, data: bytes) -> object:
        """Note a file and how long it is."""
        return self._note("take", [name, len(data)])

    def records(self) -> object:
        """Note it."""
        return self._note("records")

    def accept(self, renamed: Mapping[str, object]) -> object:
        """Note it."""
        return self._note("accept", renamed)

    def take_back(self) -> object:
        """Note it."""
        return self._note("take_back")

    def drop(self, names: object) -> object:
        """Note it."""
        return self._note("drop", names)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes
    heads: Mapping[str, str]


@dataclass(frozen=True)
class Served:
    """A running preview; `ask` asks as its own pages do, but for the heads given."""

    server: Preview
    desk: Noting
    folder: Path

    @property
    def own(self) -> dict[str, str]:
        """What the scripts of its pages send along."""
        session = self.server.session
        return {
            "Host": f"127.0.0.1:{session.port}",
            "Origin": f"http://127.0.0.1:{session.port}",
            "Sec-Fetch-Site": "same-origin",
            "Cookie": f"{session.cookie}={session.token}",
            TOKEN: session.token,
        }

    def ask(
        self,
        path: str,
        body: bytes | None = None,
        method: str = "",
        kind: str = JSON,
        heads: Heads | None = None,
    ) -> Answer:
        """Ask; a head that is None is left out."""
        sent = {**self.own, **({} if body is None else {"Content-Type": kind})}
        changed = {**sent, **(heads or {})}
        given = {name: value for name, value in changed.items() if value is not None}
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request(method or ("GET" if body is None else "POST"), path, body, given)
        found = connection.getresponse()
        answer = Answer(found.status, found.read(), dict(found.headers))
        connection.close()
        return answer

    def decide(self, action: object, heads: Heads | None = None) -> Answer:
        """Send a decision."""
        return self.ask("/.desk/apply", json.dumps(action).encode(), heads=heads)

    def upload(self, name: str, body: bytes, heads: Heads | None = None) -> Answer:
        """Send a file."""
        named: Heads = {"X-File-Name": name, **(heads or {})}
        return self.ask("/.desk/files", body, kind=BYTES, heads=named)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    site = tmp_path / "site"
    (site / "empty").mkdir(parents=True)
    (site / "index.html").write_bytes(
        with_policy(b"<html>" + CHARSET + b"<body>home</body></html>")
    )
    (site / "plain.txt").write_text("plain")
    (tmp_path / "secret.html").write_text("secret")
    (site / "out.html").symlink_to(tmp_path / "secret.html")
    (site / "out").symlink_to(tmp_path)
    (site / "loop").symlink_to(site / "loop")
    desk = Noting()
    server = Preview(0, site, Routes(desk, desk))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield Served(server, desk, tmp_path)
    server.shutdown()
    server.server_close()
    thread.join(5)
