"""Work of a cluster's worker in a process of its own, which ends with it.

A worker must answer its scheduler while a volume is built for minutes, some of them in libraries
that let no other thread run; what a volume took of memory must go with it; and what kills the
process must cost the volume only.  Run as a module it reads work from its input and writes how it
ended into the file that is named.
"""

from __future__ import annotations

import ctypes
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from generator.errors import ContentError

Shared = TypeVar("Shared")
Item = TypeVar("Item")
Made = TypeVar("Made")

TRIES = 2  # of work whose process was killed
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)


def in_own_process(function: Callable[[Item, Shared], Made], item: Item, shared: Shared) -> Made:
    """Return `function(item, shared)` of a new process; its errors are raised here.

    RuntimeError where the process was killed each time.
    """
    given = pickle.dumps((os.getpid(), function, item, shared))
    paths = os.pathsep.join(filter(None, sys.path))
    command = [sys.executable, "-m", __name__]
    for _ in range(TRIES):
        with tempfile.TemporaryDirectory() as name:
            told = Path(name) / "told"
            subprocess.run(
                [*command, str(told)],
                input=given,
                env={**os.environ, "PYTHONPATH": paths},
                check=False,
            )
            if told.is_file():
                return _returned(told)
    raise RuntimeError("这个分册的进程几次都半途没了（多半是内存不够）")


def end_with(parent: int) -> bool:
    """Have this process killed when the one that began it ends; False where that has ended."""
    if os.getpid() == parent:
        return True
    with suppress(OSError, AttributeError, TypeError):  # another system than Linux
        ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    return os.getppid() == parent  # else it went before this could be asked for


def _returned(told: Path) -> Made:  # type: ignore[type-var]
    """Return what the process has made, or raise what it has said."""
    how, said = pickle.loads(told.read_bytes())
    if how == "content":
        raise ContentError.from_line(said)
    if how == "bug":
        raise RuntimeError(said)
    made: Made = said
    return made


def main() -> None:
    """Do the work on standard input."""
    parent, function, item, shared = pickle.loads(sys.stdin.buffer.read())
    if not end_with(parent):
        return
    try:
        ended = ("made", function(item, shared))
    except ContentError as error:
        ended = ("content", str(error))
    except Exception:
        ended = ("bug", traceback.format_exc())
    told = Path(sys.argv[1])
    new = told.with_name("new")
    new.write_bytes(pickle.dumps(ended))
    new.replace(told)


if __name__ == "__main__":
    main()
