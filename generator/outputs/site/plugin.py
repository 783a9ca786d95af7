"""The MkDocs plugin `zhishiku`: a content folder becomes the pages of an ordinary MkDocs site."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.build.memo import DiskMemo, Memo, content_memo
from generator.build.places import CACHE
from generator.model import Library
from generator.outputs.shared.broken_titles import by_sense
from generator.outputs.shared.network_policy import with_policy
from generator.outputs.shared.site_settings import FONTS, SiteSettings
from generator.outputs.site.configuration import custom_theme, settle
from generator.outputs.site.delivery import delivered, is_ours
from generator.outputs.site.framing import Frames
from generator.outputs.site.generated_page import GeneratedPage
from generator.outputs.site.pages import SitePage, pages_of
from generator.outputs.site.pictures import picture_files
from generator.outputs.site.standalone import make_library, write_rest
from generator.outputs.site.theme_files import theme_files
from generator.outputs.site.views.frame import Frame, frame_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.reports import report_data
from generator.outputs.site.views.reuse import pair_data
from generator.outputs.site.views.reuse_places import reuse_places
from generator.outputs.site.ways import line_of

NAME = "zhishiku"
FIRST, LAST = 100, -100  # before and after whatever other plugins do at an event
FRAMED = "framed.html"  # a template for what is rendered already
# Where another plugin may give a page what its frame or its body has not by itself.
OF_A_PAGE = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say under `zhishiku:`; paths start at the folder of mkdocs.yml."""

    content = config_options.Dir(default="content")
    cache = config_options.Dir(default=str(CACHE))


@dataclass(frozen=True, slots=True)
class _Build:
    """What one build is made of: its pages by MkDocs' names of them, and all they need.

    `data` are scripts that pages load, by address.
    """

    library: Library
    memo: Memo
    frame: Frame
    pages: dict[str, SitePage]
    data: dict[str, str]
    templates: tuple[Path, ...]
    theme: tuple[str, ...]


class ZhishikuPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Generates every page from the Library; MkDocs never sees the sources' text as Markdown.

    Under `mkdocs build` and `mkdocs serve` it makes the library itself, and the other outputs
    of the site when the pages are written; under `generator build` both are done elsewhere
    (`take`).  Bodies are made when a page is written, not when it is read, so that a large
    site does not stand in memory twice.
    """

    def __init__(self) -> None:
        """Begin without a library."""
        self._taken: tuple[Library, Memo] | None = None
        self._own_memo: DiskMemo | None = None
        self._jobs = os.cpu_count() or 1
        self._previewed = False
        self._alone = True  # whether no other plugin has a say in each page
        self._build: _Build
        self._named: frozenset[str]
        self._frames: Frames
        self._main: jinja2.Template
        self._files: Files

    def take(self, library: Library, memo: Memo) -> None:
        """Write `library`, and leave the other outputs to those who have made it."""
        self._taken = library, memo

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview: its server has threads, so that it must not fork."""
        self._previewed = command == "serve"
        if self._previewed:
            self._jobs = 1

    @event_priority(FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Return the configuration with the library's name and our theme before Material's."""
        self._alone = not any(
            getattr(each, "__self__", None) is not self
            for name in OF_A_PAGE
            for each in config.plugins.events[name]
        )
        library, memo = self._taken or self._make()
        settle(config, library.title)
        index = LibraryIndex(library)
        self._build = _Build(
            library,
            memo,
            frame_of(index),
            {f"{each.address.removesuffix('.html')}.md": each for each in pages_of(index)},
            report_data(index) | pair_data(index) | reuse_places(index),
            custom_theme(config),
            tuple(config.theme.dirs),
        )
        return config

    def _make(self) -> tuple[Library, Memo]:
        content = Path(self.config.content)
        self._own_memo = content_memo(Path(self.config.cache), content)
        return make_library(content, self._own_memo), self._own_memo

    @event_priority(LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from looking through the theme's thousands of icons for files to copy."""
        config.theme.dirs = []

    @event_priority(FIRST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Return the pages of the library, the theme's files, and what MkDocs has found."""
        config.theme.dirs = list(self._build.theme)
        kept = Files([each for each in files if not each.is_documentation_page()])
        ours: dict[str, str] = {}
        for each in theme_files(self._build.theme, config):
            if is_ours(each.src_uri):
                ours[each.src_uri] = each.content_string
            elif each.src_uri not in kept:
                kept.append(each)
        for path, text in self._build.memo(delivered, ours).items():
            kept.append(File.generated(config, path, content=text))
        for path, picture in picture_files(self._build.library.findings).items():
            kept.append(File.generated(config, path, content=picture))
        for path, text in self._build.data.items():
            kept.append(File.generated(config, path, content=text))
        for name in self._build.pages:
            file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            kept.append(file)
        self._files = kept
        return kept

    @event_priority(FIRST)
    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Return the Markdown as it is, none; give the page its title and description."""
        if made := self._build.pages.get(page.file.src_uri):
            self._describe(page, made)
            if self._alone:
                page.meta["template"] = FRAMED
        return markdown

    def _describe(self, page: Page, made: SitePage) -> None:
        about = self._build.frame.about
        page.meta["title"] = made.title or self._build.library.title
        page.meta["description"] = f"{made.title}。{about}" if made.title else about

    @event_priority(LAST)
    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Return the finished body: escaped where it had to be.

        MkDocs calls this when a page is read, for ours with nothing in it; we call it again
        when the body is made, so that other plugins have the body of ours too.
        """
        return Markup(html)

    @event_priority(FIRST)
    def on_env(
        self, env: jinja2.Environment, /, *, config: MkDocsConfig, files: Files
    ) -> jinja2.Environment:
        """Return the theme's environment with escaping on and the frame's data at hand."""
        env.autoescape = True
        env.trim_blocks = env.lstrip_blocks = True
        env.auto_reload = False  # an environment serves one build
        framed = jinja2.DictLoader({FRAMED: "{{ framed }}"})
        env.loader = jinja2.ChoiceLoader([jinja2.FileSystemLoader(self._build.theme), framed])
        self._frames = Frames(self._named, partial(_outline, env))
        self._main = env.get_template("main.html")
        env.globals["outline_of"] = self._frames.outline_of
        env.globals["frame"] = self._build.frame
        env.globals["line_of"] = line_of
        env.filters["by_sense"] = by_sense
        env.globals["site_root"] = urlsplit(config.site_url or "/").path
        return env

    @event_priority(LAST)
    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Return the navigation as it is; note the pages that it names, put ours for the rest."""
        for name in self._build.pages.keys() - {each.file.src_uri for each in nav.pages}:
            if file := files.get_file_from_path(name):
                GeneratedPage(None, file, config)  # which is file.page from now on
        frame = self._build.frame
        self._named = frozenset(
            [each.address for each in frame.sections]
            + [each.file.dest_uri for each in nav.pages]
            + [base.address for base in frame.bases]
            + [
                each.address
                for base in frame.bases
                for part in base.parts
                for each in part.articles
            ]
        )
        return nav

    @event_priority(FIRST)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Return the context with the page's view and its finished body."""
        made = self._build.pages.get(page.file.src_uri)
        if made is None:  # made by another plugin, with Markdown of its own
            return context
        body = made.body(self._build.templates)
        if self._alone:

            def render(shown: SitePage, content: str) -> str:
                self._describe(page, shown)
                page.content = Markup(content)
                return self._main.render({**context, "kb": shown})

            framed = Markup(self._frames.framed(made, body, render))
            self._describe(page, made)
            return cast(TemplateContext, {**context, "framed": framed})
        page.content = config.plugins.on_page_content(
            str(body), page=page, config=config, files=self._files
        )
        return cast(TemplateContext, {**context, "kb": made})

    @event_priority(LAST)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Return the page as it is written, with the policy; its body is let go."""
        page.content = ""
        return self._closed(output)

    @event_priority(LAST)
    def on_post_template(
        self, output_content: str, /, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Return a page that is not made of Markdown (404.html) with the policy."""
        return self._closed(output_content) if template_name.endswith(".html") else output_content

    def _closed(self, page: str) -> str:
        """Return a page that fetches nothing from a network; a preview must ask its server."""
        return page if self._previewed else with_policy(page.encode()).decode()

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the other outputs of the site, where nobody else does."""
        if self._own_memo:
            settings = SiteSettings(
                Path(config.config_file_path),
                Path(config.docs_dir),
                self._build.templates,
                Path(self.config.content) / FONTS,
            )
            site = Path(config.site_dir)
            write_rest(self._build.library, site, settings, self._own_memo, self._jobs)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Return the preview's server, which watches the content folder too."""
        server.watch(self.config.content)
        return server


def _outline(env: jinja2.Environment, page: SitePage) -> Markup:
    """Return the lines of a page's outline."""
    return Markup(env.get_template("partials/outline.html").render(outline=page.outline))
