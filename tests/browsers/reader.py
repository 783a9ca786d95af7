"""What a test asks of a browser, whichever it is."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from pathlib import Path
from typing import Any

MEASURES = Path(__file__).with_name("measures.js").read_text("utf-8")
PATIENCE = 10.0  # seconds


class Reader(ABC):
    """A browser with one page open, which reads the site from the disk."""

    name: str

    @abstractmethod
    def go(self, url: str) -> None:
        """Open an address and wait until the page stands."""

    @abstractmethod
    def evaluate(self, function: str) -> Any:
        """Return what an async function without arguments answers, as JSON has it."""

    @abstractmethod
    def resize(self, width: int, height: int) -> None:
        """Make the page so large, in CSS pixels."""

    @abstractmethod
    def picture(self) -> bytes:
        """Return what is seen of the page, as PNG."""

    @abstractmethod
    def printed(self) -> bytes:
        """Return the page as it goes to paper, as PDF on A4."""

    @abstractmethod
    def said(self) -> list[str]:
        """Return the script errors since this was last asked."""

    @abstractmethod
    def close(self) -> None:
        """End the browser."""

    def open(self, page: Path, rest: str = "") -> None:
        """Open a file; `rest` is a query or a mark."""
        self.go(page.as_uri() + rest)

    def ask(self, expression: str) -> Any:
        """Return the value of an expression, which may use what measures.js declares."""
        answer = self.evaluate(
            f"async () => {{ {MEASURES}\n return JSON.stringify(await ({expression})); }}"
        )
        return None if answer is None else json.loads(answer)

    def when(self, expression: str) -> Any:
        """Return the value of an expression once it is true; of the last try when time is up."""
        until = time.monotonic() + PATIENCE
        while True:
            value = self.ask(
                f"""(async () => {{
                  try {{ return await ({expression}); }} catch (error) {{ return null; }}
                }})()"""
            )
            if value or time.monotonic() > until:
                return value
            time.sleep(0.1)

    def type(self, selector: str, words: str) -> None:
        """Put words into a field, as an input method does."""
        self.ask(
            f"""(() => {{
              const box = document.querySelector({json.dumps(selector)});
              box.focus();
              box.value = {json.dumps(words)};
              return box.dispatchEvent(new Event("input", {{ bubbles: true }}));
            }})()"""
        )

    def click(self, selector: str) -> None:
        """Click the first visible element that fits."""
        done = self.ask(
            f"""(() => {{
              const found = [...document.querySelectorAll({json.dumps(selector)})]
                .find((each) => each.getClientRects().length);
              if (found) found.click();
              return Boolean(found);
            }})()"""
        )
        assert done, f"nothing to click: {selector}"
