"""What the last build made of what: a file that would come out as it is stays where it is.

An output that can tell cheaply what a file is made from asks `take_over` before it makes it.
A file taken over is a hard link to that of the last build: it is not made, not written, and
keeps its time, so that a copy of the site (rsync) sends nothing for it.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

State = tuple[int, int]  # bytes, and the time of the last change in nanoseconds


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file of a build: the digest of what it was made from, what it was when it was written.

    `told` is what its output wants to know of it without reading it.
    """

    key: str
    state: State
    told: str = ""


class KnownFiles:
    """The files that an output has left in `target`, as the file `note` says.

    Without a `note` nothing is known and nothing is remembered.  `about` is what the last build
    wanted to be known of all of them.
    """

    def __init__(self, target: Path | None = None, note: Path | None = None) -> None:
        self._target = target
        self._note = note
        self.about, self._last = _read(note) if note else ("", {})
        self._now: dict[str, KnownFile] = {}

    def last(self, path: str) -> KnownFile | None:
        """Return what is known of the file `path` of the last build; None where it is gone.

        It is as good as gone where somebody has touched it, or another build has put it there.
        """
        found = self._last.get(path)
        if found is None or self._target is None:
            return None
        try:
            return found if _state(self._target / path) == found.state else None
        except OSError:
            return None

    def read(self, path: str) -> bytes:
        """Return the file `path` of the last build, of which `last` knows."""
        assert self._target is not None
        return (self._target / path).read_bytes()

    def take_over(self, path: str, key: str, folder: Path) -> KnownFile | None:
        """Put the file `path` of the last build into `folder` if it was made from `key`.

        Returns what is known of it; None where it has to be made.
        """
        found = self.last(path)
        if found is None or found.key != key or self._target is None:
            return None
        old, new = self._target / path, folder / path
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            link_or_copy(old, new)
        except OSError:
            return None
        self._now[path] = found
        return found

    def note(self, path: str, key: str, folder: Path, told: str = "") -> None:
        """Remember that the file `path`, just written into `folder`, was made from `key`.

        Where it has come out as it was, that of the last build takes its place at once: what is
        remembered is the file that will stand there.
        """
        if self._note:
            if self._target is not None:
                _kept(folder / path, self._target / path)
            self._now[path] = KnownFile(key, _state(folder / path), told)

    def save(self, about: str = "") -> None:
        """Write down what was noted; where that can't be done the next build is only slower."""
        if not self._note:
            return
        rows = {path: [each.key, *each.state, each.told] for path, each in self._now.items()}
        text = json.dumps({"about": about, "files": rows}, ensure_ascii=False)
        new = self._note.with_name(f"{self._note.name}.new")
        with suppress(OSError):
            self._note.parent.mkdir(parents=True, exist_ok=True)
            new.write_text(f"{_checksum(text)}\n{text}", "utf-8")
            new.replace(self._note)


def keep_same(new: Path, old: Path) -> int:
    """Put in place of each file of `new` that of `old` with the same bytes and name.

    Returns how many files `new` has that `old` had not in this form.
    """
    written = 0
    for folder, _, names in os.walk(new):
        before = old / Path(folder).relative_to(new)
        for name in names:
            written += not _kept(Path(folder, name), before / name)
    return written


def _kept(new: Path, old: Path) -> bool:
    try:
        one, other = new.lstat(), old.lstat()
        if os.path.samestat(one, other):
            return True
        if one.st_size != other.st_size or new.read_bytes() != old.read_bytes():
            return False
        beside = new.with_name(f".{new.name}.kept")
        os.link(old, beside)
        beside.replace(new)
    except OSError:  # none before, or a file system without links
        return False
    return True


def link_or_copy(old: Path, new: Path) -> None:
    """Let the file `old` stand at `new`, too: linked where the file system can, else copied."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def _state(path: Path) -> State:
    found = path.lstat()
    return found.st_size, found.st_mtime_ns


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _read(note: Path) -> tuple[str, dict[str, KnownFile]]:
    """Return what a note says, of all files and of each; nothing where it is damaged."""
    try:
        checksum, _, text = note.read_text("utf-8").partition("\n")
        if checksum != _checksum(text):
            return "", {}
        said = json.loads(text)
        return said["about"], {
            path: KnownFile(key, (size, time), told)
            for path, (key, size, time, told) in said["files"].items()
        }
    except (OSError, ValueError, KeyError):
        return "", {}
