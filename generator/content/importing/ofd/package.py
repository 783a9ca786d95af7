"""The zip and the XML of an OFD file, with bounds on what is unpacked.

A location in it is relative to the file that names it, or from the root when it begins with /.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.errors import ContentError

MOST_BYTES = 100_000_000  # of one member unpacked
MOST_BYTES_IN_ALL = 400_000_000
PROBLEMS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError)


class DamagedMemberError(Exception):
    """A member of the zip that is not there, too large, or no XML."""


@dataclass(slots=True)
class Package:
    """An opened OFD file."""

    archive: zipfile.ZipFile
    names: dict[str, str]
    unpacked: int = field(default=0)

    def root(self, location: str) -> etree._Element:
        """Return the root element of the XML at a location; DamagedMemberError when it has none."""
        name = self.names.get(location.lstrip("/").lower())
        if name is None:
            raise DamagedMemberError(location)
        info = self.archive.getinfo(name)
        self.unpacked += info.file_size
        if info.file_size > MOST_BYTES or self.unpacked > MOST_BYTES_IN_ALL:
            raise DamagedMemberError(location)
        try:
            with self.archive.open(info) as member:
                data = member.read(MOST_BYTES + 1)
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            root = etree.fromstring(data[:MOST_BYTES], parser)
        except (*PROBLEMS, etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise DamagedMemberError(location) from error
        return root


def opened(data: bytes, name: str) -> Package:
    """Return an OFD file opened; ContentError when it is no zip or is locked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        infos = archive.infolist()
    except (*PROBLEMS, ValueError) as error:
        raise ContentError(name, "不是完好的 ofd 文件；请重新导出") from error
    if any(info.flag_bits & 1 for info in infos):
        raise ContentError(name, "加了密码；请去掉密码再放入")
    names = {info.filename.replace("\\", "/").lstrip("/").lower(): info.filename for info in infos}
    return Package(archive, names)


def located(location: str, beside: str) -> str:
    """Return a location that the file `beside` names, from the root of the package."""
    location = location.strip().replace("\\", "/")
    if location.startswith("/"):
        return posixpath.normpath(location).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(beside), location))


def tag(element: etree._Element) -> str:
    """Return an element's name without its namespace; "" for comments and the like."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of an element that have a name."""
    return (each for each in element if tag(each) == name)


def first_text(element: etree._Element, *path: str) -> str:
    """Return the text of the first element down a path, "" when there is none."""
    for name in path:
        found = next(children(element, name), None)
        if found is None:
            return ""
        element = found
    return (element.text or "").strip()
