"""The single page: views in the template, with style and script written into it."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.model import Library
from generator.outputs.shared.page_templates import THEME, page_part, page_templates
from generator.outputs.single.base_views import BaseView, base_views
from generator.outputs.single.report_views import ReportView, report_views
from generator.text.nomenclature import ROLE_WORDS, VARIANT_KINDS

LARGEST = 4_000_000  # characters of reports; above it a browser opens the page too slowly


def single_page(library: Library, theme: tuple[Path, ...] = (THEME,)) -> str:
    """Return the page: edition, links, apparatus, reports, terms and authored pages.

    Reports beyond LARGEST characters in all are named but not printed; the page says so.
    """
    style, script = page_part("single.css", theme), page_part("single.js", theme)
    reports: tuple[ReportView, ...] = report_views(library)
    whole = sum(len(each.piece.text) for each in library.reports) <= LARGEST
    bases: tuple[BaseView, ...] = base_views(library)
    # HTML in authored pages is off: what they hold is shown, never run.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    pages = [
        (each.name, each.title, Markup(_local(markdown, each.markdown))) for each in library.pages
    ]
    page = (
        page_templates(theme)
        .get_template("single.html")
        .render(
            library=library,
            bases=bases,
            reports=reports,
            whole=whole,
            pages=pages,
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
