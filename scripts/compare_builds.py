"""Compares two builds: the same words, exports and packs?  What differs in the pages' HTML?

    python scripts/compare_builds.py BEFORE AFTER       two folders that hold site/ and dist/

Words are those of the element with the id `content`, without scripts; exports (site/data) and
search shards must be the same to the byte, packs in their words.  What differs in the frame
round the words is listed line by line with the number of pages that have it.  Ends with 1 where
words, exports or packs differ or files are missing.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import zipfile
from collections import Counter
from difflib import ndiff
from io import BytesIO
from pathlib import Path

from lxml import etree, html

SHOWN = 60  # lines of the frame, and files of a kind
EXACT = (".json", ".csv")
OWN = ".outputs.json"  # which output wrote which files: no business of readers
HEAVY = ("search/", "hant/search/")
TAG = re.compile(r"<[^>]+>")


def main() -> int:
    """Compare; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args()
    faults = 0
    for part in ("site", "dist"):
        faults += compare(options.before / part, options.after / part)
    return 1 if faults else 0


def compare(before: Path, after: Path) -> int:
    """Print how two trees differ; return in how many ways that matter."""
    old, new = _names(before), _names(after)
    print(f"== {before.name}: {len(old)} files, then {len(new)}")
    _list("gone", sorted(old - new))
    _list("new", sorted(new - old))
    both = sorted(old & new)
    pages = [name for name in both if name.endswith(".html")]
    found = {
        "other bytes": [n for n in both if _exact(n) and _bytes(before, n) != _bytes(after, n)],
        "other words": [n for n in pages if _words(before / n) != _words(after / n)],
        "other words in a pack": [
            n
            for n in both
            if n.endswith((".docx", ".xlsx", ".pdf")) and _pack_differs(before, after, n)
        ],
    }
    for what, names in found.items():
        _list(what, names)
    bodies = [name for name in pages if _body(before / name) != _body(after / name)]
    _list("other markup within the words' element", bodies)
    _list("other bytes of another kind", [
        name for name in both
        if not _exact(name) and name not in pages and _bytes(before, name) != _bytes(after, name)
    ])  # fmt: skip
    _frames(before, after, pages)
    return sum(map(len, found.values())) + len([name for name in old - new if _matters(name)])


def _names(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - {OWN}


def _matters(name: str) -> bool:
    return _exact(name) or name.endswith((".html", ".docx", ".xlsx", ".pdf"))


def _exact(name: str) -> bool:
    return name.endswith(EXACT) or name.startswith(HEAVY)


def _bytes(folder: Path, name: str) -> bytes:
    return (folder / name).read_bytes()


def _content(page: Path) -> html.HtmlElement | None:
    """Return the element that holds the words; None on a page that has a body of its own."""
    tree = html.fromstring(page.read_bytes())
    found = tree.xpath("//*[@id='content']") or tree.xpath("//body")
    return found[0] if found else None


def _words(page: Path) -> str:
    content = _content(page)
    if content is None:
        return ""
    etree.strip_elements(content, "script", "style", with_tail=False)
    return " ".join(content.text_content().split())


def _body(page: Path) -> str:
    """Return the markup within the words' element, without space between tags."""
    content = _content(page)
    if content is None:
        return ""
    inner = "".join(html.tostring(each, encoding="unicode") for each in content)
    return re.sub(r"\s+", " ", re.sub(r">\s+<", "><", inner)).strip()


def _pack_differs(before: Path, after: Path, name: str) -> bool:
    old, new = before / name, after / name
    if old.read_bytes() == new.read_bytes():
        return False
    if name.endswith(".pdf"):
        return _printed(old) != _printed(new)
    return _parts(old.read_bytes()) != _parts(new.read_bytes())


def _printed(pdf: Path) -> str:
    """Return the words of a PDF; lines and pages may break elsewhere in another font."""
    said = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"],
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    return re.sub(r"\s+|(?<=\n)\W*\d+\W*(?=[\n\f])", "", said)


def _parts(pack: bytes) -> dict[str, str]:
    """Return the words of an office file by part."""
    with zipfile.ZipFile(BytesIO(pack)) as archive:
        texts = {n: archive.read(n).decode("utf-8", "replace") for n in archive.namelist()}
    return {name: TAG.sub("", text) for name, text in texts.items() if name.endswith(".xml")}


def _frames(before: Path, after: Path, pages: list[str]) -> None:
    """Print the lines outside the words' element that pages have lost and gained, by number."""
    lost, gained, same = Counter[str](), Counter[str](), 0
    for name in pages:
        old, new = (_frame((each / name).read_text("utf-8")) for each in (before, after))
        same += old == new
        for line in ndiff(old, new):
            if line.startswith("- "):
                lost[line[2:]] += 1
            elif line.startswith("+ "):
                gained[line[2:]] += 1
    print(f"frame: {same} of {len(pages)} pages the same")
    for sign, lines in (("-", lost), ("+", gained)):
        for line, count in lines.most_common(SHOWN):
            print(f"  {sign} {count:4} {line[:150]}")


def _frame(page: str) -> list[str]:
    """Return the lines of a page outside the words' element, ways to the root evened out."""
    head, _, rest = page.partition('id="content"')
    foot = rest.rpartition("<footer")[2]
    text = f"{head}{foot}".replace("../", "").replace('=".."', '="."').replace('"..", ', '".", ')
    text = re.sub(r' data-page="\w+"', "", text)
    lines = (line.strip() for line in text.replace("><", ">\n<").splitlines())
    return [line for line in lines if line and not _of_one_page(line)]


def _of_one_page(line: str) -> bool:
    return line.startswith(("<title", '<meta name="description"')) or 'id="kb-script"' in line


def _list(what: str, names: list[str]) -> None:
    print(f"{what}: {len(names)}")
    for name in names[:SHOWN]:
        print(f"  {name}")


if __name__ == "__main__":
    sys.exit(main())
