"""Marks of punctuation and labels that clauses stand between."""

from __future__ import annotations

EDGE = "，。；：！？、,:;!?\n 　"  # cut off at the edges of what is quoted
ITEM_LABEL = "[（(][一二三四五六七八九十百]+[）)]"
