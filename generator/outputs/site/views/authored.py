"""Authored pages (content/pages/): Markdown without HTML."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markupsafe import Markup

from generator.model import Page


@dataclass(frozen=True, slots=True)
class AuthoredView:
    """A page's finished HTML."""

    html: Markup


def authored_view(page: Page) -> AuthoredView:
    """Return the page as HTML; HTML within it shows as text, script addresses are refused."""
    return AuthoredView(Markup(MarkdownIt("js-default").render(page.markdown)))
