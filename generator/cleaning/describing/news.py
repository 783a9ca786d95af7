"""What shows that a text is news: a day on which something happened, who told it, who is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cleaning.describing.furniture import BREADCRUMB
from generator.cleaning.describing.line_sorts import LABELLED

EVENT = re.compile(
    r"^(?:本报讯|本网讯|讯|[（(][^）)]{2,20}[）)])?\s*(?:近日|日前|近期|昨日|昨天|今日"
    r"|(?:\d{4}年)?[\dxX×*]{1,2}月[\dxX×*]{1,2}[日号](?:至\d{1,2}日)?|\d{1,2}[日号])(?:上午|下午|晚|，|,|\s|[一-鿿])"
)
LAST_DAYS = re.compile(
    r"在?(?:昨[天日]|今[天日]|前[天日])(?:上午|下午|晚)?(?:召开|举行|举办|开幕|闭幕)的"
)
EVENT_INSIDE = re.compile(
    r"(?:^|[，,。！？”；])(?:近日|日前|近期|昨日|(?:\d{4}年)?\d{1,2}月\d{1,2}[日号])(?:上午|下午|晚)?[，,]?[^。]{2,160}?"
    r"(?:召开|举行|举办|启动|开展|开班|主持|督查|调研|走访|检查|通报|宣讲|座谈|参加|观看)"
)
"""A day behind the clause that a report of an event begins with: 按照安排，7月13日，…召开."""

HEARD = re.compile(
    r"^据[^，。]{2,40}(?:消息|报道|通报)[，,]|记者.{0,30}?(?:获悉|了解到|看到|采访|发现|注意到)|据了解|据悉|据介绍"
)
SAID = re.compile(r"”[^。“”]{0,40}(?:坦言|表示|说道?|介绍|感慨|告诉)")
EXPERT = re.compile(
    r"(?:教授|研究员|专家|所长|代表|委员|负责人)[^。，“”]{1,8}(?:表示|认为|告诉|介绍说?|说)\s?[，,：:。]"
)
SESSION = re.compile(
    r"^[^。，]{4,40}(?:会议|全会|大会|常委会|论坛)\d{1,2}日(?:上午|下午|晚)?(?:在[^。，]{2,16})?"
    r"(?:召开|举行|听取|审议|表决|通过|开幕|闭幕)"
)
"""A session of which agencies tell with a day and no month: 常委会第三次会议21日听取…."""

ANNOUNCED = re.compile(
    r"(?:网站|官网|官微|微博|公众号)(?:\d{1,2}日|昨[日天]|今[日天]|日前|近日)?(?:对外)?"
    r"(?:发布|通报|开通|推出|公布|公示|刊发|曝光)"
)
"""What a site did on a day: 中央纪委网站昨日发布…."""

REPORTS = re.compile(r"受[^，。]{2,16}委托[，,][^，。]{0,4}向[^，。]{4,40}作[^，。]{0,10}《")
"""A report that someone gave, told by another: 局长受市政府委托，向市人大常委会作《…报告》."""

MEETING_INSIDE = re.compile(
    r"[，。](?:会议|会上|与会人员|活动中)(?:还)?(?:指出|强调|要求|传达|组织|听取|宣读|学习|通报|审议)"
)
NARRATED = re.compile(
    r"召开|举行|举办|开展|组织|收看|观看|收听|听取|赴|深入|来到|参加|出席|主持|调研|检查|督导|走访|学习|启动|揭牌"
    r"|挂牌|成立|获悉|了解到|传来|走进|开班|观摩|进驻|通报"
)
COMPLETED = re.compile(
    r"^[^，。关]{2,30}(?:圆满|顺利|全面|基本|如期)?完成[^，。]{4,}(?:工作|任务|建设|改造|整治)$"
)
"""A headline of work that is done: 总队完成…保障工作."""

HAPPENS = re.compile(
    r"(?:公布|通报|查实|查处|曝光)\d|"
    r"召开|举行|举办|启动|开班|揭牌|挂牌|成立|赴\S|(?:主任|主席|书记|[市县区镇乡局部]长|领导|一行|\S组)[^，。]{0,8}(?:调研"
    r"|检查|督导|督查|视察|听取|走访)|来\S+(?:调研|视察|检查|指导)|主持|出席|进驻"
    r"|开展[^，。]{0,20}活动$|展开|获评|荣获|部署|走进|亮相|督办|出台|开始(?:全面)?(?:推行|实行|实施)"
    rf"|{COMPLETED.pattern}"
)
CREDITS = re.compile(
    r"(?:^[（(【\[]?|[|丨][|丨 ]*)(?:责任编辑|责编|编辑|撰稿|供稿|审稿|供图|图片提供"
    r"|本报记者|记者|通讯员|文字|摄影"
    r"|图文)\s*[:：丨 /／]|[（(](?:本报|本网|全媒体)?(?:记者|通讯员|特约记者)[^）)]{1,30}[）)]"
    r"|(?:记者|通讯员)\s?[\u4e00-\u9fff]{2,4}(?:报道|\s|$)"
)
MEETING_TOLD = re.compile(
    r"^(?:会议|会上|大会|与会|活动中|调研组|[\u4e00-\u9fff]{2,4}?)(?:在[^，。]{2,8}中)?(?:由|[，,]|指出|强调|要求|传达|认为"
    r"|听取|分别|研究|希望|表示|组织|学习|通报|宣读)"
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

AT_ONCE = re.compile(r"^.{0,30}?(?:近日|日前|昨[日天]|今日|\d[日号](?:上午|下午|晚))")
"""A day of which only news tell without its year."""

SECTION_OF_NEWS = re.compile(
    r"(?:新闻|要闻|动态|快讯|资讯|时政|速递)[^>＞»›]{0,6}\s*(?:[>＞›»/]|$)"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A text with what stands around it: its title, head, first lines, last lines.

    `title` is empty where the text states none; `closing` is the office in the brackets behind it.
    """

    title: str
    head: Sequence[str]
    body: Sequence[str]
    closing: str = ""
    foot: Sequence[str] = ()


def is_news(text: Telling) -> bool:
    """Tell whether a text tells news; one that is spoken must have been ruled out before."""
    signed = text.closing or HAPPENS.search(text.title)
    return bool(happened(text.body) or signed or _signs(text) >= 2)


def happened(body: Sequence[str]) -> bool:
    """Tell whether a text begins by telling what happened on a day, or who said so."""
    if any(_is_event(line) for line in body[:2]):
        return True
    if any(HEARD.search(line[:200]) for line in body[:4]):
        return True
    first = body[0] if body else ""
    return any(
        pattern.search(first[:longest])
        for pattern, longest in (
            (EVENT_INSIDE, 240),
            (LAST_DAYS, 400),
            (SAID, 400),
            (SESSION, 80),
            (ANNOUNCED, 80),
            (REPORTS, 120),
        )
    )


def is_signed_by_reporter(text: Telling) -> bool:
    """Tell whether a name stands in the brackets behind a text that tells in plain paragraphs."""
    body, foot = text.body, text.foot
    if any(REPORTED_BY.search(line) for line in foot):
        return True
    plain = bool(body) and NARRATED.search(body[0][:160]) is not None
    signed = any(NAME_BEHIND.search(line) for line in foot)
    return plain and signed and not any(LABELLED.match(line) for line in body)


def _is_event(line: str) -> bool:
    told = EVENT.match(line) is not None
    return told and (NARRATED.search(line[:160]) is not None or AT_ONCE.match(line) is not None)


def _signs(text: Telling) -> int:
    """Return how many signs of news a text has of which one alone proves nothing."""
    lines = (*text.head, *text.body, *text.foot)
    signs = int(any(CREDITS.search(line) for line in lines))
    signs += min(2, sum(_quotes(line) for line in text.body[:6]))
    signs += min(2, sum(map(_tells_of_meeting, text.body[:6])))
    return signs + any(
        BREADCRUMB.search(line) and SECTION_OF_NEWS.search(line) for line in text.head
    )


def _tells_of_meeting(line: str) -> bool:
    return (MEETING_TOLD.match(line) or MEETING_INSIDE.search(line[:120])) is not None


def _quotes(line: str) -> bool:
    """Tell whether a paragraph gives the words of someone whom a reporter asked."""
    return SAID.search(line) is not None or EXPERT.search(line[:120]) is not None
