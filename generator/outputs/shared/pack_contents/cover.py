"""What stands on the cover of a pack: what it holds, broken into lines by sense."""

from __future__ import annotations

import re

from generator.model import Article, Part
from generator.outputs.shared.divisions import lying_in
from generator.outputs.shared.pack_contents.gathering import Material, bare
from generator.outputs.shared.pack_contents.matter import balanced_title, title_of
from generator.text.nomenclature import part_name
from generator.text.title_breaks import balanced_lines

TITLE_LINE = 20  # characters of the cover's size that a line holds


def cover_title(material: Material) -> tuple[str, ...]:
    """Return the lines of the title on the cover."""
    base = material.edition.base
    if material.selection.whole:
        lines = title_of(material.edition)
        lines = lines if "".join(lines) == base.title else (base.title,)
        return tuple(part for line in lines for part in balanced_title(line))
    if division := _whole_division(material):
        if not division.label:
            return (f"{base.short_title}{division.heading}",)
        return (
            f"{base.short_title}{part_name(division.label)}",
            *title_lines(bare(division.heading)),
        )
    if material.alone:
        article = material.articles[0]
        name = f"{base.short_title}{material.name_of(article)}"
        return (name, *title_lines(bare(article.heading)))
    return (f"{base.short_title}选编", _spans(material))


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
    return tuple(part for line in lines for part in balanced_lines(line, TITLE_LINE))


def _whole_division(material: Material) -> Part | None:
    """Return the division that the selection takes whole, and nothing else."""
    wanted = material.selection.parts
    chosen = [each.number for each in material.articles]
    for part in material.edition.parts:
        if part.number in wanted:
            inside = lying_in(material.edition, part)
            numbers = [each.number for each in inside]
            articles = [article.number for each in inside for article in each.articles]
            return part if sorted(wanted) == numbers and articles == chosen else None
    return None


def _spans(material: Material) -> str:
    """Return 第（五）条、第（八）条至第（十）条."""
    runs: list[list[Article]] = []
    for article in material.articles:
        if runs and article.number == runs[-1][-1].number + 1:
            runs[-1].append(article)
        else:
            runs.append([article])
    return "、".join(
        material.name_of(run[0]) + (f"至{material.name_of(run[-1])}" if run[1:] else "")
        for run in runs
    )
