"""The package of a Word file: its parts by name and by relationship, read within bounds."""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from generator.content.importing.word.names import STRICT, STRICT_SPACES, DamagedError, q
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
MAIN = "word/document.xml"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT_NAME = re.compile(rb"([\"'])(" + re.escape(STRICT).encode() + rb"[^\"'<>]{1,60})\1")


@dataclass(frozen=True, slots=True)
class Target:
    """What a relationship leads to: its kind (image, header …), and a part or an address."""

    kind: str
    name: str
    outside: bool


class Package:
    """The parts of one file.  What it gives is read once and never more than UNPACKED_MOST."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the package; DamagedError where it is no zip."""
        self._file = name
        with _whole():
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._infos = {_plain(each.filename): each for each in self._archive.infolist()}
        self._left = UNPACKED_MOST

    def has(self, part: str) -> bool:
        """Return whether there is a part of this name."""
        return _plain(part) in self._infos

    def data(self, part: str) -> bytes:
        """Return the bytes of a part.

        ContentError where it is locked or unpacks to too much, DamagedError where it is not whole
        or not there.
        """
        if not self.has(part):
            raise DamagedError(part)
        info = self._infos[_plain(part)]
        if info.flag_bits & 1:
            raise ContentError(self._file, "加了密码；请去掉密码再放入")
        read: list[bytes] = []
        with _whole(), self._archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise ContentError(self._file, "解开后过大，不像文稿")
                read.append(chunk)
        return b"".join(read)

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part, Strict names as the others; entities of the file resolved."""
        data = self.data(part)
        marks, packed = data.count(b"<"), self._infos[_plain(part)].compress_size
        if marks > MARKS_MOST or (marks > MARKS_FREE and len(data) > PACKED_MOST * packed):
            raise ContentError(self._file, "解开后过大，不像文稿")
        if STRICT.encode() in data:
            data = STRICT_NAME.sub(_transitional, data)
        parser = etree.XMLParser(
            resolve_entities="internal",
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        with _whole():
            return etree.fromstring(data, parser)

    def relationships(self, part: str) -> dict[str, Target]:
        """Return what the relationships of a part ("" for the whole file) lead to, by their id."""
        folder, base = posixpath.split(_plain(part)) if part else ("", "")
        place = posixpath.join(folder, "_rels", f"{base}.rels")
        if not self.has(place):
            return {}
        found = {}
        for each in self.xml(place).iter(RELATIONSHIP):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            found[each.get("Id", "")] = Target(
                each.get("Type", "").rpartition("/")[2],
                target if outside else _plain(posixpath.join("/", folder, target)),
                outside,
            )
        return found

    def main(self) -> str:
        """Return the name of the part that holds the text."""
        for target in self.relationships("").values():
            if target.kind == "officeDocument" and self.has(target.name):
                return target.name
        return MAIN


@contextmanager
def _whole() -> Iterator[None]:
    """Turn what the libraries raise within into a DamagedError."""
    try:
        yield
    except DAMAGES as error:
        raise DamagedError(str(error)) from error


def _plain(name: str) -> str:
    """Return a part's name as the package's own table has it: no slash before it, small letters.

    Names of parts are the same in any case; some programs write backslashes.
    """
    return posixpath.normpath(name.replace("\\", "/").lstrip("/")).lower().removeprefix("./")


def _transitional(match: re.Match[bytes]) -> bytes:
    mark = match[1]
    return mark + STRICT_SPACES.get(match[2].decode(), match[2].decode()).encode() + mark


def bodies_of(root: etree._Element) -> list[etree._Element]:
    """Return the body of a document, or several that a program wrote; DamagedError where none."""
    bodies = list(root.iterfind(q("w:body")))
    if root.tag != q("w:document") or not bodies:
        raise DamagedError("w:body")
    return bodies
