"""Reuse (雷同): text that reports share with each other beyond the documents they speak of."""

from generator.reuse.finding import find_reuse
from generator.reuse.grouping import count_sharers, group_links
from generator.reuse.wording import Wording, library_wording, wording_of

__all__ = [
    "Wording",
    "count_sharers",
    "find_reuse",
    "group_links",
    "library_wording",
    "wording_of",
]
