"""serve: a live preview, rebuilt when content, templates or code change."""

from __future__ import annotations

import io
import os
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from generator.build import staging
from generator.build.memo import PACKAGE
from generator.build.progress import say
from generator.cli import build
from generator.cli.command import Command
from generator.errors import ContentError
from generator.outputs.registry import chosen_outputs
from generator.outputs.shared.network_policy import without_policy
from generator.preview.building import Builder
from generator.preview.warm_process import Wanted

LAST_PORT = 65535
HTTP_PORT = 80  # a browser does not name it
VERSION = "/.version"
RELOAD = b"""<script>
(function (known) {
  setInterval(function () {
    fetch("/.version").then(function (answer) { return answer.text(); }).then(function (now) {
      if (known && now !== known) { location.reload(); }
      known = now;
    });
  }, 1000);
})("");
</script>
"""


def arguments(parser: ArgumentParser) -> None:
    """Add what serve takes."""
    build.arguments(parser)
    parser.add_argument("--port", type=int, default=8000, help="端口；0 为任选")


def run(options: Namespace) -> int:
    """Build, serve on this machine only, rebuild on every change until interrupted."""
    site = options.site.resolve()
    if not 0 <= options.port <= LAST_PORT:
        raise ContentError("--port", f"端口是 0 到 {LAST_PORT} 的数")
    builder = Builder(wanted(options))
    try:
        server = _Server(options.port, site, lambda: builder.state().version)
    except OSError as error:
        raise ContentError(f"端口 {options.port}", f"用不了（{error.strerror}）") from error
    builder.start()
    try:
        if builder.wait(1).failed and not (site / staging.MANIFEST).is_file():
            return 2
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"预览：http://127.0.0.1:{server.server_port}/ （Ctrl-C 结束）")
        threading.Event().wait()
    finally:
        builder.stop()
        server.server_close()
    return 0


def wanted(options: Namespace) -> Wanted:
    """Return what the options ask to be built; ContentError where it can't be."""
    site, dist = options.site.resolve(), options.dist.resolve()
    for target in (site, dist):
        staging.check_target(target, (options.content, PACKAGE))
    staging.check_apart(site, dist)
    chosen_outputs(options.only)
    places = options.content, options.cache, site, dist
    return Wanted(*places, options.only, options.jobs, options.force)


class _Server(ThreadingHTTPServer):
    """A server on this machine for the folder `site`; `version` tells how often it was built."""

    def __init__(self, port: int, site: Path, version: Callable[[], int]) -> None:
        super().__init__(("127.0.0.1", port), partial(_Preview, directory=str(site)))
        self.version = version


class _Preview(SimpleHTTPRequestHandler):
    """Serves the site; its pages reload themselves when a new build is in place."""

    server: _Server

    def do_GET(self) -> None:
        """Answer a request."""
        if not self._is_meant():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif self.path == VERSION:
            self._send(str(self.server.version()).encode(), "text/plain")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        """Answer a question about a file."""
        if self._is_meant():
            super().do_HEAD()
        else:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)

    def list_directory(self, path: object) -> None:
        """Show no list of a folder."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Return the body of the answer; pages get the reloading script."""
        path = Path(self.translate_path(self.path.split("?")[0]))
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.directory)):
            self.send_error(HTTPStatus.NOT_FOUND)  # a link out of the site
            return None
        page = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if page.suffix != ".html" or not page.is_file():
            return super().send_head()
        self._send(without_policy(page.read_bytes()) + RELOAD, "text/html; charset=utf-8")
        return None

    def end_headers(self) -> None:
        """Keep the browser from showing an older build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on every request."""

    def _is_meant(self) -> bool:
        """Tell whether a request names this machine: other pages could lead a browser here."""
        port = self.server.server_port
        names = ("127.0.0.1", "localhost")
        own = {f"{name}:{port}" for name in names} | (set(names) if port == HTTP_PORT else set())
        return self.headers.get("Host", "").strip().lower() in own

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)


COMMAND = Command("serve", "本机预览；内容或模板一改就重做", arguments, run)
