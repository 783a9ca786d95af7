"""One volume from its content folder to its site and what it leaves for the hall.

It runs in a process of this machine or on a worker of a cluster alike: all that it needs is
reached by path, and what it makes is put in its place whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

from generator.archive.assembling import Folder, write_folder
from generator.archive.reuse_store import leave_letters
from generator.archive.summary import summarise, write_summary
from generator.archive.volume_search import searched
from generator.build import staging
from generator.build.known_files import keep_same
from generator.build.memo import PACKAGE, DiskMemo, digest, files_digest
from generator.content import load_content
from generator.errors import ContentError, system_error
from generator.model import Library
from generator.outputs.making import Folders, make_outputs
from generator.outputs.registry import OUTPUTS, Output
from generator.outputs.shared.site_settings import FILES, FONTS, SiteSettings
from generator.recipe import build_library

MEMO = "memo"
NOTE = "done"  # in the volume's folder of the cache: what it was made of, and what came out


@dataclass(frozen=True, slots=True)
class Shared:
    """What every volume needs and none changes; all paths are those of the shared place.

    `code` is a digest of the code, the theme and what is installed on the machine that drives;
    `package` is that of our own code alone, which workers must have the same.
    `from_hall` leads from the hall's root to the folder of the volumes.
    """

    work: str
    site: str
    dist: str
    settings: SiteSettings
    code: str
    package: str
    from_hall: str


@dataclass(frozen=True, slots=True)
class VolumeTask:
    """A volume to be built: `title` is that of lists, `given` a digest of all that goes in."""

    id: str
    title: str
    reports: int
    folder: Folder
    given: str


@dataclass(frozen=True, slots=True)
class VolumeMade:
    """What is told of a volume that was built."""

    reports: int
    links: int | None


def build_volume(task: VolumeTask, shared: Shared) -> VolumeMade:
    """Build a volume and put it in its place; ContentError in one line where it can't be."""
    with in_plain_words():
        return _build(shared, task)


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Let what the machine lacks be a ContentError; steps of single volumes are told by nobody."""
    try:
        with redirect_stdout(StringIO()):
            yield
    except ContentError:
        raise
    except Exception as error:
        if trouble := system_error(error):
            raise trouble from error
        raise


def _build(shared: Shared, task: VolumeTask) -> VolumeMade:
    refuse_other_code(shared.package)
    if not Path(shared.work).is_dir():
        raise ContentError(shared.work, "这个工作进程看不到共用的文件夹（docs/scale.md）")
    own = Path(shared.work) / task.id
    content = own / "content"
    own.mkdir(parents=True, exist_ok=True)
    write_folder(task.folder, content)
    return build_in(own, content, shared, task)


def build_in(own: Path, content: Path, shared: Shared, task: VolumeTask) -> VolumeMade:
    """Build the volume of a content folder; what it leaves for the hall goes into `own`."""
    own.mkdir(parents=True, exist_ok=True)
    memo = DiskMemo(own / MEMO)  # its own: a stage's shelf holds what was asked for last
    library = build_library(load_content(content, memo), memo)
    site, dist = Path(shared.site) / task.id, Path(shared.dist) / task.id
    outputs = tuple(searched(own) if each.name == "search" else each for each in OUTPUTS)
    write_library(library, outputs, site, dist, settings_of(shared.settings, content), memo)
    leave_letters(library, own)
    write_summary(summarise(library, task.id, task.title, f"{shared.from_hall}{task.id}/"), own)
    memo.sweep()
    write_note(own, task.given, (site, dist))
    return VolumeMade(len(library.reports), len(library.links))


@cache
def own_package() -> str:
    """Return the digest of the code that this process runs."""
    return files_digest(PACKAGE, (".",))


def refuse_other_code(package: str) -> None:
    """Raise ContentError on a worker whose code has not the digest of that which drives."""
    if own_package() != package:
        raise ContentError(
            str(PACKAGE), "这个工作进程的程序与发起的机器不同；请用同一份（docs/scale.md）"
        )


def settings_of(settings: SiteSettings, content: Path) -> SiteSettings:
    """Return the hall's settings with the pages and fonts of another content folder."""
    files = content.resolve() / FILES
    return SiteSettings(
        settings.configuration,
        files if files.is_dir() else None,
        settings.theme,
        content.resolve() / FONTS,
    )


def write_library(
    library: Library,
    outputs: tuple[Output, ...],
    site: Path,
    dist: Path,
    settings: SiteSettings,
    memo: DiskMemo,
) -> None:
    """Make the outputs of `library` in this process and put them in place, all or none."""
    with ExitStack() as stack:
        new_site = stack.enter_context(staging.staging(site))
        new_dist = stack.enter_context(staging.staging(dist))
        folders = Folders(new_site, new_dist, site, dist)
        made = make_outputs(library, outputs, folders, settings, memo, 1)
        for new, target, files in zip((new_site, new_dist), (site, dist), made, strict=True):
            staging.write_manifest(new, files)
            keep_same(new, target)
            staging.swap(new, target)


def is_done(own: Path, given: str, targets: tuple[Path, ...]) -> bool:
    """Tell whether a volume stands as it was made of what it would be made of now."""
    try:
        return (own / NOTE).read_text("ascii") == _outcome(given, targets)
    except (OSError, ValueError):
        return False


def write_note(own: Path, given: str, targets: tuple[Path, ...]) -> None:
    """Write down that a volume is done, in one step."""
    new = own / f".{NOTE}"
    new.write_text(_outcome(given, targets), "ascii")
    new.replace(own / NOTE)


def _outcome(given: str, targets: tuple[Path, ...]) -> str:
    """Return a digest of what went in and of the lists of what came out."""
    lists = [(each / staging.MANIFEST).read_bytes() for each in targets]
    return digest((given, lists))
