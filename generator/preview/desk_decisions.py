"""The desk as the server asks it: the decisions of generator/desk on the library in place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from generator.cleaning import Declared
from generator.content.curated_files import read_curated
from generator.desk import Desk, as_json, read_action
from generator.errors import ContentError
from generator.model import Library
from generator.outputs.site.views.library_index import LibraryIndex
from generator.preview.building import State
from generator.preview.page_desk import page_desk
from generator.preview.task_pages import with_pages


class Building(Protocol):
    """What builds the site that the desk decides on."""

    def library(self) -> Library | None:
        """Return the library of the site in place."""
        ...

    def nudge(self) -> None:
        """Look for changes now."""
        ...

    def state(self, since: int | None = None) -> State:
        """Return how far the builds are."""
        ...


class DeskDecisions:
    """The desk of one content folder, and the builder that shows what comes of its decisions."""

    def __init__(self, content: Path, journal: Path, builder: Building) -> None:
        """`journal` is a file below the cache."""
        self._desk = Desk(content, journal)
        self._content = content
        self._builder = builder
        self._indexed: LibraryIndex | None = None

    def apply(self, action: Mapping[str, object]) -> object:
        """Carry out one decision, and have the site built again."""
        change = self._desk.apply(read_action(action), self._library())
        self._builder.nudge()
        return {"change": as_json(change)}

    def undo(self, change: str) -> object:
        """Take one decision back."""
        undone = self._desk.undo(change)
        self._builder.nudge()
        return {"change": as_json(undone)}

    def undo_all(self) -> object:
        """Take back all decisions of this run of the preview."""
        undone = self._desk.undo_all()
        self._builder.nudge()
        return {"changes": as_json(undone)}

    def again(self, change: str) -> object:
        """Carry out once more what an older state of a file was saved over."""
        made = self._desk.again(change)
        self._builder.nudge()
        return {"change": as_json(made)}

    def page(self, address: str) -> object:
        """Return what can be decided on a page."""
        declared = self._declared()
        return as_json(page_desk(self._index(), address, declared))

    def queue(self) -> object:
        """Return what is to be done."""
        tasks = with_pages(self._index(), self._desk.queue(self._library()))
        return {"tasks": as_json(tasks), "count": len(tasks)}

    def queue_length(self) -> object:
        """Return how much there is to do."""
        return {"count": len(self._desk.queue(self._library()))}

    def history(self) -> object:
        """Return what was decided, the last first."""
        return {"changes": as_json(self._desk.history())}

    def suggestions(self) -> object:
        """Return the terms and groups of words that the texts suggest."""
        return as_json(self._desk.suggestions(self._library()))

    def state(self, since: int) -> object:
        """Return how far the build is."""
        return as_json(self._builder.state(since))

    def _index(self) -> LibraryIndex:
        """Return the library in place, arranged for look-up once."""
        library, known = self._library(), self._indexed
        if known is None or known.library is not library:
            known = self._indexed = LibraryIndex(library)
        return known

    def _declared(self) -> Mapping[str, Declared]:
        try:
            return read_curated(self._content).declared
        except ContentError:
            return {}  # what is wrong in the file is said by the build

    def _library(self) -> Library:
        library = self._builder.library()
        if library is None:
            raise ContentError("预览", "知识库还没有建成；请先把上面说的错误改好")
        return library
