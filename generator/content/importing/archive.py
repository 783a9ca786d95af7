"""The zip that a Word or OFD file is: its parts by name, read within bounds."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from lxml import etree

from generator.errors import ContentError

DAMAGES = (  # what the libraries raise on a package that is not whole
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError),
    *(etree.XMLSyntaxError, LookupError, ValueError, OverflowError),
)
UNPACKED_MOST = 100_000_000  # bytes of all the parts that are read: more is no document
MARKS_MOST = 3_000_000  # tags in one part; a report of a million characters has about 500,000
MARKS_FREE = 600_000  # tags; more of them must not be packed closer than PACKED_MOST to one
PACKED_MOST = 50  # a text is packed ten to one, much markup with few words thirty to one
CHUNK = 1 << 20
TOO_LARGE = "解开后过大，不像文稿"


class DamagedError(Exception):
    """A file, or a part of it, is not whole or not there."""


class Archive:
    """The parts of one file.  What it gives is never more than `most` bytes in all."""

    def __init__(
        self,
        data: bytes,
        name: str,
        most: int = UNPACKED_MOST,
        change: Callable[[bytes], bytes] | None = None,
    ) -> None:
        """Open the file `name`, whose XML is changed before it is read.

        DamagedError where it is no zip.
        """
        self._file = name
        with _whole():
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {plain_name(each.filename): each for each in self._archive.infolist()}
        self._left = most
        self._change = change

    def has(self, part: str) -> bool:
        """Return whether there is a part of this name."""
        return plain_name(part) in self._infos

    def data(self, part: str) -> bytes:
        """Return the bytes of a part.

        ContentError where it is locked or unpacks to too much, DamagedError where it is not whole
        or not there.
        """
        if not self.has(part):
            raise DamagedError(part)
        info = self._infos[plain_name(part)]
        if info.flag_bits & 1:
            raise ContentError(self._file, "加了密码；请去掉密码再放入")
        read: list[bytes] = []
        with _whole(), self._archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise ContentError(self._file, TOO_LARGE)
                read.append(chunk)
        return b"".join(read)

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part; entities that the file defines are resolved."""
        data = self.data(part)
        marks, packed = data.count(b"<"), self._infos[plain_name(part)].compress_size
        if marks > MARKS_MOST or (marks > MARKS_FREE and len(data) > PACKED_MOST * packed):
            raise ContentError(self._file, TOO_LARGE)
        parser = etree.XMLParser(
            resolve_entities="internal",
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        with _whole():
            return etree.fromstring(data if self._change is None else self._change(data), parser)


def plain_name(name: str) -> str:
    """Return a part's name as the archive's own table has it: no slash before it, small letters.

    Names of parts are the same in any case; some programs write backslashes.
    """
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).lower().removeprefix("./")


@contextmanager
def _whole() -> Iterator[None]:
    """Turn what the libraries raise within into a DamagedError."""
    try:
        yield
    except DAMAGES as error:
        raise DamagedError(str(error)) from error
