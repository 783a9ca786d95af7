"""The pictures of places in scans that a person is to look at, each a file of the site."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from generator import addresses
from generator.model import Finding


def picture_files(findings: Sequence[Finding]) -> dict[str, bytes]:
    """Return address -> PNG for every picture; the same picture is one file."""
    pictures = {each.picture for each in findings if each.picture}
    return {picture_address(each): each for each in sorted(pictures)}


def picture_address(picture: bytes) -> str:
    """Return where a picture is found; empty where there is none."""
    return addresses.picture(hashlib.sha256(picture).hexdigest()) if picture else ""
