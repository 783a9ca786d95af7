"""Which files of the theme go to the site: what pages load, and not its thousands of icons."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.outputs.shared.page_templates import PAGES

# What MkDocs itself leaves in a theme's folder, then what of Material our pages never load:
# its search (worker, stemmers; see docs/decisions/0014) and maps for its developers; our bodies.
LEFT = ("*.py", "*.pyc", "*.html", "*.md", "mkdocs_theme.yml", "sitemap.xml", "locales")
UNUSED = ("assets/javascripts/lunr", "assets/javascripts/workers", "*.map", PAGES)


def theme_files(folders: Iterable[str], config: MkDocsConfig) -> Iterator[File]:
    """Yield the files of the theme's `folders` that go to the site, the first of a name only."""
    seen = set[str]()
    for folder in folders:
        for name in sorted(_names(Path(folder), Path(folder))):
            if name not in seen:
                seen.add(name)
                yield File(name, folder, str(config.site_dir), config.use_directory_urls)


def _names(folder: Path, root: Path) -> Iterator[str]:
    for path in folder.iterdir():
        name = path.relative_to(root).as_posix()
        if path.name.startswith(".") or any(
            fnmatch.fnmatch(name.lower(), each) for each in (*LEFT, *UNUSED)
        ):
            continue
        if path.is_dir():
            yield from _names(path, root)
        else:
            yield name
