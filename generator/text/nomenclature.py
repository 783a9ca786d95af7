"""How things are called in all that readers see: roles, variants, numbers, dates, imprints."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Base, Role, VariantKind


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

VARIANT_KINDS: dict[VariantKind, str] = {
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
BRACKETS = str.maketrans("()", "（）")
AFTER_NUMBER = "、.． \u3000"


def full_width(label: str) -> str:
    """Return a label with its brackets as printed: (五) -> （五）."""
    return label.translate(BRACKETS)


def article_name(label: str) -> str:
    """Return what the article of a label is called: （五） -> 第（五）条, 五、 -> 第五条.

    A paragraph that is counted as an article is ¶5 -> 第5段.
    """
    if label.startswith("¶"):
        return f"第{label[1:]}段"
    label = full_width(label).strip(AFTER_NUMBER)
    return label if label.startswith("第") else f"第{label}条"


def division_kind(label: str) -> str:
    """Return what a division is: 编, 分编, 章, 节, 篇, or 部分 where the label does not say."""
    kinds = [each for each in ("部分", "篇", "编", "分编", "章", "节") if label.endswith(each)]
    return max(kinds, key=len) if kinds else "部分"


def part_name(label: str) -> str:
    """Return what the part of a label is called: 二、 -> 第二部分, 第二章; empty without label."""
    label = label.strip(AFTER_NUMBER)
    return label if not label or label.startswith("第") else f"第{label}部分"


def chinese_date(date: str) -> str:
    """Return 2021-03-27 as 2021年3月27日, 2021-03 as 2021年3月; anything else as it is."""
    match = re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", date)
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
