"""Where links of a mirrored page lead: to its like in the mirror, or out to the shared file."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|/|#|\?|$)")


@dataclass(frozen=True, slots=True)
class Mirror:
    """A folder of the site that mirrors the files `paths` (from the root)."""

    folder: str
    paths: frozenset[str]

    def address(self, page: str, address: str) -> str:
        """Return `address`, found on `page`, as it must read on the page's mirror image."""
        if ELSEWHERE.match(address):
            return address
        path = re.split("[?#]", address, maxsplit=1)[0]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        return address if target in self.paths else f"../{address}"

    def original(self, page: str) -> str:
        """Return the way from the mirror image of `page` to `page` itself."""
        return "../" * (page.count("/") + 1) + page
