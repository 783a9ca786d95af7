"""Names of files and folders that every system can hold: of pieces, bases, pages, in zips."""

from __future__ import annotations

LONGEST = 40  # characters of a name that becomes part of an address
DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)}
)


def is_device(name: str) -> bool:
    """Tell whether Windows takes `name`, with any ending, for a device and not for a file."""
    return name.split(".")[0].strip().lower() in DEVICES
