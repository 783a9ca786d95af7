"""The numbers of an HTML list as a browser shows them: start, value, type, reversed, CSS styles."""

from __future__ import annotations

import re

from generator.content.importing.html_files.page_tree import Element
from generator.text.numerals import BRANCHES, STEMS, numeral_text, roman_text

STYLE = re.compile(r"list-style(?:-type)?\s*:\s*(?:[^;:]{0,60}?\s)?([a-z][a-z-]{2,40})")
OF_TYPE = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "disc": "none",
    "circle": "none",
    "square": "none",
}
CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese-(?:in)?formal|cjk-decimal")
BULLETS = frozenset(("none", "disc", "circle", "square", "disclosure-open", "disclosure-closed"))
OWN_NUMBER = re.compile(  # an item that says its number itself needs no second one
    r"[（(]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）)、.．]|[①-⑳]"
    r"|第[一二三四五六七八九十百零0-9]{1,6}[条章节项款]"
)
LARGEST = 10_000  # of the Chinese numerals


class ListNumbers:
    """The counts of the lists of one page, in the order in which their items are met."""

    def __init__(self) -> None:
        self._next: dict[Element, int] = {}

    def label(self, item: Element) -> str:
        """Return what a browser writes before an <li>: 1. / b. / 三、; empty for a bullet."""
        listing = item.parent
        if listing is None or listing.tag not in ("ol", "ul", "menu", "dir"):
            return ""
        backward = "reversed" in listing.attributes
        if listing not in self._next:
            items = sum(isinstance(each, Element) and each.tag == "li" for each in listing.children)
            self._next[listing] = _whole(listing.attributes.get("start"), items if backward else 1)
        number = _whole(item.attributes.get("value"), self._next[listing])
        self._next[listing] = number + (-1 if backward else 1)
        style = _style(item) or _style(listing) or ("decimal" if listing.tag == "ol" else "none")
        return "" if style in BULLETS else _written(number, style)


def _whole(text: str | None, default: int) -> int:
    """Return a whole number that an attribute states, else the default."""
    match = re.match(r"\s*(-?\d{1,6})(?!\d)", text or "")
    return int(match[1]) if match else default


def _style(element: Element) -> str:
    """Return the list style that an element asks for itself; empty where it asks for none."""
    match = STYLE.search(element.attributes.get("style", "").lower())
    if match and match[1] not in ("inside", "outside", "inherit", "initial"):
        return match[1]
    kind = element.attributes.get("type", "").strip()
    return OF_TYPE.get(kind, OF_TYPE.get(kind.lower(), ""))


def _written(number: int, style: str) -> str:
    """Return a number in a list style with the stop that browsers set behind it."""
    if CHINESE.fullmatch(style) and 0 < number < LARGEST:
        return f"{numeral_text(number)}、"
    row = {"cjk-heavenly-stem": STEMS, "cjk-earthly-branch": BRANCHES}.get(style, "")
    if row and 0 < number <= len(row):
        return f"{row[number - 1]}、"
    written = str(number)
    if style == "decimal-leading-zero":
        written = f"{number:02d}"
    elif style.endswith(("-alpha", "-latin")) and number > 0:
        written = _letters(number)
    elif style.endswith("-roman") and 0 < number < 4000:
        written = roman_text(number).lower()
    return f"{written.upper() if style.startswith('upper') else written}."


def _letters(number: int) -> str:
    """Return 1 -> a, 26 -> z, 27 -> aa."""
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written
