"""What an editor should look at: the least certain links, and how a decision is written down."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.linking.decisions import find_words
from generator.model import Document, Edition, Link

WORDS = 40  # so many characters of a passage name it, if they stand only there


@dataclass(frozen=True, slots=True)
class Candidate:
    """A link for decision, with the words of the report that name its passage.

    `article` is its article as editors write it: 5, 2-1.
    """

    link: Link
    words: str
    article: str


def candidates(
    links: Sequence[Link],
    reports: Sequence[Document],
    editions: Sequence[Edition],
    count: int = 20,
) -> tuple[Candidate, ...]:
    """Return the `count` automatic links that are least certain, the least certain first."""
    addresses = {
        (edition.base.id, each.number): each.address
        for edition in editions
        for each in edition.articles
    }
    documents = {each.piece.id: each for each in reports}
    open_links = [one for one in links if one.status == "auto" and one.report in documents]
    open_links.sort(key=lambda one: (one.score, one.id))
    return tuple(
        Candidate(one, quoted_words(documents[one.report], one), addresses[one.base, one.article])
        for one in open_links[:count]
    )


def quoted_words(document: Document, link: Link) -> str:
    """Return the first words of the link's passage, as many as stand nowhere before it."""
    passage = document.piece.text[link.start : link.end]
    size = min(WORDS, len(passage))
    while size < len(passage):
        place = find_words(document, passage[:size])
        if place and document.sentences[place.sentences[0]].start == link.start:
            break
        size = min(len(passage), size + WORDS)
    return passage[:size]


def decision_entry(
    candidate: Candidate, decision: Literal["confirm", "reject", "add"], note: str = ""
) -> str:
    """Return the entry for links.yml, as YAML; append it to the file as it stands.

    Every text is written as a JSON string, which YAML reads as it is: quotes, colons and
    line feeds of a source can't break the file.
    """
    link = candidate.link
    rows = [
        f"- decision: {decision}",
        f"  report: {_quoted(link.report)}",
        f"  words: {_quoted(candidate.words)}",
        f"  article: {candidate.article}",
        f"  base: {_quoted(link.base)}",
    ]
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
