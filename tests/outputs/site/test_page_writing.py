"""Pages that the last build has made are kept, and never one that would come out otherwise."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from generator.build.known_files import KnownFiles
from generator.model import Library, Term
from generator.outputs.shared.page_templates import THEME, page_templates, template_texts
from generator.outputs.site.page_writing import PageWriter
from generator.outputs.site.pages import SitePage, pages_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.watched_index import watched

# What pages are addressed by, and what the program alone says: not what an editor changes.
NAMES = {"id", "file", "report", "base", "article", "sentence", "piece", "witness", "law", "level"}
NAMES |= {"kind", "role", "what", "status", "code", "rules", "scheme", "language", "annex_of"}
NAMES |= {"date", "adopted", "published", "encoding", "name", "address", "html"}


class Site:
    """The pages of builds after one another, each beside what the last has left."""

    def __init__(self, folder: Path, theme: tuple[Path, ...] = (THEME,)) -> None:
        self.folder = folder
        self.theme = theme
        self.builds = 0
        self.bodies: list[str] = []  # of the last build: those whose body was made
        self.frame = "frame"

    def build(self, library: Library, *, kept: bool = True) -> dict[str, bytes]:
        """Return address -> page; with `kept` those of the last build may be taken over."""
        self.builds += 1
        new = self.folder / str(self.builds)
        old, note = self.folder / str(self.builds - 1), self.folder / "note"
        known = KnownFiles(old, note) if kept else KnownFiles()
        index = LibraryIndex(library)
        self.bodies = []
        frame = self.frame

        def framed(page: SitePage, body: Markup) -> bytes:
            return f"{frame} {page.title} {len(page.outline)}\n{body}".encode()

        writer = PageWriter(index, new, known, self.theme, "code", frame, framed)
        writer.write(self._counted(pages_of(index)))
        return {
            path.relative_to(new).as_posix(): path.read_bytes()
            for path in new.rglob("*")
            if path.is_file()
        }

    def _counted(self, pages: Iterator[SitePage]) -> Iterator[SitePage]:
        for page in pages:
            made = page.view
            assert isinstance(made, partial)
            counted = partial(_Counted(made.func, page.address, self.bodies), *made.args)
            yield replace(page, view=counted)


class _Counted:
    """The view of a page, which says that it was asked for."""

    __module__ = __name__

    def __init__(self, viewed: Callable[..., object], address: str, bodies: list[str]) -> None:
        self.__qualname__ = viewed.__qualname__
        self._viewed = viewed
        self._address = address
        self._bodies = bodies

    def __call__(self, *given: object) -> object:
        self._bodies.append(self._address)
        return self._viewed(*given)


def leaves(value: object, way: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Yield the way to each text of a library that editors or sources may change."""
    if isinstance(value, str) and value and way[-1] not in NAMES:
        yield way
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from leaves(each, (*way, at))
    elif is_dataclass(value):
        for field in fields(value):
            yield from leaves(getattr(value, field.name), (*way, field.name))


def changed(value: Any, way: tuple[object, ...]) -> Any:
    """Return `value` with the text at the end of `way` another, of the same length."""
    if not way:
        at = next((at for at, char in enumerate(value) if "一" < char < "龥"), 0)
        return f"{value[:at]}{'换' if value[at] != '换' else '改'}{value[at + 1 :]}"
    if isinstance(way[0], int):
        at = way[0]
        return (*value[:at], changed(value[at], way[1:]), *value[at + 1 :])
    name = str(way[0])
    return replace(value, **{name: changed(getattr(value, name), way[1:])})


def test_whatever_changes_pages_come_out_as_if_made_anew(tiny: Library, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build(tiny)
    library = tiny
    by_field = {tuple(each for each in way if isinstance(each, str)): way for way in leaves(tiny)}
    ways = list(by_field.values())
    random.Random(15).shuffle(ways)
    kept = 0
    for way in itertools.chain(ways[:13], ways[:2]):
        try:
            after = changed(library, way)
            fresh = Site(tmp_path / "fresh" / str(site.builds)).build(after, kept=False)
        except (StopIteration, ValueError, KeyError):  # texts that no longer fit one another
            continue
        library = after
        assert site.build(library) == fresh, way
        kept += len(site.bodies) < len(fresh)
    assert site.builds > 8
    assert kept > 5  # or all pages were made all the time, and nothing is shown


@pytest.mark.parametrize("field", ["links", "terms", "findings", "duties", "reports", "ledger"])
def test_what_is_taken_away_is_gone_and_what_comes_is_there(
    field: str, tiny: Library, tmp_path: Path
) -> None:
    site = Site(tmp_path)
    whole = site.build(tiny)
    less = replace(tiny, **{field: getattr(tiny, field)[1:]})
    if field == "reports":
        less = replace(less, links=(), findings=())
    assert site.build(less) == Site(tmp_path / "less").build(less, kept=False)
    assert site.build(tiny) == whole


def test_what_has_not_changed_is_not_even_looked_at(tiny: Library, tmp_path: Path) -> None:
    site = Site(tmp_path)
    first = site.build(tiny)
    assert len(site.bodies) == len(first)
    assert site.build(tiny) == first
    assert site.bodies == []
    one, two = (tmp_path / number / "reports/r.html" for number in ("1", "2"))
    assert one.samefile(two)


def test_a_new_term_makes_the_pages_again_that_show_it(tiny: Library, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build(tiny)
    nowhere = Term("t9", "无人说起", (), "说法", "没有。", "")
    site.build(replace(tiny, terms=(*tiny.terms, nowhere)))
    assert "terms.html" in site.bodies
    assert "reports/r.html" not in site.bodies
    here = replace(nowhere, name="成效明显")
    site.build(replace(tiny, terms=(*tiny.terms, here)))
    assert "reports/r.html" in site.bodies


def test_another_frame_makes_no_body_again(tiny: Library, tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.build(tiny)
    site.frame = "another"
    fresh = Site(tmp_path / "fresh")
    fresh.frame = "another"
    assert site.build(tiny) == fresh.build(tiny, kept=False)
    assert site.bodies == []


def test_a_template_makes_the_pages_again_that_use_it(tiny: Library, tmp_path: Path) -> None:
    own = tmp_path / "theme"
    (own / "pages").mkdir(parents=True)
    site = Site(tmp_path / "site", (own, THEME))
    site.build(tiny)
    text = (THEME / "pages/gloss.html").read_text("utf-8")
    (own / "pages/gloss.html").write_text(text.replace("又作", "或作"), "utf-8")
    page_templates.cache_clear()  # of another build
    template_texts.cache_clear()
    site.build(tiny)
    assert {"reports/r.html", "b/1.html"} <= set(site.bodies)  # by way of what they include
    assert not {"duties.html", "findings.html"} & set(site.bodies)
    page_templates.cache_clear()
    template_texts.cache_clear()


def test_a_page_that_somebody_has_touched_is_made_again(tiny: Library, tmp_path: Path) -> None:
    site = Site(tmp_path)
    first = site.build(tiny)
    (tmp_path / "1/terms.html").write_text("手改", "utf-8")
    assert site.build(tiny) == first


def test_a_view_that_hides_what_it_is_made_from_is_refused(tiny: Library, tmp_path: Path) -> None:
    index = LibraryIndex(tiny)
    writer = PageWriter(index, tmp_path, KnownFiles(), (THEME,), "", "", lambda *_: b"")
    for view in (lambda: index, partial(lambda *given: given, "x", index)):
        page = SitePage("notes.html", "", "notes", view, doubts=partial(tuple))
        with pytest.raises(TypeError):
            writer.write([page])


def test_what_a_page_takes_is_noted_entry_by_entry(tiny: Library) -> None:
    taken: dict[tuple[object, ...], None] = {}
    index = watched(LibraryIndex(tiny), taken)
    assert index.links_by_report.get("r")
    assert "x" not in index.reports
    assert index.report_page("r") == "reports/r.html"
    assert list(taken) == [("links_by_report", "r"), ("reports", "x"), ("report_pages", "r")]
    assert [*index.reports]
    assert list(taken)[-1] == ("reports",)
    assert index.library.terms == tiny.terms
    assert list(taken)[-1] == ("library", "terms")
