"""What a person is told of a bug: one line, and a file to send to those who can mend it."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence

from generator.build.memo import installed


def bug_line(error: BaseException, arguments: Sequence[str]) -> str:
    """Return the line on an error that should not have happened, and write its log file."""
    lines = str(error).strip().splitlines() or [""]
    what = lines[-1] if isinstance(error, RuntimeError) else f"{type(error).__name__}: {lines[0]}"
    log = _write_log(error, arguments)
    send = f"请把 {log} 发给维护者" if log else "日志也写不进去"
    return f"程序出错（{what[:200]}）；上次的成品没有动，{send}"


def _write_log(error: BaseException, arguments: Sequence[str]) -> str:
    """Write the traceback and what it happened on; returns the file's name, empty if it failed."""
    lines = [
        f"zhishiku {' '.join(arguments)}",
        f"{sys.version} {platform.platform()}",
        " ".join(installed()[1:]),
        "".join(traceback.format_exception(error)),
    ]
    try:
        handle, name = tempfile.mkstemp(prefix="zhishiku-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write("\n".join(lines))
    except OSError:
        return ""
    return name
