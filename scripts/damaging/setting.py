"""A damaged document written out as a file has it: lines, pages, widths."""

from __future__ import annotations

import random

from scripts.damaging.documents import SoundDocument
from scripts.damaging.ruin import Line, Rates, Ruin


def written(
    blocks: list[list[Line]],
    document: SoundDocument,
    chance: random.Random,
    ruin: Ruin,
    rates: Rates,
) -> str:
    """Return the blocks as text, title and preamble before them."""
    lines = []
    if ruin.title or chance.random() < 0.6 or not rates.allows("title lost"):
        lines += [document.title, document.date_line]
    else:
        ruin.title = True
        ruin.counts["title lost"] += 1
    lines += document.preamble
    headed = False
    for block in blocks:
        for line in block:
            if line.glued and lines and not headed:
                lines[-1] += line.label + line.text
            else:
                lines.append(line.label + line.text)
            headed = line.part
    return "\n".join(line for line in lines if line) + "\n"


def pages_and_lines(text: str, chance: random.Random, ruin: Ruin, rates: Rates) -> str:
    """Break some lines in mid-sentence and put page numbers between lines."""
    made = []
    pages = chance.random() < 0.4 and rates.allows("page number")
    breaks = chance.choice((0.0, 0.002, 0.01))
    breaks = breaks if rates.allows("broken line") else 0.0
    page = 0
    for at, char in enumerate(text):
        made.append(char)
        if char == "\n" and pages and chance.random() < 0.05:
            page += 1
            made.append(f"— {page} —\n")
            ruin.counts["page number"] += 1
        elif (
            char != "\n"
            and chance.random() < breaks
            and text[at + 1 : at + 2].isalpha()
            and char.isalpha()
            and text.rfind("\n", 0, at) < at - 12
        ):
            made.append("\n")
            ruin.counts["broken line"] += 1
    return "".join(made)


def half_widths(text: str, chance: random.Random, ruin: Ruin, rates: Rates) -> str:
    """Write some or all punctuation half-width."""
    share = chance.choice((0.0, 0.1, 1.0)) if rates.allows("half-width") else 0.0
    narrow = dict(zip("，；：？！（）", ",;:?!()", strict=True))
    made = []
    for char in text:
        if char in narrow and chance.random() < share:
            ruin.counts["half-width"] += 1
            char = narrow[char]
        made.append(char)
    return "".join(made)
