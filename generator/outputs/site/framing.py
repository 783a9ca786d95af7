"""The frame around a page's body, rendered once for all pages that have it alike.

A thousand reports stand in one frame: only the title, where the page lies in its folder, its
outline and its body are their own.  It is rendered with marks in their places, which no text holds.
A maintainer's template may set something else there that is a page's own; so the first pages
of a frame are rendered in full as well, and one that comes out otherwise is not shared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from generator.outputs.site.pages import SitePage
from generator.outputs.site.views.report import OutlineEntry

TITLE, OUTLINE, BODY = (f"\ue000{number}\ue001" for number in (0, 2, 3))
PLACE = "\ue0001{}\ue001"  # with as many / in it as the place that it stands for
MARK = re.compile("(\ue000(?:[023]|1/*)\ue001)")
MARKED_OUTLINE = (OutlineEntry("", 0, OUTLINE),)
TRIALS = 2

Rendering = Callable[[SitePage, str], str]  # a page in full, from its body
Frame = tuple[str, ...]


@dataclass(slots=True)
class _Shared:
    """A frame with marks, and how many pages have confirmed it; None once one has not."""

    parts: Frame | None
    confirmed: int = 0


class Frames:
    """Puts bodies in frames; `named` are the pages that frames name, each in its own way.

    `outline` renders the lines of an outline.
    """

    def __init__(self, named: frozenset[str], outline: Callable[[SitePage], Markup]) -> None:
        self._named = named
        self._outline = outline
        self._shared: dict[tuple[object, ...], _Shared] = {}

    def framed(self, page: SitePage, body: Markup, render: Rendering) -> str:
        """Return `page` as it is written; `render` is how a page comes out in full."""
        if page.address in self._named:
            return render(page, body)
        folder, _ = _divided(page.address)
        own = (not page.title, not page.outline)
        key = (page.kind, folder, page.root, page.section, page.article, *own)
        shared = self._shared.get(key)
        if shared is None:
            shared = self._shared[key] = _Shared(tuple(MARK.split(render(_marked(page), BODY))))
        if shared.parts is None:
            return render(page, body)
        made = self._filled(shared.parts, page, body)
        if shared.confirmed < TRIALS:
            shared.confirmed += 1
            if made != (full := render(page, body)):
                shared.parts = None
                return full
        return made

    def outline_of(self, page: SitePage) -> Markup:
        """Return the lines of a page's outline, for the template of the frame."""
        return Markup(OUTLINE) if page.outline is MARKED_OUTLINE else self._outline(page)

    def _filled(self, frame: Frame, page: SitePage, body: Markup) -> str:
        _, place = _divided(page.address)
        own = {
            TITLE: str(escape(page.title)),
            _mark_of(place): str(escape(place)),
            OUTLINE: str(self._outline(page)) if page.outline else "",
            BODY: str(body),
        }
        return "".join([own.get(part, part) for part in frame])


def _marked(page: SitePage) -> SitePage:
    """Return a page of the same frame with marks for what is its own."""
    folder, place = _divided(page.address)
    return replace(
        page,
        address=folder + _mark_of(place),
        title=TITLE if page.title else "",
        outline=MARKED_OUTLINE if page.outline else (),
    )


def _divided(address: str) -> tuple[str, str]:
    """Return the highest folder of an address, with its /, and the place of the page in it."""
    folder, found, place = address.partition("/")
    return (folder + found, place) if found else ("", address)


def _mark_of(place: str) -> str:
    return PLACE.format("/" * place.count("/"))
