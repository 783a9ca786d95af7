"""build: content/ -> site/ and dist/."""

from __future__ import annotations

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import freshness, staging
from generator.build.mapping import map_over
from generator.build.memo import PACKAGE, DiskMemo
from generator.build.parallel import Begun
from generator.build.progress import say, tracked
from generator.cli.command import Command, content_argument, open_memo
from generator.model import Library
from generator.outputs.shared.site_settings import find_settings, looks

if TYPE_CHECKING:
    from generator.outputs.registry import Output

MANY = 100  # sources


def arguments(parser: ArgumentParser) -> None:
    """Add what build takes."""
    content_argument(parser)
    parser.add_argument(
        "--site", type=Path, default=Path("site"), metavar="DIR", help="网站写在这里"
    )
    parser.add_argument(
        "--dist", type=Path, default=Path("dist"), metavar="DIR", help="离线包和学习材料写在这里"
    )
    parser.add_argument(
        "--only", metavar="NAME", help="只重做这一项（data、site、search、packs……），其余保留"
    )
    parser.add_argument("--force", action="store_true", help="没有变化也重做")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="同时做几项")


def run(options: Namespace) -> int:
    """Build; the last good site and dist stand until the new ones are whole."""
    start = time.monotonic()
    targets = options.site.resolve(), options.dist.resolve()
    for target in targets:
        staging.check_target(target, (options.content, PACKAGE))
    staging.check_apart(*targets)
    memo = open_memo(options)
    note = memo.folder / "last-build"
    settings = find_settings(options.content)
    given = freshness.inputs(options.content, looks(settings))
    if not options.force and freshness.is_fresh(note, given, targets):
        say("没有变化，成品不动。")
        return 0
    from generator.outputs.making import write_outputs  # heavy, and of no use to what is fresh
    from generator.outputs.registry import chosen_outputs

    chosen = chosen_outputs(options.only)
    library = _open(options, chosen, memo)
    write_outputs(library, chosen, *targets, settings, memo, options.jobs)
    if options.only is None:
        memo.sweep()
        if freshness.inputs(options.content, looks(settings)) == given:  # nobody wrote meanwhile
            freshness.write_note(note, given, targets)
    say(f"完成：{options.site}、{options.dist}，共 {time.monotonic() - start:.1f} 秒")
    return 0


def _open(options: Namespace, chosen: Sequence[Output], memo: DiskMemo) -> Library:
    """Return the library; while it is made, the outputs prepare what does not depend on it.

    A large one keeps all processors busy by itself, and is made here: sending it from process
    to process would cost more than it spares.
    """
    if options.jobs < 2 or _is_large(options.content):
        return _library(options.content, memo, options.jobs)
    library = Begun("知识库", partial(_library, options.content, memo, options.jobs), memo)
    try:
        for each in chosen:
            if not library.is_done():
                each.prepare(memo)
        return library.result()
    finally:
        library.stop()


def _is_large(content: Path) -> bool:
    """Tell whether a content folder has more than MANY sources."""
    try:
        return sum(1 for _ in (content / "sources").iterdir()) > MANY
    except OSError:
        return False  # what is wrong with it is said where it is read


def _library(content: Path, memo: DiskMemo, jobs: int) -> Library:
    from generator.content import load_content  # heavy, and of no use to outputs
    from generator.recipe import build_library

    return build_library(load_content(content, memo), memo, tracked, map_over(jobs))


COMMAND = Command("build", "建成网站、离线包和学习材料", arguments, run)
