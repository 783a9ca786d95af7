"""add: what people have (Word, PDF, web pages, texts) -> content/sources/, as received."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from generator.build.progress import say
from generator.cli import status
from generator.cli.command import Command, content_argument, open_library, open_memo
from generator.content.adding import place_for, write_new
from generator.content.importing import FORMATS
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
            placed = place_for(folder, path.name, body, memo)
            if placed.is_there:
                say(f"{path}：已有同样的来源 {placed.path.name}，没有再放入")
            else:
                written.append(placed.path)
                write_new(placed.path, body)
                say(f"{path} → {placed.path}")
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


COMMAND = Command("add", "放入新材料（txt、md、docx、html、pdf……）", arguments, run)
