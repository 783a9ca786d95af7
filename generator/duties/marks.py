"""Marks of punctuation and labels that clauses stand between."""

from __future__ import annotations

EDGE = "，。；：！？、,:;!?\n 　"  # cut off at the edges of what is quoted
ITEM_LABEL = "[（(][一二三四五六七八九十百]+[）)]"
# 一、 before a point, not the 一、二 of 一、二审法院.
POINT_LABEL = "[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
