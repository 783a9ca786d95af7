"""Debian's WebKitGTK by WebDriver; paper and errors by webkit_page.py: the driver has neither."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from selenium.webdriver import WebKitGTK
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browsers.programs import NotHereError
from tests.browsers.reader import Reader

PAGE = Path(__file__).with_name("webkit_page.py")
SYSTEM_PYTHON = "/usr/bin/python3"  # Debian's bindings of WebKitGTK belong to it
LISTEN = """async () => {
  if (!window.kbSaid) {
    window.kbSaid = [];
    const on = (name, words) => addEventListener(name, (event) => window.kbSaid.push(words(event)));
    on("error", (event) => event.message);
    on("unhandledrejection", (event) => String(event.reason));
  }
}"""


class WebKit(Reader):
    """A WebKitGTK of one's own, on a screen of its own."""

    def __init__(self, driver: Path, screen: Path) -> None:
        (browser,) = Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")
        self._screen, number = _screen(screen)
        os.environ["DISPLAY"] = f":{number}"
        options = Options()
        options.binary_location = str(browser)
        options.add_argument("--automation")
        self._driver = WebKitGTK(options=options, service=Service(str(driver)))
        self._driver.set_script_timeout(60)
        self._url = ""
        self.version = str(self._driver.capabilities["browserVersion"])
        self.name = f"WebKitGTK {self.version.rpartition('.')[0]}"

    def go(self, url: str) -> None:
        self._url = url
        for each in ("about:blank", url):
            self._driver.get(each)
        self.evaluate(LISTEN)

    def evaluate(self, function: str) -> Any:
        answer = self._driver.execute_async_script(
            f"""const done = arguments[arguments.length - 1];
            ({function})().then((value) => done([value]), (error) => done([null, `${{error}}`]));"""
        )
        assert len(answer) == 1, answer[1]
        return answer[0]

    def resize(self, width: int, height: int) -> None:
        frame = self.evaluate("async () => [outerWidth - innerWidth, outerHeight - innerHeight]")
        self._driver.set_window_size(width + frame[0], height + frame[1])

    def picture(self) -> bytes:
        return bytes(self._driver.get_screenshot_as_png())

    def printed(self) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            paper = Path(folder) / "page.pdf"
            self._page(str(paper))
            return paper.read_bytes()

    def said(self) -> list[str]:
        later: list[str] = self.evaluate("async () => (window.kbSaid || []).splice(0)")
        loading = re.findall(r"^CONSOLE .*ERROR .*$", self._page(), re.M)
        return [*loading, *later]

    def _page(self, *arguments: str) -> str:
        asked = [SYSTEM_PYTHON, str(PAGE), self._url, *arguments]
        done = subprocess.run(asked, capture_output=True, text=True, timeout=90, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def close(self) -> None:
        self._driver.quit()
        self._screen.terminate()
        self._screen.wait()


def _screen(program: Path) -> tuple[subprocess.Popen[str], int]:
    """Return a screen without glass, and its number."""
    started = subprocess.Popen(
        [program, "-displayfd", "1", "-screen", "0", "1700x1300x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert started.stdout
    number = started.stdout.readline().strip()
    if not number:
        raise NotHereError(f"{program} does not run here")
    return started, int(number)


def bindings() -> None:
    """Raise NotHereError where Debian's bindings of WebKitGTK are missing."""
    tried = "import gi; gi.require_version('WebKit2', '4.1'); gi.require_version('Gtk', '3.0')"
    if (
        not shutil.which(SYSTEM_PYTHON)
        or subprocess.run([SYSTEM_PYTHON, "-c", tried], capture_output=True, check=False).returncode
    ):
        raise NotHereError(
            "WebKitGTK's bindings are not here (apt-get install python3-gi gir1.2-webkit2-4.1)"
        )
