"""What stands on the cover of a pack: what it holds, broken into lines by sense."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Article, Part
from generator.outputs.shared.pack_contents.gathering import Material, bare
from generator.text.nomenclature import article_name, part_name

TITLE_LINE = 20  # characters of the cover's size that a line holds


def cover_title(material: Material) -> tuple[str, ...]:
    """Return the lines of the title on the cover."""
    base = material.edition.base
    if material.selection.whole:
        return (base.title,)
    if material.alone:
        article = material.articles[0]
        name = f"{base.short_title}{article_name(article.label)}"
        return (name, *title_lines(bare(article.heading)))
    if len(material.selection.parts) == 1 and len(material.articles) == len(
        _part(material, material.selection.parts[0]).articles
    ):
        part = _part(material, material.selection.parts[0])
        return (
            f"{base.short_title}{part_name(part.label)}",
            *title_lines(bare(part.heading)),
        )
    return (f"{base.short_title}选编", _spans(material.articles))


def title_lines(heading: str) -> tuple[str, ...]:
    """Return a heading for the cover: one that is too long for a line is broken by sense.

    贯彻执行民主集中制，完善“三重一大”决策监督机制 -> 贯彻执行民主集中制， / 完善…机制
    """
    if len(heading) <= TITLE_LINE:
        return (heading,)
    lines = [""]
    for clause in re.split("(?<=[，；：])", heading):
        if lines[-1] and len(lines[-1] + clause) > TITLE_LINE:
            lines.append("")
        lines[-1] += clause
    return tuple(lines)


def _part(material: Material, number: int) -> Part:
    return next(each for each in material.edition.parts if each.number == number)


def _spans(articles: Sequence[Article]) -> str:
    """Return 第（五）条、第（八）条至第（十）条."""
    runs: list[list[Article]] = []
    for article in articles:
        if runs and article.number == runs[-1][-1].number + 1:
            runs[-1].append(article)
        else:
            runs.append([article])
    return "、".join(
        article_name(run[0].label) + (f"至{article_name(run[-1].label)}" if run[1:] else "")
        for run in runs
    )
