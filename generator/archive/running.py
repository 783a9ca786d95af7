"""Building an archive: which volumes are to be built, building them, and then the hall.

What is done stays done: a run that was broken off, or that some volume failed in, is taken up
where it was.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.archive.assembling import (
    Folder,
    library_folder,
    named_folder,
    refuse_strangers,
    write_folder,
)
from generator.archive.away import away_of, bring_home, build_away, send
from generator.archive.dividing import divide
from generator.archive.engines import Ended, Engine, in_one_line
from generator.archive.hall_building import HALL, Failures, Places, build_hall, common_sources
from generator.archive.hall_file import HallFile, Plain, read_hall
from generator.archive.object_store import ObjectStore
from generator.archive.report_files import find_report_files, with_values
from generator.archive.volume import (
    Shared,
    VolumeMade,
    VolumeTask,
    build_volume,
    is_done,
    own_package,
)
from generator.build import staging
from generator.build.memo import PACKAGE, digest, files_digest, installed
from generator.build.places import FONTS
from generator.build.progress import say
from generator.cleaning import CleaningSettings
from generator.content.curated_files import read_curated
from generator.errors import ContentError
from generator.outputs.shared.site_settings import find_settings, looks

VOLUMES = "volumes"
UP = f"../../{HALL}/"  # from a volume's root to the hall's


def build_archive(places: Places, engine: Engine, store: ObjectStore | None = None) -> int:
    """Build what is missing of the archive, then the hall; return how many volumes failed.

    With a `store` the engine's workers need not see the folders of this machine.
    """
    start = time.monotonic()
    hall = read_hall(places.content)
    for each in (places.site, places.dist):
        staging.check_target(each / HALL, (places.content, PACKAGE))
    shared = _shared(places)
    tasks = _tasks(hall, places, shared, engine)
    todo = [each for each in tasks if not _is_done(shared, each)]
    say(f"分册 {len(tasks)} 个：已做好 {len(tasks) - len(todo)} 个，要做 {len(todo)} 个")
    failed = run_volumes(todo, shared, engine, store)
    _clear_away({each.id for each in tasks}, shared)
    failed += build_hall(hall, tasks, places, shared)
    for title, reason in failed:
        say(f"没有做成：{title}：{reason}")
    say(
        f"完成：{places.site}，{len(tasks) - len(failed)} 个分册，失败 {len(failed)} 个，"
        f"共 {time.monotonic() - start:.1f} 秒"
    )
    return len(failed)


def _shared(places: Places) -> Shared:
    settings = find_settings(places.content)
    fonts = sorted((each.name, each.stat().st_size) for each in FONTS.glob("*") if each.is_file())
    code = digest(
        (
            own_package(),
            [files_digest(each, (".",)) for each in looks(settings)],
            fonts,
            installed(),
            os.environ.get("SOURCE_DATE_EPOCH", ""),
        )
    )
    work, site, dist = (
        str(each.resolve()) for each in (places.work, places.site / VOLUMES, places.dist / VOLUMES)
    )
    places.work.mkdir(parents=True, exist_ok=True)
    return Shared(work, site, dist, settings, code, own_package(), f"../{VOLUMES}/")


def _tasks(hall: HallFile, places: Places, shared: Shared, engine: Engine) -> list[VolumeTask]:
    """Return all volumes of the archive, each with its content and a digest of it."""
    above: Plain = {"title": hall.title, "address": UP}
    if hall.divide is None:
        return [
            _task(
                each.id,
                each.title,
                named_folder(hall.folder / each.content, each.title, above),
                shared,
            )
            for each in hall.named
        ]
    common = common_sources(hall)
    files = find_report_files(hall.folder / hall.divide.folder)
    both = {each[0] for each in common} & {each.name for each in files}
    if both:
        raise ContentError(str(hall.folder), f"{min(both)} 在 sources 和报告里各有一个；请改名")
    refuse_strangers(hall, {each[0] for each in common} | {each.name for each in files})
    settings = _cleaning(hall, places)
    told = with_values(files, hall.divide.by, settings, places.work / "stated", engine)
    name = str(hall.library.get("name", "library"))
    return [
        _task(
            part.id,
            part.title,
            library_folder(
                hall,
                f"{hall.title}·{part.title}",
                f"{name}-{part.id}",
                [*common, *((each.name, each.path, each.sha256) for each in part.files)],
                above,
            ),
            shared,
            len(part.files),
        )
        for part in divide(told, hall.divide.by, hall.divide.size)
    ]


def _task(volume: str, title: str, folder: Folder, shared: Shared, reports: int = 0) -> VolumeTask:
    count = reports or len(folder.sources)
    return VolumeTask(volume, title, count, folder, digest((volume, folder.key, shared.code)))


def _cleaning(hall: HallFile, places: Places) -> CleaningSettings:
    """Return what the hall says of cleaning any of its files."""
    place = places.work / "all"
    place.parent.mkdir(parents=True, exist_ok=True)
    write_folder(Folder(hall.library, hall.errata), place)
    found = read_curated(place)
    return CleaningSettings(found.errata, found.markers, found.declared)


def _is_done(shared: Shared, task: VolumeTask) -> bool:
    targets = Path(shared.site) / task.id, Path(shared.dist) / task.id
    return is_done(Path(shared.work) / task.id, task.given, targets)


def run_volumes(
    todo: Sequence[VolumeTask], shared: Shared, engine: Engine, store: ObjectStore | None = None
) -> Failures:
    """Build volumes, with a line on each; return title and reason of those that failed."""
    failed: Failures = []
    start = time.monotonic()
    if store is None:
        made = engine.map(build_volume, todo, shared)
    else:
        made = _by_way_of(store, todo, shared, engine)
    for count, ended in enumerate(made, 1):
        task = todo[ended.number]
        told = f"{task.title}（{ended.made.reports} 篇报告）" if ended.made else task.title
        if ended.made is None:
            failed.append((task.title, ended.reason))
            told += f" 失败：{ended.reason}"
        left = len(todo) - count
        passed = time.monotonic() - start
        say(
            f"{told}　做好 {count - len(failed)}，还有 {left}，失败 {len(failed)}"
            + (f"，大约还要 {_minutes(passed / count * left)}" if left else "")
        )
    return failed


def _by_way_of(
    store: ObjectStore, todo: Sequence[VolumeTask], shared: Shared, engine: Engine
) -> Iterator[Ended[VolumeMade]]:
    """Yield how volumes ended that went out and came back by the store."""
    tasks = list(send(todo, store))
    for ended in engine.map(build_away, tasks, away_of(shared, store)):
        if ended.made is not None:
            try:
                bring_home(todo[ended.number], shared, store)
            except (ContentError, OSError) as error:
                ended = replace(ended, made=None, reason=in_one_line(error))
        yield ended


def _minutes(seconds: float) -> str:
    return f"{seconds:.0f} 秒" if seconds < 100 else f"{seconds / 60:.0f} 分钟"


def _clear_away(kept: Iterable[str], shared: Shared) -> None:
    """Remove volumes that the archive no longer has."""
    names = set(kept)
    for root in (shared.site, shared.dist):
        for folder in sorted(Path(root).glob("[!.]*")):
            if folder.name not in names and (folder / staging.MANIFEST).is_file():
                shutil.rmtree(folder)
    for folder in sorted(Path(shared.work).glob("*/content")):
        if folder.parent.name not in {*names, HALL}:
            shutil.rmtree(folder.parent)


__all__ = ["HALL", "VOLUMES", "Places", "build_archive"]
