"""add: files of office programs and the web -> content/sources/, under a safe name."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.build.progress import say
from generator.cleaning import CleaningSettings, clean
from generator.cleaning.identifying import free_name, slug
from generator.cli import status
from generator.cli.command import Command, content_argument, open_library
from generator.content.decoding import decode
from generator.content.importing import import_file
from generator.errors import ContentError

AS_RECEIVED = (".txt", ".text")


def arguments(parser: ArgumentParser) -> None:
    """Add what add takes."""
    content_argument(parser)
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="txt、md、docx、html 或 pdf"
    )


def run(options: Namespace) -> int:
    """Bring in all the files or none, and print what was found in them."""
    folder = options.content / "sources"
    if not options.content.is_dir():
        raise ContentError(str(options.content), "没有这个内容文件夹")
    bodies = [(path, _body(path)) for path in options.files]  # all are read before one is written
    written: list[Path] = []
    try:
        for path, body in bodies:
            place = _place(folder, path, body)
            if place.exists():
                say(f"{path}：已有同样的来源 {place.name}，没有再放入")
            else:
                _write(place, body)
                written.append(place)
                say(f"{path} → {place}")
        library = open_library(options)
    except (ContentError, OSError) as error:
        for place in written:
            place.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise ContentError(str(folder), f"写不进去（{error.strerror}）") from error
        raise
    for line in status.lines(library, {place.name for place in written}):
        print(line)
    return 0


def _body(path: Path) -> bytes:
    """Return what is to be kept of a file: text as received, of other formats its text."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentError(str(path), f"读不出来（{error.strerror}）") from error
    text = import_file(path.name, data).text
    return data if path.suffix.lower() in AS_RECEIVED else text.encode("utf-8")


def _place(folder: Path, path: Path, body: bytes) -> Path:
    """Return where a file is to stand: an existing one that says the same, or a free name."""
    wanted = hashlib.sha256(body).digest()
    for known in sorted(folder.glob("*")):
        if known.is_file() and hashlib.sha256(known.read_bytes()).digest() == wanted:
            return known
    stem = slug(path.name)
    taken = {slug(known.name): known for known in folder.glob("*")}
    inside = _pieces(taken[stem]) if stem in taken else set()
    return folder / f"{free_name(stem, {*taken, *inside})}.txt"


def _pieces(source: Path) -> set[str]:
    """Return the ids of the pieces of a source that is there: x-2 may be one of x.txt's."""
    try:
        found = clean(decode(source.read_bytes(), source.name), CleaningSettings())
    except ContentError:
        return set()
    return {piece.id for piece in found.pieces}


def _write(place: Path, body: bytes) -> None:
    place.parent.mkdir(exist_ok=True)
    half = place.with_name(f".{place.name}.new")
    half.write_bytes(body)
    half.rename(place)


COMMAND = Command("add", "放入新材料（txt、md、docx、html、pdf）", arguments, run)
