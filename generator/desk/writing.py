"""The editors' files read and replaced in one step, by one desk at a time.

Who else saves a file at the same moment (an editor's program asks nobody) is found out: what lay
there is compared with what was read, and nothing is written over another's work.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.folder_locks import hold, let_go
from generator.content.files import own_file, read
from generator.desk.swapping import put_in_place
from generator.errors import ContentError


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep other desks from the folder as long as the context lasts."""
    try:
        handle = hold(folder)
    except OSError as error:
        raise ContentError(str(folder), f"打不开内容文件夹（{error.strerror}）") from error
    try:
        yield
    finally:
        let_go(handle)


def read_text(folder: Path, name: str) -> str | None:
    """Return the text of a file, its byte order mark and line ends kept; None where none is."""
    path = folder / name
    if not path.exists() and not path.is_symlink():
        return None
    try:
        return read(own_file(path, folder)).decode()
    except UnicodeDecodeError as error:
        raise ContentError(str(path), "不是 UTF-8 文本；请另存为 UTF-8") from error


def replaced(folder: Path, name: str, before: str | None, after: str | None) -> bool:
    """Put `after` in the place of `before`; False, and nothing done, where it is not that.

    None is a file that is not there.
    """
    path = (folder / name).resolve()
    half = path.with_name(f".{path.name}.desk")
    try:
        if after is None:
            return _removed(folder, name, before)
        half.write_bytes(after.encode())
        if path.exists():
            shutil.copymode(path, half)
        return put_in_place(half, path, None if before is None else before.encode())
    except OSError as error:
        raise ContentError(str(folder / name), f"写不进去（{error.strerror}）") from error
    finally:
        half.unlink(missing_ok=True)


def _removed(folder: Path, name: str, before: str | None) -> bool:
    if read_text(folder, name) != before:
        return False
    (folder / name).unlink(missing_ok=True)
    return True
