"""The files of a finished site as they are carried away, read one by one: never all at once."""

from __future__ import annotations

import hashlib
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

    def __init__(self, folder: Path, left_out: Collection[str]) -> None:
        """List the files but those named in `left_out`."""
        found = (
            (path.relative_to(folder).as_posix(), path)
            for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        )
        self._paths = {name: path for name, path in sorted(found) if name not in left_out}

    def __getitem__(self, name: str) -> bytes:
        """Read a file."""
        content = self._paths[name].read_bytes()
        if name in PAGES:
            content = told(content.decode(), name, self._size).encode()
        return with_policy(content) if name.endswith(".html") else content

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Return how many files there are."""
        return len(self._paths)

    def _size(self, name: str) -> int | None:
        path = self._paths.get(name)
        return path.stat().st_size if path else None


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
