"""The MkDocs plugin `zhishiku`: a content folder becomes the pages of an ordinary MkDocs site."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.build.known_files import KnownFiles
from generator.build.memo import DiskMemo, Memo, code_digest, content_memo, digest
from generator.build.places import CACHE
from generator.build.value_digests import ValueDigests
from generator.model import Library
from generator.outputs.shared.broken_titles import by_sense
from generator.outputs.shared.compiled_templates import compiled_templates
from generator.outputs.shared.network_policy import with_policy
from generator.outputs.shared.site_settings import FONTS, SiteSettings
from generator.outputs.site.configuration import custom_theme, settle
from generator.outputs.site.delivery import delivered, is_ours
from generator.outputs.site.frame_sources import config_said, frame_texts
from generator.outputs.site.framing import Frames
from generator.outputs.site.generated_page import GeneratedPage
from generator.outputs.site.page_writing import PageWriter
from generator.outputs.site.pages import SitePage, pages_of
from generator.outputs.site.pictures import picture_files
from generator.outputs.site.standalone import make_library, write_rest
from generator.outputs.site.theme_files import theme_files
from generator.outputs.site.views.frame import Frame, frame_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.reports import report_data
from generator.outputs.site.views.reuse_lists import pair_data
from generator.outputs.site.views.reuse_places import reuse_places
from generator.outputs.site.ways import line_of

NAME = "zhishiku"
FIRST, LAST = 100, -100  # before and after whatever other plugins do at an event
FRAMED = "framed.html"  # a template for what is rendered already
# Where another plugin may give a page what its frame or its body has not by itself.
OF_A_PAGE = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context")
# Where it may do something to all of them, or to what is around them.
OF_ALL = ("files", "nav", "env", "template_context", "post_page")


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
    index: LibraryIndex


class ZhishikuPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Generates every page from the Library; MkDocs never sees the sources' text as Markdown.

    Under `mkdocs build` and `mkdocs serve` it makes the library itself, and the other outputs
    of the site when the pages are written; under `generator build` both are done elsewhere
    (`take`).  Bodies are made when a page is written, not when it is read, so that a large
    site does not stand in memory twice.  Where no other plugin has anything to do with pages,
    MkDocs is spared ours: they are written here, those that would be the same not at all.
    """

    def __init__(self) -> None:
        """Begin without a library."""
        self._taken: tuple[Library, Memo] | None = None
        self._known = KnownFiles()
        self._own_memo: DiskMemo | None = None
        self._jobs = os.cpu_count() or 1
        self._previewed = False
        self._alone = True  # whether no other plugin has a say in each page
        self._direct = True  # nor in all of them, so that they are written here
        self._ours: dict[
            str, File
        ] = {}  # MkDocs' files of our pages, where they are not his to write
        self._build: _Build
        self._named: frozenset[str]
        self._frames: Frames
        self._main: jinja2.Template
        self._files: Files
        self._nav: Navigation

    def take(self, library: Library, memo: Memo, known: KnownFiles) -> None:
        """Write `library`, and leave the other outputs to those who have made it.

        `known` are the pages that the last build has left.
        """
        self._taken = library, memo
        self._known = known

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether this is a preview: its server has threads, so that it must not fork."""
        self._previewed = command == "serve"
        if self._previewed:
            self._jobs = 1

    @event_priority(FIRST)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Return the configuration with the library's name and our theme before Material's.

        MkDocs keeps a plugin that knows of its start-up for all builds of a process: what a build
        before this one has left is let go here.
        """
        self._ours = {}
        self._alone = self._only_ours(config, OF_A_PAGE)
        self._direct = self._alone and self._only_ours(config, OF_ALL)
        library, memo = self._taken or self._make()
        settle(config, library.title)
        index = LibraryIndex(library)
        self._build = _Build(
            library,
            memo,
            frame_of(index),
            {f"{each.address.removesuffix('.html')}.md": each for each in pages_of(index)},
            report_data(index, memo) | pair_data(index) | reuse_places(index),
            custom_theme(config),
            tuple(config.theme.dirs),
            index,
        )
        return config

    def _only_ours(self, config: MkDocsConfig, events: Iterable[str]) -> bool:
        """Tell whether nobody but this plugin takes part in `events`."""
        return all(
            getattr(each, "__self__", None) is self
            for name in events
            for each in config.plugins.events[name]
        )

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
        if not self._direct or config.nav or config.site_url:  # the nav or the sitemap names them
            for name in self._build.pages:
                kept.append(self._file(name, config))
        self._files = kept
        return kept

    def _file(self, name: str, config: MkDocsConfig) -> File:
        return File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)

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
        env.bytecode_cache = compiled_templates()
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
        if self._direct:
            self._withdraw(files)
        self._nav = nav
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

    def _withdraw(self, files: Files) -> None:
        """Take our pages out of the files that MkDocs is going to write."""
        for name, made in self._build.pages.items():
            if file := files.get_file_from_path(name):
                files.remove(file)
                self._ours[name] = file
                if file.page:
                    file.page.markdown = ""
                    self._describe(file.page, made)

    @event_priority(FIRST)
    def on_template_context(
        self, context: TemplateContext, /, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Return the context of a theme's template (sitemap.xml) with our pages among all."""
        if self._ours:
            pages = [*self._ours.values(), *context["pages"]]
            return cast(TemplateContext, {**context, "pages": pages})
        return context

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
            framed = Markup(self._frames.framed(made, body, partial(self._rendered, page, context)))
            self._describe(page, made)
            return cast(TemplateContext, {**context, "framed": framed})
        page.content = config.plugins.on_page_content(
            str(body), page=page, config=config, files=self._files
        )
        return cast(TemplateContext, {**context, "kb": made})

    def _rendered(self, page: Page, context: TemplateContext, shown: SitePage, body: str) -> str:
        """Return a page in full: what is `shown` of it in its frame."""
        self._describe(page, shown)
        page.content = Markup(body)
        return self._main.render({**context, "kb": shown})

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
        """Write our pages, and the other outputs of the site where nobody else does."""
        if self._direct:
            self._write_pages(config)
        if self._own_memo:
            settings = SiteSettings(
                Path(config.config_file_path),
                Path(config.docs_dir),
                self._build.templates,
                Path(self.config.content) / FONTS,
            )
            site = Path(config.site_dir)
            write_rest(self._build.library, site, settings, self._own_memo, self._jobs)

    def _write_pages(self, config: MkDocsConfig) -> None:
        build = self._build
        code = code_digest(__name__)
        frame = digest(
            (
                code,
                ValueDigests().of(build.frame).hex(),
                frame_texts(build.templates),
                config_said(config),
                self._previewed,
            )
        )

        def framed(made: SitePage, body: Markup) -> bytes:
            def render(shown: SitePage, content: str) -> str:
                page = self._page(made, config)
                context = get_context(self._nav, self._files, config, page)
                page.active = True  # in the navigation, while it is written
                rendered = self._rendered(page, context, shown, content)
                page.active = False
                return rendered

            page = self._frames.framed(made, body, render)
            return self._closed(page).encode("utf-8", "xmlcharrefreplace")

        site = Path(config.site_dir)
        writer = PageWriter(build.index, site, self._known, build.templates, code, frame, framed)
        writer.write(build.pages.values())

    def _page(self, made: SitePage, config: MkDocsConfig) -> Page:
        """Return a page of ours as MkDocs' templates want it."""
        name = f"{made.address.removesuffix('.html')}.md"
        file = self._ours.get(name) or self._file(name, config)
        page = file.page or GeneratedPage(None, file, config)
        page.markdown = ""
        page.render(config, self._files)
        return page

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Return the preview's server, which watches the content folder too."""
        server.watch(self.config.content)
        return server


def _outline(env: jinja2.Environment, page: SitePage) -> Markup:
    """Return the lines of a page's outline."""
    return Markup(env.get_template("partials/outline.html").render(outline=page.outline))
