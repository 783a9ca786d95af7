"""Library + selection -> PackData: what stands in a pack, in what order, in what words."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from generator import addresses
from generator.build.moment import given_moment
from generator.model import Edition, Library
from generator.outputs.shared.pack_contents import sections
from generator.outputs.shared.pack_contents.base_text import text_section
from generator.outputs.shared.pack_contents.blocks import (
    Block,
    PackData,
    Section,
    rewritten,
    width_of,
)
from generator.outputs.shared.pack_contents.check_table import check_section
from generator.outputs.shared.pack_contents.cover import cover_title
from generator.outputs.shared.pack_contents.gathering import Material
from generator.outputs.shared.pack_contents.quiz_paper import key_section, quiz_section
from generator.outputs.shared.pack_contents.selection import Selection
from generator.quiz import Question
from generator.text.nomenclature import chinese_date
from generator.text.title_breaks import title_pieces

APART = ("自测题", "自测题答案")  # to be handed out, and kept back
HEADINGS = ("part", "heading")
HEADING_LINE = 22  # characters that every heading's line holds, in the contents too

SECTIONS: tuple[tuple[str, str, Callable[[Material], tuple[Block, ...]]], ...] = (
    ("text", "条文原文", text_section),
    ("duties", "责任清单", sections.duties_section),
    ("terms", "词语解释", sections.terms_section),
    ("regulations", "提到的法规制度", sections.regulations_section),
    ("links", "各地材料", sections.links_section),
    ("check", "对照检查表", check_section),
    ("discussion", "讨论提纲", sections.discussion_section),
    ("quiz", "自测题", quiz_section),
    ("notes", "来源和文本说明", sections.notes_section),
    ("quiz", "自测题答案", key_section),
)


def pack_data(
    library: Library,
    selection: Selection,
    convert: Callable[[str], str] | None = None,
    questions: tuple[Question, ...] | None = None,
) -> PackData:
    """Return the pack that a selection makes; pure.

    `convert` writes simplified text as traditional; it is used where the selection asks so.
    `questions` are those on the base document, made where they are not given.
    """
    material = Material(library, selection, questions)
    found = []
    for piece, title, compose in SECTIONS:
        if piece in selection.pieces and (blocks := compose(material)):
            found.append(Section(title, blocks, new_page=title in APART))
    base = material.edition.base
    pack = PackData(
        name=selection.name,
        title=tuple(filter(None, cover_title(material))),
        kicker=base.title,
        subtitle="学习材料",
        session=selection.session,
        date=chinese_date(selection.date),
        place=selection.place,
        imprint=(library.title,),
        sections=tuple(found),
        script=selection.script,
        compact=selection.compact,
        timestamp=timestamp(material.edition),
        style=library.packs,
        pieces=long_headings(found, (base.title, library.title)),
    )
    return rewritten(pack, convert) if convert and selection.script == "hant" else pack


def traditional_pack(pack: PackData, convert: Callable[[str], str]) -> PackData:
    """Return a pack of the site in traditional characters; it lies in the edition's folder."""
    return replace(rewritten(pack, convert), name=addresses.traditional(pack.name), script="hant")


def long_headings(
    sections: Sequence[Section], on_cover: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """Return the headings that one line may not hold, as the pieces that stay together."""
    headings = {
        block.text
        for section in sections
        for block in section.blocks
        if block.kind in HEADINGS and width_of(block.text) > HEADING_LINE
    }
    headings.update(each for each in on_cover if width_of(each) > HEADING_LINE)
    return tuple(title_pieces(each) for each in sorted(headings))


def timestamp(edition: Edition) -> int:
    """Return SOURCE_DATE_EPOCH, else the day of publication, in seconds since 1970."""
    given = given_moment(os.environ)
    if given is not None:
        return given
    try:
        day = datetime.fromisoformat(edition.base.published or edition.base.adopted)
    except ValueError:
        return 0
    return int(day.replace(tzinfo=UTC).timestamp())
