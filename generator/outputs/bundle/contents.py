"""The files of a finished site as they are carried away, read one by one: never all at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.outputs.shared.file_sizes import PAGES, told
from generator.outputs.shared.network_policy import with_policy


@dataclass(frozen=True, slots=True)
class Weight:
    """What is known of a file: its bytes and its SHA-256."""

    size: int
    sha256: str


class Contents(Mapping[str, bytes]):
    """Name -> content of the files below a folder that readers need, in the order of names.

    Pages have the policy in them; those that tell of files tell of these.
    """

    def __init__(self, folder: Path, left_out: Collection[str], above: str = "") -> None:
        """List the files but those named in `left_out`.

        `above` is the way from the root to a page that is not carried along, the hall's: links to
        it are taken out.
        """
        found = (
            (path.relative_to(folder).as_posix(), path)
            for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        )
        self._paths = {name: path for name, path in sorted(found) if name not in left_out}
        self._above = above

    def __getitem__(self, name: str) -> bytes:
        """Read a file."""
        content = self._paths[name].read_bytes()
        if name in PAGES:
            content = told(content.decode(), name, self._size).encode()
        if not name.endswith(".html"):
            return content
        if self._above:
            content = without_links(content, "../" * name.count("/") + self._above)
        return with_policy(content)

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._paths)

    def _size(self, name: str) -> int | None:
        path = self._paths.get(name)
        return path.stat().st_size if path else None


def without_links(page: bytes, way: str) -> bytes:
    """Return a page without its links to `way`: their words stay, entries of the bar go."""
    link = rb'<a href="%s"[^>]*>(.*?)</a>' % re.escape(way.encode())
    page = re.sub(rb"<li>\s*%s\s*</li>\n?" % link, b"", page, flags=re.DOTALL)
    return re.sub(link, rb"\1", page, flags=re.DOTALL)


class Volumeful(Mapping[str, bytes]):
    """Some of the files, and what is added to them."""

    def __init__(
        self, files: Mapping[str, bytes], names: Collection[str], added: Mapping[str, bytes]
    ) -> None:
        """Take `names` of `files`."""
        self._files, self._names, self._added = files, names, added

    def __getitem__(self, name: str) -> bytes:
        """Read a file."""
        return self._added[name] if name in self._added else self._files[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        yield from self._names
        yield from self._added

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._names) + len(self._added)


def weighed(files: Mapping[str, bytes]) -> dict[str, Weight]:
    """Return the weight of each file."""
    return {
        name: Weight(len(content), hashlib.sha256(content).hexdigest())
        for name, content in files.items()
    }
