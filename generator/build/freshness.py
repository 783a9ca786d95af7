"""Whether anything has changed since the last build: what went in, and what came out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from generator.build import staging
from generator.build.memo import PACKAGE, digest, files_digest, installed
from generator.build.places import FONTS


def inputs(content: Path, looks: Sequence[Path]) -> str | None:
    """Return the digest of all that a build depends on; None where it can't be read.

    `looks` are the files and folders that shape the pages besides content and code.
    """
    try:
        return digest(
            (
                files_digest(content, (".",)),
                files_digest(PACKAGE, (".",)),
                [files_digest(each, (".",)) for each in looks],
                _stamps(FONTS),  # many megabytes: known by their names, sizes and times
                installed(),
                os.environ.get("SOURCE_DATE_EPOCH", ""),
            )
        )
    except OSError:
        return None


def is_fresh(note: Path, given: str | None, targets: tuple[Path, ...]) -> bool:
    """Tell whether `targets` are what a build of the inputs `given` left, as `note` says."""
    try:
        return given is not None and note.read_text("ascii") == _outcome(given, targets)
    except (OSError, ValueError):
        return False


def write_note(note: Path, given: str | None, targets: tuple[Path, ...]) -> None:
    """Write down what a build of the inputs `given` has left in `targets`.

    Where it can't be written the next build is only not spared.
    """
    if given is not None:
        with suppress(OSError):
            note.parent.mkdir(parents=True, exist_ok=True)
            note.write_text(_outcome(given, targets), "ascii")


def _outcome(given: str, targets: tuple[Path, ...]) -> str:
    return digest((given, [_stamps(target) for target in targets]))


def _stamps(folder: Path) -> list[tuple[str, int, int]]:
    """Return the name, size and time of every file: enough to see that nobody touched them."""
    found = [(str(folder), 0, 0)]
    for name in staging.list_files(folder):
        state = (folder / name).stat()
        found.append((name, state.st_size, state.st_mtime_ns))
    return found
