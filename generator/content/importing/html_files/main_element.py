"""The element of a page that holds its matter: the smallest round nearly all sentences taken."""

from __future__ import annotations

from collections.abc import Iterable

from generator.content.importing.html_files.furniture import (
    furniture,
    is_notice,
    is_prose,
    links_only,
)
from generator.content.importing.html_files.page_lines import PageLine
from generator.content.importing.html_files.page_tree import Element
from generator.content.importing.html_files.stated_facts import line_facts, row_facts

MAIN = 0.9  # of the letters of the sentences taken


def main_element(root: Element, lines: Iterable[PageLine]) -> Element:
    """Return the smallest element that holds nearly all sentences and rows of some lines."""
    weights: dict[Element, int] = {}
    for line in lines:
        if _is_matter(line):
            weights[line.home] = weights.get(line.home, 0) + line.letters
    whole = sum(weights.values())
    order = [root]
    for element in order:  # grows while it is read: parents before their children
        order += [each for each in element.children if isinstance(each, Element)]
    known = set(order)
    for home in [each for each in weights if each not in known]:  # beside the cells of a table
        if home.parent is not None:
            weights[home.parent] = weights.get(home.parent, 0) + weights[home]
    best = root
    for element in reversed(order):
        weight = weights.get(element, 0)
        if whole and weight >= MAIN * whole:
            best = element
            break
        if weight and element.parent is not None:
            weights[element.parent] = weights.get(element.parent, 0) + weight
    return _article(_not_a_line(best))


def _is_matter(line: PageLine) -> bool:
    """Tell whether a line taken is surely matter: a sentence or a row that tells of no page."""
    if line.kind == "row":
        return not links_only(line) and row_facts(line.words) is None
    told = furniture(line) or is_notice(line) or line_facts(line.words) is not None
    return is_prose(line) and not told


def _article(element: Element) -> Element:
    """Return the <article> that an element stands in, else the element itself."""
    at: Element | None = element
    while at is not None:
        if at.tag == "article":
            return at
        at = at.parent
    return element


def _not_a_line(element: Element) -> Element:
    """Return what holds a lone paragraph: its neighbours belong to it."""
    while element.tag in ("p", "tr", "li", "tbody", "h1", "h2", "h3", "blockquote", "dd", "pre"):
        if element.parent is None:
            break
        element = element.parent
    return element


def inside_of(main: Element) -> set[Element]:
    """Return an element and all that it holds."""
    found = {main}
    waiting = [main]
    while waiting:
        below = [each for each in waiting.pop().children if isinstance(each, Element)]
        found.update(below)
        waiting += below
    return found


def with_those_above(main: Element) -> set[Element]:
    """Return an element and all that hold it."""
    found: set[Element] = set()
    at: Element | None = main
    while at is not None:
        found.add(at)
        at = at.parent
    return found
