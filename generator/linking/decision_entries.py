"""How a decision is written down in links.yml."""

from __future__ import annotations

import json
from typing import Literal

from generator.model import Document
from generator.text.words_in_document import find_words

WORDS = 40  # so many characters of a passage name it, if they stand only there


def quoted_words(document: Document, start: int, end: int) -> str:
    """Return the first words of the passage `start`..`end`, as many as stand nowhere before it."""
    passage = document.piece.text[start:end]
    size = min(WORDS, len(passage))
    while size < len(passage):
        place = find_words(document, passage[:size])
        if place and document.sentences[place.sentences[0]].start == start:
            break
        size = min(len(passage), size + WORDS)
    return passage[:size]


def decision_entry(
    decision: Literal["confirm", "reject", "add", "none"],
    report: str,
    words: str,
    base: str,
    article: str = "",
    note: str = "",
) -> str:
    """Return the entry for links.yml, as YAML; append it to the file as it stands.

    `article` is as editors write it, empty for none.  Every text is written as a JSON string,
    which YAML reads as it is: quotes, colons and line feeds of a source can't break the file.
    """
    rows = [
        f"- decision: {decision}",
        f"  report: {_quoted(report)}",
        f"  words: {_quoted(words)}",
        f"  base: {_quoted(base)}",
    ]
    if article:
        rows.insert(3, f"  article: {article}")
    if note:
        rows.append(f"  note: {_quoted(note)}")
    return "\n".join(rows) + "\n"


def with_entry(existing: str, entry: str) -> str:
    """Return the text of links.yml with `entry` at its end; what stands there is kept."""
    body = existing.rstrip("\n")
    lines = [line for line in body.splitlines() if line.strip() and not line.startswith("#")]
    if lines == ["[]"]:
        body = "\n".join(line for line in body.splitlines() if line.strip() != "[]").rstrip("\n")
    return f"{body}\n{entry}" if body else entry


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
