"""A place that all machines reach by address: a bucket, or a folder, through fsspec.

What is put there is whole or is not there.  fsspec comes with requirements-cluster.txt; what a
protocol needs besides (s3fs for s3://) is installed by who uses it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from generator.errors import ContentError

ARRIVING = ".part"


class ObjectStore:
    """Files by name below an address; names may have slashes."""

    def __init__(self, address: str) -> None:
        """Connect; ContentError where the address or what it needs is not there."""
        where = f"--shared {address}"
        try:
            core: Any = import_module("fsspec.core")
        except ImportError as error:
            what = "没有装 fsspec；请先 pip install -r requirements-cluster.txt"
            raise ContentError(where, what) from error
        try:
            self._files, root = core.url_to_fs(address)
            self._files.makedirs(root, exist_ok=True)
        except ImportError as error:
            raise ContentError(where, f"还缺这种存储的软件包：{error}") from error
        except (ValueError, OSError) as error:
            raise ContentError(where, f"打不开：{error}") from error
        self._root = root.rstrip("/")
        self.address = address

    def has(self, name: str) -> bool:
        """Tell whether a file is there."""
        return bool(self._files.exists(self._place(name)))

    def put(self, path: Path, name: str) -> None:
        """Put a file there: under another name until it is whole."""
        place = self._place(name)
        self._files.makedirs(place.rpartition("/")[0], exist_ok=True)
        self._files.put_file(str(path), place + ARRIVING)
        self._files.mv(place + ARRIVING, place)

    def get(self, name: str, path: Path) -> None:
        """Fetch a file to `path`."""
        self._files.get_file(self._place(name), str(path))

    def remove(self, name: str) -> None:
        """Remove a file if it is there."""
        if self.has(name):
            self._files.rm_file(self._place(name))

    def _place(self, name: str) -> str:
        return f"{self._root}/{name}"
