"""What a Word file held, part by part, before it is put down: what is text, what is not and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.content.importing.imported import Imported, Intake

SAID = "said"  # the kind of a part whose reason is a whole message
HIDDEN, TRACKED, UNREAD, BROKEN = "I-001", "I-002", "I-004", "I-006"
NAMED = 5  # places that a message names
PAGE = re.compile(r"[\s.…·-]*\d{1,4}\s*$")
HEADINGS = ("目录", "目次")
LISTED = "自动目录由各级标题生成，不重复收入正文"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the file.  It is text unless there is a reason why not.

    `code` is that of the doubt that it raises; `contents` that it stands in a table of contents.
    """

    place: str
    kind: str
    words: str
    reason: str = ""
    code: str = ""
    contents: bool = False

    @property
    def is_text(self) -> bool:
        """Whether its words come into the text."""
        return bool(self.words) and not self.reason


class Record:
    """The parts in the order of the file."""

    def __init__(self) -> None:
        self.parts: list[Part] = []

    def take(self, place: str, kind: str, words: str, *, contents: bool = False) -> None:
        """Add a line of the text; blank ones are not kept."""
        if words.strip():
            self.parts.append(Part(place, kind, words, contents=contents))

    def texts(self) -> list[Part]:
        """Return the parts that are text."""
        return [part for part in self.parts if part.is_text]

    def leave(self, place: str, kind: str, words: str, reason: str, code: str = "") -> None:
        """Add what is not text, and why; words may be empty where there are none (a picture)."""
        self.parts.append(Part(place, kind, words, reason, code))

    def notice(self, place: str, kind: str, code: str) -> None:
        """Add that a doubt is raised at a place whose words are text."""
        self.parts.append(Part(place, kind, "", "", code))

    def imported(self, reader: str) -> Imported:
        """Return the text, the parts and the doubts."""
        intake = Intake(reader)
        spans: dict[str, tuple[int, int]] = {}
        length = 0
        doubts: dict[str, list[tuple[Part, int, int]]] = defaultdict(list)
        for part in _without_contents(self.parts):
            if part.reason and part.kind != SAID:
                intake.leave(part.place, part.kind, part.words, part.reason)
            elif part.is_text:
                start = intake.take(part.place, part.kind, part.words)
                length = start + len(part.words.strip("\n"))
                spans[part.place] = (start, length)
            if part.code:
                start, end = spans.get(part.place, (length, length))
                doubts[part.code].append((part, start, end))
        for code, found in sorted(doubts.items()):
            intake.doubt(code, found[0][1], found[0][2], message(code, [each[0] for each in found]))
        return intake.imported()


def message(code: str, parts: Sequence[Part]) -> str:
    """Return what a finding says of the parts that raise it; never the words that were hidden."""
    said = [part.reason for part in parts if part.kind == SAID]
    if len(said) == len(parts):
        return "；".join(dict.fromkeys(said))
    names = list(dict.fromkeys(part.place for part in parts))
    where = "、".join(names[:NAMED]) + (f"等{len(names)}处" if len(names) > NAMED else "")
    if code == HIDDEN:
        letters = sum(len("".join(part.words.split())) for part in parts)
        return f"{where}有隐藏文字，共{letters}字，没有收入正文"
    if code == TRACKED:
        kinds = (("inserted", "插入"), ("deleted", "删除"), ("moved", "移动"))
        counts = [
            f"{word}{count}处"
            for kind, word in kinds
            if (count := sum(part.kind == kind for part in parts))
        ]
        return f"{where}有修订（{'、'.join(counts)}），按全部接受读入"
    if code == UNREAD:
        return f"{where}有图片或嵌入的对象，共{len(parts)}个，其中的文字没有读出"
    reasons = list(dict.fromkeys(part.reason for part in parts))
    return f"{where}：{'；'.join(reasons[:NAMED])}"


def _without_contents(parts: Sequence[Part]) -> list[Part]:
    """Return the parts, lines of an automatic table of contents left out.

    Only those whose words stand elsewhere in the text, so that nothing is lost with them.
    """
    if not any(part.contents for part in parts):
        return list(parts)
    others = {_bare(part.words) for part in parts if not part.contents and not part.reason}
    kept: list[Part] = []
    for part in parts:
        if not part.contents or _bare(PAGE.sub("", part.words)) not in others:
            kept.append(part)
            continue
        if kept and not kept[-1].reason and _bare(kept[-1].words) in HEADINGS:
            heading = kept.pop()
            kept.append(Part(heading.place, "contents", heading.words, LISTED))
        kept.append(Part(part.place, "contents", part.words, LISTED))
    return kept


def _bare(words: str) -> str:
    return "".join(words.split())
