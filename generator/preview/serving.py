"""The preview's server: the built site and the desk, for this machine's own browser alone."""

from __future__ import annotations

import io
import os
import secrets
import socket
import sys
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from generator.preview.asked import DESK, MOST_JSON, Session, is_shown, refused
from generator.preview.framing import PAGES, POLICY, digest, overlay_file, own_page, with_desk
from generator.preview.routes import Reply, Routes, said_no

if TYPE_CHECKING:
    from typing_extensions import Buffer

PATIENCE = 20.0  # seconds in which a request must have come whole
FILE_PATIENCE = 120.0  # seconds, where it brings a file
NAME = "X-File-Name"
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
HEADS = {
    "Cache-Control": "no-store",  # no older build is to be shown
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


class Preview(ThreadingHTTPServer):
    """A server on this machine's own address, for one site and one desk."""

    daemon_threads = True
    patience = PATIENCE

    def __init__(self, port: int, site: Path, routes: Routes) -> None:
        """Take `port`, 0 for any; OSError where it is taken."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.site = site
        self.routes = routes
        self.session = Session(self.server_port, secrets.token_urlsafe(24))

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(cast(Any, request), client_address)


class _Hasty(io.RawIOBase):
    """Reads what a connection sends until a moment: who is slower is let go."""

    def __init__(self, connection: socket.socket, seconds: float) -> None:
        self._connection = connection
        self.end = time.monotonic() + seconds

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Read what is there; TimeoutError when the moment has come."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        return self._connection.recv_into(buffer)


class _Handler(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: Preview
    server_version, sys_version = "zhishiku", ""

    def __init__(self, request: socket.socket, address: object, server: Preview) -> None:
        super().__init__(request, address, server, directory=str(server.site))

    def setup(self) -> None:
        """Read with an eye on the clock."""
        super().setup()
        self._hasty = _Hasty(self.connection, self.server.patience)
        self.rfile = io.BufferedReader(self._hasty)

    def do_GET(self) -> None:
        """Answer a request for a page, a file or an answer of the desk."""
        if not self._is_meant():
            return
        if self._path.startswith(DESK):
            self._send(self._of_desk())
        elif self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """Answer a question about what GET would answer."""
        self.do_GET()

    def do_POST(self) -> None:
        """Answer a request to change something."""
        if not self._is_meant():
            return
        length = int(self.headers["Content-Length"])
        if length > MOST_JSON:
            self._hasty.end = time.monotonic() + max(FILE_PATIENCE, self.server.patience)
        body = self.rfile.read(length)
        if len(body) < length:
            self.close_connection = True
            return
        self.connection.settimeout(None)
        self._send(self.server.routes.change(self._path, self.headers.get(NAME, ""), body))

    def list_directory(self, path: object) -> None:
        """Show no list of a folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Return the body of the answer; pages get the desk."""
        path = Path(self.translate_path(self._path))
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.directory)):
            self.send_error(HTTPStatus.NOT_FOUND)  # a link out of the site
            return None
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if page.suffix != ".html" or not page.is_file():
            return super().send_head()
        built = page.read_bytes()
        shown = with_desk(built, self.server.session.token)
        self._send(Reply(HTTPStatus.OK, "text/html; charset=utf-8", shown), digest(built))
        return None

    def end_headers(self) -> None:
        """Say what holds for every answer."""
        for name, value in HEADS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on every request."""

    @property
    def _path(self) -> str:
        return self.path.partition("?")[0].partition("#")[0]

    def _is_meant(self) -> bool:
        """Tell whether a request may be answered; what is refused is told why."""
        why = refused(self.command, self._path, self.headers, self.server.session)
        if why is None:
            return True
        self.close_connection = True
        self._send(said_no(why.status, why.said), to=why.to)
        return False

    def _of_desk(self) -> Reply:
        name = self._path.removeprefix(DESK)
        if not is_shown(name):
            return self.server.routes.read(self.path)
        stem, ending = name.rpartition(".")[0], Path(name).suffix
        if ending == ".html" and stem in PAGES:
            page = own_page(self.server.site, stem, self.server.session.token)
            return Reply(HTTPStatus.OK, "text/html; charset=utf-8", page)
        body = overlay_file(name)
        if body is None:
            return said_no(HTTPStatus.NOT_FOUND, "没有这一页")
        return Reply(HTTPStatus.OK, f"{TYPES[ending]}; charset=utf-8", body)

    def _send(self, reply: Reply, built: str = "", to: str = "") -> None:
        """Send an answer; `built` tells the page of the site that it is, `to` where to go."""
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        if to:
            self.send_header("Location", to)
        if built:
            self.send_header("X-Page", built)
        if reply.kind.startswith("text/html"):
            session = self.server.session
            own = f"{session.cookie}={session.token}; Path={DESK}; HttpOnly; SameSite=Strict"
            self.send_header("Set-Cookie", own)
            self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)
