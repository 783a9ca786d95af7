"""What a command is, and what several of them share."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.mapping import map_over
from generator.build.memo import DiskMemo, content_memo
from generator.build.places import CACHE
from generator.build.progress import watched
from generator.model import Library

if TYPE_CHECKING:
    from generator.content import Content


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, one line of help, its arguments, and what it does.

    `run` returns the exit status; a ContentError ends the program with one line and 2.
    """

    name: str
    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def content_argument(parser: ArgumentParser) -> None:
    """Add --content and --cache."""
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="DIR", help="内容文件夹"
    )
    parser.add_argument("--cache", type=Path, default=CACHE, metavar="DIR", help="可随时删除的缓存")


def open_memo(options: Namespace) -> DiskMemo:
    """Return the memo of the content folder that the options name."""
    return content_memo(options.cache, options.content)


def open_content(options: Namespace) -> tuple[Content, Library, DiskMemo]:
    """Return the content that the options name, its library, and the memo of both."""
    from generator.content import load_content  # heavy
    from generator.recipe import build_library

    memo = open_memo(options)
    content = load_content(options.content, memo)
    return content, build_library(content, memo, watched, map_over(os.cpu_count() or 1)), memo


def open_library(options: Namespace) -> Library:
    """Return the library that the options name, for a command that only looks at it."""
    return open_content(options)[1]
