"""Pictures -> an import record: lines recognised, put in order, doubts with a crop each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from generator.content.importing.imported import Imported, Intake
from generator.content.importing.layout import Page, take_pages
from generator.content.importing.layout.no_text import UNREADABLE_PAGE
from generator.content.importing.scans.doubts import say_doubts
from generator.content.importing.scans.engine import Engine
from generator.content.importing.scans.placing import placed, straightened, type_size
from generator.content.importing.scans.recognised import Recognised, packed
from generator.content.importing.scans.seen import Image, SeenLine
from generator.errors import ContentError

READER = "rapidocr"
NO_TEXT = "图里没有认出文字；请看是否清楚、是否放正"
POOR = 0.75  # of a page's mean score, below which it may lie on its side
BETTER = 0.1


def read_pictures(pictures: Iterable[Image], name: str) -> Imported:
    """Return the text of pictures, a page each; ContentError when there is none in them."""
    engine = Engine()
    read = {number: recognised(engine, each) for number, each in enumerate(pictures, start=1)}
    size = type_size([each.sheet for each in read.values()])
    pages = [_page(each, number, size) for number, each in read.items()]
    return _taken(pages, read, READER, name, NO_TEXT)


def read_among(
    pages: Sequence[Page],
    pictures: Mapping[int, Callable[[], Image]],
    reader: str,
    name: str,
    nothing: str,
) -> Imported:
    """Return the text of pages some of which are pictures; those are drawn one at a time.

    ContentError, saying `nothing`, where no page has any text.
    """
    engine = Engine()
    read = {number: recognised(engine, draw()) for number, draw in pictures.items()}
    size = type_size([each.sheet for each in read.values()])
    together = [
        _in_place_of(page, _page(read[page.number], page.number, size))
        if page.number in read
        else page
        for page in pages
    ]
    return _taken(together, read, reader, name, nothing)


def _page(one: Recognised, number: int, size: float) -> Page:
    return replace(placed(one.sheet, number, size), rules=one.rules)


def _in_place_of(page: Page, recognised_page: Page) -> Page:
    """Return a recognised page with what was left out of the page that it was drawn from."""
    left_out = tuple(each for each in page.left_out if each[0] != UNREADABLE_PAGE)
    remarks = tuple(each for each in page.remarks if each[0] != "I-006")
    return replace(recognised_page, left_out=left_out, remarks=remarks)


def _taken(
    pages: Sequence[Page],
    read: Mapping[int, Recognised],
    reader: str,
    name: str,
    nothing: str,
) -> Imported:
    if not any(page.glyphs for page in pages):
        raise ContentError(name, nothing)
    intake = Intake(reader)
    landed = take_pages(pages, intake)
    say_doubts(landed, read, intake)
    return intake.imported()


def recognised(engine: Engine, picture: Image) -> Recognised:
    """Return what is read in a picture; turned by a quarter or half where that reads better."""
    best = picture, engine.lines(picture)
    if _mean(best[1]) < POOR or _on_its_side(best[1]):
        for quarters in (1, 2, 3):
            turned = np.ascontiguousarray(np.rot90(picture, quarters))
            lines = engine.lines(turned)
            if _mean(lines) > _mean(best[1]) + BETTER or (
                _on_its_side(best[1]) and not _on_its_side(lines) and _mean(lines) > POOR
            ):
                best = turned, lines
    height, width = best[0].shape[:2]
    return packed(best[0], straightened(best[1], width, height))


def _mean(lines: Sequence[SeenLine]) -> float:
    count = sum(len(line.characters) for line in lines)
    if not count:
        return 0.0
    return sum(each.score for line in lines for each in line.characters) / count


def _on_its_side(lines: Sequence[SeenLine]) -> bool:
    """Tell whether most lines run down the picture."""
    down = sum(
        1
        for line in lines
        if abs(line.corners[1][0] - line.corners[0][0])
        < abs(line.corners[3][1] - line.corners[0][1])
    )
    return down * 2 > len(lines) > 0
