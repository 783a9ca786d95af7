"""Reading a witness into title, parts and articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Base, Piece
from generator.structure.numerals import numeral_value

NUMERAL = "[一二三四五六七八九十百]+"
STYLES = (  # part, article
    (rf"(?P<label>(?P<number>{NUMERAL})、)", rf"(?P<label>[（(](?P<number>{NUMERAL})[）)])"),
    (
        rf"(?P<label>第(?P<number>{NUMERAL})章)\s*",
        rf"(?P<label>第(?P<number>{NUMERAL})条)\s*",
    ),
)


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """An article as a witness has it: label, and the span of its text after the label."""

    number: int
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedPart:
    """A part as a witness has it; `first` is the number of the first article below it."""

    number: int
    label: str
    heading: str
    paragraphs: tuple[str, ...]
    first: int | None


@dataclass(frozen=True, slots=True)
class ParsedWitness:
    """A witness parsed."""

    piece: Piece
    has_title: bool
    preamble: tuple[str, ...]
    parts: tuple[ParsedPart, ...]
    articles: tuple[ParsedArticle, ...]


def parse_witness(piece: Piece, base: Base) -> ParsedWitness:
    """Return `piece` as parts and articles; offsets into the piece's text."""
    part_style, article_style = max(
        STYLES, key=lambda style: len(re.findall(rf"(?m)^{style[1]}", piece.text))
    )
    marks = sorted(
        [(m.start(), "article", m) for m in re.finditer(rf"(?m)^{article_style}", piece.text)]
        + [(m.start(), "part", m) for m in re.finditer(rf"(?m)^{part_style}.*$", piece.text)],
        key=lambda mark: mark[0],
    )
    lines = [line.strip() for line in piece.text[: marks[0][0]].split("\n") if line.strip()]
    title = re.sub(r"\W", "", base.title)
    has_title = bool(lines) and re.sub(r"\W", "", lines[0]) == title
    if has_title:
        lines = lines[1:]
    if lines and re.fullmatch(r"[（(]\d{4}年.*[）)]", lines[0]):
        lines = lines[1:]
    parts: list[ParsedPart] = []
    articles: list[ParsedArticle] = []
    for index, (_, kind, match) in enumerate(marks):
        stop = marks[index + 1][0] if index + 1 < len(marks) else len(piece.text)
        body = piece.text[match.end() : stop]
        number = numeral_value(match["number"]) or 0
        if kind == "article":
            articles.append(
                ParsedArticle(number, match["label"], match.end(), match.end() + len(body.rstrip()))
            )
        else:
            heading = match[0][match.end("label") - match.start() :].strip()
            paragraphs = tuple(line.strip() for line in body.split("\n") if line.strip())
            following = next((m for _, k, m in marks[index + 1 :] if k == "article"), None)
            first = numeral_value(following["number"]) if following else None
            parts.append(ParsedPart(number, match["label"], heading, paragraphs, first))
    return ParsedWitness(piece, has_title, tuple(lines), tuple(parts), tuple(articles))
