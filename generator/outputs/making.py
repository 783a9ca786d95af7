"""Makes outputs side by side and puts what they leave together in two folders."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.build import staging
from generator.build.known_files import KnownFiles, keep_same
from generator.build.memo import DiskMemo
from generator.build.parallel import Task, run_all
from generator.build.progress import say
from generator.model import Library
from generator.outputs import registry
from generator.outputs.registry import Output
from generator.outputs.shared.file_sizes import PAGES, told
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.site_settings import SiteSettings


@dataclass(frozen=True, slots=True)
class Folders:
    """Where outputs are put together; outputs at work have their folders beside the targets."""

    site: Path
    dist: Path
    site_target: Path
    dist_target: Path


def write_outputs(
    library: Library,
    chosen: Sequence[Output],
    site: Path,
    dist: Path,
    settings: SiteSettings,
    memo: DiskMemo,
    jobs: int,
) -> int:
    """Make the chosen outputs of `library` and put them in place, all or none.

    `site` and `dist` keep what other outputs have left there.  Returns how many files were
    written anew; all others are as they were, and where.
    """
    with ExitStack() as stack:
        new_site = stack.enter_context(staging.staging(site))
        new_dist = stack.enter_context(staging.staging(dist))
        others = {each.name for each in registry.OUTPUTS} - {each.name for each in chosen}
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
    return written


def make_outputs(
    library: Library,
    chosen: Sequence[Output],
    folders: Folders,
    settings: SiteSettings,
    memo: DiskMemo,
    jobs: int,
) -> tuple[staging.Manifest, staging.Manifest]:
    """Make the chosen outputs in `folders`, beside what stands there already.

    When all are made, the pages that offer files are told how large these are.
    Returns which output has written which files of the site, and of dist.
    """
    site, dist = folders.site, folders.dist
    site_files: staging.Manifest = {}
    dist_files: staging.Manifest = {}
    with ExitStack() as stack:
        parts = {
            each.name: stack.enter_context(staging.staging(folders.site_target)) for each in chosen
        }
        gifts = {
            each.name: stack.enter_context(staging.staging(folders.dist_target)) for each in chosen
        }

        def task(each: Output) -> Task:
            known = KnownFiles(folders.site_target, memo.folder / f"made-{each.name}")
            context = Context(parts[each.name], gifts[each.name], site, memo, settings, known)
            return Task(each.name, each.title, partial(each.render, library, context), each.reads)

        def take_in(name: str) -> None:
            for files, whole, made in (
                (site_files, site, parts[name]),
                (dist_files, dist, gifts[name]),
            ):
                files[name] = staging.list_files(made)
                staging.take_in(whole, made)

        run_all([task(each) for each in chosen], memo, jobs, take_in)
    _tell_sizes(site)
    return site_files, dist_files


def _tell_sizes(site: Path) -> None:
    """Write the pages that offer files anew; what was there may be a link to the last build."""

    def size_of(path: str) -> int | None:
        file = site / path
        return file.stat().st_size if file.is_file() else None

    for name in PAGES:
        place = site / name
        if place.is_file():
            new = place.with_name(f".{place.name}.told")
            new.write_text(told(place.read_text("utf-8"), name, size_of), "utf-8")
            new.replace(place)
