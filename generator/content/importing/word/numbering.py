"""The automatic lists of a Word file: their levels, their running numbers, the labels shown.

Counting as in Word (ISO/IEC 29500-1, 17.9) and LibreOffice: the lists (w:num) that are made of
one definition (w:abstractNum) count on together; one with a startOverride starts anew where it
is first met.  A level starts anew behind every shallower one, or behind those that lvlRestart
names.  A level that was passed over counts as met.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.content.importing.word.names import VAL, number, q, switched, value
from generator.content.importing.word.numerals import custom, written
from generator.content.importing.word.styles import Numbered, Styles
from generator.content.importing.word.symbols import shown

DEEPEST = 8  # Word's ninth level, counted from 0
CUSTOM = "custom:"
ARABIC_FORMS = ("decimalZero", "decimalFullWidth")  # what isLgl leaves as it is
PLACE = re.compile("%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is counted and written."""

    form: str = "decimal"  # decimal, chineseCounting, bullet …, or custom:001, 002
    text: str = ""  # （%1）, 第%1条 …
    start: int = 1
    restart: int | None = None  # behind which levels it starts anew, counted from 1; 0: never
    legal: bool = False  # all numbers of the label in Arabic
    suffix: str = "tab"
    hidden: bool = False
    style: str = ""  # the paragraph style that is tied to it


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before an item: a label as text, or the sign of an unnumbered item."""

    text: str = ""
    bullet: str = ""
    suffix: str = "tab"

    def before(self, words: str) -> str:
        """Return the label and the words of its paragraph in one line.

        The tab behind a label is only distance, and left out, but where the words would run
        into the label: 1.1 and 3家, 2. and 2023年, 第一条 and 为了.
        """
        if not self.text or self.suffix == "nothing":
            return self.text + words
        end = self.text[-1]
        if self.suffix == "space" or end.isalpha() or end.isdecimal():
            return f"{self.text} {words.lstrip()}"
        runs_on = end in ".．" and words[:1].isdecimal()
        return f"{self.text} {words}" if runs_on else self.text + words


UNLABELLED = Label()


@dataclass(frozen=True, slots=True)
class _List:
    definition: str  # whose numbers it shares
    levels: dict[int, Level]
    starts: dict[int, int]  # by level, where it starts anew when it is first met


class Numbering:
    """The lists of one document and where they have got to."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """Read the definitions; without any, nothing is numbered."""
        self._styles = styles
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        definitions = {
            each.get(q("w:abstractNumId"), ""): each for each in root.iterfind(q("w:abstractNum"))
        }
        numbers = {each.get(q("w:numId"), "").strip(): each for each in root.iterfind(q("w:num"))}
        levels: dict[str, dict[int, Level]] = {}
        for identity, each in numbers.items():
            definition = _definition(each, numbers, definitions, styles)
            if definition not in levels:
                levels[definition] = dict(_levels(definitions.get(definition)))
            self._lists[identity] = _list(each, definition, levels[definition])

    def label(self, own: Numbered, style: str) -> Label:
        """Return the label of the next paragraph with this numbering of its own and this style."""
        inherited = self._styles.numbered(style)
        if own.number is None and inherited.number is None:
            return UNLABELLED
        identity = own.number if own.number is not None else inherited.number
        found = self._lists.get(identity or "")
        if found is None or not found.levels:
            return UNLABELLED
        at = _place(found, own, inherited)
        counts = self._count(found, identity or "", at)
        level = found.levels[at]
        if level.hidden:
            return Label()
        if level.form == "bullet":
            return Label(bullet=shown(level.text))
        return Label(_written(found, level, at, counts), suffix=level.suffix)

    def _count(self, found: _List, identity: str, at: int) -> dict[int, int]:
        """Move a list one on at a level; return where its levels are."""
        counts = self._counts.setdefault(found.definition, {})
        for above in range(at):
            if above not in counts and above in found.levels:
                counts[above] = found.levels[above].start
        begins = found.starts.get(at)
        if begins is not None and (identity, at) not in self._begun:
            counts[at] = begins
        else:
            counts[at] = counts.get(at, found.levels[at].start - 1) + 1
        self._begun.add((identity, at))
        for deeper in [each for each in counts if each > at]:
            restart = found.levels[deeper].restart if deeper in found.levels else None
            if restart is None or at < restart:
                del counts[deeper]
        return counts


def _place(found: _List, own: Numbered, inherited: Numbered) -> int:
    """Return the level of a paragraph: its own, that tied to its style, or its style's."""
    level = own.level
    if level is None and own.number is None:
        tied = {each.style: at for at, each in found.levels.items() if each.style}
        level = next((tied[each] for each in inherited.styles if each in tied), None)
    if level is None:
        level = inherited.level
    level = max(0, min(DEEPEST, level or 0))
    if level in found.levels:
        return level
    return max((each for each in found.levels if each < level), default=min(found.levels))


def _written(found: _List, level: Level, at: int, counts: dict[int, int]) -> str:
    def one(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place > at:
            return ""
        form = found.levels.get(place, level).form
        count = counts.get(place, 1)
        if level.legal:
            return written(count, form if form in ARABIC_FORMS else "decimal")
        if form.startswith(CUSTOM):
            return custom(count, form.removeprefix(CUSTOM))
        return written(count, form)

    return PLACE.sub(one, level.text)


def _definition(
    element: etree._Element,
    numbers: dict[str, etree._Element],
    definitions: dict[str, etree._Element],
    styles: Styles,
) -> str:
    """Return the id of the definition of a list, by way of list styles; a circle ends."""
    seen: set[str] = set()
    identity = value(element, "w:abstractNumId").strip()
    while identity not in seen:
        seen.add(identity)
        style = value(definitions.get(identity), "w:numStyleLink")
        named = numbers.get(styles.list_of(style)) if style else None
        if named is None:
            break
        identity = value(named, "w:abstractNumId").strip()
    return identity


def _list(element: etree._Element, definition: str, levels: dict[int, Level]) -> _List:
    own, starts = dict(levels), {}
    for override in element.iterfind(q("w:lvlOverride")):
        at = _clamped(override.get(q("w:ilvl"), "0"))
        for level in override.iterfind(q("w:lvl")):
            own[at] = _level(level)
        start = override.find(q("w:startOverride"))
        if start is not None:
            starts[at] = number(start.get(VAL, "0"))
    return _List(definition, own, starts)


def _levels(definition: etree._Element | None) -> Iterator[tuple[int, Level]]:
    for each in () if definition is None else definition.iterfind(q("w:lvl")):
        yield _clamped(each.get(q("w:ilvl"), "0")), _level(each)


def _level(element: etree._Element) -> Level:
    text = element.find(q("w:lvlText"))
    restart = element.find(q("w:lvlRestart"))
    legal = element.find(q("w:isLgl"))
    return Level(
        form=_form(element),
        text="" if text is None else text.get(VAL, ""),
        start=number(value(element, "w:start", "0")),  # 17.9.25: zero where it is not said
        restart=None if restart is None else number(restart.get(VAL, "0")),
        legal=legal is not None and bool(switched(element, "w:isLgl")),
        suffix=value(element, "w:suff", "tab"),
        hidden=bool(switched(element.find(q("w:rPr")), "w:vanish")),
        style=value(element, "w:pStyle"),
    )


def _form(element: etree._Element) -> str:
    """Return the form of a level's numbers; a file may spell it out for newer programs."""
    spelled = element.find(f"{q('mc:AlternateContent')}/{q('mc:Choice')}/{q('w:numFmt')}")
    found = spelled if spelled is not None else element.find(q("w:numFmt"))
    if found is None:
        return "decimal"
    form: str = found.get(VAL, "decimal")
    return CUSTOM + found.get(q("w:format"), "") if form == "custom" else form


def _clamped(text: str) -> int:
    return max(0, min(DEEPEST, number(text)))
