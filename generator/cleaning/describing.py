"""What a piece states about itself: genre, issuer, date, place; nothing is invented.

A title that the text does not state is made from its own words and stands in square
brackets (［…］), as editors of documents mark what they supply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.text.dates import DATE_LINE, iso_date

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
GENRE_OF_TITLE = (
    ("调研", "调研报告|调研材料|调查报告|调[研查]$|调查与思考|调研与思考"),
    ("讲话", "讲话|发言|致辞|讲稿|党课"),
    ("报告", "报告|汇报|总结|情况"),
    ("论述", "论述|述评|评论|解读|体会|思考|认识"),
)
GENRE_OF_TEXT = (
    ("调研", r"(?:形成|提出)(?:了)?如下调(?:研|查)报告|现将调(?:研|查)(?:情况|结果)"),
    ("报告", r"(?:报告|汇报|总结)如下"),
)
SALUTATION = re.compile(
    r"^[^\n。，；]{0,30}?(?:同志们|各位\S{1,12}|同志|朋友们|委员们|代表们)[！：:!]"
)
ORGAN = (
    r"(?:委员会|党委|党组|纪委监委|纪委|监委|[省市县区镇乡州]委|[^\s，。]局|办公室|办公厅|人民政府|政府"
    r"|法院|检察院|中央|国务院|总工会|公司|学院|大学|医院|支部|总支)"
)
ISSUER_OF_TITLE = re.compile(
    rf"^(?P<issuer>[^\s，。、“《]{{1,24}}?{ORGAN})(?:党组|党委)?(?=关于|20|加强|贯彻|落实)"
)
SIGNATURE = re.compile(rf"(?:中共)?[^\s，。：；、]{{0,24}}{ORGAN}")
PASSED = re.compile(r"[^\n]{0,40}(?:通过|公布|发布|印发|签发)[）)]?")  # behind the date of a law
PLACE = re.compile(
    r"^(?:中共)?(?P<place>(?:[\u4e00-\u9fff]{1,8}?|[XxＸ×某]{1,3})(?:省|自治区|市|县|区|州|旗|镇|乡))"
)
NO_PLACE = ("市区", "地区", "辖区", "全省", "全市", "全县", "全区", "我省", "我市", "我县", "我区")
TOPIC = re.compile(
    r"关于(?P<topic>[^，。；]{4,40}?)的(?:专题)?(?:调研|报告|汇报|情况|讲话|发言|意见和建议)"
    r"|(?:我就|现就|下面就|今天就|就)(?P<spoken>[^，。；]{4,40}?)(?:谈|讲|作|做|提)"
)
OPENING = 24
CLOSE_LINES = 4


@dataclass(frozen=True, slots=True)
class Statement:
    """What a piece states; empty where it does not."""

    title: str
    genre: str
    issuer: str
    date: str
    place: str


def describe(text: str, title: str) -> Statement:
    """Return what the piece `text` with the stated `title` (empty: none) says of itself."""
    genre = _genre(text, title)
    issuer = _issuer(text, title)
    place = PLACE.match(issuer)
    return Statement(
        title or supplied(_made_title(text, genre)),
        genre,
        issuer,
        _date(text),
        place["place"] if place and place["place"] not in NO_PLACE else "",
    )


def supplied(title: str) -> str:
    """Return a title that the text does not state, marked as supplied."""
    return title if title.startswith("［") else f"［{title}］"


def _genre(text: str, title: str) -> str:
    """Return the genre: of the piece's own title, else of its opening."""
    own = title if text.startswith(title) else ""
    for name, words in GENRE_OF_TITLE:
        if own and re.search(words, own):
            return name
    opening = "\n".join(line[0] for line in list(LINE.finditer(text[:3000]))[:3])
    for name, words in GENRE_OF_TEXT:
        if re.search(words, opening):
            return name
    return "讲话" if SALUTATION.match(_after_title(text, own)) else ""


def _after_title(text: str, title: str) -> str:
    """Return the text below the title and the date and name that may stand there."""
    body = text[len(title) :].lstrip()
    while (line := body.partition("\n")[0].strip()) and (
        DATE_LINE.fullmatch(line) or (len(line) <= 5 and line[-1] not in "。！？：…")
    ):
        body = body[len(body.partition("\n")[0]) :].lstrip()
    return body


def _issuer(text: str, title: str) -> str:
    """Return the issuer: before 关于 in the title, or the signature above the last date."""
    if match := ISSUER_OF_TITLE.match(title):
        return match["issuer"]
    lines = [match[0].strip() for match in LINE.finditer(text[-300:])][-CLOSE_LINES:]
    for line, below in pairwise(lines):
        if SIGNATURE.fullmatch(line) and DATE_LINE.fullmatch(below):
            return line
    return ""


def _date(text: str) -> str:
    """Return the date of a line of its own below the title or at the end: 2021-03-27, 2021-03."""
    lines = [match[0].strip() for match in LINE.finditer(text[:400])][:3]
    lines += [match[0].strip() for match in LINE.finditer(text[-300:])][-CLOSE_LINES:]
    for line in lines:
        match = DATE_LINE.match(line)
        if match and (match.end() == len(line) or PASSED.fullmatch(line, match.end())):
            return iso_date(match)
    return ""


def _made_title(text: str, genre: str) -> str:
    """Return a plain title from the text's own words: its topic, else its opening words."""
    body = _after_title(text, "")
    if salutation := SALUTATION.match(body):
        body = body[salutation.end() :].lstrip()
    if match := TOPIC.search(body[:600]):
        kind = {"调研": "调研报告", "": "文稿"}.get(genre, genre)
        return f"关于{match['topic'] or match['spoken']}的{kind}"
    line = body.partition("\n")[0].strip()
    return line if len(line) <= OPENING else f"{line[:OPENING]}…"
