"""Writes a zip that opens alike everywhere and has the same bytes every time."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.outputs.shared.library_moment import Moment
from generator.safe_names import is_device

CHECKSUMS = "SHA256SUMS"
LONGEST = 120  # Windows allows 260 for the whole path, the folder of the reader included
PACKED = (".pdf", ".docx", ".epub", ".xlsx", ".png", ".jpg", ".woff2", ".zip", ".gz")
LEVEL = 3  # a ninth larger than 6, in a third of the time
FORBIDDEN = frozenset('<>:"|?*\\')


@dataclass(frozen=True, slots=True)
class Archive:
    """What was written: its size in bytes and its SHA-256."""

    size: int
    sha256: str


def write_archive(path: Path, files: Mapping[str, bytes], stamp: Moment) -> Archive:
    """Write `files` by name into a zip at `path`, in the order of their names.

    Raises ValueError for a name that some system can't hold: it would be a bug, as all
    addresses are made to be safe.
    """
    lower: dict[str, str] = {}
    for name in files:
        check_name(name)
        if lower.setdefault(name.lower(), name) != name:
            raise ValueError(f"{name} and {lower[name.lower()]} are one file on Windows")
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, stamp)
            entry.create_system = 3  # the same on every system that builds
            entry.external_attr = 0o100644 << 16
            packed = name.endswith(PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=LEVEL)
    with path.open("rb") as written:
        digest = hashlib.file_digest(written, "sha256").hexdigest()
    return Archive(path.stat().st_size, digest)


def check_name(name: str) -> None:
    """Raise ValueError for a name that some system can't hold or shows garbled."""
    parts = name.split("/")
    if not name.isascii() or not name.isprintable() or FORBIDDEN & set(name):
        raise ValueError(f"{name!r}: not a plain ASCII name")
    if len(name) > LONGEST:
        raise ValueError(f"{name}: longer than {LONGEST} characters")
    if any(part.endswith((".", " ")) or part in ("", "..") for part in parts):
        raise ValueError(f"{name!r}: not a safe path")
    if any(map(is_device, parts)):
        raise ValueError(f"{name}: a device's name on Windows")


def checksums(files: Mapping[str, bytes]) -> bytes:
    """Return the list that `sha256sum -c` reads."""
    return sum_lines({name: hashlib.sha256(files[name]).hexdigest() for name in files})


def sum_lines(sums: Mapping[str, str]) -> bytes:
    """Return the list that `sha256sum -c` reads, of SHA-256 by name."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums)).encode("ascii")
