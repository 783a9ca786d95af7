"""build: content/ -> site/ and dist/."""

from __future__ import annotations

import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from generator import building
from generator.commands.command import Command, content_argument, open_memo
from generator.content import load_content
from generator.library import build_library
from generator.memo import PACKAGE, DiskMemo, digest, files_digest, installed
from generator.model import Library
from generator.outputs.context import Context
from generator.outputs.table import OUTPUTS, Output
from generator.parallel import Task, run_all
from generator.progress import say, tracked

CODE = (
    "generator",
    "overrides",
    "mkdocs.yml",
    "build/fonts",
)  # what shapes a build besides content


def arguments(parser: ArgumentParser) -> None:
    """Add what build takes."""
    content_argument(parser)
    parser.add_argument(
        "--site", type=Path, default=Path("site"), metavar="DIR", help="网站写在这里"
    )
    parser.add_argument(
        "--dist", type=Path, default=Path("dist"), metavar="DIR", help="离线包和学习材料写在这里"
    )
    names = [each.name for each in OUTPUTS]
    parser.add_argument("--only", choices=names, help="只重做这一项，其余保留上次的成品")
    parser.add_argument("--force", action="store_true", help="没有变化也重做")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="同时做几项")


def run(options: Namespace) -> int:
    """Build; the last good site and dist stand until the new ones are whole."""
    start = time.monotonic()
    site, dist = options.site.resolve(), options.dist.resolve()
    memo = open_memo(options)
    library_inputs = _inputs(options)
    stamp = memo.folder / "last-build"
    if not options.force and _unchanged(stamp, library_inputs, site, dist):
        say("没有变化，成品不动。")
        return 0
    library = build_library(load_content(options.content), memo, tracked)
    for target in (site, dist):
        building.check_target(target, (options.content, PACKAGE))
    building.check_apart(site, dist)
    chosen = [each for each in OUTPUTS if options.only in (None, each.name)]
    write(library, chosen, site, dist, memo, options.jobs)
    if options.only is None:
        memo.sweep()
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(digest((library_inputs, _stamps(site), _stamps(dist))), "ascii")
    say(f"完成：{options.site}、{options.dist}，共 {time.monotonic() - start:.1f} 秒")
    return 0


def write(
    library: Library, chosen: Sequence[Output], site: Path, dist: Path, memo: DiskMemo, jobs: int
) -> None:
    """Make the chosen outputs of `library` and put them in place, all or none.

    `site` and `dist` keep what other outputs have left there.
    """
    with ExitStack() as stack:
        new_site = stack.enter_context(building.staging(site))
        new_dist = stack.enter_context(building.staging(dist))
        names = [each.name for each in chosen]
        site_files = building.keep_others(site, new_site, names)
        dist_files = building.keep_others(dist, new_dist, names)
        for last in (False, True):
            batch = [each for each in chosen if each.last is last]
            parts = {each.name: stack.enter_context(building.staging(site)) for each in batch}
            gifts = {each.name: stack.enter_context(building.staging(dist)) for each in batch}
            tasks: list[Task] = [
                (
                    each.title,
                    partial(
                        each.render,
                        library,
                        Context(parts[each.name], gifts[each.name], new_site, memo),
                    ),
                )
                for each in batch
            ]
            run_all(tasks, memo, jobs)
            for files, whole, made in (
                (site_files, new_site, parts),
                (dist_files, new_dist, gifts),
            ):
                files.update({name: building.list_files(made[name]) for name in made})
                building.assemble(whole, made)
        building.write_manifest(new_site, site_files)
        building.write_manifest(new_dist, dist_files)
        building.swap(new_site, site)
        building.swap(new_dist, dist)


def _inputs(options: Namespace) -> str | None:
    """Return the digest of all that a build depends on; None where it can't be read."""
    project = PACKAGE.parent
    try:
        return digest(
            (
                files_digest(options.content, (".",)),
                files_digest(project, CODE),
                installed(),
                os.environ.get("SOURCE_DATE_EPOCH", ""),
            )
        )
    except OSError:
        return None


def _unchanged(stamp: Path, inputs: str | None, site: Path, dist: Path) -> bool:
    try:
        known = stamp.read_text("ascii")
        return inputs is not None and known == digest((inputs, _stamps(site), _stamps(dist)))
    except (OSError, ValueError):
        return False


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    """Return the name, size and time of every file: enough to see that nobody touched them."""
    found = []
    for name in [*building.list_files(folder)]:
        state = (folder / name).stat()
        found.append((name, state.st_size, state.st_mtime_ns))
    return [(str(folder), 0, 0), *found]


COMMAND = Command("build", "建成网站、离线包和学习材料", arguments, run)
