"""How things are called on the pages: links, articles and parts."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Article, Link, Part
from generator.text import nomenclature
from generator.text.nomenclature import full_width

LINK_KINDS = {
    "citation": "点名引用",
    "quotation": "引用原文",
    "paraphrase": "转述",
    "mechanism": "同一机制",
    "topic": "同一主题",
}
LINK_STATUSES = {"confirmed": "编者已核", "added": "编者补入"}
SURE, LIKELY = "自动关联，可靠", "自动关联，可能"


def link_status(link: Link) -> str:
    """Return who made a link, and of one made automatically how sure it is."""
    return LINK_STATUSES.get(link.status, SURE if link.sure else LIKELY)


def article_label(article: Article) -> str:
    """Return what stands before an article: （五）, 第五条; 第5段 where no number is printed."""
    label = article.label
    return nomenclature.article_name(label) if label.startswith("¶") else full_width(label)


def article_name(article: Article) -> str:
    """Return what an article is called: 第（五）条, 第五条."""
    return nomenclature.article_name(article.label)


def part_name(part: Part) -> str:
    """Return what a part is called: 二、 -> 第二部分, 第二章 -> 第二章; empty where unnumbered."""
    return nomenclature.part_name(part.label)


def part_title(part: Part) -> str:
    """Return a part's name and heading in one line."""
    return " ".join(each for each in (part_name(part), part.heading) if each)


def path_title(parts: Iterable[Part]) -> str:
    """Return the titles of divisions that lie in one another in one line."""
    return " › ".join(filter(None, map(part_title, parts)))


def label_width(label: str) -> float:
    """Return how many ems an article's label takes with the gap after it.

    The brackets of （五） are set close: each loses half of its width and makes the gap.
    """
    return len(label) - 0.6 if label.startswith("（") else len(label) + 0.6


def item_width(label: str) -> float:
    """Return how many ems the label of an item takes with the gap; brackets are set close."""
    narrow = sum(char.isascii() or char in "（）" for char in label)
    return len(label) - 0.5 * narrow + 0.4


def short_heading(article: Article) -> str:
    """Return what lists call an article: its heading, or words that tell it from the others."""
    return article.short_title
