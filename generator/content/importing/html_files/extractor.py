"""What a general extractor takes for the matter of a page, told line by line.

Resiliparse 2 knows the class names and the shapes that the furniture of pages has, and of the
extractors at hand it loses least (docs/decisions/0021).  It answers with a text, so every line
of the page is handed to it with a mark in front, and the marks that come back are its answer.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from resiliparse.extract.html2text import extract_plain_text

from generator.content.importing.html_files.page_lines import PageLine
from generator.content.importing.html_files.page_tree import Element

DEEPEST = 60  # wrappers round a line that it is shown: its time grows with the square of them
MARK = "\ue000"
BASE = 0x1000
DIGITS = 0xE800  # the digits of a mark are private characters, so that nothing counts as words
MARKED = re.compile(rf"{MARK}([{chr(DIGITS)}-{chr(DIGITS + BASE - 1)}]{{2}})")
PRIVATE = re.compile("[\ue000-\uf8ff]")
NAMED = ("class", "id", "role")
INLINE = frozenset(("html", "head", "body", "page"))
MOST = BASE * BASE


def taken_by_extractor(lines: Sequence[PageLine]) -> set[int]:
    """Return the indexes of the lines that the extractor takes for the matter of the page."""
    page = "".join(_skeleton(lines[:MOST]))
    text = extract_plain_text(
        page, main_content=True, list_bullets=False, alt_texts=False, comments=False
    )
    return {_number(digits) for digits in MARKED.findall(text)}


def _skeleton(lines: Sequence[PageLine]) -> Iterable[str]:
    """Yield the source of a page with the same blocks and nothing that is only looks."""
    yield "<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>"
    chains = _Chains()
    open_now: list[Element] = []
    for number, line in enumerate(lines):
        if line.unseen:
            continue
        chain = chains.of(line.home)
        same = 0
        while same < min(len(chain), len(open_now)) and chain[same] is open_now[same]:
            same += 1
        yield from (f"</{each.tag}>" for each in reversed(open_now[same:]))
        yield from (_tag(each) for each in chain[same:])
        open_now = chain
        yield _words(number, line)
    yield from (f"</{each.tag}>" for each in reversed(open_now))
    yield "</body></html>"


def _tag(element: Element) -> str:
    said = "".join(
        f' {name}="{html.escape(element.attributes[name][:200])}"'
        for name in NAMED
        if name in element.attributes
    )
    return f"<{element.tag}{said}>"


def _words(number: int, line: PageLine) -> str:
    """Return the words of a line with its mark, as many of them a link as are on the page."""
    words = PRIVATE.sub("", line.words)
    split = max(0, len(words) - line.linked)
    mark = MARK + "".join(chr(DIGITS + digit) for digit in divmod(number, BASE))
    free, linked = html.escape(words[:split]), html.escape(words[split:])
    if line.linked:
        linked = f'<a href="x.html">{linked}</a>'
    return f"{mark}{free}{linked}<br>"


def _number(digits: str) -> int:
    high, low = (ord(each) - DIGITS for each in digits)
    return high * BASE + low


class _Chains:
    """The wrappers of an element from outside in, the outermost only where there are too many."""

    def __init__(self) -> None:
        self._depths: dict[Element, int] = {}
        self._lifted: dict[Element, Element] = {}

    def of(self, element: Element) -> list[Element]:
        """Return at most DEEPEST elements that hold each other, the last holding `element`."""
        path: list[Element] = []
        above: Element | None = element
        while above is not None and above not in self._depths:
            path.append(above)
            above = above.parent
        for each in reversed(path):
            depth = self._depths[each.parent] + 1 if each.parent in self._depths else 0
            self._depths[each] = depth
            deep = each.parent is not None and depth > DEEPEST
            self._lifted[each] = self._lifted[each.parent] if deep and each.parent else each
        chain: list[Element] = []
        at: Element | None = self._lifted[element]
        while at is not None:
            if at.tag not in INLINE:
                chain.append(at)
            at = at.parent
        return chain[::-1]
