"""A file put in the place of another in one step, and what lay there looked at afterwards.

Between a last look at a file and its replacement another program may save it.  Linux can swap two
names in one step; then what was replaced is in hand, and is put back where it is not what was read.
Where the system can't, the look comes right before.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

HERE = -100  # AT_FDCWD: names as they are
SWAP = 2  # RENAME_EXCHANGE


def put_in_place(half: Path, path: Path, before: bytes | None) -> bool:
    """Put `half` at `path`, which is gone then; False where something else than `before` lay there.

    None is no file.  What another program has saved is at `path` then, and never lost.
    """
    if before is None:
        return _put_new(half, path)
    ours = half.read_bytes()
    if not swapped(half, path):
        if path.read_bytes() != before:
            return False
        half.replace(path)
        return True
    if half.read_bytes() == before:
        half.unlink()
        return True
    while swapped(half, path) and half.read_bytes() != ours:
        pass  # saved once more in between: that is the newest, and goes back
    return False


def _put_new(half: Path, path: Path) -> bool:
    """Put `half` where there is no file yet; False where there is one by now."""
    try:
        os.link(half, path)
    except FileExistsError:
        return False
    except OSError:  # a disk that knows no links (FAT on a USB stick): the look comes right before
        if path.exists():
            return False
        half.replace(path)
        return True
    half.unlink()
    return True


def swapped(one: Path, other: Path) -> bool:
    """Swap two files that are there; False, and nothing done, where the system can't."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(HERE, os.fsencode(one), HERE, os.fsencode(other), SWAP) == 0)
