"""What an output is given besides the Library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.build.known_files import KnownFiles
from generator.build.memo import Memo
from generator.model import Library
from generator.outputs.shared.site_settings import DEFAULT_SETTINGS, SiteSettings


@dataclass(frozen=True, slots=True)
class Context:
    """Where an output writes, and the memo it may use.

    `site` and `dist` are empty folders of the output's own: what it leaves there becomes part
    of the site (site/data/links.json -> data/links.json) and of dist/ when the whole build is
    done.  `whole` is the site as the outputs before it in the table have left it, to be read
    only: the bundle zips it.  `settings` say what the maintainer has chosen for the look, `known`
    what the output has left in the site the last time.
    """

    site: Path
    dist: Path
    whole: Path
    memo: Memo
    settings: SiteSettings = DEFAULT_SETTINGS
    known: KnownFiles = field(default_factory=KnownFiles)


Render = Callable[[Library, Context], None]
