"""Where links of a mirrored page lead: to its like in the mirror, or out to the shared file."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|/|#|\?|$)")

# Another site of the archive: its pages have a mirror as well.
BESIDE = re.compile(r"((?:\.\./)+(?:hall|volumes/[^/]+)/)([^?#]*\.html(?:[?#].*)?)")


@dataclass(frozen=True, slots=True)
class Mirror:
    """A folder of the site that mirrors the files `paths` (from the root).

    `packs` are those of its files that are packs; others have none in its script.
    """

    folder: str
    paths: frozenset[str]
    packs: frozenset[str] = frozenset()

    def address(self, folder: str, address: str) -> str:
        """Return `address`, found on a page of `folder`, as it must read on its mirror image."""
        if ELSEWHERE.match(address):
            return address
        path = address.partition("#")[0].partition("?")[0]
        target = posixpath.normpath(posixpath.join(folder, path))
        if target.startswith("../") and (beside := BESIDE.fullmatch(address)):
            return f"../{beside[1]}{self.folder}/{beside[2]}"
        return address if target in self.paths else f"../{address}"

    def place(self, path: str) -> str:
        """Return where the edition's readers find what lies at `path`, both from the root."""
        return f"{self.folder}/{path}" if path in self.paths else path

    def original(self, page: str) -> str:
        """Return the way from the mirror image of `page` to `page` itself."""
        return "../" * (page.count("/") + 1) + page
