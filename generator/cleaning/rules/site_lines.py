"""What a page puts around a text: 设为首页 加入收藏 / 【打印】【关闭】 / 页数：3 -> nothing.

A line goes when it consists of such words alone.  What a document could hold too goes only
above the document's first sentence or below its last one, and only beside lines that prove
the site: one that is nobody else's, or three in a row that may be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.cleaning.describing.furniture import FILE_NUMBER
from generator.cleaning.describing.stated_facts import awaits_value, is_value
from generator.cleaning.ledger import Change
from generator.cleaning.lines import Line, lines_of
from generator.cleaning.rules.breadcrumbs import is_breadcrumb
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.site_words import Worth, weigh
from generator.text.dates import FIGURES

EDGE = 40  # lines above the first sentence or below the last one that are looked at
ROW = 3
CELL_OF_FIGURES = re.compile(r"(?:^|\t)[\d,.%]+(?=\t|$)")  # a cell of figures alone
VALUE = re.compile(r"[A-Za-z0-9/\-]{6,40}|\S{2,16}(?:网站?|门户)")
FILE = re.compile(r"(?P<name>.{2,60})\.(?:docx?|pdf|pptx?|xlsx?|txt|wps|rtf|zip|rar)")


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line of the site, its line end with it."""
    lines = lines_of(text)
    worths = [_worth(line) for line in lines]
    _weigh_file_names(lines, worths)
    for at in _rows(lines):
        worths[at] = Worth.DOCUMENT
    _weigh_values(lines, worths)
    gone = {at for at, worth in enumerate(worths) if worth is Worth.STRONG}
    paths = {at for at in gone if is_breadcrumb(lines[at].words)}  # they prove, C-017 cuts
    head, foot = _head(lines, worths), _foot(lines, worths)
    for edge in (head, foot):
        if _is_proved(worths, edge):
            gone |= {at for at in edge if worths[at] is Worth.WEAK}
            gone |= {at for at in edge if worths[at] is Worth.NEUTRAL and {at - 1, at + 1} <= gone}
            if edge is head:  # below a text a date is its own
                gone |= {at for at in edge if at + 1 in gone and FIGURES.fullmatch(lines[at].words)}
    if len(gone) < len(lines):  # a text of nothing else is not for a rule to empty
        for at in sorted(gone - paths):
            yield lines[at].deletion()


def _worth(line: Line) -> Worth:
    return Worth.STRONG if is_breadcrumb(line.words) else weigh(line.words)


def _weigh_file_names(lines: Sequence[Line], worths: list[Worth]) -> None:
    """Weigh 报告.docx as the site's where 报告 stands on a line of its own, or the name again."""
    titles = {line.words for line in lines[:EDGE]}
    names = Counter(line.words for line in lines[:EDGE])
    for at, line in enumerate(lines[:EDGE]):
        match = FILE.fullmatch(line.words)
        if match and (match["name"] in titles or names[line.words] > 1):
            worths[at] = Worth.WEAK


def _rows(lines: Sequence[Line]) -> set[int]:
    """Return the rows of a table of figures: lines of as many cells one below the other."""
    found: set[int] = set()
    for at in range(1, len(lines)):
        cells = lines[at].words.count("\t")
        if cells and cells == lines[at - 1].words.count("\t"):
            found |= {each for each in (at - 1, at) if CELL_OF_FIGURES.search(lines[each].words)}
    return found


def _weigh_values(lines: Sequence[Line], worths: list[Worth]) -> None:
    """Weigh as the site's a value on the line below its label: 发文字号： / 青政发〔2024〕9号."""
    for at, (label, value) in enumerate(pairwise(lines[:EDGE])):
        known = VALUE.fullmatch(value.words) or FILE_NUMBER.fullmatch(value.words)
        awaited = worths[at] > Worth.DOCUMENT and awaits_value(label.words)
        if known and awaited and is_value(value.words):
            worths[at + 1] = max(worths[at + 1], Worth.WEAK)


def _head(lines: Sequence[Line], worths: Sequence[Worth]) -> range:
    """Return the lines above the document's first sentence."""
    for at, line in enumerate(lines[:EDGE]):
        if line.is_prose and worths[at] is Worth.DOCUMENT:
            return range(at)
    return range(min(EDGE, len(lines)))


def _foot(lines: Sequence[Line], worths: Sequence[Worth]) -> range:
    """Return the lines below the document's last sentence."""
    first = max(0, len(lines) - EDGE)
    for at in range(len(lines) - 1, first - 1, -1):
        if lines[at].is_prose and worths[at] is Worth.DOCUMENT:
            return range(at + 1, len(lines))
    return range(first, len(lines))


def _is_proved(worths: Sequence[Worth], edge: range) -> bool:
    """Tell whether the edge has a line that is the site's alone, or a row that may be."""
    row = 0
    for at in edge:
        row = row + 1 if worths[at] is Worth.WEAK else 0
        if worths[at] is Worth.STRONG or row >= ROW:
            return True
    return False
