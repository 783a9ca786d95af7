"""Chromium of any age, by its DevTools protocol: what Playwright does not speak to below 100."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

import websocket

from tests.browsers.programs import NotHereError
from tests.browsers.reader import Reader

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--remote-debugging-port=0",
)
STARTING = 400  # looks, a twentieth of a second apart


def _first_page(listing: str) -> str:
    """Return the address of the browser's first page, which may be a moment late."""
    for _ in range(STARTING):
        with urllib.request.urlopen(listing) as answer:
            for each in json.load(answer):
                if each["type"] == "page":
                    return str(each["webSocketDebuggerUrl"])
        time.sleep(0.05)
    raise NotHereError("a Chromium opened no page")


class Chromium(Reader):
    """A Chromium of one's own, without a window."""

    def __init__(self, program: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._log = Path(self._folder.name) / "log"  # a pipe that nobody empties would stop it
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [program, *FLAGS, f"--user-data-dir={self._folder.name}", "about:blank"],
                stderr=log,
            )
        try:
            self._socket = websocket.create_connection(
                self._page_address(), suppress_origin=True, timeout=60
            )
        except BaseException:
            self._process.kill()
            raise
        self._last = 0
        self._said: list[str] = []
        self._events: list[str] = []
        for domain in ("Page", "Runtime", "Log"):
            self._call(f"{domain}.enable")
        agent = str(self.evaluate("async () => navigator.userAgent"))
        self.version = int(re.findall(r"Chrome/(\d+)", agent)[0])
        self.name = f"Chromium {self.version}"

    def _page_address(self) -> str:
        for _ in range(STARTING):
            listening = re.search(r"ws://([^/]+)/devtools", self._log.read_text("utf-8", "replace"))
            if listening:
                return _first_page(f"http://{listening[1]}/json/list")
            if self._process.poll() is not None:
                break
            time.sleep(0.05)
        raise NotHereError(f"{self._process.args!r} does not run here")

    def _call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        asked = {"id": self._last, "method": method, "params": parameters}
        self._socket.send(json.dumps(asked))
        while True:
            message = self._receive()
            if message.get("id") == self._last:
                assert "error" not in message, f"{method}: {message['error']}"
                result: dict[str, Any] = message["result"]
                return result

    def _receive(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv())
        event, about = message.get("method"), message.get("params", {})
        if event:
            self._events.append(event)
        if event == "Runtime.exceptionThrown":
            details = about["exceptionDetails"]
            self._said.append(details.get("exception", {}).get("description", details["text"]))
        elif event == "Log.entryAdded" and about["entry"]["level"] == "error":
            self._said.append(about["entry"]["text"])
        return message

    def go(self, url: str) -> None:
        for each in ("about:blank", url):  # a mark alone would not load the page anew
            self._events.clear()
            self._call("Page.navigate", url=each)
            while "Page.loadEventFired" not in self._events:
                self._receive()

    def evaluate(self, function: str) -> Any:
        answer = self._call(
            "Runtime.evaluate",
            expression=f"({function})()",
            awaitPromise=True,
            returnByValue=True,
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def resize(self, width: int, height: int) -> None:
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def picture(self) -> bytes:
        return base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"])

    def printed(self) -> bytes:
        paper = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
        return base64.b64decode(self._call("Page.printToPDF", **paper)["data"])

    def said(self) -> list[str]:
        self.evaluate("async () => 0")  # events of the page come before the answer
        said, self._said = self._said, []
        return said

    def close(self) -> None:
        self._socket.close()
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()
