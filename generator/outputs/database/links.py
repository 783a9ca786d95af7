"""The tables of what leads from text to text: links with evidence, citations, what is shared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, SharedPassage
from generator.outputs.database.table import Column, Row, Table


def _links(library: Library) -> Iterator[Row]:
    articles = _article_ids(library)
    texts = {each.piece.id: each.piece.text for each in library.reports}
    for each in library.links:
        yield (
            *(each.id, each.report, each.start, each.end),
            texts[each.report][each.start : each.end],
            *(articles[each.base, each.article], each.role, each.kind, each.score, each.status),
            *(int(each.sure), each.shared),
        )


def _article_ids(library: Library) -> dict[tuple[str, int], str]:
    return {
        (collation.edition.base.id, article.number): article.id
        for collation in library.every_collation
        for article in collation.edition.articles
    }


LINKS = Table(
    "links",
    "关联：报告的片段与条文",
    (
        Column("id", "编号：片段的第一句和条"),
        Column("report", "哪篇报告", points="documents.id"),
        Column("start", "片段在报告中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
        Column("text", "片段"),
        Column("article", "哪一条", points="articles.id"),
        Column(
            "role",
            "practice 做法，problem 问题，measure 措施，understanding 认识，other 其他",
        ),
        Column(
            "kind", "citation 引用条目，quotation 引文，paraphrase 转述，mechanism 机制，topic 主题"
        ),
        Column("score", "强弱，只供排序", "REAL"),
        Column("status", "auto 自动，confirmed 编者已核，added 编者补入"),
        Column("sure", "1 可靠，0 可能", "INTEGER"),
        Column("shared", "几篇报告有这段话，没有雷同为 1", "INTEGER"),
    ),
    _links,
    key=("id",),
)


def _evidence(library: Library) -> Iterator[Row]:
    for link in library.links:
        for each in link.evidence:
            yield (
                *(link.id, each.what, each.text, each.report_start, each.report_end),
                *(each.article_start, each.article_end),
            )


EVIDENCE = Table(
    "evidence",
    "关联的依据",
    (
        Column("link", "哪一处关联", points="links.id"),
        Column("what", "citation、quotation、term、similarity、context、decision"),
        Column("text", "文字"),
        Column("report_start", "在报告中从第几个字起；没有位置的，起止都是 0", "INTEGER"),
        Column("report_end", "到第几个字止", "INTEGER"),
        Column("article_start", "在条文中从第几个字起", "INTEGER"),
        Column("article_end", "到第几个字止", "INTEGER"),
    ),
    _evidence,
)


def _law_citations(library: Library) -> Iterator[Row]:
    for each in library.law_citations:
        branch = each.branch or None
        yield each.report, each.start, each.end, each.law, each.number or None, branch


LAW_CITATIONS = Table(
    "law_citations",
    "报告对法规的引用",
    (
        Column("report", "哪篇报告", points="documents.id"),
        Column("start", "在报告中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
        Column("law", "哪部法规", points="documents.id"),
        Column("number", "第几条；没有指明的为空", "INTEGER"),
        Column("branch", "之几；没有的为空", "INTEGER"),
    ),
    _law_citations,
)


def _passages(library: Library) -> Iterator[tuple[int, SharedPassage]]:
    return enumerate((*library.shared_passages, *library.reuse.near), start=1)


def _shared_passages(library: Library) -> Iterator[Row]:
    for number, each in _passages(library):
        reports = len({place.report for place in each.places})
        yield number, each.text, each.letters, reports, int(each.common), int(each.near)


def _shared_places(library: Library) -> Iterator[Row]:
    for number, each in _passages(library):
        for place in each.places:
            yield number, place.report, place.start, place.end


SHARED_PASSAGES = Table(
    "shared_passages",
    "雷同：几篇报告共有、又不出自文件的文字",
    (
        Column("passage", "序号", "INTEGER"),
        Column("text", "文字，照第一处所写"),
        Column("letters", "字数，标点不计", "INTEGER"),
        Column("reports", "几篇报告有", "INTEGER"),
        Column("common", "1 许多报告都有的话", "INTEGER"),
        Column("near", "1 各处略有改动", "INTEGER"),
    ),
    _shared_passages,
    key=("passage",),
)
SHARED_PLACES = Table(
    "shared_places",
    "雷同的文字在各篇报告中的位置",
    (
        Column("passage", "哪一段", "INTEGER", points="shared_passages.passage"),
        Column("report", "哪篇报告", points="documents.id"),
        Column("start", "从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
    ),
    _shared_places,
)


def _shared_runs(library: Library) -> Iterator[Row]:
    for each in library.reuse.runs:
        one, other = each.one, each.other
        yield (
            *(one.report, one.start, one.end, other.report, other.start, other.end),
            *(each.same, len(each.changes)),
        )


SHARED_RUNS = Table(
    "shared_runs",
    "两篇报告之间相同的文字，许多报告都有的不算",
    (
        Column("one", "甲篇", points="documents.id"),
        Column("one_start", "在甲篇中从第几个字起", "INTEGER"),
        Column("one_end", "到第几个字止", "INTEGER"),
        Column("other", "乙篇", points="documents.id"),
        Column("other_start", "在乙篇中从第几个字起", "INTEGER"),
        Column("other_end", "到第几个字止", "INTEGER"),
        Column("letters", "相同的字数", "INTEGER"),
        Column("changes", "改动几处", "INTEGER"),
    ),
    _shared_runs,
)


def _report_shares(library: Library) -> Iterator[Row]:
    for each in library.reuse.shares:
        yield each.report, each.letters, each.document, each.common, each.shared, each.own


REPORT_SHARES = Table(
    "report_shares",
    "每篇报告的文字是谁的",
    (
        Column("report", "哪篇报告", points="documents.id"),
        Column("letters", "正文字数，标点不计", "INTEGER"),
        Column("document", "文件原话", "INTEGER"),
        Column("common", "许多报告都有的话", "INTEGER"),
        Column("shared", "与少数报告相同", "INTEGER"),
        Column("own", "自己的话", "INTEGER"),
    ),
    _report_shares,
    key=("report",),
)
