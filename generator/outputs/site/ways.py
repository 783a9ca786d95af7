"""The line of sections over every page: which there are, which is open, which find room on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from generator.outputs.site.pages import SitePage
from generator.outputs.site.views.frame import Frame

ROOM = 1200  # pixels: a window of 1280 without its margins and the bar for scrolling
LETTER, LATIN, GAP = 14, 8, 20  # pixels, as site.css sets the line
LONGEST = 12  # letters that an entry shows on the line, as site.css cuts it


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the line; without an `address` it is the name of those that follow.

    `current` is what aria-current says: "page" on the page itself, "true" on pages under it.
    `ours` tells whether `address` starts at the site's root, or is as MkDocs has it.
    """

    text: str
    address: str = ""
    current: str = ""
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on the line, and what is behind 更多."""

    shown: tuple[Way, ...]
    more: tuple[Way, ...]

    @property
    def is_more_current(self) -> bool:
        """Whether the page on the screen belongs to what is behind 更多."""
        return any(each.current for each in self.more)


def line_of(
    frame: Frame, page: SitePage | None, nav: Navigation, own: bool, with_indexes: bool
) -> Line:
    """Return the line for `page`, which is none of ours where it is None.

    With `own` it is the library's sections and then the entries of `nav` (pages of other
    plugins), without it those of `nav` alone, as mkdocs.yml sets them; `with_indexes` says that
    the first page of a section stands for its name (navigation.indexes).
    """
    here, section = (page.address, page.section) if page else ("", "")
    ours = [Way(each.text, each.address) for each in frame.sections if own]
    ways = [
        *(replace(each, current=_current(each.address, here, section)) for each in ours),
        *_nav_ways(nav.items, section, with_indexes),
    ]
    return _split(ways)


def _nav_ways(items: Iterable[StructureItem], section: str, with_indexes: bool) -> Iterator[Way]:
    """Yield the entries of MkDocs' navigation in reading order, names of sections among them."""
    for item in items:
        if isinstance(item, Page):
            current = "page" if item.active else _current(item.file.dest_uri, "", section)
            yield Way(str(item.title or ""), item.url, current, ours=False)
        elif isinstance(item, Link):
            yield Way(item.title, item.url, ours=False)
        elif isinstance(item, Section):
            children = list(item.children)
            index = next((each for each in children if _is_index(each)), None)
            if index is not None and with_indexes:
                children.remove(index)
                for way in _nav_ways([index], section, with_indexes):
                    yield replace(way, text=item.title)
            else:
                yield Way(item.title, ours=False)
            yield from _nav_ways(children, section, with_indexes)


def _is_index(item: StructureItem) -> bool:
    return isinstance(item, Page) and item.is_index


def _current(address: str, here: str, section: str) -> str:
    if not address:
        return ""
    return "page" if address == here else "true" if address == section else ""


def _split(ways: Sequence[Way]) -> Line:
    widths = [_width(each.text) for each in ways]
    if sum(widths) <= ROOM:
        return Line(tuple(ways), ())
    room = ROOM - _width("更多▾")
    count = 0
    while widths[count] <= room:
        room -= widths[count]
        count += 1
    while count and not ways[count - 1].address:  # a name goes with what it names
        count -= 1
    return Line(tuple(ways[:count]), tuple(ways[count:]))


def _width(text: str) -> int:
    letters = sum(LATIN if each.isascii() else LETTER for each in text)
    return min(letters, LONGEST * LETTER) + GAP
