"""What a line above a text is: a name, a date, furniture, words that can be a title, or the text.

The tests run in the order of the table `TESTS`; the first that holds names the sort.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from generator.cleaning.describing.furniture import (
    BREADCRUMB,
    FILE_NUMBER,
    RED_HEAD,
    SITE_TALK,
    is_furniture,
    without_site,
)
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.organs import organ, organs
from generator.cleaning.describing.stated_facts import is_stated
from generator.text import labels
from generator.text.dates import MONTH_AND_DAY, dates_in
from generator.text.surnames import SURNAMES

Sort = Literal[
    "words", "furniture", "facts", "date", "number", "organ", "red head", "person", "text"
]

LABELLED = re.compile(
    labels.any_of(
        *(labels.SECTION, labels.ITEM, labels.DIVISION, labels.PART, labels.ARTICLE),
        *(labels.POINT, labels.SUBPOINT),
    )
)
SALUTATION = re.compile(
    r"^[^\n。，；]{0,30}?(?:同志们|各位\S{1,12}|同志|朋友们|委员们|代表们|书记|主任|主席|局长"
    r"|部长|来宾们?)[！：:!]"
)
DIALOGUE = re.compile(r"(?:问|答|记者|主持人)[:：]")
ASKS_SOMEONE = re.compile(r"(?:对话|专访|访谈|访|对谈)[^，。：]{2,20}[：:][^，。：]{4,30}")
"""The headline of an interview: 对话县委书记：怎样用好谈话."""

ADDRESSEE = re.compile(
    r"^(?=[^。；！？]{2,400}[:：]$).*(?:各|局|委|部|厅|办|府|院|校|同志|单位|公司|党组)"
)
ADDRESSED = re.compile(r"[^。；：]*[，,][^。；：]*各[^。；：]*(?:单位|部门|委|局|政府|公司|机构)")
"""An addressee whose colon is missing."""

OPENING = re.compile(
    r"^(?:为了|为(?!\S{4,20}[ \u3000]\S{4,30}$)|根据|按照"
    r"|依照|近年来|近期|近日|日前|今年|去年|当前|目前|随着|同志们|一年来"
    r"|一段时间|长期以来|多年来|自从?\d|自20"
    r"|今天|昨天|昨日|前不久|刚才|下面|现将|遵照|我[是叫代]|大家好|尊敬的"
    r"|党的[一二三四五六七八九十]+[大届]"
    r"|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|份|中旬|上旬|下旬|底|初)|\d{4}年(?:以来|来|，)"
    r"|[“\"][^”\"]{6,}[，。？！])"
)
"""How the first sentence of a text begins, and a title does not (but for 为…的通知)."""
DATELINE = re.compile(
    r"^[（(【]?(?:新华社|中新社|人民网|新华网|中新网|央视网|本报|本刊|本网|本台"
    r"|[\u4e00-\u9fff]{2,8}(?:网|报|社|在线|时刻|新闻)\S{0,6}?)[^。\n]{0,16}?"
    r"(?:\d{1,2}月)?\d{1,2}日(?:电|讯|消息)"
    r"|^[\u4e00-\u9fff]{2,10}讯[ \u3000]?[（(](?:\S{0,4}记者|通讯员)"
    r"|^(?:本报|本网|本刊|本台|我网)讯(?=[\u4e00-\u9fff])"
    r"|^[（(【]本[报台刊网社][^（）()【】]{0,10}(?:报道|讯|消息)[）)】]"
    r"|^[（(【]?(?:本报|本网|本刊|本台|我网)?讯[）)】]?(?:\s"
    r"|[（(]|[:：]|\d)"
)
JOURNAL_LABELS = "关键词|关键字|中图分类号|文献标[识志]码|文章编号"
ABSTRACT = re.compile(rf"^\W{{0,2}}(?:摘\s*要|{JOURNAL_LABELS}|内容提要|DOI)")
"""The lines of a journal above an article."""

PERSON = re.compile(
    r"(?:[\u4e00-\u9fff]\s{0,3}[\u4e00-\u9fff](?:\s{0,3}[\u4e00-\u9fff])?"
    r"|[\u4e00-\u9fff][XxＸ×*＊某]{1,2}|[XxＸ×*＊]{2,3})(?:同志)?\d?"
    r"(?:[ \t\u3000、，,]+(?:[\u4e00-\u9fff]\s?[\u4e00-\u9fff]{1,2})\d?){0,3}"
)
MARKED_AUTHORS = re.compile(rf"(?:[□■◎●◆◇]|文[ \t\u3000]*[/／丨|])[ \t\u3000]*(?:{PERSON.pattern})")
"""The authors of an essay, as journals print them: ◎张三 李四."""

NEWSPAPER_PAGE = re.compile(r"第?\s*[A-Za-z]{0,2}\d{1,4}\s*版\s*[:：]")  # A03版：两会报道
PRESENT = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}[ \u3000、]*){1,6}等?(?:出席|参加|陪同|主持)(?:会议|并讲话|讲话)?"
)
"""A line below a headline that says who was there: 张三 李四出席."""

AFFILIATION = re.compile(
    r"[（(][^（）()]*(?:\d{6}|大学|学院|党校|系[:：]?)[^（）()]*[）)]|[^。（）()]{4,50}[\s,，]\d{6}"
)
"""Where an author works: （青石大学 法学院）, 青石市卫生研究中心 青石 100020."""
OFFICE_AND_PERSON = re.compile(
    r"(?P<organ>[^\s，。；：]{2,30}?)(?P<post>(?:副)?(?:党组|党委|党总支|党支部)?(?:书记|主任"
    r"|局长|部长|市长|县长|区长|镇长|乡长|院长|校长"
    r"|厅长|主席|处长|科长|所长|站长|董事长|总经理|检察长|秘书长|组长|会长"
    r"|行长)(?:、\S{2,12}?)?)?[ \t\u3000:：]+(?P<person>[\u4e00-\u9fffXxＸ×*＊某]{2,4})"
)
NAME_AT_ONCE = re.compile(  # 青石市人民检察院检察长张三
    r"((?:检察长|院长|主任|局长|市长|县长|区长|厅长|部长|书记|主席))"
    rf"((?!任[命职免期])[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}})$"
)
TITLE_LABEL = re.compile(r"(?:标题|题目|题名)\s*[:：]\s*\S{4}")
UNKNOWN_LABEL = re.compile(r"(?!.*如下)[^\s，。]{2,8}[:：]")
MASKED_DATE = re.compile(
    r"[（(]?(?:20)?[xXＸ×*○\d]{2,4}\s*年\s*[xXＸ×*○\d]{1,2}\s*月\s*(?:[xXＸ×*○\d]{1,2}\s*日)?[）)]?"
)
CREDIT = re.compile(
    r"(?:本报|本网|全媒体|特约)?(?:记者|通讯员|采访人员)[\s:：]?[\u4e00-\u9fff]{2,4}(?!\S*(?:座谈"
    r"|会议|节))"
)
GOES_ON = re.compile(r"(?:以来|来|，|至|前|后|起|上午|下午|晚|年度)")
PUBLISHED = re.compile(r"(?:通过|公布|发布|印发|签发|修订|修正|施行)[）)]?$")
LONGEST_TITLE = 60  # a single line; over several lines a title may be longer
LONGEST_NAMED = 110  # 关于转发《关于…的通知》的通知 on one line
LONGEST_HEADLINE = 48  # a line with a comma is a headline only where it is short
LONGEST_QUESTION = 30  # a headline can ask or exclaim: …何以有效？
LONGEST_TALK = 300
LONGEST_ADDRESS = 400
LONGEST_CREDIT = 50
LONGEST_DATE_LINE = 90
STOPS = tuple("。！？；：，、…:;,?!")


def sort_of(line: str) -> Sort:
    """Return what a line of the head is; `text` where the text begins with it."""
    words = without_site(line)
    return next((sort for holds, sort in TESTS if holds(line, words)), "words")


def fits(line: str) -> bool:
    """Tell whether a line can be a title: short, no sentence."""
    longest = LONGEST_NAMED if "关于" in line and is_named(line) else LONGEST_TITLE
    asked = line.endswith(("？", "?", "！", "!")) and len(line) <= LONGEST_QUESTION
    short = 2 <= len(line) <= longest and "。" not in line and (asked or not line.endswith(STOPS))
    comma = re.search("[，；]", re.sub("《[^》]*》|“[^”]*”", "", line))
    return short and (comma is None or len(line) <= max(LONGEST_HEADLINE, longest - LONGEST_TITLE))


def is_whole_title(line: str) -> bool:
    """Tell whether a line by itself is a title beyond doubt: 关于…的报告, 青石局2023年…总结."""
    begun = re.search(r"关于|^20\d\d|^在.*上的|20\d\d年", line) is not None
    return begun and _is_title(line, without_site(line)) and is_named(line)


def speaks_to(line: str) -> bool:
    """Tell whether a line names whom the text is for: 同志们：, 各县人民政府：."""
    if len(line) > LONGEST_ADDRESS:
        return False
    return SALUTATION.match(line) is not None or _is_addressee(line, line)


def is_date_line(line: str) -> bool:
    """Tell whether a line gives a date, with who passed or published it, and is no sentence."""
    line = line.lstrip("—―─- ")
    if len(line) > LONGEST_DATE_LINE or line.endswith(("。", "，", "；")):
        return False
    found = list(dates_in(line))
    if not found:
        return MONTH_AND_DAY.match(line) is not None and len(line) <= 40 and _sourced(line)
    first = found[0]
    before, behind = line[: first.start].strip("•· （(|"), line[first.end :]
    if not before:
        return len(behind) <= 70 and not GOES_ON.match(behind)
    if PUBLISHED.search(line):
        return len(before) <= 50
    signed = bool(organs(before)) or OFFICE_AND_PERSON.fullmatch(before) is not None
    return first.end >= len(line) - 14 and (line[0] in "（(" or signed)


def _sourced(line: str) -> bool:
    """Tell whether a source or a name stands behind a day: 10-28 青石网."""
    return re.search(r"来源|日\s+\S{2,12}$", line) is not None


def _is_page(line: str, words: str) -> bool:
    talk = SITE_TALK.search(words) is not None and len(line) <= LONGEST_TALK
    return talk or BREADCRUMB.search(line) is not None


def _is_credit(line: str, words: str) -> bool:
    told = CREDIT.search(line) is not None and len(line) <= LONGEST_CREDIT and "。" not in line
    return told and not is_stated(line) and not is_date_line(line)


def _is_title(line: str, words: str) -> bool:
    if ABSTRACT.match(line) or NEWSPAPER_PAGE.match(line):
        return False
    if TITLE_LABEL.match(line):
        return fits(words)
    if DIALOGUE.match(line):
        return False
    whole = is_named(words) and fits(words) and FILE_NUMBER.fullmatch(words) is None
    return whole and not LABELLED.match(words) and not is_stated(words)


def _is_dateline_alone(line: str, words: str) -> bool:
    """Tell whether an agency's dateline is all of a line; its text, or a title, stands below."""
    return DATELINE.match(line) is not None and re.fullmatch(r".{0,30}[电讯]", line) is not None


def _begins_text(line: str, words: str) -> bool:
    if ASKS_SOMEONE.fullmatch(line):
        return False
    return any(each.match(line) for each in (SALUTATION, DATELINE, LABELLED, DIALOGUE))


def _is_addressee(line: str, words: str) -> bool:
    return ADDRESSEE.match(line) is not None or ADDRESSED.fullmatch(line) is not None


def _opens(line: str) -> bool:
    """Tell whether a line begins as a first sentence does, and is none of a headline's length."""
    return OPENING.match(line) is not None and re.search("[，。；：,;:]", line) is not None


def _is_red_head(line: str, words: str) -> bool:
    match = RED_HEAD.fullmatch(line)
    return match is not None and bool(organs(match["organs"]))


def _is_person(line: str, words: str) -> bool:
    if PRESENT.fullmatch(line) and "会" not in line[:-2] and "活动" not in line:
        return True
    if match := office_and_person(line):
        return bool(match["post"] or organs(match["organ"])) or _are_names(line)
    return any(each.fullmatch(line) for each in (PERSON, AFFILIATION))


def office_and_person(line: str) -> re.Match[str] | None:
    """Return the office, post and person that a line consists of; a name may follow at once."""
    return OFFICE_AND_PERSON.fullmatch(NAME_AT_ONCE.sub(r"\1 \2", line.strip()))


def _are_names(line: str) -> bool:
    """Tell whether a line is a row of names, each with a common surname: 张三丰 李四."""
    return PERSON.fullmatch(line) is not None and all(each[0] in SURNAMES for each in line.split())


TESTS: tuple[tuple[Callable[[str, str], bool], Sort], ...] = (
    (_is_page, "furniture"),
    (_is_credit, "person"),
    (_is_title, "words"),
    (lambda line, words: is_stated(line), "facts"),
    (lambda line, words: FILE_NUMBER.fullmatch(line) is not None, "number"),
    (_is_dateline_alone, "furniture"),
    (_begins_text, "text"),
    (lambda line, words: ABSTRACT.match(line) is not None, "furniture"),
    (_is_addressee, "text"),
    (lambda line, words: UNKNOWN_LABEL.fullmatch(line) is not None, "furniture"),
    (lambda line, words: is_date_line(line) or MASKED_DATE.fullmatch(line) is not None, "date"),
    (lambda line, words: is_furniture(line), "furniture"),
    (_is_red_head, "red head"),
    (lambda line, words: bool(organ(line) or organs(line)), "organ"),
    (_is_person, "person"),
    (lambda line, words: _opens(line) or not fits(words), "text"),
)
