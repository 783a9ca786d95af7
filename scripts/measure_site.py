"""What a built site weighs: each kind of page, and the fullest folders.

    python scripts/measure_site.py SITE [DIST]

For each kind of page: how many, bytes of the middle one and of the largest, elements of that, bytes
of all; then the folders with most files.  Ends with 1 where a page or a folder is over its limit.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

LARGEST_PAGE = 500_000  # bytes of HTML
FULLEST_FOLDER = 2_000  # files
KIND = re.compile(rb'data-page="([a-z_]+)"')
TAG = re.compile(rb"<[a-z]")
FOLDERS_SHOWN = 12


def weights(site: Path) -> dict[str, list[tuple[int, Path]]]:
    """Return kind -> size and path of its pages, the largest first; the mirror's apart."""
    found: dict[str, list[tuple[int, Path]]] = defaultdict(list)
    for path in site.rglob("*.html"):
        kind = KIND.search(path.read_bytes())
        name = kind[1].decode() if kind else "other"
        mirrored = path.is_relative_to(site / "hant")
        found["hant " * mirrored + name].append((path.stat().st_size, path))
    return {kind: sorted(found[kind], reverse=True) for kind in sorted(found)}


def folders(roots: Sequence[Path]) -> list[tuple[int, Path]]:
    """Return the folders below `roots` with how many files stand in each, the fullest first."""
    counts = Counter(path.parent for root in roots for path in root.rglob("*") if path.is_file())
    return sorted(((count, folder) for folder, count in counts.items()), reverse=True)


def over(
    site: Path, roots: Sequence[Path], page: int = LARGEST_PAGE, folder: int = FULLEST_FOLDER
) -> list[str]:
    """Return a line for each page that is larger than `page`, each folder fuller than `folder`."""
    heavy = [
        f"{path}: {size} bytes"
        for pages in weights(site).values()
        for size, path in pages
        if size > page
    ]
    return heavy + [f"{path}: {count} files" for count, path in folders(roots) if count > folder]


def main() -> int:
    """Print the tables."""
    roots = [Path(each) for each in sys.argv[1:]]
    site = roots[0]
    for kind, pages in weights(site).items():
        size, path = pages[0]
        middle = round(statistics.median(each for each, _ in pages))
        elements = len(TAG.findall(path.read_bytes()))
        whole = sum(each for each, _ in pages)
        print(
            f"{kind:20}{len(pages):7}{middle:10}{size:10}{elements:8}{whole:13}"
            f"  {path.relative_to(site)}"
        )
    every = folders(roots)
    print(f"\n{sum(count for count, _ in every)} files")
    for count, folder in every[:FOLDERS_SHOWN]:
        print(f"{count:7}  {folder}")
    found = over(site, roots)
    print(*found, sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
