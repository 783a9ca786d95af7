"""build: content/ -> site/ and dist/."""

from __future__ import annotations

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build import freshness, staging
from generator.build.known_files import keep_same
from generator.build.mapping import map_over
from generator.build.memo import PACKAGE, DiskMemo
from generator.build.parallel import Begun
from generator.build.progress import say, tracked
from generator.cli.command import Command, content_argument, open_memo
from generator.errors import ContentError
from generator.model import Library
from generator.outputs.shared.site_settings import SiteSettings, find_settings, looks

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
    chosen = _chosen(options.only)
    library = _open(options, chosen, memo)
    write(library, chosen, *targets, settings, memo, options.jobs)
    if options.only is None:
        memo.sweep()
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


def _chosen(only: str | None) -> list[Output]:
    """Return the outputs to be made: all, or one and what follows it."""
    from generator.outputs.registry import OUTPUTS

    chosen = [
        each
        for each in OUTPUTS
        if only in (None, each.name) or (only in each.reads and not each.lasting)
    ]
    if not chosen:
        names = "、".join(each.name for each in OUTPUTS)
        raise ContentError(f"--only {only}", f"没有这一项；可以是 {names}")
    return chosen


def write(
    library: Library,
    chosen: Sequence[Output],
    site: Path,
    dist: Path,
    settings: SiteSettings,
    memo: DiskMemo,
    jobs: int,
) -> None:
    """Make the chosen outputs of `library` and put them in place, all or none.

    `site` and `dist` keep what other outputs have left there.
    """
    from generator.outputs.making import Folders, make_outputs
    from generator.outputs.registry import OUTPUTS

    with ExitStack() as stack:
        new_site = stack.enter_context(staging.staging(site))
        new_dist = stack.enter_context(staging.staging(dist))
        others = {each.name for each in OUTPUTS} - {each.name for each in chosen}
        site_kept = staging.keep_others(site, new_site, others)
        dist_kept = staging.keep_others(dist, new_dist, others)
        folders = Folders(new_site, new_dist, site, dist)
        site_made, dist_made = make_outputs(library, chosen, folders, settings, memo, jobs)
        staging.write_manifest(new_site, {**site_kept, **site_made})
        staging.write_manifest(new_dist, {**dist_kept, **dist_made})
        written = keep_same(new_site, site) + keep_same(new_dist, dist)
        staging.swap(new_site, site)
        staging.swap(new_dist, dist)
    say(f"新写 {written} 个文件，其余与上次相同，没有动")


COMMAND = Command("build", "建成网站、离线包和学习材料", arguments, run)
