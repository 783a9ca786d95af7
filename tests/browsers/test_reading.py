"""The built site read from the disk in every browser: nothing on, in or beside anything else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from tests.browsers.conftest import Seen
from tests.browsers.reader import Reader

PHONE = (390, 844)
DESK_AND_PHONE = [pytest.param((1280, 720), id="desk"), pytest.param(PHONE, id="phone")]
LINED = {  # what carries a line, in words
    "main p a": "links in running words",
    "main .linked": "sentences that are linked",
    "main .var": "words that copies read otherwise",
    "main del": "words struck out",
}


def line_is_drawn(reader: Reader, selector: str) -> bool:
    """Tell whether the picture of an element changes when lines are taken off its text."""
    box = reader.ask(f"placed({selector!r})")
    assert box, f"nothing fits {selector}"
    with_line = reader.picture()
    reader.ask("undecorate(true)")
    without = reader.picture()
    reader.ask("undecorate(false)")
    around = (box["left"] - 2, box["top"] - 2, box["right"] + 2, box["bottom"] + 6)
    one, other = (
        Image.open(io.BytesIO(each)).convert("RGB").crop(tuple(map(int, around)))
        for each in (with_line, without)
    )
    return ImageChops.difference(one, other).getbbox() is not None


@pytest.mark.parametrize("size", DESK_AND_PHONE)
def test_no_text_lies_on_another_and_no_words_run_together(
    reader: Reader, pages: dict[str, Path], seen: Seen, size: tuple[int, int]
) -> None:
    reader.resize(*size)
    found: list[str] = []
    counts = {"overlaps()": 0, "runTogether()": 0}
    for kind, page in pages.items():
        reader.open(page)
        for measure in counts:
            faults = reader.ask(measure)
            counts[measure] += len(faults)
            found += [f"{kind} {measure}: {fault}" for fault in faults[:4]]
        pushed = reader.ask("sideways()")
        if pushed:
            found.append(f"{kind}: {pushed} px wider than the window")
    where = f"{reader.ask('innerWidth')} px, {len(pages)} kinds of page"
    seen.note(reader, f"texts on one another ({where})", counts["overlaps()"])
    seen.note(reader, f"words run together ({where})", counts["runTogether()"])
    assert found == []


def test_no_script_fails_on_any_kind_of_page(
    reader: Reader, pages: dict[str, Path], seen: Seen
) -> None:
    found: list[str] = []
    for kind, page in pages.items():
        reader.said()
        reader.open(page)
        found += [f"{kind}: {each}" for each in reader.said()]
    seen.note(reader, f"script errors on {len(pages)} kinds of page", len(found))
    assert found == []


@pytest.mark.parametrize("selector", LINED)
def test_lines_under_and_through_words_are_drawn(
    reader: Reader, pages: dict[str, Path], seen: Seen, selector: str
) -> None:
    for page in pages.values():
        reader.open(page)
        if reader.ask(f"placed({selector!r}) !== null"):
            break
    drawn = line_is_drawn(reader, selector)
    seen.note(reader, f"line of {LINED[selector]}", "drawn" if drawn else "missing")
    assert drawn


def test_heads_of_columns_can_be_read(reader: Reader, pages: dict[str, Path], seen: Seen) -> None:
    found = pages["coverage"].parent.glob("*.html")
    tables = [page for page in sorted(found) if 'data-page="coverage"' in page.read_text("utf-8")]
    heads = []
    for table in tables:
        reader.open(table)
        heads += reader.ask("heads()")
    assert len(heads) > 3
    # a figure is half as wide as a letter
    short = [each for each in heads if each["shown"] < 0.6 * min(12, len(each["text"]))]
    small = [each for each in heads if each["size"] < 12]
    least = min(each["shown"] for each in heads if len(each["text"]) > 12)
    seen.note(
        reader,
        f"对照表, characters seen of the shortest of {len(heads)} heads that are long",
        least,
    )
    assert short == []
    assert small == []
