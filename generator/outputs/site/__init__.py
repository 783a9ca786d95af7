"""Output: the website, which MkDocs writes as mkdocs.yml says."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.build.known_files import KnownFiles
from generator.build.memo import Memo, no_memo
from generator.errors import ContentError
from generator.model import Library
from generator.outputs.shared.page_templates import load_templates
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.site_settings import DEFAULT_SETTINGS, SiteSettings
from generator.outputs.site.plugin import NAME, ZhishikuPlugin


def prepare(memo: Memo) -> None:
    """Load the templates of page bodies."""
    load_templates()


def render(library: Library, context: Context) -> None:
    """Write the site's pages and its theme's files into `context.site`."""
    write_site(library, context.site, context.settings, context.memo, context.known)


def write_site(
    library: Library,
    folder: Path,
    settings: SiteSettings = DEFAULT_SETTINGS,
    memo: Memo = no_memo,
    known: KnownFiles | None = None,
) -> None:
    """Write the site into `folder`, which MkDocs empties first.

    Pages that `known` has, and that would come out the same, are not made again.
    A mkdocs.yml that MkDocs refuses is a ContentError.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as nothing:
        try:
            config = load_config(
                str(settings.configuration),
                docs_dir=str(settings.files or nothing),
                site_dir=str(folder.resolve()),
            )
            plugin = config.plugins[NAME]
            assert isinstance(plugin, ZhishikuPlugin)
            plugin.take(library, memo, known or KnownFiles())
            build(config)
        except (Abort, ConfigurationError) as error:
            raise ContentError(str(settings.configuration), f"MkDocs 不接受：{error}") from error
