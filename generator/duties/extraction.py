"""The duties, rights and prohibitions of an edition, one for each body: see reading.py for how."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.duties.bodies import Span
from generator.duties.clauses import masked, statements
from generator.duties.marks import EDGE
from generator.duties.names import ends_of
from generator.duties.openings import Found
from generator.duties.reading import read_statement
from generator.duties.speakers import Voices
from generator.model import Article, Duty, Edition

_DEFINED = re.compile(
    "(?:所称|本[法条例办规定细则]+中)的?(?P<name>[^，。；的]{2,14})，?(?:是指|系指|指|包括)(?P<genus>[^。；]{2,80})"
)
_SHORT = re.compile(
    "(?P<full>[^，。；、（）]{2,20})（以下(?:简称|统称|称)[“]?(?P<name>[^）”]{2,12})[”]?）"
)


def extract_duties(edition: Edition) -> tuple[Duty, ...]:
    """Return the duties of an edition's articles in reading order, one for each body.

    A clause whose sentence does not say who is meant gives one duty with an empty body.
    """
    known = _defined_names(edition)
    duties: list[Duty] = []
    for article in edition.articles:
        starts = [
            (each.start, each.id) for each in edition.sentences if each.article == article.number
        ]
        rows = [
            (each, body)
            for each in _read(article.text, known)
            for body in each.bodies or (Span(each.action, each.action),)
        ]
        for count, (each, body) in enumerate(rows, 1):
            duties.append(_duty(edition.base.id, article, starts, each, body, count))
    return tuple(duties)


def by_body(duties: Iterable[Duty]) -> tuple[tuple[str, tuple[Duty, ...]], ...]:
    """Return the duties under each body, in the order in which the bodies first appear.

    各级党委（党组） goes with 党委（党组）; what has no body stands last, under "".
    """
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(_group(duty.body), []).append(duty)
    ordered = sorted(groups.items(), key=lambda each: not each[0])
    return tuple((body, tuple(rows)) for body, rows in ordered)


def _group(body: str) -> str:
    return body if "、" in body else re.sub(r"^(?:各级|各|本级|有关|相关)(?=..)", "", body)


def _read(text: str, known: frozenset[str]) -> Iterator[Found]:
    cover = masked(text)
    voices = Voices(cover, known)
    for statement in statements(cover):
        for found in read_statement(statement, voices):
            if text[found.action : found.end].strip(EDGE):
                yield found


def _duty(
    base: str,
    article: Article,
    starts: list[tuple[int, str]],
    found: Found,
    body: Span,
    count: int,
) -> Duty:
    text = article.text
    action = text[found.action : found.end].strip(EDGE)
    start = text.index(action, found.action)
    end = start + len(action)
    place = start if found.carried else found.modal.start
    sentence = next((name for start, name in reversed(starts) if start <= place), "")
    return Duty(
        id=f"{article.id}-d{count}",
        base=base,
        article=article.number,
        sentence=sentence,
        body=text[body.start : body.end],
        modal=text[found.modal.start : found.modal.end],
        action=action,
        condition=text[found.condition.start : found.condition.end].strip(EDGE),
        start=found.start,
        end=end,
        action_start=start,
        action_end=end,
        carried=found.carried,
        kind=found.kind,
        body_start=body.start,
        body_end=body.end,
        modal_start=found.modal.start,
    )


def _defined_names(edition: Edition) -> frozenset[str]:
    """Return the names that the text itself shows to be bodies: 本条例所称X，是指…的企业。"""
    names = set()
    for article in edition.articles:
        for found in _DEFINED.finditer(article.text):
            if len(found["genus"]) in ends_of(found["genus"], frozenset()):
                names.add(found["name"].strip("“”"))
        for found in _SHORT.finditer(article.text):
            if len(found["full"]) in ends_of(found["full"], frozenset()):
                names.add(found["name"])
    return frozenset(names)
