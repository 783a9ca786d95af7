"""The single page: views in the template, with style and script written into it; in volumes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.model import Document, Library, Term
from generator.outputs.shared.page_templates import THEME, page_part, page_templates
from generator.outputs.shared.report_volumes import LARGEST, report_volumes
from generator.outputs.single.base_views import BaseView, base_views
from generator.outputs.single.report_views import ReportView, report_views
from generator.text.nomenclature import ROLE_WORDS, VARIANT_KINDS

OF_MANY = 12  # passages of a role that an article shows where reports have pages of their own


@dataclass(frozen=True, slots=True)
class Volume:
    """A page of reports: the file, its number from 2, and the reports on it."""

    file: str
    number: int
    reports: tuple[Document, ...]


def single_pages(library: Library, theme: tuple[Path, ...] = (THEME,)) -> Iterator[tuple[str, str]]:
    """Yield file -> page: the whole library as NAME.html.

    Of more than LARGEST characters of reports these stand on pages of their own, NAME-2.html …,
    each of which can be read by itself; NAME.html has the rest, and says which has which.
    """
    volumes = _volumes(library)
    files = {report.piece.id: each.file for each in volumes for report in each.reports}
    home = f"{library.name}.html"
    # HTML in authored pages is off: what they hold is shown, never run.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    authored = [
        (each.name, each.title, Markup(_local(markdown, each.markdown))) for each in library.pages
    ]
    first = _Content(
        bases=base_views(library, files, OF_MANY if volumes else None),
        reports=() if volumes else report_views(library, library.reports),
        terms=library.terms,
        pages=authored,
    )
    yield home, _page(library, theme, first, volumes)
    for volume in volumes:
        content = _Content(reports=report_views(library, volume.reports))
        yield volume.file, _page(library, theme, content, volumes, volume, home)


def single_page(library: Library, theme: tuple[Path, ...] = (THEME,)) -> str:
    """Return the first page: edition, links, apparatus, reports, terms and authored pages."""
    return next(single_pages(library, theme))[1]


@dataclass(frozen=True, slots=True)
class _Content:
    """What stands on a page."""

    bases: tuple[BaseView, ...] = ()
    reports: tuple[ReportView, ...] = ()
    terms: tuple[Term, ...] = ()
    pages: Sequence[tuple[str, str, Markup]] = ()


def _volumes(library: Library) -> tuple[Volume, ...]:
    """Return the pages of reports; none where all stand on the first page."""
    return tuple(
        Volume(f"{library.name}-{number}.html", number, reports)
        for number, reports in enumerate(report_volumes(library.reports, LARGEST), 2)
    )


def _page(
    library: Library,
    theme: tuple[Path, ...],
    content: _Content,
    volumes: tuple[Volume, ...],
    volume: Volume | None = None,
    home: str = "",
) -> str:
    """Return a page; `home` is the first, which articles stand on, where this is another."""
    style, script = page_part("single.css", theme), page_part("single.js", theme)
    page = (
        page_templates(theme)
        .get_template("single.html")
        .render(
            library=library,
            bases=content.bases,
            reports=content.reports,
            terms=content.terms,
            pages=content.pages,
            volumes=volumes,
            volume=volume,
            home=home,
            roles=ROLE_WORDS,
            variant_kinds=VARIANT_KINDS,
            style=Markup(style),
            script=Markup(script),
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )
    return f"{page}\n"


def _local(markdown: MarkdownIt, text: str) -> str:
    """Return `text` as HTML; links to files become plain words, as the files are not there."""
    tokens = markdown.parse(text)
    for block in tokens:
        opened: list[bool] = []
        for token in block.children or ():
            if token.type == "image":
                token.type, token.tag = "text", ""
            elif token.type == "link_open":
                opened.append("://" in str(token.attrs.get("href", "")))
                if not opened[-1]:
                    token.tag, token.attrs = "span", {}
            elif token.type == "link_close" and not opened.pop():
                token.tag = "span"
    rendered: str = markdown.renderer.render(tokens, markdown.options, {})
    return rendered


def _hash(text: str) -> str:
    """Return the hash by which the page's policy knows its own style and script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
