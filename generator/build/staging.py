"""Writing a build so that the last good one stands until the new one is whole.

Everything is written into a staging folder beside its target; only then do the two change
places in one step.  A build killed at any moment leaves the target as it was; the next build
clears away what is left of it.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.build.folder_locks import held, hold, is_left_behind, let_go
from generator.build.known_files import link_or_copy
from generator.errors import ContentError

MANIFEST = ".outputs.json"
EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
AT_FDCWD = -100

Manifest = dict[str, list[str]]


@contextmanager
def staging(target: Path) -> Iterator[Path]:
    """Give an empty folder beside `target`, locked while in use and removed at the end."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with held(target.parent):  # one build at a time
            _recover(target)
            folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
            handle = hold(folder)
    except OSError as error:
        raise ContentError(str(target), f"写不进去（{error.strerror}）") from error
    try:
        folder.chmod(0o755)
        yield folder
    finally:
        _remove(folder)
        let_go(handle)


def check_target(target: Path, keep: Sequence[Path]) -> None:
    """Refuse a target whose replacement would destroy what is not a build.

    `keep` are folders that must not lie in the target, nor the target in them.
    """
    place = target.resolve()
    for folder in (each.resolve() for each in keep):
        if folder.is_relative_to(place) or place.is_relative_to(folder):
            raise ContentError(str(target), f"不能把成品写在这里：会冲掉 {folder}")
    if Path.cwd().is_relative_to(place):
        raise ContentError(str(target), "不能把成品写在这里：会冲掉当前文件夹")
    if not place.exists():
        return
    if not place.is_dir():
        raise ContentError(str(target), "不是文件夹；请换一个位置")
    try:
        others = any(place.iterdir()) and not (place / MANIFEST).is_file()
    except OSError as error:
        raise ContentError(str(target), f"读不出来（{error.strerror}）；请检查权限") from error
    if others:
        raise ContentError(str(target), "已有别的文件，不是本工具的成品；请换一个位置或先移走")


def check_apart(site: Path, dist: Path) -> None:
    """Refuse two targets of which one lies in the other."""
    if site.is_relative_to(dist) or dist.is_relative_to(site):
        raise ContentError(str(dist), f"不能与 {site} 重叠；请分开")


def take_in(whole: Path, part: Path) -> None:
    """Move the files of an output's own folder into `whole`."""
    for path in _files(part):
        place = whole / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            raise RuntimeError(f"two outputs write {path}")
        (part / path).rename(place)


def keep_others(target: Path, whole: Path, others: Collection[str]) -> Manifest:
    """Copy into `whole` what the outputs `others` have left in `target`; returns the list.

    What an output left that an older version had, and this one has not, is kept by nobody.
    Files are linked where the file system can: a build is never written to again.
    """
    kept = {name: files for name, files in read_manifest(target).items() if name in others}
    for files in kept.values():
        for path in files:
            if (target / path).is_file():
                (whole / path).parent.mkdir(parents=True, exist_ok=True)
                link_or_copy(target / path, whole / path)
    return kept


def read_manifest(target: Path) -> Manifest:
    """Return which output wrote which files of `target`; nothing where there is no build."""
    try:
        found: object = json.loads((target / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(name): [path for path in files if isinstance(path, str)]
        for name, files in found.items()
        if isinstance(files, list)
    }


def write_manifest(whole: Path, manifest: Manifest) -> None:
    """Write down which output wrote which files."""
    files = {name: paths for name, paths in sorted(manifest.items()) if paths}
    text = json.dumps(files, ensure_ascii=False, indent=0)
    (whole / MANIFEST).write_text(text + "\n", "utf-8")


def list_files(folder: Path) -> list[str]:
    """Return the paths of all files below `folder`, sorted."""
    return [path.as_posix() for path in _files(folder)]


def swap(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`, in one step where the system can.

    What a person has put into `target` beside the build (a CNAME, say) comes along.
    """
    try:
        with held(target.parent):  # one build at a time
            _keep_own(target, new)
            if not target.exists():
                new.rename(target)
            elif not _exchange(new, target):
                old = _old(target)
                target.rename(old)
                new.rename(target)
                _remove(old)
    except OSError as error:
        raise ContentError(str(target), f"换不上新的成品（{error.strerror}）") from error


def _keep_own(target: Path, new: Path) -> None:
    """Copy into `new` the files of `target` that no build has written and `new` has not."""
    made = {MANIFEST, *(path for files in read_manifest(target).values() for path in files)}
    if not (target / MANIFEST).is_file():
        return
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target)
        if name.as_posix() in made or os.path.lexists(new / name):
            continue
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                (new / name).mkdir(parents=True, exist_ok=True)
            continue
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, new / name, follow_symlinks=False)


def _remove(folder: Path) -> None:
    """Remove a folder, also one whose owner has made it read-only; what can't go stays."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        for place, _, _ in os.walk(folder):
            with suppress(OSError):
                Path(place).chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; False where the system does not know how."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):  # TypeError: Windows
        return False
    done: int = call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE)
    return done == 0


def _recover(target: Path) -> None:
    """Put back a target lost between two renames; remove what killed builds have left."""
    old = _old(target)
    if old.is_dir():
        if target.exists():
            _remove(old)
        else:
            old.rename(target)
    for folder in target.parent.glob(f".{target.name}.new-*"):
        if is_left_behind(folder):
            _remove(folder)
