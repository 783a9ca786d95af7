"""What a library may set for its own cleaning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Erratum:
    """A misprint that the editors correct: source file, before, after, and why.

    `before` (or `context`, which holds it once) must stand once in the cleaned text.
    With `suspect` nothing is changed: the place becomes a finding.  With `cut` the words are no
    part of the text (不是正文): they go, with the line that they leave empty.
    """

    source: str
    before: str
    after: str
    reason: str
    context: str = ""
    suspect: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """What the editors declare about a source or a piece; None where they say nothing.

    `join`: it is no piece of its own but goes on from the one before; `divide`: words with which
    a line begins that opens one.
    """

    kind: str | None = None
    base: str | None = None
    title: str | None = None
    genre: str | None = None
    issuer: str | None = None
    date: str | None = None
    place: str | None = None
    order: int | None = None
    drop: bool = False
    join: bool = False
    divide: tuple[str, ...] = ()
    version: str | None = None

    @property
    def excluded(self) -> bool:
        """Whether the piece is to be left out."""
        return self.drop or self.kind == "foreign"


@dataclass(frozen=True, slots=True)
class CleaningSettings:
    """Errata, markers and declarations that content adds to what the rules know.

    `declared` is by file name or piece id; a piece's own entry goes before its file's.
    """

    errata: tuple[Erratum, ...] = ()
    markers: tuple[str, ...] = ()
    declared: Mapping[str, Declared] = field(default_factory=dict)

    def of_source(self, file: str) -> CleaningSettings:
        """Return the settings with the errata of one source only."""
        return replace(self, errata=tuple(each for each in self.errata if each.source == file))

    def of_sources(self, stems: Mapping[str, str]) -> dict[str, CleaningSettings]:
        """Return for each source file what is said of it and of its pieces, and nothing else.

        `stems` are what the ids of its pieces begin with, by file.
        """
        errata: dict[str, list[Erratum]] = defaultdict(list)
        for each in self.errata:
            errata[each.source].append(each)
        declared: dict[str, dict[str, Declared]] = defaultdict(dict)
        for name, said in self.declared.items():
            for stem in _stems(name):
                declared[stem][name] = said
        return {
            file: replace(
                self,
                errata=tuple(errata[file]),
                declared={
                    **({file: self.declared[file]} if file in self.declared else {}),
                    **declared.get(stem, {}),
                },
            )
            for file, stem in stems.items()
        }

    def declares(self, file: str, piece: str, *, annex: bool = False) -> Declared:
        """Return what is declared about a piece, by itself or by its file.

        What is said of a file that a report came in is not said of its annexes, but that it is
        left out, and where it stands.
        """
        own, general = self.declared.get(piece, Declared()), self.declared.get(file, Declared())
        if annex:
            left_out = "foreign" if general.excluded else None
            general = Declared(kind=left_out, order=general.order, drop=general.drop)
        if self.declared.get(piece) is None:
            return general
        return Declared(
            **{
                name: getattr(general, name) if getattr(own, name) is None else getattr(own, name)
                for name in (
                    *("kind", "base", "title", "genre", "issuer", "date", "place", "order"),
                    "version",
                )
            },
            drop=own.drop or general.drop,
            join=own.join,
            divide=(*own.divide, *general.divide),
        )


def _stems(piece: str) -> Iterator[str]:
    """Yield what the id of a piece may begin with: x-annex-2 -> x-annex-2, x-annex, x."""
    yield piece
    while "-" in piece:
        piece = piece.rpartition("-")[0]
        yield piece
