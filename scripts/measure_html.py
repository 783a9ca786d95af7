"""Letters lost and junk kept by readers of web pages, on the pages of tests/ or another folder.

    python scripts/measure_html.py [FOLDER]

FOLDER holds NAME.html and its true text NAME.txt (a line that starts with ? may be taken or left).
Compares our reader with Resiliparse alone, and with trafilatura where it is installed (it is not
needed for anything else; it wants lxml_html_clean besides).  A cell is lost/junk, in letters.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from rapidfuzz.distance import LCSseq
from resiliparse.extract.html2text import extract_plain_text

from generator.content.importing import import_file
from generator.content.importing.html_files.page_encoding import page_text

PAGES = Path(__file__).parent.parent / "tests" / "content" / "importing" / "pages"


def ours(data: bytes) -> str:
    """Return what our reader takes."""
    return import_file("a.html", data).text


def resiliparse(data: bytes) -> str:
    """Return what Resiliparse takes for the main content."""
    return extract_plain_text(page_text(data, "a"), main_content=True, alt_texts=False)


def trafilatura(data: bytes) -> str:
    """Return what trafilatura takes, asked to lose little."""
    extract = import_module("trafilatura").extract
    return extract(page_text(data, "a"), include_comments=False, favor_recall=True) or ""


def lost_and_junk(taken: str, truth: str) -> tuple[int, int]:
    """Return the letters of the true text that are not taken, and those taken beyond it."""
    may = {_plain(line) for line in truth.splitlines() if line.startswith("?")}
    may = {line.removeprefix("?") for line in may}
    must = _plain("".join(line for line in truth.splitlines() if not line.startswith("?")))
    found = "".join(line for line in map(_plain, taken.splitlines()) if line not in may)
    common = LCSseq.similarity(must, found)
    return len(must) - common, len(found) - common


def _plain(text: str) -> str:
    return "".join(text.split())


def main() -> None:
    """Print the table."""
    readers: list[Callable[[bytes], str]] = [ours, resiliparse]
    if find_spec("trafilatura"):
        readers.append(trafilatura)
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    sums = [[0, 0] for _ in readers]
    print(f"{'':28}" + "".join(f"{reader.__name__:>16}" for reader in readers))
    for page in sorted(folder.glob("*.html")):
        truth = page.with_suffix(".txt").read_text("utf-8")
        cells = []
        for at, reader in enumerate(readers):
            lost, junk = lost_and_junk(reader(page.read_bytes()), truth)
            sums[at][0] += lost
            sums[at][1] += junk
            cells.append(f"{lost}/{junk}")
        print(f"{page.stem:28}" + "".join(f"{cell:>16}" for cell in cells))
    print(f"{'all':28}" + "".join(f"{f'{lost}/{junk}':>16}" for lost, junk in sums))


if __name__ == "__main__":
    main()
