"""Authored pages (content/pages/)."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.authored import render_page
from generator.model import Page


@dataclass(frozen=True, slots=True)
class AuthoredView:
    """A page's finished HTML."""

    html: Markup


def authored_view(page: Page) -> AuthoredView:
    """Return the page as HTML, which the renderer has made safe."""
    return AuthoredView(Markup(render_page(page).html))
