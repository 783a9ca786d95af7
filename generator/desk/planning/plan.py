"""What an action comes to: steps on the editors' files, and one line that says what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.content.curated import Curated
from generator.content.yaml_files import Plain
from generator.desk.steps import FileStep
from generator.errors import ContentError
from generator.model import Document, Library, Piece

STALE = "页面是旧的，这里的文字已经变了；请刷新后再做"
SHOWN = 20  # characters of quoted words in a summary


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a change and its summary."""

    steps: tuple[FileStep, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the editors' files now: checked, and as plain data by file name.

    `thesaurus` are the lines of thesaurus.txt.
    """

    curated: Curated
    data: Mapping[str, Plain]
    thesaurus: tuple[str, ...] = ()


def documents(library: Library) -> dict[str, Document]:
    """Return every text of the library that is no copy of a base, by its id."""
    found = {each.piece.id: each for each in library.reports}
    found |= {each.document.piece.id: each.document for each in library.reprints}
    return found | {each.id: each.document for each in library.laws}


def pieces(library: Library) -> dict[str, Piece]:
    """Return every piece of the library by its id."""
    found = {name: each.piece for name, each in documents(library).items()}
    return found | {
        each.piece.id: each.piece for one in library.collations for each in one.witnesses
    }


def piece_of(library: Library, name: str) -> Piece:
    """Return the piece with an id; ContentError where there is none."""
    if (piece := pieces(library).get(name)) is None:
        raise ContentError(name, "没有这一篇；请刷新后再做")
    return piece


def refuse_stale(piece: Piece, start: int, end: int, words: str) -> None:
    """Raise ContentError where the words do not stand where the page says."""
    if piece.text[start:end] != words:
        raise ContentError(piece.id, STALE)


def shown(words: str) -> str:
    """Return words in quotation marks, shortened."""
    plain = "".join(words.split())
    return f"“{plain}”" if len(plain) <= SHOWN else f"“{plain[:SHOWN]}…”"
