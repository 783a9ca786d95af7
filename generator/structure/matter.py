"""MatterSpan apart (正文以外): what stands around the text of a base document, line by line.

Before the text: a promulgation, the title over several lines, 文号, 题注, 主送机关, 目录.
Behind it: a list of annexes, signature (落款) and date, remarks （此件公开发布）, the annexes.
The order is that of GB/T 9704-2012, 7.2 to 7.4, as far as a text keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.model import MatterKind
from generator.structure.lines import Line
from generator.text import labels
from generator.text.dates import DATE, DATE_LINE
from generator.text.numerals import ARABIC, COUNTING

NUMBER = re.compile(rf"[^\s。，；]{{2,20}}[〔\[［【（(]\d{{4}}[〕\]］】）)]第?[{ARABIC}]{{1,5}}号")
LETTERHEAD = re.compile(r"[^\s。，：；]{4,30}文件")
DONE = re.compile("通过|批准|公布|发布|修订|修正|施行|实施|印发|废止")
NOTE = re.compile(rf"[（(].*(?:{DONE.pattern})")
CONTENTS = re.compile(r"目[\s　]*[录次]")
ADDRESSEE = re.compile(
    r"[^。！？]*(?:各|局|委|办|厅|院|司|部门|单位|政府|公司|处|镇|街道)[^。！？]*[：:]$"
)
SENTENCE = re.compile("如下|下列|应当|通知|现将|现就|意见|为了|经研究")
REMARK = re.compile(r"[（(](?:此件|本文|联系人|信息公开)[^）)]*[）)]|抄[送报][:：].*|.*印发$")
ANNEX = re.compile(
    rf"附[ 　]*(?:件|录|表|图)[ 　]*[{COUNTING}{ARABIC}]{{0,4}}"
    r"(?:[:：、.．].{0,60}|[ 　].{1,60}|)$"
)
LONGEST_TITLE = 6  # lines
LEAST_CONTENTS = 2  # lines
LONGEST_SIGNATURE = 4  # lines
LIKENESS = 82  # of 100, of a title in which letters were misread


@dataclass(frozen=True, slots=True)
class MatterSpan:
    """A stretch of matter apart, in the text that was read."""

    kind: MatterKind
    start: int
    end: int


def read_head(lines: Sequence[Line], title: str) -> tuple[tuple[MatterSpan, ...], int]:
    """Return the matter before the text, and the index of the first line of the text."""
    begin, end = title_lines(lines, title)
    found = list(_above(lines[:begin]))
    if end > begin:
        found.append(_matter("title", lines[begin:end]))
    at = end
    while at < len(lines):
        again = title_lines(lines[at : at + LONGEST_TITLE], title)
        stated = again[0] == 0 < again[1]
        kind, count = ("title", again[1]) if stated else _head_line(lines, at)
        if kind is None:
            break
        found.append(_matter(kind, lines[at : at + count]))
        at += count
    return tuple(found), at


def _above(lines: Sequence[Line]) -> Iterator[MatterSpan]:
    """Yield what stands above the title: a red head (发文机关标志, 文号), or a promulgation."""
    kinds: list[MatterKind] = [
        "number" if NUMBER.fullmatch(each.words) else "issuer"
        for each in lines
        if NUMBER.fullmatch(each.words) or LETTERHEAD.fullmatch(each.words)
    ]
    if len(kinds) == len(lines):
        yield from (_matter(kind, [line]) for kind, line in zip(kinds, lines, strict=True))
    else:
        yield _matter("promulgation", lines)


def title_lines(lines: Sequence[Line], title: str, likeness: float = LIKENESS) -> tuple[int, int]:
    """Return which lines state `title`, over up to LONGEST_TITLE lines; (0, 0) where none do.

    `likeness` (of 100) is that of a title in which letters were misread.
    """
    wanted = _plain(title)
    for begin in range(min(len(lines), 20)):
        joined = ""
        for end in range(begin + 1, min(begin + LONGEST_TITLE, len(lines)) + 1):
            joined += _plain(lines[end - 1].words)
            if abs(len(joined) - len(wanted)) <= len(wanted) // 6 and (
                joined == wanted or fuzz.ratio(joined, wanted) >= likeness
            ):
                return begin, end
            if len(joined) > len(wanted) + len(wanted) // 6:
                break
        if lines[begin].form is labels.ARTICLE:
            break
    return 0, 0


def _head_line(lines: Sequence[Line], at: int) -> tuple[MatterKind | None, int]:
    """Return what the line `at` below the title is, and how many lines that takes."""
    words = lines[at].words
    if CONTENTS.match(words) or lines[at].form is not None:
        count = _contents(lines, at)
        return ("contents", count) if count > LEAST_CONTENTS else (None, 0)
    if NUMBER.fullmatch(words):
        return "number", 1
    if DATE_LINE.fullmatch(words):
        return "date", 1
    if NOTE.match(words) or (words[0] in "（(" and DATE.search(words)):
        return "note", _until_closed(lines, at)
    if DATE.match(words) and DONE.search(words) and "。" not in words:
        return "note", 1
    if len(words) <= 200 and ADDRESSEE.fullmatch(words) and not SENTENCE.search(words):
        return "addressee", 1
    following = lines[at + 1].words if at + 1 < len(lines) else ""
    if _is_name(words) and (DATE_LINE.fullmatch(following) or NUMBER.fullmatch(following)):
        return "issuer", 1
    return None, 0


def _until_closed(lines: Sequence[Line], at: int) -> int:
    """Return over how many lines a bracket runs that opens on line `at`."""
    depth = 0
    for count, line in enumerate(lines[at : at + 12], 1):
        depth += sum(line.words.count(each) for each in "（(")
        depth -= sum(line.words.count(each) for each in "）)")
        if depth <= 0:
            return count
    return 1


def _contents(lines: Sequence[Line], at: int) -> int:
    """Return how many lines a table of contents takes: those that all come again below."""
    places = {_plain(line.words): number for number, line in enumerate(lines)}  # the last of each
    count = 1 if CONTENTS.match(lines[at].words) else 0
    while at + count < len(lines):
        plain = re.sub(r"[\d.…·]+$", "", _plain(lines[at + count].words))
        if places.get(plain, -1) <= at + count:
            break
        count += 1
    return count


def read_tail(
    lines: Sequence[Line], begin: int, annexes: Sequence[str] | None = None
) -> tuple[tuple[MatterSpan, ...], int]:
    """Return the matter behind the text, and the index behind the text's last line.

    `begin` is the first line that may belong to it: none above is looked at.  `annexes` are
    the lines that begin an annex; None: whatever looks like one.
    """
    annex = next(
        (at for at in range(begin, len(lines)) if _is_annex(lines, at, annexes)),
        len(lines),
    )
    found: list[MatterSpan] = []
    end = annex
    signed = _signature(lines, annex, min(annex + 12, len(lines)))
    if annex < len(lines) and signed:
        found.append(_matter("annex-list", lines[annex : signed[0]]))
        found += _signed(lines, *signed)
        annex = signed[1]
    elif signed := _signature(lines, begin, annex, last=True):
        end = signed[0]
        found += _signed(lines, *signed)
    if annex < len(lines):
        starts = [
            at for at in range(annex, len(lines)) if at == annex or _is_annex(lines, at, annexes)
        ]
        for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
            found.append(_matter("annex", lines[start:stop]))
    return tuple(found), end


def _is_annex(lines: Sequence[Line], at: int, annexes: Sequence[str] | None) -> bool:
    words = lines[at].words
    if annexes is not None:
        return any(_plain(words) == _plain(each) for each in annexes)
    return bool(ANNEX.fullmatch(words)) and words[-1] not in "。；"


def _signature(
    lines: Sequence[Line], begin: int, end: int, *, last: bool = False
) -> tuple[int, int] | None:
    """Return from which line to which a signature with its date and remarks stands.

    With `last` it must end the lines; otherwise it is the first between `begin` and `end`.
    """
    for at in range(begin, end):
        if not DATE_LINE.fullmatch(lines[at].words):
            continue
        stop = at + 1
        while stop < end and REMARK.fullmatch(lines[stop].words):
            stop += 1
        if last and stop != end:
            continue
        start = at
        while start > begin and at - start < LONGEST_SIGNATURE and _is_name(lines[start - 1].words):
            start -= 1
        return start, stop
    if last:
        stop = end
        while stop > begin and REMARK.fullmatch(lines[stop - 1].words):
            stop -= 1
        if stop < end:
            return stop, end
    return None


def _signed(lines: Sequence[Line], start: int, stop: int) -> list[MatterSpan]:
    """Return a signature, its date and remarks as matter."""
    found = []
    for line in lines[start:stop]:
        kind: MatterKind = (
            "date"
            if DATE_LINE.fullmatch(line.words)
            else "remark"
            if REMARK.fullmatch(line.words)
            else "signature"
        )
        found.append(_matter(kind, [line]))
    return found


def _is_name(words: str) -> bool:
    """Tell whether a line can be the name of a body: short, without a mark, not numbered."""
    return len(words) <= 30 and not re.search(r"[，。；：！？、:;,]|^第|\d", words)


def _matter(kind: MatterKind, lines: Sequence[Line]) -> MatterSpan:
    return MatterSpan(kind, lines[0].start, lines[-1].end)


def strange_annexes(texts: Iterable[str], annexes: Iterable[str]) -> tuple[str, ...]:
    """Return those of the declared first lines of annexes that are no line of any text."""
    lines = {_plain(line) for text in texts for line in text.split("\n")}
    return tuple(each for each in annexes if _plain(each) not in lines)


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)
