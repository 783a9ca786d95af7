"""How a reason or a finding speaks of an article and of wording."""

from __future__ import annotations

from generator.edition.assembling import printed_label
from generator.edition.comparing import Comparison
from generator.edition.label_finding import label_text
from generator.edition.passages import FRONT
from generator.text.nomenclature import article_name, part_name

CLAUSE = "，。；：、！？\n"


def bare(text: str) -> str:
    """Return `text` without blanks and line ends."""
    return "".join(text.split())


def short(text: str) -> str:
    """Return the beginning and the end of a long text, a short one as it is."""
    return text if len(text) <= 24 else f"{text[:12]}……{text[-8:]}"


def compared(text: str, mine: str) -> str:
    """Return what a witness has, in words, beside the edition's `mine`."""
    text, mine = short(bare(text)), short(bare(mine))
    if not text:
        return f"无“{mine}”"
    if not mine:
        return f"多“{text}”"
    return f"“{mine}”作“{text}”"


def clause_before(text: str) -> str:
    """Return the clause that ends `text`, its stop included."""
    at = len(text) - 1
    while at > 0 and text[at - 1] not in CLAUSE:
        at -= 1
    clause = text[at:].strip()
    return clause if len(clause) <= 16 else clause[-16:]


def name_of(comparison: Comparison, key: int) -> str:
    """Return an article as it is cited: 第（三）条, 第三条, 第二部分第（三）条.

    The text before all articles is 篇首.
    """
    if key == FRONT:
        return "篇首"
    if key < FRONT:
        return f"{name_of(comparison, -key)}前"
    found = next((each for each in comparison.articles if each.key == key), None)
    return _division_of(comparison, key) + article_name(
        printed_label(comparison, found) if found else label_text(comparison.style, key)
    )


def _division_of(comparison: Comparison, key: int) -> str:
    """Return the division of an article where numbers begin anew in each; empty where not."""
    name = comparison.names.get(key)
    if name is None or not comparison.restarts:
        return ""
    labels = (
        mark.label
        for witness in comparison.witnesses
        for mark in witness.parts
        if mark.label and mark.number == name.path[0]
    )
    return part_name(next(labels, ""))
