"""What pages of a built site load of our own: within the budget, on every kind of page."""

from __future__ import annotations

import gzip
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import Built
from tests.pages import KINDS, pages_by_kind

RAW, GZIPPED = 60_000, 20_000  # bytes of our style sheets and scripts on a page
# Material's own stand in assets/stylesheets and assets/javascripts.
OURS = ("assets/css/", "assets/js/", "hant/assets/")


class Loaded(HTMLParser):
    """The addresses of style sheets and scripts that a page names, and what stands in the page."""

    def __init__(self) -> None:
        super().__init__()
        self.named: list[str] = []
        self.inline: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a style sheet or a script."""
        values = dict(attrs)
        address = values.get("src") if tag == "script" else values.get("href")
        sheet = tag == "link" and "stylesheet" in (values.get("rel") or "")
        if address and (tag == "script" or sheet):
            self.named.append(address)
        data = "json" in (values.get("type") or "")
        self._inside = tag in ("script", "style") and not address and not data

    def handle_data(self, data: str) -> None:
        """Note a style or a script that stands in the page."""
        if self._inside:
            self.inline.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Leave it."""
        if tag in ("script", "style"):
            self._inside = False


def own_share(site: Path, page: Path) -> list[bytes]:
    """Return the style sheets and scripts that `page` loads or holds, without Material's files."""
    reader = Loaded()
    reader.feed(page.read_text("utf-8"))
    root = site.resolve()
    files = [(page.parent / address.split("?")[0]).resolve() for address in reader.named]
    ours = [file for file in files if file.relative_to(root).as_posix().startswith(OURS)]
    assert ours, f"{page.name} loads nothing of ours"
    return [file.read_bytes() for file in ours] + [text.encode() for text in reader.inline]


def pages_of(built: Built) -> dict[str, Path]:
    """Return kind -> page; 404.html, whose addresses start at a server's root, is left out."""
    return {kind: page for kind, page in pages_by_kind(built.site).items() if kind != "missing"}


def too_heavy(built: Built) -> dict[str, tuple[int, int]]:
    found = {}
    for kind, page in pages_of(built).items():
        parts = own_share(built.site, page)
        raw = sum(map(len, parts))
        packed = sum(len(gzip.compress(part, 9)) for part in parts)
        if raw > RAW or packed > GZIPPED:
            found[kind] = (raw, packed)
    return found


def test_every_kind_of_page_is_within_the_budget(built: Built, built_law: Built) -> None:
    assert set(pages_of(built)) >= set(KINDS)
    assert too_heavy(built) == {}
    assert too_heavy(built_law) == {}


def test_what_is_over_the_budget_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "assets/js").mkdir(parents=True)
    (tmp_path / "assets/js/big.js").write_text("x" * (RAW + 1), "utf-8")
    page = '<header data-page="home"></header><script src="assets/js/big.js"></script>'
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert set(too_heavy(Built(tmp_path, tmp_path))) == {"home"}
