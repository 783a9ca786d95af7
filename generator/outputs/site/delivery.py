"""Our style sheets and scripts as pages load them: few files, minified.

The sources in overrides/assets are written to be read.  What every page needs is joined: one
style sheet and one script, for slow disks and old machines; and so are the engine of search,
which pages load when someone makes for the search box, and what only few queries need of it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

KINDS = {".css": "text/css", ".js": "application/javascript"}
STYLE = "assets/css/site.css"
SCRIPT = "assets/js/site.js"
STYLES = ("colours", "site", "search", "reader")
ENGINE = "assets/js/search-engine.js"
SCRIPTS = (
    "kb",
    "site",
    "search-box",
    "reader-settings",
    "reader-record",
    "picking",
)
TEXT_SCRIPT = "assets/js/text.js"
TEXT_SCRIPTS = (
    "copying",
    "sentence-tools",
    "sentence-notes",
    "sentence-picks",
    "tips",
)  # where a document is the page
ENGINE_PARTS = ("search-store", "search-facts", "search-engine")
RARE = "assets/js/search-rare.js"
RARE_PARTS = (
    "search-kit",
    "search-names",
    "search-dates",
    "search-sounds",
    "search-likeness",
    "search-passage",
)
DRAFT = "assets/js/draft.js"
DRAFT_PARTS = (
    "draft-letters",
    "draft-matching",
    "draft-quotations",
    "citation-grammar",
    "draft-citations",
    "draft-shared",
    "draft-doubts",
    "draft-coverage",
    "draft-engine",
    "draft-words",
    "draft-shown",
)  # what checks a draft, once there is one
JOINED = {
    SCRIPT: SCRIPTS,
    TEXT_SCRIPT: TEXT_SCRIPTS,
    ENGINE: ENGINE_PARTS,
    RARE: RARE_PARTS,
    DRAFT: DRAFT_PARTS,
}
# Files of their own: scripts that run before the first paint, what few pages need, or any
# page only when it is asked for.
ALONE = (
    "assets/css/amended.css",
    "assets/css/apparatus.css",
    "assets/css/article.css",
    "assets/css/collection.css",
    "assets/css/coverage.css",
    "assets/css/draft.css",
    "assets/css/edition.css",
    "assets/css/examination.css",
    "assets/css/home.css",
    "assets/css/lists.css",
    "assets/css/pair.css",
    "assets/css/pair-reuse.css",
    "assets/css/print-pack.css",
    "assets/css/quiz.css",
    "assets/css/report-list.css",
    "assets/css/report.css",
    "assets/css/reuse.css",
    "assets/css/tips.css",
    "assets/css/versions.css",
    "assets/css/volumes.css",
    "assets/js/article-tools.js",
    "assets/js/choosing.js",
    "assets/js/draft-page.js",
    "assets/js/collect.js",
    "assets/js/collection.js",
    "assets/js/collection-check.js",
    "assets/js/collection-file.js",
    "assets/js/examination-merge.js",
    "assets/js/examination.js",
    "assets/js/following.js",
    "assets/js/found.js",
    "assets/js/linked-passages.js",
    "assets/js/notes-page.js",
    "assets/js/office-zip.js",
    "assets/js/pack-builder.js",
    "assets/js/pack-notes.js",
    "assets/js/pack-passages.js",
    "assets/js/pack-word.js",
    "assets/js/pair.js",
    "assets/js/palette.js",
    "assets/js/pinyin-above.js",
    "assets/js/quiz.js",
    "assets/js/record-file.js",
    "assets/js/report-list.js",
    "assets/js/report.js",
    "assets/js/reuse-list.js",
    "assets/js/pair-reuse.js",
    "assets/js/search-page.js",
    "assets/js/sheet-reader.js",
    "assets/js/table-filter.js",
    "assets/js/word-writer.js",
    "assets/js/search.js",
    "assets/js/theme.js",
)
OURS = frozenset(
    [f"assets/css/{name}.css" for name in STYLES]
    + [f"assets/js/{name}.js" for names in JOINED.values() for name in names]
    + [*ALONE]
)
MINIFIER = Path(__file__).with_name("minifier.py")


def is_ours(path: str) -> bool:
    """Tell whether `path`, from the site's root, is one of our style sheets or scripts."""
    return path in OURS


def delivered(sources: Mapping[str, str]) -> dict[str, str]:
    """Return path -> text of the files that pages load, made of our `sources` by path.

    ValueError where a source is not valid code.
    """
    styles = [f"assets/css/{name}.css" for name in STYLES]
    files = {path: sources[path] for path in ALONE} | {STYLE: _joined(sources, styles)}
    files |= {path: joined_script(sources, path) for path in JOINED}
    return _minified(files)


def joined_script(sources: Mapping[str, str], path: str) -> str:
    """Return the script `path` of JOINED: its parts in one function, which see one another."""
    paths = [f"assets/js/{name}.js" for name in JOINED[path]]
    return f'(() => {{\n"use strict";\n{_joined(sources, paths)}}})();\n'


def _joined(sources: Mapping[str, str], paths: Iterable[str]) -> str:
    return "".join(f"{sources[path]}\n" for path in paths)


def _minified(files: Mapping[str, str]) -> dict[str, str]:
    asked: dict[str, dict[str, str]] = {kind: {} for kind in KINDS.values()}
    for path, text in sorted(files.items()):
        asked[KINDS[PurePosixPath(path).suffix]][path] = text
    ended = subprocess.run(
        [sys.executable, str(MINIFIER)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ended.returncode:
        raise ValueError(f"a style sheet or script is not valid:\n{ended.stderr}")
    made: dict[str, str] = json.loads(ended.stdout)
    return {path: made[path].strip() + "\n" for path in sorted(made)}
