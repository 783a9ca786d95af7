"""Writing a build so that the last good one stands until the new one is whole.

Everything is written into a staging folder beside its target; only then do the two change
places in one step.  A build killed at any moment leaves the target as it was; the next build
clears away what is left of it.
"""

from __future__ import annotations

import ctypes
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

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
        _recover(target)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.new-", dir=target.parent))
    except OSError as error:
        raise ContentError(str(target), f"写不进去（{error.strerror}）") from error
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        folder.chmod(0o755)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


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
    if any(place.iterdir()) and not (place / MANIFEST).is_file():
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


def keep_others(target: Path, whole: Path, made: Sequence[str]) -> Manifest:
    """Copy into `whole` what outputs other than `made` have left in `target`; returns the list.

    Files are linked where the file system can: a build is never written to again.
    """
    kept = {name: files for name, files in read_manifest(target).items() if name not in made}
    for files in kept.values():
        for path in files:
            if (target / path).is_file():
                (whole / path).parent.mkdir(parents=True, exist_ok=True)
                try:
                    os.link(target / path, whole / path)
                except OSError:
                    shutil.copy2(target / path, whole / path)
    return kept


def read_manifest(target: Path) -> Manifest:
    """Return which output wrote which files of `target`; nothing where there is no build."""
    try:
        found: Manifest = json.loads((target / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def write_manifest(whole: Path, manifest: Manifest) -> None:
    """Write down which output wrote which files."""
    files = {name: paths for name, paths in sorted(manifest.items()) if paths}
    text = json.dumps(files, ensure_ascii=False, indent=0)
    (whole / MANIFEST).write_text(text + "\n", "utf-8")


def list_files(folder: Path) -> list[str]:
    """Return the paths of all files below `folder`, sorted."""
    return [path.as_posix() for path in _files(folder)]


def swap(new: Path, target: Path) -> None:
    """Put the folder `new` in the place of `target`, in one step where the system can."""
    try:
        if not target.exists():
            new.rename(target)
        elif not _exchange(new, target):
            old = _old(target)
            target.rename(old)
            new.rename(target)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise ContentError(str(target), f"换不上新的成品（{error.strerror}）") from error


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places; False where the system does not know how."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done: int = call(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE)
    return done == 0


def _recover(target: Path) -> None:
    """Put back a target lost between two renames; remove what killed builds have left."""
    old = _old(target)
    if old.is_dir():
        if target.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(target)
    for folder in target.parent.glob(f".{target.name}.new-*"):
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue  # another build is at work there
        else:
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)
