r"""The bars of tables that only lay a page out: "青石推行新规 | |\n---|---|" -> "青石推行新规".

Extractors print a table of one cell a row with bars and rules around it.  Where in a run of rows
not one has two cells with words, the bars go; a table of data keeps all of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.lines import Line, lines_of
from generator.cleaning.settings import CleaningSettings

BAR = re.compile("[|｜]")
RULE = re.compile(r"[\s|｜:：\-—─]+")  # nothing but bars and what is drawn between them
EDGE = re.compile(r"^[\s|｜]+|[\s|｜]*[|｜][\s|｜]*$")


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the bars of every run of rows that has one cell with words at most in each."""
    run: list[Line] = []
    for line in lines_of(text) if BAR.search(text) else []:
        if BAR.search(line.words):
            run.append(line)
            continue
        yield from _of_run(text, run)
        run = []
    yield from _of_run(text, run)


def _of_run(text: str, run: list[Line]) -> Iterator[Change]:
    """Yield the changes of a run of lines with bars."""
    if any(sum(bool(cell.strip()) for cell in BAR.split(line.words)) > 1 for line in _rows(run)):
        return
    for line in run:
        if RULE.fullmatch(line.words):
            yield line.deletion()
            continue
        written = text[line.start : line.end]
        for edge in EDGE.finditer(written):
            if BAR.search(edge[0]):
                yield Change(line.start + edge.start(), line.start + edge.end(), "")


def _rows(run: list[Line]) -> Iterator[Line]:
    return (line for line in run if not RULE.fullmatch(line.words))
