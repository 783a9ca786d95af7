"""Folders that one process at a time works in, held as long as it lives, however it ends.

Locks of the system (flock) go with the process.  Where there are none (Windows), nobody is kept
out, and a folder counts as left behind when nothing has been done in it for a day.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LEFT = 24 * 60 * 60  # seconds


def hold(folder: Path) -> int | None:
    """Hold a folder until the handle is let go; waits for who holds it. OSError as `os.open`."""
    try:
        import fcntl
    except ImportError:  # Windows
        return None
    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def let_go(handle: int | None) -> None:
    """Let a folder go that `hold` has returned the handle of."""
    if handle is not None:
        os.close(handle)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder as long as the context lasts."""
    handle = hold(folder)
    try:
        yield
    finally:
        let_go(handle)


def is_left_behind(folder: Path) -> bool:
    """Tell whether no process holds a folder any more; a folder that can't be opened is held."""
    try:
        import fcntl
    except ImportError:  # Windows
        try:
            return time.time() - folder.stat().st_mtime > LEFT
        except OSError:
            return False
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return False  # just gone, or another's
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        return True
    finally:
        os.close(handle)
