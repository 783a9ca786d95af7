"""What texts as portals, offices and document sites give them state of themselves.

statements.txt holds a case each: what is right, then the text as it is received.  Every text is
invented; each is a sample of its kind.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cleaning import CleaningSettings
from generator.cleaning.cleaning import clean
from generator.model import Source

FILE = Path(__file__).parent / "statements.txt"
FACTS = ("title", "genre", "issuer", "date", "place")


def _cases() -> Iterator[object]:
    for part in re.split(r"^=== ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        stated, _, text = rest.partition("\n---\n")
        lines = (line.partition(":") for line in stated.split("\n"))
        right = {fact: value.strip() for fact, _, value in lines}
        assert tuple(right) == FACTS, name
        yield pytest.param(text, right, id=name)


CASES_OF_FILE = list(_cases())


@pytest.mark.parametrize(("text", "right"), CASES_OF_FILE)
def test_stated(text: str, right: dict[str, str]) -> None:
    piece = clean(Source("a.txt", text, "", "utf-8"), CleaningSettings()).pieces[0]
    assert {fact: getattr(piece, fact) for fact in FACTS} == right


@pytest.mark.parametrize(("text", "right"), CASES_OF_FILE)
def test_windows_line_ends_and_indented_lines_state_the_same(
    text: str, right: dict[str, str]
) -> None:
    moved = "\r\n".join(f"　　{line}" if line.strip() else line for line in text.split("\n"))
    piece = clean(Source("a.txt", moved, "", "utf-8"), CleaningSettings()).pieces[0]
    assert {fact: getattr(piece, fact) for fact in FACTS} == right
