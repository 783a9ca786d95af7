"""Matter apart as outputs show it: before the text, behind it, and the annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Edition, Matter, MatterKind
from generator.outputs.shared.annexes import Annex, annex_shown

BEFORE: tuple[MatterKind, ...] = ("number", "issuer", "date", "note", "addressee")
BEHIND: tuple[MatterKind, ...] = ("annex-list", "signature", "date", "remark")


@dataclass(frozen=True, slots=True)
class MatterLine:
    """A line of matter apart; its id is an anchor."""

    id: str
    kind: MatterKind
    text: str


@dataclass(frozen=True, slots=True)
class MatterShown:
    """What stands around the text, in the order in which it is printed.

    Title and contents are left out: every output has its own.  A date that the imprint tells
    already is not said twice.
    """

    opening: tuple[MatterLine, ...]
    before: tuple[MatterLine, ...]
    behind: tuple[MatterLine, ...]
    annexes: tuple[Annex, ...]


def matter_shown(edition: Edition, *, dated: bool = False) -> MatterShown:
    """Return the matter of `edition` as it is shown.

    `dated`: with the date below its title even where the imprint tells it.
    """
    tail = _tail([each.kind for each in edition.matter])
    rows = list(enumerate(edition.matter, 1))
    told = bool(edition.base.adopted) and not dated
    annexes = [each.text for _, each in rows if each.kind == "annex"]
    opening = [row for row in rows if row[1].kind == "promulgation"]
    before = [
        row for row in rows[:tail] if row[1].kind in BEFORE and not (row[1].kind == "date" and told)
    ]
    behind = [row for row in rows[tail:] if row[1].kind in BEHIND]
    base = edition.base.id
    return MatterShown(
        tuple(_lines(base, opening)),
        tuple(_lines(base, before)),
        tuple(_lines(base, behind)),
        tuple(
            annex_shown(f"{base}-annex-{number}", text) for number, text in enumerate(annexes, 1)
        ),
    )


def document_number(edition: Edition) -> str:
    """Return the number of the document (文号) as printed; empty where none is."""
    return next((each.text.strip() for each in edition.matter if each.kind == "number"), "")


def _tail(kinds: Sequence[MatterKind]) -> int:
    """Return the index of what stands first behind the text; a date before it counts too."""
    behind = ("annex-list", "signature", "remark", "annex")
    at = next((at for at, kind in enumerate(kinds) if kind in behind), len(kinds))
    return at - 1 if at and kinds[at - 1] == "date" and "addressee" in kinds[: at - 1] else at


def _lines(base: str, rows: Iterable[tuple[int, Matter]]) -> Iterator[MatterLine]:
    for number, each in rows:
        for at, line in enumerate(_stripped(each.text.split("\n"))):
            yield MatterLine(f"{base}-matter-{number}{f'-{at + 1}' if at else ''}", each.kind, line)


def _stripped(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip())
