"""Writes the pages: each is made only where the last build has not made it from the same.

What a page is made from is told by what it has taken of the library (watched_index.py), what
it was given, its templates and the code.  Its frame is told apart from it: where only the
frame is another, the body is taken out of the page as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Never

from markupsafe import Markup

from generator.build.known_files import KnownFile, KnownFiles
from generator.outputs.shared.page_templates import template_texts
from generator.outputs.site.pages import SitePage
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.watched_index import Taken, TakenDigests, watched

Framing = Callable[[SitePage, Markup], bytes]  # the page as it is written, from its body


@dataclass(frozen=True, slots=True)
class _Trace:
    """What a page's body was made from: its digest, what was taken; where it stands in the file."""

    digest: str
    start: int
    end: int
    taken: tuple[Taken, ...]


class PageWriter:
    """Writes pages of `index` into `folder`; their bodies come from templates in `theme`.

    `code` is the digest of what makes bodies besides, `frame` of all that frames are made from
    but the page itself; `framed` puts a body in its frame.
    """

    def __init__(
        self,
        index: LibraryIndex,
        folder: Path,
        known: KnownFiles,
        theme: tuple[Path, ...],
        code: str,
        frame: str,
        framed: Framing,
    ) -> None:
        self._index = index
        self._folder = folder
        self._known = known
        self._theme = theme
        self._code = code
        self._frame = frame
        self._framed = framed
        self._digests = TakenDigests(index)
        self._table: tuple[Taken, ...] = _table(known.about)

    def write(self, pages: Iterable[SitePage]) -> None:
        """Write all `pages`, and note for the next build what they were made from."""
        written: list[tuple[str, str, _Trace]] = []
        for page in pages:
            written.append((page.address, *self._written(page)))
        numbers: dict[Taken, int] = {}
        for address, key, trace in written:
            at = [numbers.setdefault(each, len(numbers)) for each in trace.taken]
            told = f"{trace.digest} {trace.start} {trace.end} {' '.join(map(str, at))}"
            self._known.note(address, key, self._folder, told)
        self._known.save(json.dumps(list(numbers), ensure_ascii=False))

    def _written(self, page: SitePage) -> tuple[str, _Trace]:
        """Return the key of the whole page, and the trace of its body."""
        frame = self._frame_digest(page)
        last = self._known.last(page.address)
        trace = self._trace(last) if last else None
        if trace and trace.digest == self._body_digest(page, trace.taken):
            key = _joint(trace.digest, frame)
            if self._known.take_over(page.address, key, self._folder):
                return key, trace
            old = self._known.read(page.address)
            body = Markup(old[trace.start : trace.end].decode())
            return key, self._put(page, body, trace)
        taken: dict[Taken, None] = {}
        body = page.seen_through(watched(self._index, taken)).body(self._theme)
        digest = self._body_digest(page, taken)
        trace = self._put(page, body, _Trace(digest, 0, 0, tuple(taken)))
        return _joint(digest, frame), trace

    def _put(self, page: SitePage, body: Markup, trace: _Trace) -> _Trace:
        """Write a page from its body; returns the trace with the place of the body in the file."""
        data = self._framed(replace(page, view=_refused, doubts=_refused), body)
        place = self._folder / page.address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        own = body.encode("utf-8", "xmlcharrefreplace")
        start = data.find(own)
        if start < 0:  # a maintainer's frame that shows something else of it
            return replace(trace, digest="", start=0, end=0)
        return replace(trace, start=start, end=start + len(own))

    def _body_digest(self, page: SitePage, taken: Iterable[Taken]) -> str:
        state = sha256(self._code.encode())
        templates = template_texts(page.template_name, self._theme)
        state.update(self._digests.of_value((page.given, templates)))
        for each in taken:
            state.update(self._digests.of(each))
        return state.hexdigest()

    def _frame_digest(self, page: SitePage) -> str:
        own = (self._frame, page.address, page.title, page.kind, page.outline, page.article)
        return self._digests.of_value(own).hex()

    def _trace(self, known: KnownFile) -> _Trace | None:
        """Return what the last build has noted; None where this can't be read."""
        try:
            digest, start, end, *numbers = known.told.split()
            taken = tuple(self._table[int(each)] for each in numbers)
            return _Trace(digest, int(start), int(end), taken)
        except (ValueError, IndexError):
            return None


def _refused() -> Never:
    raise TypeError("a frame is made of its page alone: it can't show what a page views")


def _joint(body: str, frame: str) -> str:
    return sha256(f"{body} {frame}".encode()).hexdigest()


def _table(about: str) -> tuple[Taken, ...]:
    """Return what the numbers of traces stand for."""
    try:
        return tuple(_as_taken(each) for each in json.loads(about or "[]"))
    except ValueError:
        return ()


def _as_taken(said: list[object]) -> Taken:
    return tuple(tuple(each) if isinstance(each, list) else each for each in said)
