"""All the words below an element, whatever they are in: for what is left out as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.content.importing.word.names import q
from generator.content.importing.word.symbols import sign_at

PARAGRAPHS = (q("w:p"), q("a:p"))
WORDY = tuple(map(q, ("w:t", "w:delText", "a:t", "m:t", "w:sym", "v:textpath")))


def raw_words(root: etree._Element) -> Iterator[str]:
    """Yield all the words below an element, a line end before every paragraph."""
    if root.tag in PARAGRAPHS:
        yield "\n"
    elif root.tag == q("w:sym"):
        yield sign_at(root.get(q("w:char"), ""), root.get(q("w:font"), ""))
    elif root.tag == q("v:textpath"):
        yield root.get("string", "")
    elif root.tag == q("w:noBreakHyphen"):
        yield "-"
    elif root.tag in WORDY:
        yield root.text or ""
    for child in root:
        if child.tag == q("mc:AlternateContent"):
            chosen = alternative(child)
            if chosen is not None:
                yield from raw_words(chosen)
        else:
            yield from raw_words(child)


def alternative(element: etree._Element) -> etree._Element | None:
    """Return the one of the alternatives of mc:AlternateContent that is to be read.

    The first, which newer programs show, but where only an other one holds words.
    """
    every = [each for each in element if each.tag in (q("mc:Choice"), q("mc:Fallback"))]
    wordy = (each for each in every if next(each.iter(*WORDY), None) is not None)
    return next(wordy, every[0] if every else None)
