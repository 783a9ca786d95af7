"""A piece -> what it states of itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cleaning.describing.candidates import is_no_title
from generator.cleaning.describing.document_dates import document_date, year_of_number
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.genres import genre as genre_of
from generator.cleaning.describing.head import HeadLine, lines_of, read_head
from generator.cleaning.describing.issuers import issuer as issuer_of
from generator.cleaning.describing.line_sorts import speaks_to
from generator.cleaning.describing.news import Telling
from generator.cleaning.describing.places import place as place_of
from generator.cleaning.describing.scripts import as_written, simplified, to_simplified
from generator.cleaning.describing.signatures import closing_unit, read_signature
from generator.cleaning.describing.stated_facts import Fact, facts
from generator.cleaning.describing.supplied_titles import made_title, supplied
from generator.cleaning.describing.titles import find_title
from generator.text.dates import DATE

LAST_LINES = 12
LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
PAPER = re.compile(
    rf"报\s*》?\s*[（(]\s*(?P<date>{DATE.pattern})\s*,?，?\s*第?\s*\d{{1,2}}\s*版\s*[）)]"
)
"""Where a newspaper printed a text: 《青石日报》（2018年03月09日 10版）."""

WIDE = str.maketrans("()", "（）")  # of the name of an office as it was received
LEAST_GLUED = 40  # letters behind a title on its line that are the text
HEAD = 3000
FOOT = 2000


@dataclass(frozen=True, slots=True)
class Statement:
    """What a piece states; empty where it does not."""

    title: str
    genre: str
    issuer: str
    date: str
    place: str


def describe(text: str, title: str, received: str = "") -> Statement:
    """Return what the piece `text` with the stated `title` (empty: none) says of itself.

    `received`: the same stretch as it was received, where cleaning has cut lines that tell who
    published it and when (发布时间：…); empty where that is not known.
    """
    written = received.replace("\r\n", "\n").replace("\r", "\n") or text
    written = written.replace("∶", "：")  # set as a colon in old encodings
    whole = simplified(written)
    if whole == written:
        return _describe(text, title, whole, bool(received))
    found = _describe(to_simplified(text), to_simplified(title), whole, bool(received))
    issuer, place = (as_written(each, whole, written) for each in (found.issuer, found.place))
    stated = title or as_written(found.title, whole, written)
    if stated.startswith("［"):
        stated = supplied(made_title(text.strip(), found.genre))
    return Statement(stated, found.genre, issuer, found.date, place)


def _describe(text: str, title: str, whole: str, received: bool) -> Statement:
    """Return what a piece in simplified characters says of itself."""
    lines = lines_of(whole)
    head = read_head(lines)
    where = find_title(whole)
    if received and where is not None and (not title or _is_truer(where.text, title, text)):
        title = where.text
    own = bool(title) and _plain(title) in _plain(whole[:HEAD] + whole[-FOOT:])
    body = _body(text, title)
    closing = closing_unit(whole)
    above = [lines[line.number] for line in head]
    genre = genre_of(Telling(title, above, body, closing, _foot(whole)), own=own)
    signature = read_signature(whole, year_of_number(head))
    stated = _facts(whole, head)
    issuer = issuer_of(
        title if own else "",
        genre,
        head,
        signature,
        closing,
        stated,
        stated_title=where.text if where else "",
        addressed=len(head) < len(lines) and speaks_to(lines[len(head)]),
    ).translate(WIDE)
    named = next((line.number for line in head if line.sort == "words"), -1)
    return Statement(
        title or supplied(made_title("\n".join(body) or text.strip(), genre)),
        genre,
        issuer,
        document_date(head, lines, signature, stated, named),
        place_of(issuer, title if own else "", genre),
    )


def _is_truer(found: str, title: str, text: str) -> bool:
    """Tell whether the title found as received is truer than that of the cleaned text.

    It is where it is rid of what a cut line left beside it, or whole where that is only an end.
    """
    one, other = _plain(found), _plain(title)
    if one == other:
        return False
    return (one in other and is_named(found)) or (
        one.endswith(other) and not one.startswith(other) and one in map(_plain, lines_of(text))
    )


def _body(text: str, title: str) -> list[str]:
    """Return the first lines of the text proper, below its head."""
    lines = lines_of(text)
    head = read_head(lines)
    plain = _plain(title)
    below = lines[len(head) :]
    if head and len(head[-1].text) + LEAST_GLUED < len(lines[head[-1].number]):
        below.insert(0, lines[head[-1].number].partition(head[-1].text)[2])  # below its title
    if not title:  # what looks like a head is the text itself, but for dates and names
        above = [each.raw for each in head if each.sort == "words"]
        below = [line for line in above if not is_no_title(line)] + below
    return [line for line in below if _plain(line) != plain]


def _facts(text: str, head: Sequence[HeadLine]) -> tuple[Fact, ...]:
    """Return what is stated behind labels above the text and below it."""
    above = facts([line.raw for line in head])
    below = [line for line in _foot(text) if len(line) <= 80]
    papers = (PAPER.search(line) for line in below)
    printed = tuple(Fact("published", match["date"]) for match in papers if match)
    return above + facts(below) + printed


def _foot(text: str) -> list[str]:
    """Return the last lines of the text, with what a page prints below it."""
    return [match[0].strip() for match in LINE.finditer(text[-FOOT:])][-LAST_LINES:]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
