"""The files of a content folder: each one inside it, readable, with a name that prints."""

from __future__ import annotations

from pathlib import Path

from generator.errors import ContentError


def own_file(path: Path, root: Path) -> Path:
    """Return `path` if it is a file inside `root`, with a name that can be printed."""
    name = ascii(path.name) if not path.name.isprintable() else ""
    if name:
        raise ContentError(f"{root}/{name}", "文件名里有不能显示的字符；请改名")
    try:
        target = path.resolve(strict=path.is_symlink())
    except PermissionError as error:
        raise ContentError(str(path), "没有权限读；请检查文件和文件夹的权限") from error
    except (OSError, RuntimeError) as error:  # RuntimeError: Python 3.11 on a loop of links
        raise ContentError(str(path), "是断了的或绕圈的链接；请放入文件本身") from error
    if not target.is_relative_to(root.resolve()):
        raise ContentError(str(path), "是指向文件夹之外的链接；请放入文件本身")
    if not path.is_file():
        raise ContentError(str(path), "不是可读的文件；这里只放文件")
    return path


def names_in(folder: Path) -> list[Path]:
    """Return what stands in a folder, sorted; nothing where there is no such folder.

    ContentError where it may not be looked into: what is there must not be passed over.
    """
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except NotADirectoryError as error:
        raise ContentError(str(folder), "不是文件夹") from error
    except OSError as error:
        raise ContentError(str(folder), f"读不出来（{error.strerror}）；请检查权限") from error


def read(path: Path) -> bytes:
    """Return the bytes of a file; ContentError where it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(str(path), f"读不出来（{error.strerror}）") from error
