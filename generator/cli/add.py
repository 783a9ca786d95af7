"""add: what people have (Word, PDF, web pages, texts) -> content/sources/, as received."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.build.memo import Memo
from generator.build.progress import say
from generator.cleaning import CleaningSettings, clean
from generator.cleaning.identifying import free_name, slug
from generator.cli import status
from generator.cli.command import Command, content_argument, open_library, open_memo
from generator.content.importing import FORMATS, is_plain_text
from generator.content.reading import read_source
from generator.errors import ContentError


def arguments(parser: ArgumentParser) -> None:
    """Add what add takes."""
    content_argument(parser)
    known = "、".join(FORMATS)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE", help=f"可以是 {known}")


def run(options: Namespace) -> int:
    """Bring in all the files or none, and print what was found in them."""
    folder = options.content / "sources"
    if not options.content.is_dir():
        raise ContentError(str(options.content), "没有这个内容文件夹")
    memo = open_memo(options)
    bodies = []
    for path in options.files:  # all are read before one is written
        body = _body(path)
        if not read_source(path.name, body, memo).text.strip():
            raise ContentError(str(path), "没有文字")
        bodies.append((path, body))
    written: list[Path] = []
    whole = False
    try:
        for path, body in bodies:
            place = _place(folder, path, body, memo)
            if place.exists():
                say(f"{path}：已有同样的来源 {place.name}，没有再放入")
            else:
                written.append(place)
                _write(place, body)
                say(f"{path} → {place}")
        library = open_library(options)
        whole = True
    except OSError as error:
        raise ContentError(str(folder), f"写不进去（{error.strerror}）") from error
    finally:
        if not whole:  # an error, or Ctrl-C: nothing stays that was not looked at
            for place in written:
                place.unlink(missing_ok=True)
    for line in status.lines(library, {place.name for place in written}):
        print(line)
    return 0


def _body(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(str(path), f"读不出来（{error.strerror}）") from error


def _place(folder: Path, path: Path, body: bytes, memo: Memo) -> Path:
    """Return where a file is to stand: an existing one that is the same, or a free name."""
    wanted = hashlib.sha256(body).digest()
    for known in sorted(folder.glob("*")):
        if known.is_file() and hashlib.sha256(known.read_bytes()).digest() == wanted:
            return known
    stem = slug(path.name)
    taken = {slug(known.name): known for known in folder.glob("*")}
    inside = _pieces(taken[stem], memo) if stem in taken else set()
    ending = "txt" if is_plain_text(path.name) else path.suffix[1:].lower()
    return folder / f"{free_name(stem, {*taken, *inside})}.{ending}"


def _pieces(source: Path, memo: Memo) -> set[str]:
    """Return the ids of the pieces of a source that is there: x-2 may be one of x.txt's."""
    try:
        found = clean(read_source(source.name, source.read_bytes(), memo), CleaningSettings())
    except ContentError:
        return set()
    return {piece.id for piece in found.pieces}


def _write(place: Path, body: bytes) -> None:
    """Write a file whole or not at all."""
    place.parent.mkdir(exist_ok=True)
    half = place.with_name(f".{place.name}.new")
    try:
        half.write_bytes(body)
        half.replace(place)
    finally:
        half.unlink(missing_ok=True)


COMMAND = Command("add", "放入新材料（txt、md、docx、html、pdf……）", arguments, run)
