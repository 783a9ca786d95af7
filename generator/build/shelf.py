"""The results of one stage for many items, in one file: each by the key of its item.

Reading a thousand small files, and writing as many, costs more than the stages themselves.  A
shelf is written anew where anything on it has changed, and holds what was asked for last.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

SEAL = 32  # bytes of the SHA-256 before each entry, and before the list of them
NUMBER = 8


def read_shelf(path: Path) -> dict[str, bytes]:
    """Return the entries of a shelf by their keys; none where there is no sound one."""
    try:
        data = path.read_bytes()
    except OSError:
        return {}
    head = SEAL + NUMBER
    size = int.from_bytes(data[SEAL:head], "big")
    listed = data[head : head + size]
    if hashlib.sha256(listed).digest() != data[:SEAL]:
        return {}
    entries: dict[str, bytes] = {}
    at = head + size
    for row in listed.decode("ascii").splitlines():
        key, length = row.split()
        entries[key] = data[at : at + int(length)]
        at += int(length)
    return entries if at == len(data) else {}


def write_shelf(path: Path, entries: Mapping[str, bytes]) -> None:
    """Write a shelf whole or not at all; one that can't be written is only made again."""
    rows = "".join(f"{key} {len(entry)}\n" for key, entry in entries.items()).encode("ascii")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(rows).digest())
                file.write(len(rows).to_bytes(NUMBER, "big"))
                file.write(rows)
                file.writelines(entries.values())
            Path(name).replace(path)
        except OSError:
            with suppress(OSError):
                Path(name).unlink()
    except OSError:
        return
