"""The line for browsers that are too old: on every page, hidden from all others by a style."""

from __future__ import annotations

import re
import zipfile

from generator.outputs.shared.page_templates import THEME
from tests.conftest import Built
from tests.oldest.features import OLDEST

LINE = '<p class="too-old">'
HIDING = re.compile(r"@supports ?\(padding: ?env\([^{]+\{ ?\.too-old ?\{ ?display: ?none;? ?\} ?\}")


def test_every_page_says_what_a_browser_too_old_needs(built_law: Built) -> None:
    found = [each for each in built_law.site.rglob("*.html") if each.parent.name != "linker"]
    pages = [path.read_text("utf-8") for path in found]  # that one is for who makes web pages
    pages += [path.read_text("utf-8") for path in built_law.dist.glob("*.html")]
    for bundle in built_law.dist.glob("*.zip"):
        with zipfile.ZipFile(bundle) as files:
            starts = [name for name in files.namelist() if name.endswith("START.html")]
            pages += [files.read(name).decode() for name in starts]
    own = [page for page in pages if 'http-equiv="refresh"' not in page]
    assert len(own) > 20
    assert all(page.count(LINE) == 1 for page in own)
    assert f"谷歌 {OLDEST}" in own[0]


def test_browsers_that_are_supported_hide_the_line(built_law: Built) -> None:
    sheet = (built_law.site / "assets/css/site.css").read_text("utf-8")
    assert HIDING.search(sheet)
    assert HIDING.search((THEME / "pages/single.css").read_text("utf-8"))
    assert HIDING.search((THEME / "pages/start.html").read_text("utf-8"))
