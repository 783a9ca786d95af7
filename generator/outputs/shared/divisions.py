"""The divisions of a base document as outputs show them: a tree, and names that tell apart."""

from __future__ import annotations

from generator.model import Edition, Part
from generator.text.nomenclature import article_name, division_kind, full_width, part_name

LEVELS = {"编": 1, "篇": 1, "分编": 2, "章": 3, "部分": 3, "节": 4}
"""How weighty the heading of a division is, whatever it lies in."""


def lying_in(edition: Edition, part: Part) -> tuple[Part, ...]:
    """Return `part` and the divisions that lie in it, in reading order."""
    parts = edition.parts
    at = parts.index(part)
    end = next(
        (after for after in range(at + 1, len(parts)) if parts[after].depth <= part.depth),
        len(parts),
    )
    return parts[at:end]


def lying_above(edition: Edition, part: Part) -> tuple[Part, ...]:
    """Return the divisions in which `part` lies, the outermost first."""
    found: list[Part] = []
    depth = part.depth
    for each in reversed(edition.parts[: edition.parts.index(part)]):
        if each.depth < depth:
            found.append(each)
            depth = each.depth
    return tuple(reversed(found))


def top_divisions(edition: Edition) -> tuple[Part, ...]:
    """Return the divisions that lie in no other."""
    return tuple(each for each in edition.parts if not lying_above(edition, each))


def is_nested(edition: Edition) -> bool:
    """Tell whether a division of `edition` lies in another."""
    return any(each.depth > 1 for each in edition.parts)


def division_title(part: Part) -> str:
    """Return a division's heading as it is printed: 第一章　总则, 一、总体要求, 附则."""
    space = "　" if part.label.startswith("第") and part.heading else ""
    return f"{part.label}{space}{part.heading}"


def division_levels(edition: Edition) -> dict[int, int]:
    """Return the weight of every division's heading by its number: 1 for 编 to 4 for 节.

    A division without a number weighs as much as the last numbered one of its depth.
    """
    levels: dict[int, int] = {}
    at_depth: dict[int, int] = {}
    for part in edition.parts:
        if part.label:
            at_depth[part.depth] = LEVELS[division_kind(part.label)]
        levels[part.number] = at_depth.get(part.depth, min(part.depth + 2, 4))
    return levels


def printed_label(label: str) -> str:
    """Return an article's label as it is printed: （五）, 第五条; 第5段 where it bears none."""
    return article_name(label) if label.startswith("¶") else full_width(label)


def division_names(edition: Edition) -> dict[int, str]:
    """Return by article number in which divisions it stands: 第一编第二章, 第二部分, 附则."""
    names = {each.number: part_name(each.label) or each.heading for each in edition.parts}
    return {
        article.number: "".join(names[each.number] for each in (*lying_above(edition, part), part))
        for part in edition.parts
        for article in part.articles
    }
