"""Our pages as MkDocs has them."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents


class GeneratedPage(Page):
    """A page without Markdown, unless a plugin has given it some: there is nothing to convert."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the page empty; MkDocs makes a converter of Markdown for every page."""
        if self.markdown:
            super().render(config, files)
            return
        self.content = ""
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        self.links_to_anchors = {}
