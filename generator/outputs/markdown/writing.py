"""Text as CommonMark that reads back as that text, and the pieces that pages are made of.

CommonMark 0.31.2: backslash escapes (2.4) for all that could open anything within a line (6) or
begin a block (4, 5).  Footnotes are those of GitHub, Pandoc and others; where they are not known,
a note is a paragraph that begins with [^1].
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

INSIDE = re.compile(r"[\\`*_\[\]<>&~|#]")
BULLET = re.compile(r"[-+=]")
NUMBER = re.compile(r"([0-9]{1,9})([.)])")
UNHELD = re.compile("[\0\r\n\x0b\x0c\ud800-\udfff]")  # no line of a file has these


def escaped(text: str) -> str:
    """Return one line of text as CommonMark; blanks around it are left out."""
    line = UNHELD.sub(lambda found: " " if found[0] in "\r\n\x0b\x0c" else "\ufffd", text).strip()
    line = INSIDE.sub(lambda found: "\\" + found[0], line)
    line = BULLET.sub(lambda found: "\\" + found[0], line, count=1) if line[:1] in "-+=" else line
    return NUMBER.sub(r"\1\\\2", line, count=1) if NUMBER.match(line) else line


def heading(level: int, title: str) -> str:
    """Return a heading."""
    return f"{'#' * min(level, 6)} {escaped(title)}"


def link(words: str, page: str, target: str) -> str:
    """Return a link on the page at address `page` to `target`; both start at the site's root."""
    return f"[{escaped(words)}]({way(page, target)})"


def way(page: str, target: str) -> str:
    """Return the way from the page at address `page` to `target`."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def items(rows: Iterable[str]) -> str:
    """Return a list of lines that are CommonMark already."""
    return "\n".join(f"- {each}" for each in rows)


def told(blocks: Iterable[str]) -> str:
    """Return a page of blocks."""
    return "\n\n".join(each for each in blocks if each) + "\n"
