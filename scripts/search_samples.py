"""Phrases to ask a search engine, drawn from texts, and the browser to ask in."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, Playwright

from generator.outputs.shared.page_templates import THEME
from generator.outputs.site.delivery import ENGINE, RARE, joined_script

ARGUMENTS = ["--no-sandbox", "--disable-dev-shm-usage"]


def draw_phrases(texts: Sequence[str], count: int, seed: int) -> list[str]:
    """Return `count` phrases of 2 to 12 characters that the texts (in normal form) hold."""
    rng = random.Random(seed)
    phrases: list[str] = []
    while len(phrases) < count:
        text = rng.choice(texts)
        length = rng.randint(2, 12)
        if len(text) >= length:
            start = rng.randrange(len(text) - length + 1)
            phrases.append(text[start : start + length])
    return phrases


def draw_absent(texts: Sequence[str], count: int, seed: int) -> list[str]:
    """Return phrases made of the texts' own characters that no text holds."""
    rng = random.Random(seed)
    phrases: list[str] = []
    while len(phrases) < count:
        parts = draw_phrases(texts, 2, rng.randrange(1 << 30))
        phrase = parts[0][:4] + parts[1][:4]
        if not any(phrase in text for text in texts):
            phrases.append(phrase)
    return phrases


def write_engine(folder: Path) -> None:
    """Write the engine of search as pages load it, before it is minified, into assets/js/."""
    sources = {
        path.relative_to(THEME).as_posix(): path.read_text("utf-8")
        for path in sorted(THEME.glob("assets/js/*.js"))
    }
    for path in (ENGINE, RARE):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(joined_script(sources, path), "utf-8")


def launch(playwright: Playwright) -> Browser:
    """Return a Chromium: the one that KB_CHROMIUM names, else the system's."""
    path = os.environ.get("KB_CHROMIUM", "/usr/bin/chromium")
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
