"""Library + selection -> PackData: what stands in a pack, in what order, in what words."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from generator.indexes.discussion import questions
from generator.indexes.duties import by_body
from generator.indexes.regulations import regulations_named
from generator.material.blocks import Block, PackData, Row, Section, rewritten
from generator.material.passages import best_passages, passage_blocks, source_line
from generator.material.selection import Selection, chosen_articles, collation_of
from generator.model import Article, Collation, Duty, Edition, Library, Link, Part
from generator.wording import article_name, chinese_date, imprint, part_name

PASSAGES_ALONE = 6  # passages of a role in the pack of one article
PASSAGES_AMONG = 2  # and of each article in a pack of several
EDGE = "。；，、 　"
TITLE_LINE = 20  # characters of the cover's size that a line holds


class _Material:
    """What the selected articles have: looked up once, used by every section."""

    def __init__(self, library: Library, selection: Selection) -> None:
        self.library = library
        self.selection = selection
        self.collation: Collation = collation_of(library, selection.base)
        self.edition: Edition = self.collation.edition
        self.articles = chosen_articles(self.collation, selection)
        numbers = {each.number for each in self.articles}
        base = selection.base
        self.duties = tuple(
            each for each in library.duties if each.base == base and each.article in numbers
        )
        self.links = tuple(
            each
            for each in library.links
            if each.base == base
            and each.article in numbers
            and (not selection.reports or each.report in selection.reports)
        )
        self._links: dict[int, list[Link]] = {number: [] for number in numbers}
        for link in self.links:
            self._links[link.article].append(link)
        self.reports = {each.piece.id: each for each in library.reports}
        self.alone = len(self.articles) == 1

    @property
    def limit(self) -> int:
        """How many passages of a role an article shows."""
        if self.selection.passages is not None:
            return self.selection.passages
        return PASSAGES_ALONE if self.alone else PASSAGES_AMONG

    def duties_of(self, article: Article) -> tuple[Duty, ...]:
        return tuple(each for each in self.duties if each.article == article.number)

    def links_of(self, article: Article) -> tuple[Link, ...]:
        return tuple(self._links[article.number])


def pack_data(
    library: Library, selection: Selection, convert: Callable[[str], str] | None = None
) -> PackData:
    """Return the pack that a selection makes; pure.

    `convert` writes simplified text as traditional; it is used where the selection asks so.
    """
    material = _Material(library, selection)
    sections = []
    for piece, title, compose in SECTIONS:
        if piece in selection.pieces and (blocks := compose(material)):
            sections.append(Section(title, blocks))
    pack = PackData(
        name=selection.name,
        title=tuple(filter(None, _title(material))),
        kicker=material.edition.base.title,
        subtitle="学习材料",
        session=selection.session,
        date=chinese_date(selection.date),
        place=selection.place,
        imprint=(library.title,),
        sections=tuple(sections),
        script=selection.script,
        compact=selection.compact,
        timestamp=timestamp(material.edition),
    )
    return rewritten(pack, convert) if convert and selection.script == "hant" else pack


def timestamp(edition: Edition) -> int:
    """Return SOURCE_DATE_EPOCH, else the day of publication, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isdigit():
        return int(given)
    try:
        day = datetime.fromisoformat(edition.base.published or edition.base.adopted)
    except ValueError:
        return 0
    return int(day.replace(tzinfo=UTC).timestamp())


def _title(material: _Material) -> tuple[str, ...]:
    base = material.edition.base
    if material.selection.whole:
        return (base.title,)
    if material.alone:
        article = material.articles[0]
        name = f"{base.short_title}{article_name(article.label)}"
        return (name, *title_lines(article.heading.strip(EDGE)))
    if len(material.selection.parts) == 1 and len(material.articles) == len(
        _part(material, material.selection.parts[0]).articles
    ):
        part = _part(material, material.selection.parts[0])
        return (
            f"{base.short_title}{part_name(part.label)}",
            *title_lines(part.heading.strip(EDGE)),
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


def _part(material: _Material, number: int) -> Part:
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


def _text(material: _Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if material.selection.whole:
        blocks += [Block("para", each) for each in material.edition.preamble]
    chosen = {each.number for each in material.articles}
    for part in material.edition.parts:
        articles = [each for each in part.articles if each.number in chosen]
        whole = part.number in material.selection.parts
        if not articles and not whole:
            continue
        if part.heading or part.label:
            space = "　" if part.label.startswith("第") and part.heading else ""
            blocks.append(Block("part", f"{part.label}{space}{part.heading}"))
        if whole:
            blocks += [Block("para", each) for each in part.paragraphs]
        for article in articles:
            blocks += _article(article)
    return tuple(blocks)


def _article(article: Article) -> list[Block]:
    """Return an article's paragraphs; its heading stands apart from the rest."""
    first, *others = article.text.split("\n")
    head = ""
    if article.heading and first.startswith(article.heading):
        rest = first[len(article.heading) :]
        head, first = article.heading, rest
    space = "　" if article.label.startswith("第") else ""
    return [
        Block("article", first, label=f"{article.label}{space}{head}"),
        *(Block("para", each) for each in others),
    ]


def _duties(material: _Material) -> tuple[Block, ...]:
    texts = {each.number: each for each in material.articles}
    rows: list[Row] = []
    bodies: dict[tuple[tuple[int, int, int], ...], list[str]] = {}
    for body, duties in by_body(material.duties):
        places = tuple(dict.fromkeys((each.article, each.start, each.end) for each in duties))
        bodies.setdefault(places, []).append(body)
    for places, names in bodies.items():
        each_has = "各 " if names[1:] else ""
        rows.append(Row((f"{'、'.join(names)}（{each_has}{len(places)} 项）",), band=True))
        for count, (number, start, end) in enumerate(places, 1):
            article = texts[number]
            rows.append(Row((str(count), article.text[start:end], article_name(article.label))))
    if not rows:
        return ()
    return (
        Block(
            "table", header=("序号", "要求（原文）", "出处"), rows=tuple(rows), widths=(9, 74, 17)
        ),
    )


def _terms(material: _Material) -> tuple[Block, ...]:
    text = "\n".join(each.text for each in material.articles)
    rows = tuple(
        Row((term.name, term.gloss))
        for term in material.library.terms
        if term.gloss and any(name in text for name in (term.name, *term.aliases))
    )
    return (Block("table", header=("词语", "释义"), rows=rows, widths=(28, 72)),) if rows else ()


def _regulations(material: _Material) -> tuple[Block, ...]:
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


def _links(material: _Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for article in material.articles:
        # no counts among many articles: what is printed would be out of date, and set anew,
        # with every passage that is found anywhere
        found = passage_blocks(
            material.links_of(article), material.reports, material.limit, counted=material.alone
        )
        if found and not material.alone:
            blocks.append(Block("heading", f"{article.label}{article.heading.strip(EDGE)}"))
        blocks += found
    if not blocks:
        return ()
    if any(link.status == "auto" for link in material.links):
        blocks.insert(0, Block("note", "以下片段由程序自动关联，仅供参考；（……）处有省略。"))
    return tuple(blocks)


def _check(material: _Material) -> tuple[Block, ...]:
    rows: list[Row] = []
    for article in material.articles:
        merged: dict[tuple[int, int], list[Duty]] = {}
        for duty in material.duties_of(article):
            merged.setdefault((duty.start, duty.end), []).append(duty)
        if not material.alone and merged:
            rows.append(Row((f"{article.label}{article.heading.strip(EDGE)}",), band=True))
        for duties in merged.values():
            first = duties[0]
            carried = "" if first.carried else first.modal
            condition = f"{first.condition}，" if first.condition else ""
            bodies = "、".join(dict.fromkeys(duty.body for duty in duties))
            rows.append(Row((f"{condition}{carried}{first.action}", bodies, "", "", "")))
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


def _discussion(material: _Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    count = 0
    for article in material.articles:
        asked = questions(article, material.duties_of(article), material.links_of(article))
        for question in asked if material.alone else asked[:1]:
            count += 1
            blocks.append(Block("lines", f"{count}．{question}", count=4 if material.alone else 2))
    return tuple(blocks)


def _notes(material: _Material) -> tuple[Block, ...]:
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


SECTIONS: tuple[tuple[str, str, Callable[[_Material], tuple[Block, ...]]], ...] = (
    ("text", "条文原文", _text),
    ("duties", "责任清单", _duties),
    ("terms", "词语解释", _terms),
    ("regulations", "提到的法规制度", _regulations),
    ("links", "各地材料", _links),
    ("check", "对照检查表", _check),
    ("discussion", "讨论提纲", _discussion),
    ("notes", "来源和文本说明", _notes),
)
