"""The sections of a pack, each a function from the material to the blocks that stand in it.

A section that has nothing to say returns no blocks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.duties import by_body
from generator.duties.wording import UNNAMED
from generator.model import Duty
from generator.outputs.shared.pack_contents.blocks import Block, Row
from generator.outputs.shared.pack_contents.check_table import printed_requirements
from generator.outputs.shared.pack_contents.discussion import Discussion
from generator.outputs.shared.pack_contents.gathering import Material
from generator.outputs.shared.pack_contents.naming_sources import title_name
from generator.outputs.shared.pack_contents.passages import passage_blocks
from generator.outputs.shared.pack_contents.regulations import count_regulations, together
from generator.text.nomenclature import imprint
from generator.text.quoting import titled

FEW = 12  # articles of a pack whose questions have two lines each to write on


def duties_section(material: Material) -> tuple[Block, ...]:
    """Return who has to do what: how much each body, and where its words stand.

    The words themselves stand in the table for checking; without it they follow here.
    """
    if not material.duties:
        return ()
    checked = "check" in material.selection.pieces
    blocks = [_bodies(material, checked=checked)]
    if not checked:
        blocks.append(_words_of_duties(material))
    return tuple(blocks)


def _bodies(material: Material, *, checked: bool) -> Block:
    """Return the table of the bodies, with the rows of the table for checking that are theirs."""
    row_of = {
        duty.id: number for number, (_, each) in enumerate(_rows(material), 1) for duty in each
    }
    names = {each.number: material.name_of(each) for each in material.articles}
    rows = []
    for body, duties in by_body(material.duties):
        articles = _together([names[each.article] for each in duties])
        cells = [body or UNNAMED, f"{len(duties)} 项", articles]
        if checked:
            at = sorted({row_of[each.id] for each in duties if each.id in row_of})
            cells.append("、".join(map(str, at)) or "—")
        if material.alone:
            del cells[2]
        rows.append(Row(tuple(cells)))
    header = ["责任主体", "项数", "条款"] + ["对照检查表序号"] * checked
    widths = [28, 11, 35, 26] if checked else [34, 14, 52]
    if material.alone:
        del header[2]
        widths = [52, 18, 30] if checked else [70, 30]
    return Block("table", header=tuple(header), rows=tuple(rows), widths=tuple(widths))


def _together(names: Sequence[str]) -> str:
    """Return names of articles in short: 第（一）、（四）、（五）条."""
    each_once = list(dict.fromkeys(names))
    inner = [re.fullmatch(r"第([^第条]+)条", name) for name in each_once]
    if len(each_once) > 1 and all(inner):
        return f"第{'、'.join(found[1] for found in inner if found)}条"
    return "、".join(each_once)


def _rows(material: Material) -> list[tuple[str, tuple[Duty, ...]]]:
    """Return the words of every row of the table for checking, with the duties in it."""
    return [
        (article.text[each.start : each.end], each.duties)
        for article, asked in printed_requirements(material)
        for each in asked
    ]


def _words_of_duties(material: Material) -> Block:
    """Return the requirements themselves, each once, under all its bodies."""
    rows: list[Row] = []
    by_bodies: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for article in material.articles:
        for each in material.requirements[article.number]:
            words = article.text[each.start : each.end]
            by_bodies.setdefault(each.bodies, []).append((words, material.name_of(article)))
    count = 0
    for bodies, asked in sorted(by_bodies.items(), key=lambda each: not each[0]):
        rows.append(Row(("、".join(bodies) or UNNAMED,), band=True))
        for words, name in asked:
            count += 1
            rows.append(Row((str(count), words, name)))
    return Block(
        "table", header=("序号", "要求（原文）", "出处"), rows=tuple(rows), widths=(9, 74, 17)
    )


def terms_section(material: Material) -> tuple[Block, ...]:
    """Return the terms that the articles use.

    A gloss that is an article's own sentence is not told again where the pack has the text.
    """
    text = "\n".join(each.text for each in material.articles)
    told = _letters(text) if "text" in material.selection.pieces else ""
    rows = tuple(
        Row((term.name, term.gloss))
        for term in material.library.terms
        if term.gloss
        and any(name in text for name in (term.name, *term.aliases))
        and _letters(term.gloss) not in told
    )
    return (Block("table", header=("词语", "释义"), rows=rows, widths=(28, 72)),) if rows else ()


def _letters(words: str) -> str:
    return re.sub(r"\W", "", words)


def regulations_section(material: Material) -> tuple[Block, ...]:
    """Return which regulations the articles and the passages name."""
    base = material.edition.base
    own = {base.short_title, titled(base.title)}
    text = "\n".join(each.text for each in material.articles)
    spans: dict[str, list[tuple[int, int]]] = {}
    for report, start, end in sorted(
        {(each.report, each.start, each.end) for each in material.links}
    ):
        spans.setdefault(report, []).append((start, end))
    in_text, in_reports = together(
        count_regulations([(text, [(0, len(text))])], own),
        count_regulations(
            [(material.reports[each].piece.text, places) for each, places in spans.items()], own
        ),
    )
    names = sorted(
        in_text.keys() | in_reports.keys(),
        key=lambda name: (-in_text.get(name, 0), -in_reports.get(name, 0), name),
    )
    rows = tuple(
        Row((str(at), name, _times(in_text.get(name, 0)), _times(in_reports.get(name, 0))))
        for at, name in enumerate(names, 1)
    )
    if not rows:
        return ()
    header = ("序号", "名称", "条文提到", "各地材料提到")
    if not in_text:  # a column of nothing
        rows = tuple(Row((*row.cells[:2], row.cells[3])) for row in rows)
        return (Block("table", header=(*header[:2], header[3]), rows=rows, widths=(9, 71, 20)),)
    return (Block("table", header=header, rows=rows, widths=(9, 56, 15, 20)),)


def _times(count: int) -> str:
    return f"{count} 次" if count else "—"


def links_section(material: Material) -> tuple[Block, ...]:
    """Return passages from the reports."""
    blocks: list[Block] = []
    for article in material.articles:
        # no counts among many articles: what is printed would be out of date, and set anew,
        # with every passage that is found anywhere
        found = passage_blocks(material.chosen[article.number], counted=material.alone)
        if found and not material.alone:
            blocks.append(Block("heading", material.line_of(article)))
        blocks += found
    if not blocks:
        return ()
    told = [material.selection.reports_told] if material.selection.reports_told else []
    if material.is_auto:
        told.append("以下片段由程序自动关联，仅供参考；（……）处有省略。")
    if not material.alone:
        told.append("每条只印最有关的几段，同一段话不重印，其余见网站各条页面。")
    return (Block("note", "".join(told)), *blocks) if told else tuple(blocks)


def discussion_section(material: Material) -> tuple[Block, ...]:
    """Return questions to talk about, with lines to write on."""
    many = len(material.articles) > FEW
    room = 4 if material.alone else 1 if many else 2
    return tuple(
        Block("lines", f"{number}．{question}", count=room, level=int(many))
        for number, question in enumerate(Discussion(material).all_questions(), 1)
    )


def notes_section(material: Material) -> tuple[Block, ...]:
    """Return where the words are from: documents by their names, never by their files."""
    base = material.edition.base
    about = "，".join(imprint(base))
    blocks = [Block("item", f"条文：{titled(base.title)}" + (f"（{about}）。" if about else "。"))]
    blocks.append(Block("item", f"文本：{_how_established(material)}"))
    if "links" in material.selection.pieces:
        used = {
            shown.report: shown.source
            for article in material.articles
            for each in material.chosen[article.number]
            for shown in each.shown
        }
        names = dict.fromkeys(used[each] for each in sorted(used))
        blocks += [Block("item", f"材料：{each}。") for each in names]
        if used:
            # no count: a pack would be set anew for every edit to any of its sources
            blocks.append(
                Block(
                    "item", "材料原文和对它们的每一处整理，可查可逆，见网站各篇报告和“整理记录”页。"
                )
            )
    return tuple(blocks)


def _how_established(material: Material) -> str:
    """Return what the text of the articles rests on, and how many variants there are."""
    numbers = {each.number for each in material.articles}
    witnesses = material.collation.witnesses
    variants = [each for each in material.collation.apparatus if each.article in numbers]
    if material.selection.whole:
        variants = list(material.collation.apparatus)
    own = titled(material.edition.base.title)
    names = dict.fromkeys(title_name(each.piece) for each in witnesses if each.piece.title)
    others = "、".join(each for each in names if each != own)
    called = f"（其中一个题作{others}）" if others and len(names) > 1 else ""
    how = (
        f"条文据 {len(witnesses)} 个文本{called}互校整理，" if witnesses[1:] else "条文据一个文本，"
    )
    told = f"本材料所收条文有异文 {len(variants)} 处，取舍理由见网站“校勘”页。"
    return how + (told if variants else "没有异文。")
