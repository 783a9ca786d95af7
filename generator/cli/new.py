"""new: a folder to start a library from, every key of library.yml explained."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.build.progress import say
from generator.cli.command import Command
from generator.errors import ContentError

STARTER = "starter"


def arguments(parser: ArgumentParser) -> None:
    """Add what new takes."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="要新建的内容文件夹")


def run(options: Namespace) -> int:
    """Make the folder, whole or not at all."""
    folder: Path = options.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ContentError(str(folder), "已有内容；请换一个名字，或先清空它")
    half = folder.with_name(f".{folder.name}.new")
    try:
        half.mkdir(parents=True)
        (half / "sources").mkdir()
        _copy(files(__package__).joinpath(STARTER), half)
        if folder.exists():
            folder.rmdir()
        half.rename(folder)
    except OSError as error:
        raise ContentError(str(folder), f"建不了（{error.strerror}）") from error
    say(f"已建好 {folder}；下一步见 {folder / 'README.md'}")
    return 0


def _copy(source: Traversable, target: Path) -> None:
    for each in sorted(source.iterdir(), key=lambda entry: entry.name):
        if each.is_dir():
            (target / each.name).mkdir()
            _copy(each, target / each.name)
        else:
            (target / each.name).write_bytes(each.read_bytes())


COMMAND = Command("new", "新建一个内容文件夹", arguments, run)
