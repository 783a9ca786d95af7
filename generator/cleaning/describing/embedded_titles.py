"""Titles that have no line of their own above the text, and the marks around any title.

They stand behind a label, on one line with the text, below the notice that issues the text, or
behind a label at the end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cleaning.describing.furniture import FILE_NUMBER, without_site
from generator.cleaning.describing.genre_words import genre_of_title, is_named
from generator.cleaning.describing.line_sorts import TITLE_LABEL, speaks_to

_TEXT_BEGINS = (
    r"(?:同志们|各位|尊敬的|今天|根据|按照|近年来|今年以来|为(?:了|深入|贯彻|全面|进一步)|一、|1、"
    r"|各[\u4e00-\u9fff、]{2,30}[:：]|第[一1]\s?(?:[条章节编]|部分)|1\s?总则|1[.．]1|目\s?录|20[\dXx]{2}[/.．\-]|(?:20[\d*×xX]{1,4}|[XxＸ×]{2,4})\s?年(?:度|来|以来|[上下]半年|第?[一二三四]季度)?[，,])"
)
GLUED = re.compile(
    r"(?:\d{1,2}[、.．])?\s*(?P<title>[^，。：；！？]{6,60}?)(?:[（(]\d{1,2}[）)])?\s*"
    rf"(?={_TEXT_BEGINS})"
)
"""A title that a page prints on one line with the text: 在…大会上的讲话同志们：今天…."""

SPEECH = re.compile(
    r"(?P<title>在[^，。：；！？]{4,50}?(?:会议|[会式动坛班])上的(?:总结|动员|主持|表态|交流)?(?:讲话|发言|致辞|致词|报告))"
    r"(?!精神|中[，的]|时[，的]|后[，的]|要求|内容|稿|材料|提纲|摘要|指出|强调|[和与、，的])(?=[\u4e00-\u9fff]{2,16}[，,：:])"
)
"""A speech whose first sentence stands on the line of its title: …会议上的讲话春节刚过，…."""

BRACKETED = re.compile(r"[【\[](?P<title>[^【】\[\]，。]{6,60})[】\]]\s*(?=[^\s，。]{2,60}[，。])")
"""A title in brackets on one line with the text: 【关于…的调研报告】在当前…背景下，…."""

GENERAL = re.compile(r"(?P<title>[^，。：；！？]{4,40}?)\s*第[一1]\s?[章节编]\s*总\s?则")
"""Rules whose first heading stands on the line of their title: nothing else begins with it."""

UNPOINTED = 100  # letters without a mark: a site has taken all of them out of the text

ISSUES = re.compile(r"(?:印发|转发|下发|发给|公布|发布)")
CITED = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
SELECTED = re.compile(
    r"(?P<title>.{4,}?)(?:精选|范文|例文|大全|合集|集锦|模板|优秀范文|最新范文|\d{1,4}(?!\d)|通用版|完整版"
    r"|(?:应该)?(?:怎么|如何|怎样)写)+"
)
NOTED = re.compile(r"[（(【\[][^（）()【】\[\]\d]{2,10}[）)】\]]\s*(?P<title>[^：:]{6,})$")
"""A note that an agency or a site sets before a title: （受权发布）青石市人民检察院工作报告."""

SAID_AGAIN = re.compile(r"(?P<title>.{4,}?)\s*[\[【](?P<again>[^\[\]【】]{6,})[\]】]")
"""A title with the name under which a site files it: 卫生督查通报 [城乡卫生督查通报]."""

HEADED = re.compile(
    r"(?P<title>.{4,60}?)(?:范文|模板|范本|参考)*一、\S{2,12}"
)  # and its first heading
ANY_TAIL = re.compile(r"(?P<title>.{6,}?)\s*[-_|｜]\s*[^-_|｜，。]{2,24}")
"""A site's name behind a whole title, whatever it is."""

NOTICE_LINES = 16  # lines in which a notice without a title names and prints what it issues
MOST_GLUED = 200
MOST_BEFORE = 60
LAST_LINES = 12
FOOT = 800
SHORTEST = 4


def embedded_title(text: str, below: Sequence[str], labelled: str) -> str:
    """Return the title of a `text` that has no line for it above the text; empty if it has none.

    `below`: the lines of the text below its head; `labelled`: the title that a label in the head
    states.
    """
    found = labelled or glued_title(below[0] if below else "") or _issued(below)
    if not found:
        last = [line.strip() for line in text[-FOOT:].rstrip().split("\n")][-LAST_LINES:]
        found = next((bare_title(line) for line in last if TITLE_LABEL.match(line)), "")
    return found if len(found) >= SHORTEST else ""


def glued_title(line: str) -> str:
    """Return the title that a line of the text begins with; a title printed twice is one."""
    line = without_site(line[:MOST_GLUED])
    if general := GENERAL.match(line) or SPEECH.match(line):
        return general["title"].strip()
    if (bracketed := BRACKETED.match(line)) and _names_document(bracketed["title"]):
        return bracketed["title"].strip()
    if len(line) >= UNPOINTED and not re.search("[，。；：、,;:]", line[:UNPOINTED]):
        return _before_numeral(line)
    match = GLUED.match(line)
    if match is None or match["title"][0] in "《〈“" or not _names_document(match["title"]):
        return ""
    title = match["title"].strip()
    parts = title.split()
    if len(parts) > 1 and all(is_named(each) for each in parts):
        return parts[-1]
    for length in range(len(title) // 2, SHORTEST - 1, -1):
        last = title[-length:]
        first = title.find(last)
        if first < len(title) - length and is_named(last):
            return max(title[first + length :], title[: first + length], key=len)
    return title


def _names_document(title: str) -> bool:
    """Tell whether a title names a kind of text; what ends in 报道 here is a reporter's line."""
    return genre_of_title(title) not in (("", False), ("新闻", True))


def _before_numeral(line: str) -> str:
    """Return the title before the first heading, where neither has marks: …制度一工作时间…."""
    ends = (match.start() for match in re.finditer("[一1]", line[:MOST_BEFORE]))
    titles = (line[:end] for end in ends if end >= SHORTEST)
    return next((title for title in titles if genre_of_title(title)[0]), "")


def _issued(lines: Sequence[str]) -> str:
    """Return the title of what a notice without a title issues: named in it, printed below it."""
    if len(lines) < 2 or not speaks_to(lines[0]):
        return ""
    notice = next((line for line in lines[1:3] if ISSUES.search(line)), "")
    cited = {plain(match["title"]) for match in CITED.finditer(notice)}
    below = (bare_title(line) for line in lines[2:NOTICE_LINES])
    return next((line for line in below if plain(line) in cited), "")


def bare_title(text: str) -> str:
    """Return a title without the 文号 before or behind it and the marks around it."""
    text = re.sub(rf"\s*[（(]\s*{FILE_NUMBER.pattern}\s*[）)]$|\s*{FILE_NUMBER.pattern}$", "", text)
    text = re.sub(rf"^{FILE_NUMBER.pattern}\s*(?=[《\u4e00-\u9fff])", "", text).strip()
    if match := re.fullmatch(r"《(?P<inside>[^《》]*(?:《[^《》]*》[^《》]*)*)》", text):
        text = match["inside"]
    text = without_site(text)
    if (match := NOTED.match(text)) and is_named(match["title"]):
        text = match["title"]
    if (match := SAID_AGAIN.fullmatch(text)) and is_named(match["again"]):
        text = match["title"]
    for pattern in (HEADED, SELECTED, ANY_TAIL):
        if (match := pattern.fullmatch(text)) and is_named(match["title"]):
            text = match["title"].rstrip()
    return text


def plain(text: str) -> str:
    """Return the letters and figures of a text, by which titles are compared."""
    return re.sub(r"[\W_]", "", text)
