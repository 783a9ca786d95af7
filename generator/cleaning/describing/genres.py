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
    MARKED_AUTHORS,
    SALUTATION,
    office_and_person,
)
from generator.cleaning.describing.news import (
    COMPLETED,
    CONVENED,
    HAPPENS,
    Telling,
    happened,
    is_news,
    is_signed_by_reporter,
)

OF_TEXT = (
    (
        "调研",
        r"(?:形成|提出)(?:了)?(?:如下|以下|本|此|专题)调(?:研|查)报告|调研报告如下|现将调(?:研|查)(?:情况"
        r"|结果)|调(?:研|查)[^，。]{0,6}(?:形成|提出)(?:了)?(?:以下|如下|本)报告",
    ),
    ("对照检查材料", r"对照检查(?:情况|材料)?(?:报告|汇报)?如下|现(?:将|就)\S{0,20}对照检查"),
    ("总结", r"总结如下|如下总结"),
    ("通报", r"通报如下|现将[^。]{2,40}(?:情况|进展)(?:予以|进行)(?:公布|公开|通报)"),
    ("报告", r"(?:报告|汇报)如下"),
    (
        "方案",
        r"(?:制定|制订|提出)(?:了)?(?:本|如下|以下)(?:\S{0,6})(?:方案|计划|预案)|(?:方案|计划|预案)如下",
    ),
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
    r"|在此[，,]?(?:我|我谨?代表[^。，]{2,30})?[，,]?(?:[对向][^。，]{2,40})?(?:表示|致以)(?:[热衷诚]|最)"
)
JOURNAL = re.compile(rf"^\W{{0,2}}(?:{JOURNAL_LABELS})")
EXHORTS = re.compile(
    r"(?:干部|党员|书记|机关|组织|我们)(?:必须|不能|要|应|须|当)(?!求|点)|^(?:切?莫|别让|勿|谨防|警惕|须)"
)
"""A title that tells its readers what to do: 领导干部要带好头, 莫把…当…."""

DONE = re.compile(r"情况$|(?<!的)(?:调研|考察|走访|座谈|检查|总结|汇报|通报|讲话|发言|致辞)$")
"""A word that a headline can end in as well as the title of a report."""

GOVERNED = re.compile(
    r"(?:出台|推行|实行|建立|发布|印发|公布)[^，。：]{2,40}(?:制度|办法|规定|细则|规则|规范|方案|计划|规划)$"
)
"""A headline whose last word is what someone makes, not what the text is: 青石县出台…办法."""

ARGUES = re.compile(
    r"(?:本文|^文章)(?:将|拟|就|从|以|试图|尝试|认为|通过|结合|主要|着重|旨在|在\S{0,20}基础上|对\S{2,30}进行)"
)
FELT = re.compile(
    r"我(?:个人)?(?:都|也|更|真|深|深深|深刻|切身)?(?:地)?(?:感受到|体会到|认识到|感到|领悟|明白)|受益匪浅|感触(?:很|颇)?深"
    r"|心得|(?:我的|几点)(?:体会|感受|感悟)"
)
ONE_SELF = re.compile(r"我(?![们局县市区镇乡院校委厅司国省州方党军馆站所部处科])|自己")
"""The writer of whose feelings a text tells, and no office: 我, 自己."""

LEAST_SELF = 3
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


def genre(text: Telling, *, own: bool) -> str:
    """Return the genre of a piece; empty where neither its title nor its opening tells it.

    `own`: the piece itself states its title.
    """
    title, body = text.title, text.body
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
    if _salutes(body):
        return "讲话"
    if DATELINE.match(body[0] if body else ""):
        return "新闻"
    return _of_page(text if own else Telling("", text.head, body, text.closing, text.foot))


def _of_page(text: Telling) -> str:
    """Return what the lines around the text and the way in which it tells show it to be."""
    head, body = text.head, text.body
    lines = (*head, *body[:6])
    if any(JOURNAL.match(line) for line in lines):
        return "论述"
    if any(BREADCRUMB.search(line) and OPINION.search(line) for line in head):
        return "论述"
    if EXHORTS.search(text.title):
        return "论述"
    if any(SPOKEN.search(line) for line in body[:3]):
        return "讲话"
    if is_news(text) or is_signed_by_reporter(text):
        return "新闻"
    if any(map(ABSTRACT.match, lines)) or any(map(ARGUES.search, body[:10])):
        return "论述"
    if any(map(NOTED.search, body[:10])) or _has_abstract("\n".join(body[:3])):
        return "论述"
    if any(map(MARKED_AUTHORS.fullmatch, head)) or (text.title and any(map(_is_byline, head))):
        return "论述"
    if _is_felt(body[:6]):
        return "论述"
    headings = [line for line in body if LABELLED.match(line) and len(line) <= LONGEST_HEADING]
    reports = sum(HEADING_OF_REPORT.search(line) is not None for line in headings)
    return "报告" if reports >= LEAST_HEADINGS else ""


def _is_byline(line: str) -> bool:
    """Tell whether a line names an official who wrote the text: 青石市水利局副局长 张三."""
    match = office_and_person(line)
    return match is not None and match["post"] is not None


def _is_felt(body: Sequence[str]) -> bool:
    """Tell whether one person says what he or she felt and learnt, as a 心得体会 does."""
    text = "\n".join(body)
    return FELT.search(text) is not None and len(ONE_SELF.findall(text)) >= LEAST_SELF


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
    if "关于" in title or not HAPPENS.search(title):
        return False
    if COMPLETED.search(title):
        return True
    if DONE.search(title):
        return happened(body)
    return GOVERNED.search(title) is not None and happened(body)
