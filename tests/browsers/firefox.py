"""Debian's Firefox, spoken to by Marionette."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path
from typing import Any

from marionette_driver.marionette import Marionette

from tests.browsers.reader import Reader

MESSAGES = """
  const found = Services.console.getMessageArray()
    .filter((m) => m instanceof Ci.nsIScriptError && !(m.flags & Ci.nsIScriptError.warningFlag))
    .map((m) => [m.sourceName, m.errorMessage]);
  Services.console.reset();
  return found;
"""
PAPER = {"width": 21.0, "height": 29.7}  # cm


class Firefox(Reader):
    """A Firefox of one's own, without a window."""

    def __init__(self, program: Path) -> None:
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        log = Path(self._folder.name) / "gecko.log"
        self._driver: Any = Marionette(bin=str(program), headless=True, gecko_log=str(log))
        session = self._driver.start_session()
        self._driver.timeout.script = 60
        self.version = int(str(session["browserVersion"]).split(".")[0])
        self.name = f"Firefox {self.version}"

    def go(self, url: str) -> None:
        for each in ("about:blank", url):
            self._driver.navigate(each)

    def evaluate(self, function: str) -> Any:
        return self._driver.execute_async_script(
            f"""const done = arguments[arguments.length - 1];
            ({function})().then(done, (error) => done(Promise.reject(error)));""",
            sandbox=None,
        )

    def resize(self, width: int, height: int) -> None:
        frame = self.evaluate("async () => [outerWidth - innerWidth, outerHeight - innerHeight]")
        self._driver.set_window_rect(width=width + frame[0], height=height + frame[1])

    def picture(self) -> bytes:
        return base64.b64decode(self._driver.screenshot(full=False))

    def printed(self) -> bytes:
        asked = {"page": PAPER, "shrinkToFit": False}
        return base64.b64decode(self._driver._send_message("WebDriver:Print", asked, key="value"))

    def said(self) -> list[str]:
        with self._driver.using_context("chrome"):
            found = self._driver.execute_script(MESSAGES)
        return [text for place, text in found if str(place).startswith("file:")]

    def close(self) -> None:
        self._driver.delete_session()
        self._driver.instance.close(clean=True)
        self._folder.cleanup()
