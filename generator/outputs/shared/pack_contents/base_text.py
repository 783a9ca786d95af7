"""The section of a pack that is the base document's own text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Article, Edition, Part
from generator.outputs.shared.divisions import (
    division_levels,
    division_title,
    is_nested,
    lying_above,
    printed_label,
)
from generator.outputs.shared.pack_contents.blocks import Block
from generator.outputs.shared.pack_contents.gathering import Material
from generator.outputs.shared.pack_contents.matter import head_blocks, tail_blocks
from generator.text.provisions import provisions


def text_section(material: Material) -> tuple[Block, ...]:
    """Return the articles under the headings of their divisions.

    Divisions that are wanted whole come with their running text; the whole document comes
    with its preamble and what stands around the text.
    """
    edition, selection = material.edition, material.selection
    blocks: list[Block] = []
    if selection.whole:
        blocks += head_blocks(edition)
        blocks += [Block("para", each) for each in edition.preamble]
    headings = _Headings(edition, listed=not material.alone)
    chosen = {each.number for each in material.articles}
    for part in edition.parts:
        articles = [each for each in part.articles if each.number in chosen]
        whole = part.number in selection.parts
        if not articles and not whole:
            continue
        blocks += headings.down_to(part)
        if whole:
            blocks += [Block("para", each) for each in part.paragraphs]
        for article in articles:
            blocks += article_blocks(article)
    if selection.whole:
        blocks += tail_blocks(edition)
    return tuple(blocks)


class _Headings:
    """The headings of divisions: each comes once, before the first thing that lies in it."""

    def __init__(self, edition: Edition, *, listed: bool) -> None:
        self._edition = edition
        self._levels = division_levels(edition)
        self._listed = listed and is_nested(edition)
        self._seen: set[int] = set()

    def down_to(self, part: Part) -> Iterator[Block]:
        """Yield the headings down to that of `part`, but those that have been given."""
        for each in (*lying_above(self._edition, part), part):
            title = division_title(each)
            if each.number not in self._seen and title:
                level = self._levels[each.number]
                counted = bool(each.label) and not each.label.startswith("第")
                yield Block(
                    "part",
                    title,
                    level=level,
                    indent=2 if counted else 0,
                    listed=self._listed and level < 4,
                )
            self._seen.add(each.number)


def article_blocks(article: Article) -> list[Block]:
    """Return an article: its heading stands apart, 款 are paragraphs, 项 and 目 hang.

    Items that run on in a line stay in it: they are printed as they were.
    """
    text = article.text
    hanging = {each.start: each for each in provisions(text) if each.label}
    label = printed_label(article.label)
    space = "　" if label.startswith("第") else ""
    first, *others = text.split("\n")
    head = article.heading if first.startswith(article.heading) else ""
    blocks = [Block("article", first[len(head) :], label=f"{label}{space}{head}")]
    start = len(first) + 1
    for line in others:
        found = hanging.get(start + len(line) - len(line.lstrip()))
        if found:
            words = line.lstrip()[len(found.label) :]
            level = 2 if "m" in found.address else 1
            blocks.append(Block("provision", words, label=found.label, level=level))
        else:
            blocks.append(Block("para", line))
        start += len(line) + 1
    return blocks
