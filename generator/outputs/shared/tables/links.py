"""The tables of what leads from text to text: links with evidence, citations, what is shared."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, SharedPassage
from generator.outputs.shared.tables.table import Column, Row, Table


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
    "passages of reports and the articles that they are linked with",
    (
        Column(
            "id", "编号：片段的第一句和条", "that of the passage's first sentence, and the article"
        ),
        Column("report", "哪篇报告", "the report", points="documents.id"),
        Column("start", "片段在报告中从第几个字起", "where the passage begins in it", "INTEGER"),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
        Column("text", "片段", "the passage"),
        Column("article", "哪一条", "the article", points="articles.id"),
        Column(
            "role",
            "practice 做法，problem 问题，measure 措施，understanding 认识，other 其他",
            "practice, problem, measure, understanding, other",
        ),
        Column(
            "kind",
            "citation 引用条目，quotation 引文，paraphrase 转述，mechanism 机制，topic 主题",
            "citation, quotation, paraphrase, mechanism, topic",
        ),
        Column("score", "强弱，只供排序", "0 and above; only for sorting", "REAL"),
        Column("status", "auto 自动，confirmed 编者已核，added 编者补入", "auto, confirmed, added"),
        Column("sure", "1 可靠，0 可能", "1 as good as certain, 0 likely", "INTEGER"),
        Column(
            "shared",
            "几篇报告有这段话，没有雷同为 1",
            "how many reports have the passage; 1 where no other has it",
            "INTEGER",
        ),
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
    "why a link stands",
    (
        Column("link", "哪一处关联", "the link", points="links.id"),
        Column(
            "what",
            "citation、quotation、term、similarity、context、decision",
            "citation, quotation, term, similarity, context, decision",
        ),
        Column("text", "文字", "the words"),
        Column(
            "report_start",
            "在报告中从第几个字起；没有位置的，起止都是 0",
            "where they begin in the report; 0, 0 where they have no place",
            "INTEGER",
        ),
        Column("report_end", "到第几个字止", "where they end", "INTEGER"),
        Column(
            "article_start", "在条文中从第几个字起", "where they begin in the article", "INTEGER"
        ),
        Column("article_end", "到第几个字止", "where they end", "INTEGER"),
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
    "where reports cite other laws",
    (
        Column("report", "哪篇报告", "the report", points="documents.id"),
        Column("start", "在报告中从第几个字起", "where the words begin in it", "INTEGER"),
        Column("end", "到第几个字止", "where they end", "INTEGER"),
        Column("law", "哪部法规", "the law", points="documents.id"),
        Column(
            "number", "第几条；没有指明的为空", "the article; null where none is named", "INTEGER"
        ),
        Column("branch", "之几；没有的为空", "1 for 之一; null where there is none", "INTEGER"),
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
    "what several reports have beyond the documents",
    (
        Column("passage", "序号", "a number", "INTEGER"),
        Column("text", "文字，照第一处所写", "as written at its first place"),
        Column("letters", "字数，标点不计", "letters, marks not counted", "INTEGER"),
        Column("reports", "几篇报告有", "how many reports have it", "INTEGER"),
        Column("common", "1 许多报告都有的话", "1 where more than eight have it", "INTEGER"),
        Column("near", "1 各处略有改动", "1 where the places differ in some letters", "INTEGER"),
    ),
    _shared_passages,
    key=("passage",),
)
SHARED_PLACES = Table(
    "shared_places",
    "雷同的文字在各篇报告中的位置",
    "where it stands",
    (
        Column("passage", "哪一段", "the passage", "INTEGER", points="shared_passages.passage"),
        Column("report", "哪篇报告", "the report", points="documents.id"),
        Column("start", "从第几个字起", "where it begins", "INTEGER"),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
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
    "what two reports share and few others have",
    (
        Column("one", "甲篇", "one report", points="documents.id"),
        Column("one_start", "在甲篇中从第几个字起", "where it begins there", "INTEGER"),
        Column("one_end", "到第几个字止", "where it ends", "INTEGER"),
        Column("other", "乙篇", "the other report", points="documents.id"),
        Column("other_start", "在乙篇中从第几个字起", "where it begins there", "INTEGER"),
        Column("other_end", "到第几个字止", "where it ends", "INTEGER"),
        Column("letters", "相同的字数", "letters that are the same", "INTEGER"),
        Column("changes", "改动几处", "how many changes", "INTEGER"),
    ),
    _shared_runs,
)


def _report_shares(library: Library) -> Iterator[Row]:
    for each in library.reuse.shares:
        yield each.report, each.letters, each.document, each.common, each.shared, each.own


REPORT_SHARES = Table(
    "report_shares",
    "每篇报告的文字是谁的",
    "whose words a report is made of",
    (
        Column("report", "哪篇报告", "the report", points="documents.id"),
        Column("letters", "正文字数，标点不计", "letters of its running text", "INTEGER"),
        Column("document", "文件原话", "words of the documents", "INTEGER"),
        Column("common", "许多报告都有的话", "words of more than eight reports", "INTEGER"),
        Column("shared", "与少数报告相同", "shared with few", "INTEGER"),
        Column("own", "自己的话", "its own", "INTEGER"),
    ),
    _report_shares,
    key=("report",),
)
