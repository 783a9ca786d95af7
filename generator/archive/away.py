"""Volumes on workers that see no folder of the machine that drives: a store lies between.

    in/ID-DIGEST.zip     a volume's content folder, put there before its worker begins
    out/ID-DIGEST.zip    what came of it: site/, dist/, and in work/ what it leaves for the hall

What came of a volume and was not fetched, because the run was broken off, is fetched by the next
run; both are removed when it has arrived.
"""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from generator.archive.assembling import Folder, write_folder
from generator.archive.object_store import ObjectStore
from generator.archive.volume import (
    MEMO,
    NOTE,
    Shared,
    VolumeMade,
    VolumeTask,
    build_in,
    in_plain_words,
    refuse_other_code,
)
from generator.build import staging
from generator.build.known_files import keep_same
from generator.build.memo import digest, files_digest
from generator.errors import ContentError
from generator.outputs.shared.site_settings import (
    DEFAULT,
    DEFAULT_SETTINGS,
    SiteSettings,
    looks,
)

SITE, DIST, WORK = "site", "dist", "work"
CONTENT = "content"
LEVEL = 1  # of packing: a network is slower than a processor, but not by much


@dataclass(frozen=True, slots=True)
class Away:
    """What a worker elsewhere needs: the store, and what `Shared` says but for folders.

    `settings` are None where they are those that come with the code; `look` is their digest.
    """

    store: str
    settings: SiteSettings | None
    look: str
    code: str
    package: str
    from_hall: str


def away_of(shared: Shared, store: ObjectStore) -> Away:
    """Return what workers elsewhere are told."""
    own = shared.settings.configuration != DEFAULT
    settings = replace(shared.settings, files=None, fonts=None) if own else None
    look = _look(shared.settings)
    return Away(store.address, settings, look, shared.code, shared.package, shared.from_hall)


def send(tasks: Iterable[VolumeTask], store: ObjectStore) -> Iterator[VolumeTask]:
    """Put what volumes are made of into the store; yield the tasks as workers get them."""
    for task in tasks:
        name = _name("in", task)
        if not store.has(name) and not store.has(_name("out", task)):
            with tempfile.TemporaryDirectory() as place:
                write_folder(task.folder, Path(place) / CONTENT)
                _put(store, name, {CONTENT: Path(place) / CONTENT})
        yield replace(task, folder=Folder({}))


def build_away(task: VolumeTask, away: Away) -> VolumeMade:
    """Build a volume in a folder of this machine, and put what came of it into the store."""
    with in_plain_words():
        return _build(task, away, ObjectStore(away.store))


def _build(task: VolumeTask, away: Away, store: ObjectStore) -> VolumeMade:
    refuse_other_code(away.package)
    settings = away.settings or DEFAULT_SETTINGS
    if _look(settings) != away.look:
        raise ContentError(
            str(settings.configuration), "这个工作进程的主题或 mkdocs.yml 与发起的机器不同"
        )
    if store.has(_name("out", task)):
        return VolumeMade(task.reports, None)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        _get(store, _name("in", task), place)
        work, site, dist = (str(place / each) for each in (WORK, SITE, DIST))
        shared = Shared(work, site, dist, settings, away.code, away.package, away.from_hall)
        own = place / WORK / task.id
        made = build_in(own, place / CONTENT, shared, task)
        shutil.rmtree(own / MEMO, ignore_errors=True)
        made_folders = {each: place / each / task.id for each in (SITE, DIST, WORK)}
        _put(store, _name("out", task), made_folders)
    return made


def bring_home(task: VolumeTask, shared: Shared, store: ObjectStore) -> None:
    """Fetch what came of a volume, put it in its place, and remove it from the store."""
    targets = {SITE: Path(shared.site) / task.id, DIST: Path(shared.dist) / task.id}
    own = Path(shared.work) / task.id
    own.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=shared.work, prefix=".arrived-") as name, ExitStack() as s:
        place = Path(name)
        _get(store, _name("out", task), place)
        new = {each: s.enter_context(staging.staging(target)) for each, target in targets.items()}
        for each, target in targets.items():
            _move(place / each, new[each])
            keep_same(new[each], target)
        for each, target in targets.items():
            staging.swap(new[each], target)
        _move(place / WORK, own, last=NOTE)
    for kind in ("in", "out"):
        store.remove(_name(kind, task))


def _look(settings: SiteSettings) -> str:
    return digest([files_digest(each, (".",)) for each in looks(settings)])


def _name(kind: str, task: VolumeTask) -> str:
    return f"{kind}/{task.id}-{task.given[:16]}.zip"


def _put(store: ObjectStore, name: str, folders: dict[str, Path]) -> None:
    """Put all files of the folders into the store as one."""
    with tempfile.TemporaryDirectory() as place:
        packed = Path(place) / "packed.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
            for title, folder in folders.items():
                for path in sorted(folder.rglob("*")):
                    if path.is_file():
                        archive.write(path, f"{title}/{path.relative_to(folder).as_posix()}")
        store.put(packed, name)


def _get(store: ObjectStore, name: str, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        packed = Path(place) / "packed.zip"
        store.get(name, packed)
        with zipfile.ZipFile(packed) as archive:
            archive.extractall(folder)


def _move(source: Path, target: Path, last: str = "") -> None:
    """Move what lies in a folder into another, over what is there; `last` goes last."""
    for path in sorted(source.iterdir(), key=lambda each: (each.name == last, each.name)):
        there = target / path.name
        if there.is_dir():
            shutil.rmtree(there)
        shutil.move(path, there)
