"""What a sentence stands under: the headings and topic sentences whose subject it inherits."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

from generator.model import Document

TOPIC_LENGTH = 34  # a paragraph's first sentence up to this many characters announces it
LEAD_LENGTH = 40  # a line up to this many characters without a stop heads what follows
DEPTH = 3

_ENDS = re.compile(r"[。！？!?；;，,：:]$")


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The surroundings of one sentence, as indexes of sentences.

    `parents` are nearest first, at most DEPTH; `previous` and `following` stand in the
    same paragraph; `children` are the sentences that have this one as nearest parent.
    """

    parents: tuple[int, ...]
    previous: int | None
    following: int | None
    children: tuple[int, ...]


def neighbours(document: Document) -> tuple[Neighbours, ...]:
    """Return the surroundings of every sentence of `document`."""
    sentences = document.sentences
    text = document.piece.text
    opened = _opened(document)
    parents: list[tuple[int, ...]] = []
    stack: list[tuple[int, int]] = []  # (sentence, where its section ends)
    lead: int | None = None
    topic: int | None = None
    for at, sentence in enumerate(sentences):
        stack = [each for each in stack if each[1] > sentence.start]
        fresh = at == 0 or sentences[at - 1].paragraph != sentence.paragraph
        alone = fresh and (
            at + 1 == len(sentences) or sentences[at + 1].paragraph != sentence.paragraph
        )
        chain = [each for each, _ in reversed(stack)]
        for near in (lead, None if fresh else topic):
            if near is not None and (not chain or near > chain[0]):
                chain.insert(0, near)
        parents.append(tuple(chain[:DEPTH]))
        words = text[sentence.start : sentence.end]
        if at in opened:
            stack.append((at, opened[at]))
            lead = None
        elif alone and at and len(words) <= LEAD_LENGTH and not _ENDS.search(words):
            lead = at
        if fresh:
            announces = not alone and len(words) <= TOPIC_LENGTH and words.endswith("。")
            topic = at if announces else None
    return _with_neighbours(document, parents)


def _opened(document: Document) -> dict[int, int]:
    """Return the sentences that are or hold a heading -> where the section ends."""
    sentences = document.sentences
    starts = [each.start for each in sentences]
    opened: dict[int, int] = {}
    for heading in document.outline:
        at = bisect.bisect_right(starts, heading.start) - 1
        if at >= 0 and heading.start < sentences[at].end:
            opened[at] = max(opened.get(at, 0), heading.section_end)
    return opened


def _with_neighbours(document: Document, parents: list[tuple[int, ...]]) -> tuple[Neighbours, ...]:
    sentences = document.sentences
    children: list[list[int]] = [[] for _ in sentences]
    for at, chain in enumerate(parents):
        if chain:
            children[chain[0]].append(at)
    found = []
    for at, sentence in enumerate(sentences):
        before = at > 0 and sentences[at - 1].paragraph == sentence.paragraph
        after = at + 1 < len(sentences) and sentences[at + 1].paragraph == sentence.paragraph
        found.append(
            Neighbours(
                parents[at],
                at - 1 if before else None,
                at + 1 if after else None,
                tuple(children[at]),
            )
        )
    return tuple(found)
