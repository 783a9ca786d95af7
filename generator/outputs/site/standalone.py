"""What `mkdocs build` and `mkdocs serve` need besides pages: the library, the other outputs.

Like a command it stands at the end of the flow, and may therefore call all of it.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from mkdocs.exceptions import Abort

from generator.build import staging
from generator.build.mapping import map_over
from generator.build.memo import DiskMemo
from generator.errors import ContentError
from generator.model import Library
from generator.outputs.making import Folders, make_outputs
from generator.outputs.registry import OUTPUTS
from generator.outputs.shared.site_settings import SiteSettings


def make_library(content: Path, memo: DiskMemo) -> Library:
    """Return the library of a content folder; bad input ends the build with one line."""
    from generator.content import load_content  # heavy, and of no use to `generator build` here
    from generator.recipe import build_library

    try:
        library = load_content(content, memo)
        return build_library(library, memo, mapped=map_over(os.cpu_count() or 1))
    except ContentError as error:
        raise Abort(str(error)) from error


def write_rest(
    library: Library, site: Path, settings: SiteSettings, memo: DiskMemo, jobs: int
) -> None:
    """Write into `site`, where the pages are, all that a site has besides them.

    What the site does not carry (dist/) is left to `generator build`.
    """
    rest = [each for each in OUTPUTS if each.name != "site" and each.in_site(library)]
    files = {"site": [each for each in staging.list_files(site) if each != staging.MANIFEST]}
    with tempfile.TemporaryDirectory() as nowhere:
        dist = Path(nowhere) / "dist"
        dist.mkdir()
        try:
            folders = Folders(site, dist, site, dist)
            made, _ = make_outputs(library, rest, folders, settings, memo, jobs)
        except ContentError as error:
            raise Abort(str(error)) from error
    staging.write_manifest(site, {**files, **made})
