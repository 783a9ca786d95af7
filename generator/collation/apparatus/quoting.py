"""Wording as a reason quotes it: without blanks, shortened, beside the edition's."""

from __future__ import annotations

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
