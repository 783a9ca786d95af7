"""Output: the website, written by MkDocs inside our own frame (overrides/)."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from generator.build.memo import Memo, no_memo
from generator.model import Library
from generator.outputs.shared.render_context import Context
from generator.outputs.site.plugin import SitePlugin
from generator.outputs.site.templating import load_templates

CONFIG = Path(__file__).parents[3] / "mkdocs.yml"
PLUGIN = "knowledge-base"


def prepare(memo: Memo) -> None:
    """Load the templates of page bodies."""
    load_templates()


def render(library: Library, context: Context) -> None:
    """Write the site's pages and its theme's files into `context.site`."""
    write_site(library, context.site, CONFIG, context.memo)


def write_site(library: Library, folder: Path, config_file: Path, memo: Memo = no_memo) -> None:
    """Write the site into `folder`, which MkDocs empties first."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as nothing:  # every page is generated, none is read
        config = load_config(
            str(config_file), docs_dir=nothing, site_dir=str(folder.resolve()), hooks=[]
        )
        build(install(config, library, memo))


def install(config: MkDocsConfig, library: Library, memo: Memo = no_memo) -> MkDocsConfig:
    """Return `config` set up to write `library`: its name, its plugin, no stray templates."""
    config.site_name = library.title
    config.theme.static_templates &= {"404.html"}
    config.plugins[PLUGIN] = SitePlugin(library, config.theme, memo)
    return config
