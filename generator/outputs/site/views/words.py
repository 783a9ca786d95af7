"""How things are called on the pages: roles and their signs, dates, numbers of articles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Article, Base, Part, Role


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A role's name for readers, and the sign that stands for it in black and white."""

    role: Role
    name: str
    sign: str


ROLES: tuple[RoleWord, ...] = (
    RoleWord("practice", "做法", "●"),
    RoleWord("problem", "问题", "▲"),
    RoleWord("measure", "措施", "■"),
    RoleWord("understanding", "认识", "◆"),
    RoleWord("other", "其他", "○"),
)
ROLE_WORDS: dict[Role, RoleWord] = {each.role: each for each in ROLES}

LINK_KINDS = {
    "citation": "点名引用",
    "quotation": "引用原文",
    "paraphrase": "转述",
    "mechanism": "同一机制",
    "topic": "同一主题",
}
LINK_STATUSES = {"auto": "自动关联", "confirmed": "编者已核", "added": "编者补入"}
VARIANT_KINDS = {
    "punctuation": "标点",
    "wording": "用字",
    "omission": "脱文",
    "addition": "衍文",
    "splice": "串文",
    "duplicate": "重出",
    "misnumbering": "误编号",
    "misplacement": "错位",
    "foreign": "混入他文",
    "heading": "标题",
}
SHORT_HEADING = 16


def full_width(label: str) -> str:
    """Return `label` with the brackets as printed: (五) -> （五）."""
    return label.replace("(", "（").replace(")", "）")


def article_label(article: Article) -> str:
    """Return the number as it stands before an article: （五）, 第五条."""
    return full_width(article.label)


def article_name(article: Article) -> str:
    """Return what an article is called: 第（五）条, 第五条."""
    label = article_label(article)
    return label if label.startswith("第") else f"第{label}条"


def part_name(part: Part) -> str:
    """Return what a part is called: 二、 -> 第二部分, 第二章 -> 第二章; empty where unnumbered."""
    label = part.label.rstrip("、. ")
    return label if not label or label.startswith("第") else f"第{label}部分"


def part_title(part: Part) -> str:
    """Return a part's name and heading in one line."""
    return " ".join(each for each in (part_name(part), part.heading) if each)


def label_width(label: str) -> float:
    """Return how many ems an article's label takes with the gap after it.

    The brackets of （五） are set close: each loses half of its width and makes the gap.
    """
    return len(label) - 0.6 if label.startswith("（") else len(label) + 0.6


def short_heading(article: Article) -> str:
    """Return the first clause of an article's heading, or the beginning of its text."""
    source = article.heading or article.text
    clause = re.split(r"[，,。；;：:\n]", source, maxsplit=1)[0]
    return clause if len(clause) <= SHORT_HEADING else clause[:SHORT_HEADING] + "…"


def chinese_date(date: str) -> str:
    """Return 2021-03-27 as 2021年3月27日, 2021-03 as 2021年3月; anything else as it is."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", date)
    if not match:
        return date
    year, month, day = match.groups()
    return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")


def imprint(base: Base) -> tuple[str, ...]:
    """Return issuer and dates as a title page has them: a law is passed, a document is dated."""
    passed, made_known = (
        ("{}通过", "{}公布")
        if re.search(r"(?:法|法典|条例|决定)$", base.title)
        else ("成文日期{}", "{}发布")
    )
    dates = ((passed, base.adopted), (made_known, base.published))
    told = [pattern.format(chinese_date(date)) for pattern, date in dates if date]
    return tuple(filter(None, (base.issuer, *told)))
