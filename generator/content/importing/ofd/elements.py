"""The elements of an OFD file by their names, and the locations that they state.

A location is relative to the file that names it, or from the root when it begins with /.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from lxml import etree


def located(location: str, beside: str) -> str:
    """Return a location that the file `beside` names, from the root of the package."""
    location = location.strip().replace("\\", "/")
    if location.startswith("/"):
        return posixpath.normpath(location).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(beside), location))


def tag(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    name: str = etree.QName(element).localname
    return name


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


def words_of(root: etree._Element) -> str:
    """Return all the words in an element, a line for each text object."""
    objects = (each for each in root.iter() if tag(each) == "TextObject")
    return "\n".join(
        "".join("".join(code.itertext()) for code in children(each, "TextCode")) for each in objects
    )
