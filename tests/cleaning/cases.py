"""Reading fixture files: cases of a title, an input and an expected output, closed by dots."""

from __future__ import annotations

import re
from pathlib import Path


def read_cases(path: Path) -> list[tuple[str, str, str]]:
    r"""Return (title, input, expected) of every case; \uXXXX, \r and \t stand for characters."""
    cases = []
    lines = path.read_text("utf-8").split("\n")
    while any(line.strip() for line in lines):
        while not lines[0].strip():
            lines.pop(0)
        title = lines.pop(0)
        blocks = []
        assert lines.pop(0) == ".", f"{path.name}: {title}"
        for _ in range(2):
            end = lines.index(".")
            blocks.append(_unescape("\n".join(lines[:end])))
            del lines[: end + 1]
        cases.append((title, blocks[0], blocks[1]))
    return cases


def _unescape(text: str) -> str:
    text = re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)
    return text.replace("\\r", "\r").replace("\\t", "\t")
