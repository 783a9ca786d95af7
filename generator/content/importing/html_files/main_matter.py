"""Which lines of a page are its matter: the extractor's answer, mended where it would lose text.

A paragraph lost is far worse than a line of furniture kept, which cleaning may still cut.  So the
element that holds nearly all the sentences which the extractor takes is taken whole, but for what
is plainly furniture; outside it, only what the extractor takes.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from generator.content.importing.html_files.extractor import taken_by_extractor
from generator.content.importing.html_files.furniture import (
    furniture,
    has_sentence,
    heads_links,
    is_about,
    is_attachment,
    is_notice,
    is_prose,
    links_only,
    region,
)
from generator.content.importing.html_files.main_element import (
    inside_of,
    main_element,
    with_those_above,
)
from generator.content.importing.html_files.page_lines import PageLine
from generator.content.importing.html_files.page_tree import Element
from generator.content.importing.html_files.stated_facts import (
    Fact,
    Head,
    is_part_of_title,
    label_alone,
    labelled,
    line_facts,
    names_title,
    row_facts,
    says_of_page,
)

FORGOTTEN = 3  # times more sentences left than taken: the extractor took the wrong part
FAR_FROM_TITLE = 6  # lines: facts stand right below the title, or right above the matter
ASIDE = ("评论", "相关链接", "页脚", "广告")
BELOW_TITLE = 400  # letters: a line so long is no title
FACT_ROWS = 2
NEAR = 4  # lines below the matter where its signature may stand
CLOSE = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{2,4}\s*[年.\-/].{1,20}[日)）]?"
    r"|[\u4e00-\u9fff（）()“”·\s]{1,40}[委局室厅府院司学部支心会馆站所队社处校园组镇乡县市区村办场店]"
    r"|[（(].{2,60}[)）]|附.{0,60}"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of a line: taken, or left for a reason; the facts that it states, if any."""

    line: PageLine
    reason: str = ""
    title: bool = False
    facts: tuple[Fact, ...] = ()
    in_main: bool = False


def choose(root: Element, lines: Sequence[PageLine], head: Head) -> list[Choice]:
    """Return every line of a page in order with what becomes of it."""
    votes = _votes(lines)
    main = main_element(root, [lines[number] for number in sorted(votes)])
    inside = inside_of(main)
    within = [main is not root and _is_in(line.home, inside) for line in lines]
    if main is root and any(is_prose(lines[number]) for number in votes):
        within = [True] * len(lines)
    titles = _titles(lines, head, votes)
    first = _first_matter(lines, votes, within, titles)
    facts = _facts(lines, titles, first)
    last = _last_matter(lines, votes, within)
    page = _Page(
        lines, votes, within, titles, first, last, facts, any(within), with_those_above(main)
    )
    choices = [page.choice(number) for number in range(len(lines))]
    choices = _without_links_at_the_end(_without_link_heads(choices))
    if all(each.reason for each in choices):  # a page of links alone: better all than nothing
        return [each if each.line.unseen else replace(each, reason="") for each in choices]
    return choices


@dataclass(frozen=True, slots=True)
class _Page:
    """All that is known of the lines before each is judged."""

    lines: Sequence[PageLine]
    votes: set[int]
    within: Sequence[bool]
    titles: set[int]
    first: int
    last: int
    facts: dict[int, tuple[Fact, ...]]
    known: bool  # whether there is a main element at all
    above: Container[Element]  # the main element and those that hold it

    def choice(self, number: int) -> Choice:
        """Return what becomes of a line."""
        line = self.lines[number]
        within = self.within[number]
        if line.unseen:
            return Choice(line, line.unseen, in_main=within)
        if number in self.titles:
            return Choice(line, title=True, in_main=within)
        if number in self.facts:
            return Choice(line, "网页关于本文的说明", facts=self.facts[number], in_main=within)
        found = furniture(line, outside=not within and self.known)
        if found and not (found == "页脚" and within and has_sentence(line)):
            return Choice(line, found, in_main=within)
        return Choice(line, self._reason(number), in_main=within)

    def _reason(self, number: int) -> str:
        """Return why a line without a plain mark of furniture is left; empty when it is taken."""
        line = self.lines[number]
        voted = number in self.votes
        named = region(line.home, self.above)
        if is_attachment(line) and (voted or self.within[number]):
            return ""
        if links_only(line):
            keeps = voted and self.within[number] and not line.words.startswith(("http", "www"))
            return "" if keeps and named not in ASIDE else (named or "链接")
        if self.within[number]:
            beside = ASIDE[:2] if is_prose(line) else ASIDE
            return named if not voted and named in beside else ""
        if not voted or is_notice(line):
            return named or "正文以外的页面部件"
        if is_prose(line):
            return ""
        if self.titles and number < min(self.titles):
            return named or "标题以上的页面部件"
        if number > self.last and not _closes(line, number - self.last):
            return named or "正文以下的页面部件"
        return ""


def _is_in(home: Element, inside: set[Element]) -> bool:
    """Tell whether a line stands in an element; what stands beside cells is below its table."""
    return home in inside or home.parent in inside


def _votes(lines: Sequence[PageLine]) -> set[int]:
    """Return the lines that the extractor takes, all sentences where it forgot nearly all."""
    votes = taken_by_extractor(lines)
    seen = [number for number, line in enumerate(lines) if not line.unseen]
    taken = sum(lines[n].letters for n in seen if n in votes and is_prose(lines[n]))
    left = [
        n for n in seen if n not in votes and is_prose(lines[n]) and not furniture(lines[n], True)
    ]
    forgotten = [n for n in left if region(lines[n].home) not in ASIDE]
    if not taken and not forgotten:
        forgotten = left  # an opinion in a column called "comment"
    if sum(lines[n].letters for n in forgotten) > FORGOTTEN * taken:
        votes |= set(forgotten)
    if not any(not lines[n].unseen for n in votes):
        votes |= set(seen)
    return votes


def _titles(lines: Sequence[PageLine], head: Head, votes: set[int]) -> set[int]:
    """Return the lines that are the title: as the head of the page states it, else its <h1>."""
    seen = [
        n
        for n, line in enumerate(lines)
        if not line.unseen and line.kind != "row" and len(line.words) <= BELOW_TITLE
    ]
    free = [n for n in seen if not links_only(lines[n])]
    named = [n for n in free if any(names_title(lines[n].words, t) for t in head.titles)]
    named = [n for n in named if lines[n].home.tag == "h1"] or named
    h1 = [n for n in free if lines[n].home.tag == "h1"]
    if not named:
        named = [n for n in h1 if n in votes] or h1
    if not named:
        named = [n for n in free if any(is_part_of_title(lines[n].words, t) for t in head.titles)]
    if not named:
        return set()
    home = lines[named[0]].home
    return {n for n in seen if lines[n].home is home} if home.tag == "h1" else {named[0]}


def _first_matter(
    lines: Sequence[PageLine], votes: set[int], within: Sequence[bool], titles: set[int]
) -> int:
    """Return the first line below the title that is a sentence of the matter."""
    start = max(titles, default=-1)
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.unseen or number not in votes or not within[number]:
            continue
        matter = (is_prose(line) or line.kind == "row") and not furniture(line)
        if matter and line_facts(line.words) is None and row_facts(line.words) is None:
            return number
    return len(lines)


def _last_matter(lines: Sequence[PageLine], votes: set[int], within: Sequence[bool]) -> int:
    """Return the last line that is in the main element, or a sentence that is taken."""
    for number in reversed(range(len(lines))):
        line = lines[number]
        taken = number in votes and is_prose(line) and not is_notice(line)
        if (within[number] or taken) and not line.unseen and not furniture(line):
            return number
    return len(lines)


def _closes(line: PageLine, below: int) -> bool:
    """Tell whether a short line right below the matter is its signature, date or note."""
    return below <= NEAR and CLOSE.fullmatch(line.words.strip()) is not None


def _facts(lines: Sequence[PageLine], titles: set[int], first: int) -> dict[int, tuple[Fact, ...]]:
    """Return the lines above the matter that state facts of it and nothing else."""
    found: dict[int, tuple[Fact, ...]] = {}
    last_title = max(titles, default=-1)
    seen = [n for n, line in enumerate(lines) if not line.unseen and n < first and n not in titles]
    rows = [n for n in seen if lines[n].kind == "row" and row_facts(lines[n].words)]
    if len(rows) >= FACT_ROWS and any(says_of_page(lines[n].words) for n in rows):
        found |= {n: tuple(row_facts(lines[n].words) or ()) for n in rows}
    for at, n in enumerate(seen):
        if n in found or lines[n].kind == "row":
            continue
        label = label_alone(lines[n].words)
        value = seen[at + 1] if at + 1 < len(seen) else None
        if label and value is not None and not lines[value].words.endswith((":", "：")):
            found[n] = ()
            found[value] = (labelled(label, lines[value].words),)
        elif (facts := line_facts(lines[n].words)) is not None:
            near = min(n - last_title, first - n) <= FAR_FROM_TITLE  # or right above the matter
            found[n] = tuple(facts) if near or n < last_title else ()
    told = max((n for n in found if n > last_title), default=-1)
    for n in seen:  # who sends it, between the title and the date
        if last_title < n < told and n not in found and is_about(lines[n].home):
            found[n] = ()
    return found


def _without_link_heads(choices: list[Choice]) -> list[Choice]:
    """Leave the short line that heads a list of links which was left."""
    kept = list(choices)
    seen = [n for n, each in enumerate(choices) if not each.line.unseen]
    for at, n in enumerate(seen[:-2]):
        below = [choices[m] for m in seen[at + 1 : at + 3]]
        if (
            not choices[n].reason
            and not choices[n].title
            and heads_links(choices[n].line)
            and all(each.reason and links_only(each.line) for each in below)
        ):
            kept[n] = replace(choices[n], reason="相关链接")
    return kept


def _without_links_at_the_end(choices: list[Choice]) -> list[Choice]:
    """Leave the links below a heading of links, and those below the last words that are none."""
    kept = list(choices)
    below_heading = False
    last = -1
    for n, choice in enumerate(choices):
        linked = links_only(choice.line) and not is_attachment(choice.line)
        if choice.reason == "相关链接" and not linked:
            below_heading = True
        elif not choice.line.unseen and not linked:
            below_heading = False
        if not choice.reason and linked and below_heading:
            kept[n] = replace(choice, reason="相关链接")
        if not choice.reason and (is_prose(choice.line) or (not linked and last >= 0)):
            last = n
    for n in range(last + 1, len(kept)) if last >= 0 else ():
        if not kept[n].reason and not is_attachment(kept[n].line):
            kept[n] = replace(kept[n], reason="链接")
    return kept
