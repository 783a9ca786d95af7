"""The source of a web page -> a tree of elements, whatever the source is like, in linear time.

No parser at hand will do for any file: libxml2 drops all text below 256 (at most 2048) open tags,
lexbor and html5lib reopen unclosed <font>s until memory is gone, and all of them compare each
attribute of a tag with every other.  This one follows the tag rules of the HTML standard as far
as they decide which block a text stands in; it looks at no character twice, never recurses, and
loses no text: what cannot be a tag is text.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field


def names(words: str) -> frozenset[str]:
    """Return the names of elements or attributes in a row of words."""
    return frozenset(words.split())


START = re.compile(r"<([A-Za-z][A-Za-z0-9:_-]{0,63})(?=[\s/>])")
END = re.compile(r"</([A-Za-z][A-Za-z0-9:_-]{0,63})(?![^\s/<>])(?:\s[^<>]{0,200}>|[\s/]*>)?")
ATTRIBUTE = re.compile(
    r"[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"'][^\s>]*)))?"
)
TAG_END = re.compile(r"[^>]*>")
AFTER_SCRIPT = re.compile(r"</head\b|<body\b|\Z", re.IGNORECASE)
ATTRIBUTES = names(
    "align alt border charset class colspan content height hidden href http-equiv id name property"
    " reversed role rowspan rules src start style type value width data-src"
)
MOST_ATTRIBUTES = 400  # of one tag that are read: no page has more, and the rest tell nothing
VOID = names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track"
    " wbr"
)
RAW = names("script style textarea title xmp")
BLOCKS = names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup li listing main menu"
    " nav noframes noscript ol option optgroup p plaintext pre section select summary table tbody"
    " caption td tfoot th thead tr ul marquee legend search xmp"
)
HEADINGS = names("h1 h2 h3 h4 h5 h6")
WALLS = names("caption marquee object table td template th")  # no end tag goes through these
CLOSES = {  # a start tag -> the open elements that end before it
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "option": ("option",),
    "optgroup": ("option", "optgroup"),
    "rt": ("rt", "rp"),
    "rp": ("rt", "rp"),
    "a": ("a",),
}
IN_SELECT = names("option optgroup select")
ENDED = ("p", "select", "rt", "rp")  # what a block ends that stands open before it
LISTS = {"li": ("ul", "ol", "menu", "dir"), "dt": ("dl",), "dd": ("dl",)}
TABLE_PARTS = {  # inside one table
    "td": ("td", "th", "caption"),
    "th": ("td", "th", "caption"),
    "tr": ("tr", "td", "th", "caption"),
    "tbody": ("tbody", "thead", "tfoot", "tr", "td", "th", "caption"),
    "caption": ("caption",),
}
TABLE_PARTS["thead"] = TABLE_PARTS["tfoot"] = TABLE_PARTS["tbody"]
UNWRAPPED = names("html head body")


@dataclass(slots=True, eq=False)
class Element:
    """A tag with what stands in it: texts (entities resolved) and elements, in order."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # start, end, text, comment
    name: str
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


def page_tree(source: str) -> Element:
    """Return the whole page below one root; comments are elements named "comment"."""
    builder = _Builder()
    for token in _tokens(source):
        builder.put(token)
    return builder.root


class _Builder:
    """The tree so far and the elements that are open, with their depths by name."""

    def __init__(self) -> None:
        self.root = Element("page", {})
        self._open = [self.root]
        self._depths: dict[str, list[int]] = defaultdict(list)
        self._walls = [0]
        self._blocks = [0]

    def put(self, token: _Token) -> None:
        if token.kind == "text":
            self._open[-1].children.append(token.text)
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token.name)
        else:
            leaf = Element(token.name, token.attributes, self._open[-1], [token.text])
            self._open[-1].children.append(leaf)

    def _start(self, token: _Token) -> None:
        name = token.name
        if name in UNWRAPPED:
            return
        if name in BLOCKS and name not in TABLE_PARTS:
            self._close_one(("p",) if name in IN_SELECT else ENDED, self._walls[-1])
            if name in HEADINGS:
                self._close_one(tuple(HEADINGS), self._blocks[-1] - 1)
        if name in TABLE_PARTS:
            self._close_one(TABLE_PARTS[name], self._last("table"))
        elif name in CLOSES:
            bound = max((self._last(each) for each in LISTS.get(name, ())), default=0)
            if name not in BLOCKS:
                bound = self._blocks[-1]
            self._close_one(CLOSES[name], max(bound, self._walls[-1]))
        element = Element(name, token.attributes, self._open[-1])
        self._open[-1].children.append(element)
        if name not in VOID:
            self._push(element)

    def _end(self, name: str) -> None:
        if name in UNWRAPPED:
            return
        if name in ("p", "br") and self._last(name) <= self._walls[-1]:
            self._open[-1].children.append(Element(name, {}, self._open[-1]))
            return
        bound = 0 if name == "table" else self._walls[-1]
        if name in TABLE_PARTS:
            bound = self._last("table")
        elif name not in BLOCKS and name not in WALLS:
            bound = max(bound, self._blocks[-1])  # <b><p></b>: the paragraph goes on
        self._close_one((name,), bound)

    def _last(self, name: str) -> int:
        """Return the depth of the innermost open element of a name, 0 when there is none."""
        depths = self._depths.get(name)
        return depths[-1] if depths else 0

    def _close_one(self, names: tuple[str, ...], bound: int) -> None:
        """Close the outermost of the innermost elements of the names deeper than `bound`."""
        inside = [depth for depth in map(self._last, names) if depth > max(bound, 0)]
        if inside:
            while len(self._open) > min(inside):
                self._pop()

    def _push(self, element: Element) -> None:
        depth = len(self._open)
        self._open.append(element)
        self._depths[element.tag].append(depth)
        if element.tag in WALLS:
            self._walls.append(depth)
        if element.tag in BLOCKS:
            self._blocks.append(depth)

    def _pop(self) -> None:
        depth = len(self._open) - 1
        element = self._open.pop()
        self._depths[element.tag].pop()
        if self._walls[-1] == depth:
            self._walls.pop()
        if self._blocks[-1] == depth:
            self._blocks.pop()


def _tokens(source: str) -> Iterator[_Token]:
    """Yield the tags, texts and comments of a page in order."""
    reader = _Reader(source)
    at = 0
    while at < len(source):
        open_at = source.find("<", at)
        if open_at < 0:
            open_at = len(source)
        if open_at > at:
            yield _Token("text", "", html.unescape(source[at:open_at]))
            at = open_at
            continue
        token, at = reader.markup(at)
        yield token
        if token.kind == "start" and token.name in RAW:
            text, at, closed = reader.raw(token.name, at)
            yield _Token("text", "", text)
            if not closed:
                yield _Token("end", token.name)


class _Reader:
    """Reads one piece of markup; remembers what was sought in vain, to seek it only once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last_close = source.rfind(">")
        self._quotes = True  # whether an attribute's quotation marks may hold a ">"
        self._unclosed: set[str] = set()

    def markup(self, at: int) -> tuple[_Token, int]:
        """Return what starts with the "<" at an offset, and where it ends."""
        source = self._source
        if source.startswith("<!-->", at):
            return _Token("comment", "comment"), at + 5
        if source.startswith("<!--", at):
            return self._until("comment", at + 4, "-->")
        if source.startswith("<![CDATA[", at):
            return self._until("text", at + 9, "]]>")
        if at >= self._last_close:
            return _Token("text", "", "<"), at + 1
        if match := END.match(source, at):
            return _Token("end", match[1].lower()), match.end()
        if match := START.match(source, at):
            attributes, end = self._attributes(match.end())
            return _Token("start", match[1].lower(), "", attributes), end
        if source.startswith(("<!", "<?"), at):
            return _Token("comment", "comment"), source.index(">", at) + 1
        return _Token("text", "", "<"), at + 1

    def _until(self, kind: str, start: int, mark: str) -> tuple[_Token, int]:
        """Return what stands before a closing mark; without one, all the rest."""
        end = -1 if mark in self._unclosed else self._source.find(mark, start)
        if end < 0:
            self._unclosed.add(mark)
            if kind == "comment" and self._last_close > start:
                end = self._source.index(">", start)  # <!-- a heading> is no comment to the end
                return _Token(kind, "comment", self._source[start:end]), end + 1
            return _Token(kind, kind, self._source[start:]), len(self._source)
        return _Token(kind, "comment", self._source[start:end]), end + len(mark)

    def _attributes(self, at: int) -> tuple[dict[str, str], int]:
        """Return the attributes that tell something, and where the tag ends."""
        found: dict[str, str] = {}
        start = at
        count = 0
        while (
            self._quotes
            and count < MOST_ATTRIBUTES
            and (match := ATTRIBUTE.match(self._source, at))
        ):
            count += 1
            at = match.end()
            name = match[1].lower()
            if name in ATTRIBUTES and name not in found:
                found[name] = html.unescape(match[2] or match[3] or match[4] or "")
        end = TAG_END.match(self._source, at)
        if end is None:  # a quotation mark that opened swallowed the end of the tag
            self._quotes = False
            end = TAG_END.match(self._source, start)
        return found, end.end() if end else len(self._source)

    def raw(self, name: str, at: int) -> tuple[str, int, bool]:
        """Return the text of a script, title or the like, where it ends, and whether by an end tag.

        What has no end tag is empty, but for scripts: theirs goes to the next part of the page.
        """
        script = name in ("script", "style")
        match = None
        if name not in self._unclosed:
            close = re.compile(rf"</{name}(?![\w-])", re.IGNORECASE)
            match = close.search(self._source, at)
        closed = match is not None
        if match is None:
            self._unclosed.add(name)
            match = AFTER_SCRIPT.search(self._source, at) if script else None
        if match is None:
            return "", at, False
        text = self._source[at : match.start()]
        return text if script else html.unescape(text), match.start(), closed
