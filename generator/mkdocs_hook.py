"""Lets plain `mkdocs build` and `mkdocs serve` work: reads content/ and hands it to the site."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Return the configuration with the site's plugin, holding the library of content/."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from generator.content import load_content
    from generator.errors import ContentError
    from generator.outputs.site import install
    from generator.recipe import build_library

    try:
        library = build_library(load_content(Path(config.docs_dir).parent))
    except ContentError as error:
        raise Abort(str(error)) from error
    return install(config, library)
