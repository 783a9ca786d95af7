"""What each feature of style sheets and scripts is of: which Chromium has it first.

The table newer.json is made by scripts/oldest_features.py of MDN's data; what stands here is what
those data do not say in a form that a program can use, and what we use although it is newer.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLE: dict[str, Any] = json.loads(Path(__file__).with_name("newer.json").read_text("utf-8"))
OLDEST: int = TABLE["oldest"]


@dataclass(frozen=True)
class Fault:
    """What the oldest browser does not read."""

    line: int
    what: str
    why: str

    def __str__(self) -> str:
        """Return one line for a person."""
        return f"{self.line}: {self.what}: {self.why}"


def newer(since: int) -> str:
    """Return why a feature is a fault."""
    return f"Chromium {since} and later" if since < 999 else "in no Chromium"


# Properties whose absence costs nothing that a reader needs, and why.
GRACES = {
    "text-underline-offset": "the line is nearer to its word",
    "text-decoration-thickness": "the line is as thick as the browser draws it",
    "text-autospace": "no thin space between Chinese and digits",
    "text-spacing-trim": "punctuation keeps its full width",
    "hanging-punctuation": "punctuation stays inside the line",
    "text-wrap": "the last line of a title may be short; <wbr> still breaks it by sense",
    "line-break": "as the browser does",
    "scrollbar-width": "the usual scroll bar",
    "scrollbar-color": "the usual scroll bar",
    "accent-color": "ticks in the browser's own colour",
    "color-scheme": "fields and scroll bars stay light",
    "page": "printed without page numbers of our own",
    "overscroll-behavior": "what is behind a panel may scroll",
}
# Pseudo-classes that may stand where nothing else is in their rule: the browser has its own way.
OWN_WAY = {"focus-visible": "older browsers draw their own ring"}
# Values of which the table's year is that of one use; ours, in grids, is older.
OLDER = {("align-items", "start"), ("align-self", "start"), ("align-self", "end")}
# Properties that the table has under another name, or the year of a detail.
KNOWN = {"outline", "size", "word-wrap", "grid-gap", "grid-row-gap", "grid-column-gap"}
# Media features that an old browser takes for "no".
UNMET = {
    "prefers-color-scheme": "light unless the button says otherwise",
    "prefers-reduced-motion": "a fade of 120 ms",
    "forced-colors": "as everywhere",
}
MARGIN_BOXES = "top bottom left right"  # of @page: page numbers, which old browsers leave out
