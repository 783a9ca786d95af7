"""The annexes of a report: which are documents of their own, and which are part of it.

A document behind 附件：, 附件1, 附： (a law, a plan, another report) is a piece of its own;
lists, forms and tables stay with the report.  What puts another text into force (a notice
that forwards it) keeps it, and so do laws their own annexes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cleaning.document_titles import lines_of, title_line
from generator.text import labels
from generator.text.dates import DATE_LINE
from generator.text.numerals import ARABIC, COUNTING

_NUMBER = rf"[ 　]*[{COUNTING}{ARABIC}]{{0,4}}"
ANNEX = re.compile(
    rf"[【\[（(]?附(?:[ 　]*[件录]{_NUMBER}[】\]）)]?"
    r"(?:[：:、.．][ 　]*(?P<own>.{0,60})|[ 　]+(?P<apart>.{1,60}))?"
    rf"|{_NUMBER}[：:][ 　]*(?P<short>.{{0,60}}))"
)
LIST_NUMBER = re.compile(rf"[（(]?[{COUNTING}{ARABIC}]{{1,3}}[）)、.．][ 　]*")
ARTICLE = re.compile(labels.ARTICLE.pattern)
FORWARDS = re.compile(
    "印发|转发|现将.{0,60}(?:印发|转发|发)给你们|现予(?:公布|发布)|予以(?:公布|发布|印发)"
)
SENTENCE_END = tuple("。！？；：”）)!?")
LEAST_LAW = 3  # articles
LEAST_DOCUMENT = 150  # letters
LEAST_BODY = 60  # letters of a report before its annexes
PROSE = 0.6  # share of the letters that stand in sentences
WORDY = 12  # letters of a line that can be a sentence
HEAD = 200  # letters in which a text says that it forwards another


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its line begins at `start`, its own text runs from `body` to `end`.

    `title` is what it states, maybe on its line; `document`: whether it stands by itself.
    """

    start: int
    body: int
    end: int
    title: str
    document: bool


def annexes(text: str) -> tuple[Annex, ...]:
    """Return the annexes of a report, in order; a mere list of annexes is none."""
    lines = lines_of(text)
    heads = [at for at, (_, words) in enumerate(lines) if at and _is_annex(words)]
    if not heads or not _may_have(text, lines[: heads[0]]):
        return ()
    found = []
    for at, stop in zip(heads, [*heads[1:], len(lines)], strict=True):
        end = lines[stop][0] if stop < len(lines) else len(text)
        annex = _annex(text, lines[at:stop], end)
        if annex is not None:
            found.append(annex)
    return tuple(found)


def _is_annex(words: str) -> bool:
    return ANNEX.fullmatch(words) is not None and words[-1] not in "。；"


def _may_have(text: str, above: Sequence[tuple[int, str]]) -> bool:
    """Tell whether what stands above the first annex line is a report, no law and no notice."""
    body = "".join(words for _, words in above)
    numbered = sum(1 for _, words in above if ARTICLE.match(words))
    return len(body) >= LEAST_BODY and numbered < LEAST_LAW and not FORWARDS.search(body[:HEAD])


def _annex(text: str, lines: Sequence[tuple[int, str]], end: int) -> Annex | None:
    """Return the annex whose line is the first of `lines`; None where it is a list of annexes."""
    start, words = lines[0]
    named = _named(words)
    titles = titles_listed(lines)
    again = next((at for at, (_, each) in enumerate(lines) if at and _plain(each) in titles), 0)
    if again and _letters(lines[again + 1 :]) >= LEAST_BODY:
        return _made(text, start, lines[again][0], end, lines[again][1], lines[again + 1 :])
    if _is_list(lines[1:], numbered=bool(LIST_NUMBER.match(named))):
        return None
    if named:
        own = LIST_NUMBER.sub("", named)
        body = start + words.rindex(own) if own else start
        return _made(text, start, body, end, own, lines[1:])
    below = title_line(lines[1][1]) if len(lines) > 1 else ""
    return _made(text, start, lines[1][0], end, below, lines[2:] if below else lines[1:])


def titles_listed(lines: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Return the letters of the titles that a list of annexes names; its first line is lines[0]."""
    names = (_named(lines[0][1]), *_listed(lines[1:]))
    return frozenset(_plain(LIST_NUMBER.sub("", each)) for each in names) - {""}


def _named(words: str) -> str:
    """Return what an annex line names behind its label."""
    match = ANNEX.fullmatch(words)
    return next(filter(None, match.groups()), "") if match else ""


def _listed(lines: Sequence[tuple[int, str]]) -> list[str]:
    """Return the numbered lines right below an annex line: the rest of a list of annexes."""
    found = []
    for _, words in lines:
        if not LIST_NUMBER.match(words) or words[-1] in "。；：":
            break
        found.append(words)
    return found


def _is_list(lines: Sequence[tuple[int, str]], *, numbered: bool) -> bool:
    """Tell whether the lines below an annex line are only more names, a signature, a date."""
    if not lines:
        return True
    rest = lines[len(_listed(lines)) if numbered else 0 :]
    signed = bool(rest) and any(DATE_LINE.fullmatch(words) for _, words in rest[-3:])
    return not rest or (signed and _letters(rest) < LEAST_BODY)


def _made(
    text: str, start: int, body: int, end: int, title: str, below: Sequence[tuple[int, str]]
) -> Annex:
    numbered = sum(1 for _, words in below if ARTICLE.match(words))
    whole = _letters(below)
    prose = sum(
        len(words) for _, words in below if len(words) >= WORDY and words.endswith(SENTENCE_END)
    )
    document = numbered >= LEAST_LAW or (
        bool(title_line(title)) and whole >= LEAST_DOCUMENT and prose >= PROSE * whole
    )
    last = body + len(text[body:end].rstrip())
    return Annex(start, body, last, title if title_line(title) else "", document)


def _letters(lines: Sequence[tuple[int, str]]) -> int:
    return sum(len(words) for _, words in lines)


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)
