"""Reuse (雷同): text that reports share with each other beyond the documents they speak of."""

from generator.reuse.grouping import (
    count_sharers,
    group_article,
    group_links,
    links_by_article,
    links_key,
)
from generator.reuse.sharers import Sharers
from generator.reuse.weighing import find_reuse, weigh_reuse
from generator.reuse.wording import Wording, library_wording, wording_of

__all__ = [
    "Sharers",
    "Wording",
    "count_sharers",
    "find_reuse",
    "group_article",
    "group_links",
    "library_wording",
    "links_by_article",
    "links_key",
    "weigh_reuse",
    "wording_of",
]
