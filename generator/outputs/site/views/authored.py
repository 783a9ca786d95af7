"""Authored pages (content/pages/)."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Page
from generator.outputs.shared.authored_markdown import render_page
from generator.outputs.shared.broken_titles import headings_by_sense


@dataclass(frozen=True, slots=True)
class AuthoredView:
    """A page's finished HTML."""

    html: Markup


def authored_view(page: Page) -> AuthoredView:
    """Return the page as HTML, which the renderer has made safe."""
    return AuthoredView(headings_by_sense(Markup(render_page(page).html)))
