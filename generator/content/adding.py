"""New material on its way into content/sources/: read first, then put where nothing stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.memo import Memo, no_memo
from generator.cleaning import CleaningSettings, clean
from generator.cleaning.identifying import free_name, slug
from generator.content.importing import is_plain_text
from generator.content.reading import read_source
from generator.errors import ContentError
from generator.model import Source


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a file is to stand in the folder of sources; `is_there`: one that is the same does."""

    path: Path
    is_there: bool


def read_new(name: str, body: bytes, memo: Memo = no_memo) -> Source:
    """Return what is to be added as a source; ContentError where it can't be read or is empty."""
    source = read_source(name, body, memo)
    if not source.text.strip():
        raise ContentError(name, "没有文字")
    return source


def place_for(
    folder: Path, name: str, body: bytes, memo: Memo = no_memo, taken: Sequence[str] = ()
) -> Placed:
    """Return where a file is to stand: an existing one that is the same, or a free name.

    `taken` are names of files that are to be written before it.
    """
    wanted = hashlib.sha256(body).digest()
    known = [each for each in sorted(folder.glob("*")) if each.is_file()]
    for each in known:
        if hashlib.sha256(each.read_bytes()).digest() == wanted:
            return Placed(each, is_there=True)
    stem = slug(name)
    stems = {slug(each.name): each for each in folder.glob("*")}
    inside = _pieces(stems[stem], memo) if stem in stems else set()
    ending = "txt" if is_plain_text(name) else name.rpartition(".")[2].lower()
    others = {slug(each) for each in taken}
    return Placed(folder / f"{free_name(stem, {*stems, *inside, *others})}.{ending}", False)


def _pieces(source: Path, memo: Memo) -> set[str]:
    """Return the ids of the pieces of a source that is there: x-2 may be one of x.txt's."""
    try:
        found = clean(read_source(source.name, source.read_bytes(), memo), CleaningSettings())
    except ContentError:
        return set()
    return {piece.id for piece in found.pieces}


def write_new(place: Path, body: bytes) -> None:
    """Write a file whole or not at all."""
    place.parent.mkdir(exist_ok=True)
    half = place.with_name(f".{place.name}.new")
    try:
        half.write_bytes(body)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)
