"""What an article is called in a reason or a finding."""

from __future__ import annotations

from generator.collation.comparing import Comparison
from generator.collation.edition import printed_label
from generator.collation.labels import label_text
from generator.collation.units import FRONT
from generator.text.numerals import numeral_text


def name_of(comparison: Comparison, key: int) -> str:
    """Return an article as it is cited: 第（三）条, 第三条; 篇首 for the text before articles."""
    if key == FRONT:
        return "篇首"
    if key < 0:
        return f"{name_of(comparison, -key)}前"
    found = next((each for each in comparison.articles if each.key == key), None)
    label = printed_label(comparison.style, found) if found else label_text(comparison.style, key)
    if comparison.style == "articles":
        return label
    return f"第{label.rstrip('、')}条" if label.startswith("（") else f"第{numeral_text(key)}条"
