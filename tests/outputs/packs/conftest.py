"""Packs that several tests look at, and how their files are read."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path

import pytest

from generator.model import Library
from generator.outputs.packs import Fonts, FontsMissingError, find_fonts, render_pdf
from generator.outputs.shared.pack_contents import PackData, Selection, pack_data

MM = 72 / 25.4


@dataclass(frozen=True)
class Word:
    """A run of text on a page; millimetres from the page's top left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def words_of(pdf: Path) -> list[Word]:
    """Return every run of text in a PDF, by poppler."""
    out = _poppler("-bbox", pdf)
    words, page = [], 0
    pattern = re.compile(
        r'<page |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    )
    for found in pattern.finditer(out):
        if found.group(0) == "<page ":
            page += 1
        else:
            left, top, right, bottom = (float(each) / MM for each in found.groups()[:4])
            words.append(Word(page, left, top, right, bottom, unescape(found.group(5))))
    return words


def text_of(pdf: Path) -> str:
    """Return a PDF's text without blanks and page numbers."""
    pages = _poppler("-raw", pdf).split("\f")
    return "".join(squeezed(re.sub(r"— ?\d+ ?—\s*$", "", page.strip())) for page in pages)


def squeezed(text: str) -> str:
    """Return text without blanks of any kind."""
    return re.sub(r"\s", "", text)


def _poppler(option: str, pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", option, "-enc", "UTF-8", str(pdf), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    try:
        return find_fonts()
    except FontsMissingError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def whole_text(library: Library) -> PackData:
    """The whole text and nothing else."""
    edition = library.collations[0].edition
    return pack_data(
        library,
        Selection(
            edition.base.id,
            tuple(each.number for each in edition.articles),
            tuple(each.number for each in edition.parts),
            whole=True,
            pieces=("text",),
            name="whole",
        ),
    )


@pytest.fixture(scope="session")
def whole_pdf(whole_text: PackData, fonts: Fonts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("packs") / "whole.pdf"
    path.write_bytes(render_pdf(whole_text, fonts))
    return path


HOSTILE = (
    '#set page("a0") #eval("1+1") $x^2$ *bold* _it_ @label <label> `raw` \\ \\u{41} //c /*c*/ [b] '
    '= 标题 - 表 + 列 ~ https://example.com #image("/etc/passwd") {{7*7}} <b>&amp;</b> ]]> %PDF'
)


@pytest.fixture(scope="session")
def hostile(library: Library) -> Library:
    """The library with markup of every kind in its titles and texts."""
    collation = library.collations[0]
    edition = collation.edition
    part = next(each for each in edition.parts if each.articles)
    first = part.articles[0]
    article = replace(first, heading=HOSTILE, text=f"{HOSTILE}。各级党委应当{HOSTILE}办理。")
    parts = tuple(
        replace(each, articles=(article, *each.articles[1:])) if each is part else each
        for each in edition.parts
    )
    reports = tuple(
        replace(each, piece=replace(each.piece, title=HOSTILE[:40])) for each in library.reports
    )
    return replace(
        library,
        title=HOSTILE,
        collations=(replace(collation, edition=replace(edition, parts=parts)),),
        reports=reports,
    )
