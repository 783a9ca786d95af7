"""Pictures of the built site, light and dark, wide and on a phone: for review and the README.

python scripts/screenshots.py SITE FOLDER          every kind of page, four ways
python scripts/screenshots.py SITE docs --readme   the few that the README shows
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator import addresses

WIDTHS = {1280: 860, 390: 844}
Scheme = Literal["light", "dark"]
README = {"panel": "screenshot.png", "coverage": "screenshot-coverage.png"}
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the page, and what is clicked before it is taken."""

    name: str
    address: str
    click: str = ""


def shots(site: Path) -> Iterator[Shot]:
    """Yield one shot for every kind of page, on pages that have something to show."""
    links = json.loads((site / "data" / "links.json").read_text("utf-8"))
    counts: dict[tuple[str, int], int] = {}
    for link in links:
        place = (link["base"], link["article"])
        counts[place] = counts.get(place, 0) + 1
    base, number = max(sorted(counts), key=lambda place: counts[place])
    report = links[len(links) // 2]["report"]
    source = json.loads((site / "data" / "ledger.json").read_text("utf-8"))[0]["file"]
    yield Shot("home", addresses.HOME)
    own = f"{base}/{number}.html"
    yield Shot("article", own)
    yield Shot("panel", own, ".count >> nth=1")
    yield Shot("full", addresses.full_text(base))
    yield Shot("report", f"reports/{report}.html")
    yield Shot("reports", addresses.REPORTS)
    yield Shot("coverage", addresses.COVERAGE)
    yield Shot("cell", addresses.COVERAGE, ".cell >> nth=3")
    yield Shot("collation", addresses.apparatus(base))
    yield Shot("ledger", f"ledger/{Path(source).stem}.html")
    for name, address in (
        ("sources", addresses.LEDGER),
        ("compare", addresses.COMPARE),
        ("duties", addresses.DUTIES),
        ("terms", addresses.TERMS),
        ("findings", addresses.FINDINGS),
        ("downloads", addresses.DOWNLOADS),
        ("help", addresses.page("help")),
    ):
        if (site / address).is_file():
            yield Shot(name, address)


def take(browser: Browser, site: Path, shot: Shot, width: int, scheme: Scheme, file: Path) -> None:
    """Write one picture."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme
    )
    page: Page = context.new_page()
    page.goto((site / shot.address).as_uri())
    if shot.click:
        page.locator(shot.click).click()
    page.mouse.move(0, 0)
    page.screenshot(path=file, animations="disabled")
    context.close()


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--readme", action="store_true", help="only what the README shows")
    options = parser.parse_args()
    site = options.site.resolve()
    options.folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("KB_CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        for shot in shots(site):
            for width in WIDTHS:
                for scheme in SCHEMES:
                    name = f"screenshot-{shot.name}-{width}-{scheme}.png"
                    if options.readme:
                        if (width, scheme) != (1280, "light") or shot.name not in README:
                            continue
                        name = README[shot.name]
                    take(browser, site, shot, width, scheme, options.folder / name)
        browser.close()


if __name__ == "__main__":
    main()
