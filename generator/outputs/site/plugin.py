"""The MkDocs plugin that puts the library's pages into the theme's frame."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlsplit

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.templates import TemplateContext

from generator.build.memo import Memo, no_memo
from generator.model import Library
from generator.outputs.site.delivery import delivered, is_ours
from generator.outputs.site.pages import SitePage, site_pages
from generator.outputs.site.views.frame import frame_of
from generator.outputs.site.views.library_index import LibraryIndex


class NoSettings(Config):  # type: ignore[no-untyped-call]
    """The plugin is installed by code and has nothing to set in mkdocs.yml."""


class SitePlugin(BasePlugin[NoSettings]):  # type: ignore[no-untyped-call]
    """Generates every page from the Library; MkDocs never sees the sources' text as Markdown.

    Bodies are made when a page is written, not when it is read, so that a large site does
    not stand in memory twice.
    """

    def __init__(self, library: Library, theme: Theme, memo: Memo = no_memo) -> None:
        """Take the library, and from `theme` all its folders of files but our own.

        Its templates stay at hand; of its thousands of other files our frame uses none.
        """
        self._library = library
        self._template_folders = list(theme.dirs)
        theme.dirs = theme.dirs[:1]
        self._memo = memo
        self._pages: dict[str, SitePage] = {}

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Return the pages of the library and the files of our frame, joined and minified."""
        kept = Files(
            [
                each
                for each in files
                if not each.is_documentation_page() and not is_ours(each.src_uri)
            ]
        )
        ours = {each.src_uri: each.content_string for each in files if is_ours(each.src_uri)}
        for path, text in self._memo(delivered, ours).items():
            kept.append(File.generated(config, path, content=text))
        for page in site_pages(self._library):
            source = f"{page.address.removesuffix('.html')}.md"
            self._pages[source] = page
            file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            kept.append(file)
        return kept

    def on_env(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Return the theme's environment with escaping on and the frame's data at hand."""
        env.autoescape = True
        env.loader = jinja2.FileSystemLoader(self._template_folders)
        env.globals["frame"] = frame_of(LibraryIndex(self._library))
        env.globals["site_root"] = urlsplit(config.site_url or "/").path
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Return the context with the page's view and its finished body."""
        made = self._pages[page.file.src_uri]
        return cast(TemplateContext, {**context, "kb": made, "body": made.body()})
