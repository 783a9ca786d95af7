"""The sections of a pack, each a function from the material to the blocks that stand in it.

A section that has nothing to say returns no blocks.
"""

from __future__ import annotations

from generator.duties import by_body
from generator.duties.wording import UNNAMED, clauses_of
from generator.outputs.shared.pack_contents.blocks import Block, Row
from generator.outputs.shared.pack_contents.discussion import questions
from generator.outputs.shared.pack_contents.gathering import Material
from generator.outputs.shared.pack_contents.passages import (
    best_passages,
    passage_blocks,
    source_line,
)
from generator.outputs.shared.pack_contents.regulations import regulations_named
from generator.text.nomenclature import imprint


def duties_section(material: Material) -> tuple[Block, ...]:
    """Return who has to do what, in the words of the articles."""
    texts = {each.number: each for each in material.articles}
    rows: list[Row] = []
    bodies: dict[tuple[tuple[int, int, int], ...], list[str]] = {}
    for body, duties in by_body(material.duties):
        places = tuple(dict.fromkeys((each.article, each.start, each.end) for each in duties))
        bodies.setdefault(places, []).append(body)
    for places, names in bodies.items():
        each_has = "各 " if names[1:] else ""
        rows.append(
            Row((f"{'、'.join(names) or UNNAMED}（{each_has}{len(places)} 项）",), band=True)
        )
        for count, (number, start, end) in enumerate(places, 1):
            article = texts[number]
            rows.append(Row((str(count), article.text[start:end], material.name_of(article))))
    if not rows:
        return ()
    return (
        Block(
            "table", header=("序号", "要求（原文）", "出处"), rows=tuple(rows), widths=(9, 74, 17)
        ),
    )


def terms_section(material: Material) -> tuple[Block, ...]:
    """Return the terms that the articles use."""
    text = "\n".join(each.text for each in material.articles)
    rows = tuple(
        Row((term.name, term.gloss))
        for term in material.library.terms
        if term.gloss and any(name in text for name in (term.name, *term.aliases))
    )
    return (Block("table", header=("词语", "释义"), rows=rows, widths=(28, 72)),) if rows else ()


def regulations_section(material: Material) -> tuple[Block, ...]:
    """Return which regulations the articles and the passages name."""
    base = material.edition.base
    own = {base.short_title, f"《{base.title.strip('《》')}》"}
    in_text = dict(regulations_named("\n".join(each.text for each in material.articles), own))
    spans = sorted({(link.report, link.start, link.end) for link in material.links})
    passages = "\n".join(
        material.reports[report].piece.text[start:end] for report, start, end in spans
    )
    in_reports = dict(regulations_named(passages, own))
    names = sorted(
        in_text.keys() | in_reports.keys(),
        key=lambda name: (-in_text.get(name, 0), -in_reports.get(name, 0), name),
    )
    rows = tuple(
        Row((name, _times(in_text.get(name, 0)), _times(in_reports.get(name, 0)))) for name in names
    )
    if not rows:
        return ()
    return (
        Block("table", header=("名称", "条文提到", "各地材料提到"), rows=rows, widths=(64, 16, 20)),
    )


def _times(count: int) -> str:
    return f"{count} 次" if count else "—"


def links_section(material: Material) -> tuple[Block, ...]:
    """Return passages from the reports."""
    blocks: list[Block] = []
    for article in material.articles:
        # no counts among many articles: what is printed would be out of date, and set anew,
        # with every passage that is found anywhere
        found = passage_blocks(
            material.links_of(article), material.reports, material.limit, counted=material.alone
        )
        if found and not material.alone:
            blocks.append(Block("heading", material.line_of(article)))
        blocks += found
    if not blocks:
        return ()
    if any(link.status == "auto" for link in material.links):
        blocks.insert(0, Block("note", "以下片段由程序自动关联，仅供参考；（……）处有省略。"))
    return tuple(blocks)


def check_section(material: Material) -> tuple[Block, ...]:
    """Return a table for checking oneself against the duties."""
    rows: list[Row] = []
    for article in material.articles:
        clauses = clauses_of(material.duties_of(article), article.text)
        if not material.alone and clauses:
            rows.append(Row((material.line_of(article),), band=True))
        for clause in clauses:
            bodies = "、".join(clause.bodies) or UNNAMED
            rows.append(Row((clause.words, bodies, "", "", "")))
    if not rows:
        return ()
    return (
        Block(
            "table",
            header=("要求", "责任主体", "落实情况", "问题", "整改措施"),
            rows=tuple(rows),
            widths=(34, 18, 16, 16, 16),
            room=24,
        ),
    )


def discussion_section(material: Material) -> tuple[Block, ...]:
    """Return questions to talk about, with lines to write on."""
    blocks: list[Block] = []
    count = 0
    for article in material.articles:
        asked = questions(
            article,
            material.duties_of(article),
            material.links_of(article),
            material.name_of(article),
        )
        for question in asked if material.alone else asked[:1]:
            count += 1
            blocks.append(Block("lines", f"{count}．{question}", count=4 if material.alone else 2))
    return tuple(blocks)


def notes_section(material: Material) -> tuple[Block, ...]:
    """Return where the words are from."""
    base = material.edition.base
    numbers = {each.number for each in material.articles}
    about = "，".join(imprint(base))
    blocks = [
        Block(
            "item", f"条文：《{base.title.strip('《》')}》" + (f"（{about}）。" if about else "。")
        )
    ]
    witnesses = material.collation.witnesses
    variants = [each for each in material.collation.apparatus if each.article in numbers]
    if material.selection.whole:
        variants = list(material.collation.apparatus)
    files = "、".join(dict.fromkeys(each.piece.file for each in witnesses))
    how = f"据 {len(witnesses)} 个版本（{files}）互校整理，" if witnesses[1:] else f"据 {files}，"
    told = f"本材料所收条文有异文 {len(variants)} 处，取舍理由见网站“校勘”页。"
    blocks.append(Block("item", f"文本：条文{how}{told if variants else '没有异文。'}"))
    if "links" in material.selection.pieces:
        used = sorted(
            {
                link.report
                for article in material.articles
                for _, _, shown, _ in best_passages(material.links_of(article), material.limit)
                for link in shown
            }
        )
        blocks += [
            Block(
                "item",
                f"材料：{source_line(material.reports[each])}，"
                f"来源文件 {material.reports[each].piece.file}。",
            )
            for each in used
        ]
        if used:
            # no count: a pack would be set anew for every edit to any of its sources
            blocks.append(Block("item", "上述来源文件的每一处整理可查可逆，见网站“整理记录”页。"))
    return tuple(blocks)
