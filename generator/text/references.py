"""References to provisions by number: finding them, and reading which numbers they name.

    《条例》第二章第九条                    a title, a division, an article
    本法第三条至第五条、第八条              this document, a range, a list
    第五、六条; 5、6两条; 第七条、八条      a list that shares what it can
    第四条第三款第（一）、（三）项          a 款 and two of its 项
    该条例第六条、前款、同条第二款          by what was named before

What is counted by 条, 款 and 项 but is no provision is none (第三条战线, 三条措施, 第二款产品).
Which document is meant is another matter: see linking/citations.py.  The two steps are those of
eyecite (find, then resolve).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.text.counted_things import DEEDS, GOODS, THINGS, counts_things
from generator.text.document_names import (
    Mention,
    Naming,
    belongs_to_title,
    titles,
    words_before,
)
from generator.text.number_rows import BLANKS, COUNT, NUMBER, PLAIN
from generator.text.numerals import ARABIC, CHARACTERS, COUNTING, numeral_value
from generator.text.provision_lists import Target, provisions_at, targets_at
from generator.text.simplified import simplified

Relative = Literal["", "前条", "前款", "前项", "本条", "本款", "本项", "上述"]

_BEFORE = "(?<![目以之提当面眼日此空生事先从往])前"  # not 目前, 以前, 提前
_RELATIVE = re.compile(
    rf"{_BEFORE}(?P<count>{COUNT})?(?P<what>条(?!例|件|款|目|条|{THINGS})|款(?!{GOODS})|项(?!{DEEDS}))"
    rf"|(?P<same>(?<![基日根])本条|(?<!应)该条|此条|(?<![合共等不相协])同条)(?!例|件|款|目|{THINGS})"
    r"|(?P<within>[本同][款项]|[该此][款项](?=的?规定|要求|情形|所|第|（))(?!目|式|型|工作|任务)"
    rf"|(?P<above>上述|前述|以上)(?:(?P<few>{COUNT})条(?!{THINGS})(?:规定)?|规定(?!的)|条款|条文)"
)
_ANCHOR = re.compile(
    rf"(?=[第前本该此同上以{ARABIC}{CHARACTERS}])"  # most characters are passed over at once
    rf"(?:第{BLANKS}{NUMBER}|前{COUNT}?[款条项]|[本该此同][条款项]|(?:上述|前述|以上)(?:[规条]|{COUNT}条)"
    rf"|(?<![{ARABIC}{COUNTING}.．、]){PLAIN}(?:{BLANKS}[、和]{BLANKS}{PLAIN}){{1,9}}{COUNT}条)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at text[start:end], the document's name left out.

    `naming` tells how the document is named: by a `title` in 《》, in plain `words`, as its
    `own` (本法), as `that` named before (该法), or not at all; `document` is the name in
    simplified characters, or the kind (条例) for own and that, and begins at `named_at`.
    `relative` is set where the provision itself is one named before; `count` how many (前两款).
    """

    start: int
    end: int
    naming: Naming
    document: str
    targets: tuple[Target, ...]
    relative: Relative = ""
    count: int = 1
    named_at: int = -1


def references(text: str) -> tuple[Reference, ...]:
    """Return the references in `text` in order; lists and ranges are one reference."""
    plain = simplified(text)
    return references_in(plain, titles(plain))


def references_in(plain: str, named: Sequence[Mention]) -> tuple[Reference, ...]:
    """Return the references in a text in simplified characters, of which `named` are the titles."""
    return tuple(_references(plain, named))


def _references(text: str, named: Sequence[Mention]) -> Iterator[Reference]:
    at = end = passed = 0
    while (anchor := _ANCHOR.search(text, at)) is not None:
        start = anchor.start()
        while passed < len(named) and named[passed].end <= start:
            passed += 1
        if passed < len(named) and named[passed].start < start:  # inside a title
            at = named[passed].end
            continue
        found = _read(text, start)
        before = named[passed - 1] if passed and named[passed - 1].end >= end else None
        naming = _naming(text, before, end, start)
        if found is None or (naming is None and _is_none(text, found)):
            at = start + 1
            continue
        if naming is not None:
            found = replace(
                found, naming=naming.naming, document=naming.document, named_at=naming.start
            )
        yield found
        at = end = found.end


def _naming(text: str, title: Mention | None, after: int, start: int) -> Mention | None:
    """Return how the document is named right before `start`, not before `after`."""
    if title is not None and belongs_to_title(text, title.end, start):
        return title
    words = words_before(text, max(after, title.end if title else 0), start)
    if words is None or title is None or words.naming != "words":
        return words
    between = text[title.end : words.end]  # 《条例》的规定第五条: no document of its own
    return None if re.fullmatch(r"\s*的?(?:有关|相关|明确|具体)?规定的?\s*", between) else words


def _is_none(text: str, found: Reference) -> bool:
    return not found.relative and counts_things(text, found.start, found.end)


def _read(text: str, start: int) -> Reference | None:
    """Return the reference that begins at `start`; None where there is none."""
    if match := _RELATIVE.match(text, start):
        return _relative(text, match)
    targets, end = targets_at(text, start)
    return Reference(start, end, "none", "", tuple(targets)) if targets else None


def _relative(text: str, match: re.Match[str]) -> Reference:
    relative = _relation(match)
    targets, end = provisions_at(text, match.end(), Target())
    count = numeral_value(match["count"] or match["few"] or "") or (0 if match["above"] else 1)
    named = tuple(targets) or (Target(),)
    return Reference(match.start(), end, "none", "", named, relative, count)


def _relation(match: re.Match[str]) -> Relative:
    before: dict[str, Relative] = {"条": "前条", "款": "前款", "项": "前项"}
    within: dict[str, Relative] = {"款": "本款", "项": "本项"}
    if match["what"]:
        return before[match["what"]]
    if match["within"]:
        return within[match["within"][-1]]
    return "本条" if match["same"] else "上述"
