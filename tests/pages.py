"""One page of every kind that a built site has, found in the site itself."""

from __future__ import annotations

import re
from pathlib import Path

KIND = re.compile(r'data-page="([a-z_]+)"')
KINDS = (  # of the shipped library
    *("apparatus", "article", "authored", "collection", "compare", "coverage", "downloads"),
    *("draft", "duties", "examination", "findings", "full_text", "home", "ledger", "ledger_list"),
    *("notes", "packs", "quiz", "report", "reports", "reuse", "search", "terms"),
)
START = 60_000  # characters: the header that names the kind stands well before


def pages_by_kind(site: Path) -> dict[str, Path]:
    """Return kind -> its largest page, the traditional ones as `hant kind`, in order of kinds.

    The largest page of a kind has most to show; where two are alike the first by name is taken.
    """
    found: dict[str, tuple[int, Path]] = {}
    for path in sorted(site.rglob("*.html")):
        kind = KIND.search(path.read_text("utf-8")[:START])
        if kind:
            name = ("hant " if path.is_relative_to(site / "hant") else "") + kind[1]
            size = path.stat().st_size
            if name not in found or size > found[name][0]:
                found[name] = (size, path)
    return {name: found[name][1] for name in sorted(found)}
