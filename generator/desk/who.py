"""Who sits at the desk."""

from __future__ import annotations

import getpass
import subprocess
from pathlib import Path


def who_is_here(folder: Path) -> str:
    """Return who sits at the desk: the name that git knows, else that of the system's user."""
    try:
        told = subprocess.run(
            ["git", "-C", str(folder), "config", "user.name"],
            capture_output=True,
            check=False,
            timeout=5,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        told = ""
    try:
        return told.strip() or getpass.getuser()
    except (KeyError, OSError):
        return "本机"
