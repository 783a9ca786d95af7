"""A page's tree -> its lines as a reader sees them, and what it holds that none sees."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.content.importing.html_files.data_tables import GROUPS, is_data, rows
from generator.content.importing.html_files.element_looks import (
    UNSEEN,
    is_as_typed,
    is_icon,
    leads_away,
    unseen,
)
from generator.content.importing.html_files.list_numbers import OWN_NUMBER, ListNumbers
from generator.content.importing.html_files.page_tree import BLOCKS, HEADINGS, Element

BLANK = " \t\n\xa0\u3000"
EDGES = " \t\n\r\xa0\u3000\ufeff\u200b"
SPACE = re.compile(r"[ \t\r\n\f\v]+")
NO_LATIN = re.compile(r"(?<![!-~])\n|\n(?![!-~])")  # a source line's end that parts no Latin words
BLANKS = re.compile(r" *\n *| {2,}")
PRINTED = re.compile(r"[^\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufe0f\ufeff]")
LONGEST_LINK = 150  # letters: an <a> with more is a paragraph whose tag was never closed
RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
SHIFTED = re.compile(r"[0-9+-]{1,6}")


@dataclass(frozen=True, slots=True, eq=False)
class PageLine:
    """A line of a page, a row of a table, a picture, or words that the page does not show.

    `home` is the element in which it stands, `linked` the number of its letters that are links,
    of `letters` in all; `unseen` says why the page does not show it, empty where it does.
    """

    place: str
    kind: str
    words: str
    home: Element
    linked: int = 0
    unseen: str = ""
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """What is to be known of every element before its lines are written."""

    sizes: Mapping[Element, int]  # letters inside
    holding: frozenset[Element]  # tables that hold tables


def page_lines(root: Element) -> list[PageLine]:
    """Return all lines of a page in order; nothing that stands in it is missing."""
    return _Writer(survey(root)).written(root)


def survey(root: Element) -> Survey:
    """Return the letters in every element, and which tables hold others."""
    sizes: dict[Element, int] = {}
    holding: set[Element] = set()
    order: list[tuple[Element, Element | None]] = []
    waiting: list[tuple[Element, Element | None]] = [(root, None)]
    while waiting:
        element, table = waiting.pop()
        order.append((element, table))
        if element.tag == "table":
            if table is not None:
                holding.add(table)
            table = element
        waiting += [(each, table) for each in element.children if isinstance(each, Element)]
    for element, _ in reversed(order):  # children before their parents
        sizes[element] = 0
        if element.tag not in UNSEEN:
            sizes[element] = sum(
                sizes[each] if isinstance(each, Element) else len(SPACE.sub("", each))
                for each in element.children
            )
    return Survey(sizes, frozenset(holding))


@dataclass(slots=True)
class _Context:
    """A run of words being gathered: of the page, of a hidden element, of a raised number."""

    element: Element
    kind: str = ""
    unseen: str = ""
    words: list[str] = field(default_factory=list)
    linked: int = 0


class _Writer:
    """Walks the tree without recursion and gathers its lines."""

    def __init__(self, known: Survey, numbers: ListNumbers | None = None) -> None:
        self._known = known
        self._numbers = numbers or ListNumbers()
        self._lines: list[PageLine] = []
        self._counts: Counter[str] = Counter()
        self._contexts: list[_Context] = []
        self._homes: list[Element] = []
        self._links: list[Element] = []
        self._typed: list[Element] = []  # <pre> and the like that are open
        self._label = ""  # of the list item whose words are still to come

    def written(self, top: Element) -> list[PageLine]:
        """Return the lines below an element."""
        self._contexts = [_Context(top)]
        self._homes = [top]
        waiting: list[tuple[Element | str, bool]] = [(each, False) for each in top.children[::-1]]
        while waiting:
            node, leaving = waiting.pop()
            if isinstance(node, str):
                self._text(node)
            elif leaving:
                self._leave(node)
            elif self._enter(node):
                waiting.append((node, True))
                waiting += [(each, False) for each in node.children[::-1]]
        self._end_line()
        return self._lines

    def _enter(self, element: Element) -> bool:
        """Take note of an element that begins; tell whether what is inside is to be walked."""
        tag = element.tag
        if tag in BLOCKS or tag in ("br", "hr", "table"):
            self._end_line()
        if tag in ("img", "input", "frame"):
            self._void(element)
            return False
        if (why := unseen(element)) is not None:
            self._contexts.append(_Context(element, *why))
            if tag == "iframe":
                self._contexts[-1].words.append(element.attributes.get("src", ""))
            return True
        if self._is_data(element):
            self._table(element)
            return False
        self._open(element)
        return True

    def _is_data(self, element: Element) -> bool:
        table = element.tag == "table" and element not in self._known.holding
        return table and is_data(element, self._known.sizes)

    def _open(self, element: Element) -> None:
        """Take note of what holds for all that stands in an element."""
        tag = element.tag
        if tag in ("sup", "sub") and self._contexts[-1].kind not in ("sup", "sub"):
            self._contexts.append(_Context(element, tag))
        elif tag == "a" and leads_away(element):
            self._links.append(element)
        if is_as_typed(element):
            self._typed.append(element)
        if tag in BLOCKS:
            self._homes.append(element)
        if tag == "li":
            self._label += self._numbers.label(element)

    def _leave(self, element: Element) -> None:
        if element.tag in BLOCKS or element is self._contexts[-1].element:
            self._end_line()
        if element is self._contexts[-1].element:
            left = self._contexts.pop()
            if left.kind in ("sup", "sub"):
                self._shift(left)
        for stack in (self._homes, self._links, self._typed):
            if stack and stack[-1] is element:
                stack.pop()
        if element.tag == "li":
            self._label = ""

    def _text(self, text: str) -> None:
        """Add a text to the line at work; a source line's end is none of the page, but in <pre>."""
        context = self._contexts[-1]
        if self._links and self._known.sizes.get(self._links[-1], 0) <= LONGEST_LINK:
            context.linked += len(SPACE.sub("", text))
        if self._typed and not context.unseen:
            first, *others = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            context.words.append(first)
            for each in others:
                self._end_line()
                context.words.append(each)
        elif context.kind == "script":
            context.words.append(text)
        else:
            context.words.append(_soft(text))

    def _end_line(self) -> None:
        """Hand on what was gathered as a line."""
        context = self._contexts[-1]
        if context.kind in ("sup", "sub"):
            return
        words = _settled("".join(context.words)) if context.words else ""
        linked, context.linked = context.linked, 0
        context.words = []
        if not words:
            return
        if context.unseen:
            self._add(context.kind, words, context.element, 0, context.unseen)
            return
        label, self._label = self._label, ""
        if label and not OWN_NUMBER.match(words):
            words = label + words
        home = self._homes[-1]
        kind = "heading" if home.tag in HEADINGS else "item" if home.tag == "li" else "paragraph"
        self._add(kind, words, home, linked)

    def _add(self, kind: str, words: str, home: Element, linked: int = 0, unseen: str = "") -> None:
        picture = kind in ("picture", "icon")
        self._counts["图" if picture else "段"] += 1
        place = f"图{self._counts['图']}" if picture else f"第{self._counts['段']}段"
        self._lines.append(PageLine(place, kind, words, home, linked, unseen, letters(words)))

    def _shift(self, context: _Context) -> None:
        """Write a raised or lowered number so that it is not taken for the digits before it."""
        words = _settled("".join(context.words))
        into = self._contexts[-1]
        before = "".join(into.words[-2:])[-1:]
        if SHIFTED.fullmatch(words):
            if (before.isascii() and before.isalnum()) or before in ")）㎡":
                words = words.translate(RAISED if context.kind == "sup" else LOWERED)
            elif before:
                words = f"[{words}]"  # the number of a note
        into.words.append(words)
        into.linked += context.linked

    def _void(self, element: Element) -> None:
        """Take note of a picture, a field of a form, or a frame: what they say has no end tag."""
        said = element.attributes
        home = self._homes[-1]
        unseen = self._contexts[-1].unseen
        if element.tag == "img":
            kind = "icon" if is_icon(element) else "picture"
            self._add(kind, said.get("alt", "").strip(), home, unseen=unseen or "图片")
        elif element.tag == "frame":
            self._add("frame", said.get("src", ""), home, unseen=UNSEEN["frame"][1])
        elif said.get("type", "").lower() != "hidden" and said.get("value", "").strip():
            self._add("form", said["value"].strip(), home, unseen=UNSEEN["button"][1])

    def _table(self, table: Element) -> None:
        """Write a table of data: what stands outside its cells, then its rows."""
        self._counts["表"] += 1
        number = self._counts["表"]
        for each in self._beside_cells(table):
            self._add(each.kind, each.words, each.home, each.linked, each.unseen)
        for at, row in enumerate(rows(table), start=1):
            words: list[str] = []
            linked = 0
            for cell in row.cells:
                inside = _Writer(self._known, self._numbers).written(cell) if cell else []
                words.append(" ".join(each.words for each in inside if not each.unseen))
                linked += sum(each.linked for each in inside)
                for each in inside:
                    if each.unseen:
                        self._add(each.kind, each.words, row.element, 0, each.unseen)
            if "".join(words):
                line = "\t".join(words).rstrip("\t")
                place = f"表{number}第{at}行"
                self._lines.append(
                    PageLine(place, "row", line, row.element, linked, "", letters(line))
                )

    def _beside_cells(self, table: Element) -> list[PageLine]:
        """Return what stands in a table but in no cell: its caption, and texts gone astray."""
        astray = Element("div", {}, table)
        waiting: list[Element | str] = table.children[::-1]
        while waiting:
            node = waiting.pop()
            if isinstance(node, str) or node.tag not in ("tr", "td", "th", *GROUPS):
                astray.children.append(node)
            elif node.tag not in ("td", "th"):
                waiting += node.children[::-1]
        return _Writer(self._known, self._numbers).written(astray)


def letters(words: str) -> int:
    """Return the number of letters without blanks."""
    return len(words) - sum(map(words.count, BLANK))


def _soft(text: str) -> str:
    """Return a text with its runs of white space as one blank, or one line feed in a long line."""
    if not text.strip(" \t\r\n\f\v"):
        return " "
    return SPACE.sub(lambda run: "\n" if "\n" in run[0] or "\r" in run[0] else " ", text)


def _settled(text: str) -> str:
    """Return a line with the source's line ends gone, a blank between Latin words only."""
    words = BLANKS.sub(" ", NO_LATIN.sub("", text)).strip(EDGES)
    return words if len(words) > 9 or PRINTED.search(words) else ""
