"""What a page says of the files that it offers: how large each is, and whether it is there.

The page is written before the files are; when all is made it is told (`told`).  Nothing that is
put in is Chinese, so that a page already in traditional characters is told in the same way.

    <a data-file="packs/a.pdf" href="packs/a.pdf">PDF<small></small></a>
    <p data-there="downloads/a.zip" hidden>…</p><p data-absent="downloads/a.zip">…</p>

`data-file`, `data-there` and `data-absent` count from the site's root; a page in hant/ offers
the file of that name in hant/ where there is one: a pack in traditional characters.  A file
that is not there loses its link and has a dash for its size.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from html import escape, unescape

from generator import addresses

PAGES = (addresses.DOWNLOADS, f"hant/{addresses.DOWNLOADS}")
KILO = 1024  # as Windows, WPS and phones count
NO_SIZE = "—"
OFFERED = re.compile(
    r'<a data-file="([^"]*)"(?: href="[^"]*")?>((?:(?!</a>|<small>).)*)<small>[^<]*</small></a>',
    re.DOTALL,
)
SAID = re.compile(r'(<\w+(?: class="[^"]*")? data-(there|absent)="([^"]*)")(?: hidden)?>')


def size_words(size: int) -> str:
    """Return a number of bytes as people write it: 312 KB, 3.2 MB."""
    if size < KILO:
        return "1 KB"
    amount, unit = size / KILO, "KB"
    for larger in ("MB", "GB"):
        if round(amount) < KILO:
            break
        amount, unit = amount / KILO, larger
    return f"{amount:.0f} KB" if unit == "KB" else f"{amount:.1f} {unit}"


def told(page: str, name: str, size_of: Callable[[str], int | None]) -> str:
    """Return the site's page `name` with the sizes of its files, its sentences chosen by them.

    `size_of` tells the bytes of a file by its path from the root, None where there is none.
    A page that has been told before may be told anew.
    """
    here = posixpath.dirname(name)

    def own(path: str) -> str:
        """Return the copy of a file in the page's own folder where there is one, else the file."""
        beside = posixpath.join(here, path)
        return path if size_of(beside) is None else beside

    def offered(found: re.Match[str]) -> str:
        path, label = found[1], found[2]
        place = own(unescape(path))
        size = size_of(place)
        if size is None:
            return f'<a data-file="{path}">{label}<small>{NO_SIZE}</small></a>'
        way = escape(posixpath.relpath(place, here or "."))
        return f'<a data-file="{path}" href="{way}">{label}<small>{size_words(size)}</small></a>'

    def said(found: re.Match[str]) -> str:
        there = size_of(unescape(found[3])) is not None
        return f"{found[1]}>" if there == (found[2] == "there") else f"{found[1]} hidden>"

    return SAID.sub(said, OFFERED.sub(offered, page))
