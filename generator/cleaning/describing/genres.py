"""What kind of text a piece is: named by its own title, else told by how it opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cleaning.describing.furniture import BREADCRUMB
from generator.cleaning.describing.genre_words import genre_of_title
from generator.cleaning.describing.line_sorts import (
    ABSTRACT,
    DATELINE,
    JOURNAL_LABELS,
    LABELLED,
    SALUTATION,
)

OF_TEXT = (
    (
        "调研",
        r"(?:形成|提出)(?:了)?(?:如下|以下|本|此|专题)调(?:研|查)报告|调研报告如下|现将调(?:研|查)(?:情况"
        r"|结果)",
    ),
    ("对照检查材料", r"对照检查(?:情况|材料)?(?:报告|汇报)?如下|现(?:将|就)\S{0,20}对照检查"),
    ("总结", r"总结如下|如下总结"),
    ("通报", r"通报如下"),
    ("报告", r"(?:报告|汇报)如下"),
    ("方案", r"(?:制定|制订|提出)(?:了)?(?:本|如下|以下)(?:\S{0,6})(?:方案|计划|预案)"),
    (
        "制度",
        r"(?:制定|制订|建立)(?:本|如下|以下)(?:\S{0,4})(?:办法|规定|制度|细则|规则|守则|规范)",
    ),
)
LONGEST_HEADING = 40
LEAST_HEADINGS = 2
REPORTED = r"报告.{0,80}请(?:予|各位代表|大会)?(?:以)?审议"
"""How a report to an assembly opens, below its salutation."""

SPOKEN = re.compile(
    r"(?:本次|这次|今天\S{0,6})党课|今天[，,]?\s*我们(?:在这里)?(?:召开|举行|召集)|(?:下面|现在"
    r"|刚才)[，,]?.{0,30}(?:我(?:就|再"
    r"|讲|代表|作|谈|结合|重点|简要|向)|进行会议)|我(?:再)?(?:讲|谈)\S{0,3}(?:点|方面)"
    r"|现在(?:开会|我宣布)|同志们[！!，,]|大家(?:好|上午好|下午好)"
)
EVENT = re.compile(
    r"^(?:本报讯|本网讯|讯|[（(][^）)]{2,20}[）)])?\s*(?:近日|日前|近期|昨日|昨天|今日"
    r"|(?:\d{4}年)?[\dxX×*]{1,2}月[\dxX×*]{1,2}[日号](?:至\d{1,2}日)?|\d{1,2}[日号])(?:上午|下午|晚|，|,|\s|[一-鿿])"
)
LAST_DAYS = re.compile(
    r"在?(?:昨[天日]|今[天日]|前[天日])(?:上午|下午|晚)?(?:召开|举行|举办|开幕|闭幕)的"
)
EVENT_INSIDE = re.compile(
    r"(?:^|[，,。！？”；])(?:近日|日前|近期|昨日|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号])(?:上午|下午|晚)?[，,]?[^。]{2,160}?"
    r"(?:召开|举行|举办|启动|开展|开班|主持|督查|调研|走访|检查)"
)
"""A day behind the clause that a report of an event begins with: 按照安排，7月13日，…召开."""

HEARD = re.compile(
    r"^据[^，。]{2,40}(?:消息|报道|通报)[，,]|记者.{0,30}?(?:获悉|了解到|看到|采访)|据了解|据悉|据介绍"
)
JOURNAL = re.compile(rf"^\W{{0,2}}(?:{JOURNAL_LABELS})")
SAID = re.compile(r"”[^。“”]{0,40}(?:坦言|表示|说道?|介绍|感慨|告诉)")
EXPERT = re.compile(
    r"(?:教授|研究员|专家|所长|代表|委员|负责人)[^。，“”]{1,8}(?:表示|认为|告诉|介绍说?|说)\s?[，,：:。]"
)
NARRATED = re.compile(
    r"召开|举行|举办|开展|组织|收看|观看|收听|听取|赴|深入|来到|参加|出席|主持|调研|检查|督导|走访|学习|启动|揭牌"
    r"|挂牌|成立|获悉|了解到|传来|走进|开班|观摩|进驻|通报"
)
HAPPENS = re.compile(
    r"(?:公布|通报|查实|查处|曝光)\d|"
    r"召开|举行|举办|启动|开班|揭牌|挂牌|成立|赴\S|(?:主任|主席|书记|[市县区镇乡局部]长|领导|一行|\S组)[^，。]{0,8}(?:调研"
    r"|检查|督导|督查|视察|听取|走访)|来\S+(?:调研|视察|检查|指导)|主持|出席|进驻"
    r"|开展[^，。]{0,20}活动$|展开|获评|荣获|部署|走进|亮相"
)
CREDITS = re.compile(
    r"(?:^[（(【\[]?|[|丨][|丨 ]*)(?:责任编辑|责编|编辑|撰稿|供稿|审稿|供图|图片提供"
    r"|本报记者|记者|通讯员|文字|摄影"
    r"|图文)\s*[:：丨 /／]|[（(](?:本报|本网|全媒体)?(?:记者|通讯员|特约记者)[^）)]{1,30}[）)]"
    r"|(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,4}(?:报道|\s|$)"
)
MEETING_TOLD = re.compile(
    r"^(?:会议|会上|与会|活动中|调研组|[\u4e00-\u9fff]{2,4})(?:由|[，,]|指出|强调|要求|传达|认为"
    r"|听取|分别|研究|希望|表示)"
)


REPORTED_BY = re.compile(
    r"[（(](?:本报|本网|全媒体|融媒体)?(?:见习|特约)?记者[\s:：][^（）()]{2,40}[）)]$"
)
"""A reporter's name in the brackets behind a text."""

NAME_BEHIND = re.compile(
    r"。\s*[（(][\u4e00-\u9fff]{2,3}(?:[ \u3000、][\u4e00-\u9fff]{2,3}){0,3}[）)]$"
)

CONVENED = re.compile(
    r"(?:召开|举行|举办|开幕|闭幕|开班|启动)[^，。\s]{0,8}[ \u3000，,][^，。\s的上]{2,4}(?:出席并)?"
    r"作?(?:讲话|致辞|发言)$"
)
"""A headline that ends in who spoke: 全省会议在青石召开 张三讲话."""

EXHORTS = re.compile(
    r"(?:干部|党员|书记|机关|组织|我们)(?:必须|不能|要|应|须|当)(?!求|点)|^(?:切?莫|别让|勿|谨防|警惕|须)"
)
"""A title that tells its readers what to do: 领导干部要带好头, 莫把…当…."""

DONE = re.compile(r"情况$|(?<!的)(?:调研|考察|走访|座谈|检查|总结|汇报|通报|讲话|发言|致辞)$")
"""A word that a headline can end in as well as the title of a report."""

AT_ONCE = re.compile(r"^.{0,30}?(?:近日|日前|昨[日天]|今日|\d[日号](?:上午|下午|晚))")
"""A day of which only news tell without its year."""

SECTION_OF_NEWS = re.compile(
    r"(?:新闻|要闻|动态|快讯|资讯|时政|速递)[^>＞»›]{0,6}\s*(?:[>＞›»/]|$)"
)
ARGUES = re.compile(
    r"(?:本文|^文章)(?:将|拟|就|从|以|试图|尝试|认为|通过|结合|主要|着重|旨在|在\S{0,20}基础上|对\S{2,30}进行)"
)
NOTED = re.compile(r"[^\s\[]\[\d{1,2}(?:[-－—,，]\d{1,2})*\](?!\d)")
"""The number of a note, as papers have them: …重要作用[1]."""

ABSTRACTED = re.compile(r"摘\s*要\s*[:：]")
KEYED = re.compile(r"关键[词字]\s*[:：]")
"""The abstract of a paper on one line with its text, and what stands behind it."""

HEADING_OF_REPORT = re.compile(
    r"(?:总体|基本|工作开展|整改)(?:工作)?情况|(?:主要|工作|具体|特色)(?:做法|成效|举措|亮点)|取得的?成[效绩]"
    r"|存在的?(?:主要)?(?:问题|不足|困难)|下一?步(?:工作)?(?:打算|计划|安排|思路|措施|建议)"
)
"""What the headings of a report say."""

OPINION = re.compile(r"(?:时评|锐评|短评|评论|言论|理论|观点|论坛)\s*(?:[>＞›»/]|$)")
"""The part of a site where opinions stand, in a breadcrumb."""


def genre(
    title: str,
    own: bool,
    head: Sequence[str],
    body: Sequence[str],
    closing: str,
    foot: Sequence[str] = (),
) -> str:
    """Return the genre of a piece; empty where neither its title nor its opening tells it.

    `own`: the piece itself states `title`; `head` and `body`: the lines above the text and of the
    text, `foot`: its last lines as received, `closing`: the office in the brackets behind it.
    """
    if own:
        found, named = genre_of_title(title)
        if named and CONVENED.search(title):
            return "新闻"
        if named and not (found and _only_tells(title, body)):
            return found
    opening = "\n".join(body[:3])
    for name, words in OF_TEXT:
        if re.search(words, opening):
            return name
    if re.search(REPORTED, "\n".join(body[:2])):
        return "报告"
    first = body[0] if body else ""
    if _salutes(body):
        return "讲话"
    if DATELINE.match(first):
        return "新闻"
    return _of_page(title if own else "", head, body, closing, foot)


def _of_page(
    title: str, head: Sequence[str], body: Sequence[str], closing: str, foot: Sequence[str]
) -> str:
    """Return what the lines around the text and the way in which it tells show it to be."""
    lines = (*head, *body[:6])
    if any(JOURNAL.match(line) for line in lines):
        return "论述"
    if any(BREADCRUMB.search(line) and OPINION.search(line) for line in head):
        return "论述"
    if EXHORTS.search(title):
        return "论述"
    told = _told(title, head, body, closing, foot)
    if not told and _is_signed_by_reporter(body, foot):
        told = "新闻"
    if told:
        return told
    if any(map(ABSTRACT.match, lines)) or any(map(ARGUES.search, body[:10])):
        return "论述"
    if any(map(NOTED.search, body[:10])) or _has_abstract("\n".join(body[:3])):
        return "论述"
    headings = [line for line in body if LABELLED.match(line) and len(line) <= LONGEST_HEADING]
    reports = sum(HEADING_OF_REPORT.search(line) is not None for line in headings)
    return "报告" if reports >= LEAST_HEADINGS else ""


def _has_abstract(text: str) -> bool:
    """Tell whether an abstract and keywords behind it stand in the first paragraphs."""
    abstract = ABSTRACTED.search(text)
    return abstract is not None and KEYED.search(text, abstract.end()) is not None


def _salutes(body: Sequence[str]) -> bool:
    """Tell whether a text begins by speaking to its hearers, with at most a headline above."""
    for line in body[:4]:
        if SALUTATION.match(line):
            return True
        if "。" in line:
            return False
    return False


def _only_tells(title: str, body: Sequence[str]) -> bool:
    """Tell whether the word that a title ends in is what a headline tells: 市人大来县开展…调研."""
    if not DONE.search(title) or "关于" in title or not HAPPENS.search(title):
        return False
    return any(map(EVENT.match, body[:3]))


def _told(
    title: str, head: Sequence[str], body: Sequence[str], closing: str, foot: Sequence[str]
) -> str:
    """Return 新闻 or 讲话 where the way in which the text tells shows it."""
    happened = any(
        EVENT.match(line) and (NARRATED.search(line[:160]) or AT_ONCE.match(line))
        for line in body[:2]
    )
    happened = happened or bool(body and EVENT_INSIDE.search(body[0][:240]))
    happened = happened or bool(body and LAST_DAYS.search(body[0][:400]))
    happened = happened or bool(body and SAID.search(body[0]))
    happened = happened or any(HEARD.search(line[:200]) for line in body[:4])
    signs = int(any(CREDITS.search(line) for line in (*head, *body, *foot)))
    signs += bool(closing)
    signs += bool(title and HAPPENS.search(title))
    signs += min(2, sum(_quotes(line) for line in body[:6]))
    signs += any(MEETING_TOLD.match(line) for line in body[1:4])
    signs += any(BREADCRUMB.search(line) and SECTION_OF_NEWS.search(line) for line in head)
    spoken = _speaks(body)
    if not spoken and (happened or signs >= 2 or closing or (title and HAPPENS.search(title))):
        return "新闻"
    return "讲话" if spoken else ""


def _is_signed_by_reporter(body: Sequence[str], foot: Sequence[str]) -> bool:
    """Tell whether a name stands in the brackets behind a text that tells in plain paragraphs."""
    if any(REPORTED_BY.search(line) for line in foot):
        return True
    plain = bool(body) and NARRATED.search(body[0][:160]) is not None
    signed = any(NAME_BEHIND.search(line) for line in foot)
    return plain and signed and not any(LABELLED.match(line) for line in body)


def _quotes(line: str) -> bool:
    """Tell whether a paragraph gives the words of someone whom a reporter asked."""
    return SAID.search(line) is not None or EXPERT.search(line[:120]) is not None


def _speaks(body: Sequence[str]) -> bool:
    return any(SPOKEN.search(line) for line in body[:3])
