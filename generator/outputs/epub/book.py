"""What an e-book is: pages in reading order, their places in the contents, what it is called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads, and the lines below it."""

    title: str
    address: str
    below: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class BookPage:
    """A page: its file, its bytes, and its line of the contents; None for a page without one."""

    file: str
    data: bytes
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """An e-book; `number` counts volumes from 1, of `volumes`.

    `group` is the line of the contents below which pages of `grouped` stand.
    """

    name: str
    number: int
    volumes: int
    title: str
    collection: str
    about: str
    language: str
    creators: tuple[str, ...]
    published: str
    cover: BookPage
    pages: tuple[BookPage, ...]
    grouped: tuple[BookPage, ...] = ()
    group: str = ""

    @property
    def reading_order(self) -> tuple[BookPage, ...]:
        """Every page but the contents, the cover first."""
        return (self.cover, *self.pages, *self.grouped)

    @property
    def contents(self) -> tuple[Entry, ...]:
        """The lines of the contents."""
        rows = [each.entry for each in self.pages if each.entry]
        below = tuple(each.entry for each in self.grouped if each.entry)
        return (*rows, Entry(self.group, below[0].address, below)) if below else tuple(rows)
