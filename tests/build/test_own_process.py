"""A cluster's work in processes of its own: what comes back, and what is said where it does not."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from generator.build.own_process import in_own_process
from generator.errors import ContentError


def work(what: str, folder: str) -> int:
    """Return the process; or fail, or be killed, once or always."""
    if what == "content":
        raise ContentError("坏文件", "读不出来")
    if what == "bug":
        raise ValueError("odd")
    once = Path(folder) / "once"
    if what == "always" or (what == "once" and not once.exists()):
        once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_work_that_is_killed_is_begun_once_more_elsewhere(tmp_path: Path) -> None:
    assert in_own_process(work, "once", str(tmp_path)) != os.getpid()
    with pytest.raises(RuntimeError, match="半途没了"):
        in_own_process(work, "always", str(tmp_path))


def test_errors_are_raised_where_the_work_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="坏文件: 读不出来"):
        in_own_process(work, "content", str(tmp_path))
    with pytest.raises(RuntimeError, match="ValueError: odd"):
        in_own_process(work, "bug", str(tmp_path))
