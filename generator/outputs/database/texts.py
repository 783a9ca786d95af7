"""The tables of the texts: documents, articles, sentences, sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Collation, Document, Edition, Library, Piece
from generator.outputs.database.table import Column, Row, Table


def edition_text(edition: Edition) -> tuple[str, dict[str, tuple[int, int]]]:
    """Return the whole text of an edition, a line a paragraph, and where each sentence stands.

    Labels and headings stand as they are printed; the places are by the sentences' ids.
    """
    lines = list(edition.preamble)
    for part in edition.parts:
        lines.append(f"{part.label}{part.heading}")
        lines.extend(part.paragraphs)
        lines.extend(f"{article.label}{article.text}" for article in part.articles)
    text = "\n".join(line for line in lines if line)
    places, at = {}, 0
    for sentence in edition.sentences:
        start = text.index(sentence.text, at)
        at = start + len(sentence.text)
        places[sentence.id] = start, at
    return text, places


def _editions(library: Library) -> Iterator[Row]:
    for collation in library.every_collation:
        base = collation.edition.base
        yield (
            *(base.id, base.title, base.short_title, base.issuer, base.adopted, base.published),
            *(base.effective, edition_text(collation.edition)[0], addresses.full_text(base.id)),
        )


EDITIONS = Table(
    "editions",
    "基准文件的整理本",
    (
        Column("id", "编号"),
        Column("title", "题名"),
        Column("short_title", "简称"),
        Column("issuer", "发文机关"),
        Column("adopted", "通过的日期"),
        Column("published", "公布的日期"),
        Column("effective", "施行的日期"),
        Column("text", "全文"),
        Column("page", "网页"),
    ),
    _editions,
    key=("id",),
)


def _witnesses(library: Library) -> Iterator[Row]:
    for collation in library.every_collation:
        for each in collation.witnesses:
            piece = each.piece
            base = collation.edition.base.id
            yield base, each.id, piece.title, piece.text, piece.file, piece.start, piece.end


WITNESSES = Table(
    "witnesses",
    "整理本所据的版本",
    (
        Column("base", "哪份文件", points="editions.id"),
        Column("id", "编号"),
        Column("title", "题名"),
        Column("text", "整理后的全文"),
        Column("file", "来源文件", points="sources.file"),
        Column("start", "在来源文件中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
    ),
    _witnesses,
    key=("base", "id"),
)


def _documents(library: Library) -> Iterator[Row]:
    for report in library.reports:
        yield _report(library, report.piece, "report", report.piece.annex_of)
    for reprint in library.reprints:
        yield _report(library, reprint.document.piece, "reprint", reprint.report)
    for law in library.laws:
        piece = law.document.piece
        yield _document(law.id, "law", piece, piece.annex_of, addresses.law(law.id, library))


def _report(library: Library, piece: Piece, kind: str, of: str) -> Row:
    return _document(piece.id, kind, piece, of, addresses.report(piece.id, library))


def _document(name: str, kind: str, piece: Piece, of: str, page: str) -> Row:
    return (
        *(name, kind, piece.title, piece.genre, piece.issuer, piece.date, piece.place),
        *(piece.text, piece.file, piece.start, piece.end, of or None, page),
    )


DOCUMENTS = Table(
    "documents",
    "报告、转载、法规",
    (
        Column("id", "编号"),
        Column("kind", "report 报告，reprint 转载，law 法规"),
        Column("title", "题名"),
        Column("genre", "文种：报告、总结、方案、讲话等"),
        Column("issuer", "发文单位"),
        Column("date", "日期"),
        Column("place", "地方"),
        Column("text", "整理后的全文"),
        Column("file", "来源文件", points="sources.file"),
        Column("start", "在来源文件中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
        Column("of", "转载自哪篇报告，附件附在哪篇之后；都不是的为空", points="documents.id"),
        Column("page", "网页"),
    ),
    _documents,
    key=("id",),
    indexed=("kind",),
)


def _articles(library: Library) -> Iterator[Row]:
    for collation in library.every_collation:
        base = collation.edition.base.id
        for part in collation.edition.parts:
            for each in part.articles:
                yield (
                    *(each.id, base, each.number, part.number, each.label, each.heading),
                    *(each.text, each.witness, addresses.article(base, each)),
                )


ARTICLES = Table(
    "articles",
    "整理本各条",
    (
        Column("id", "编号"),
        Column("base", "哪份文件", points="editions.id"),
        Column("number", "第几条，从1起", "INTEGER"),
        Column("part", "属于第几部分", "INTEGER"),
        Column("label", "原样的编号"),
        Column("heading", "条首句"),
        Column("text", "编号以后的全文，款与款之间换行"),
        Column("witness", "文字所据的版本"),
        Column("page", "网页"),
    ),
    _articles,
    key=("id",),
    indexed=("number",),
)


def _sentences(library: Library) -> Iterator[Row]:
    for collation in library.every_collation:
        yield from _edition_sentences(collation)
    for report in library.reports:
        page = addresses.report(report.piece.id, library)
        yield from _document_sentences(report, report.piece.id, page)
    for reprint in library.reprints:
        name = reprint.document.piece.id
        page = addresses.report(name, library)
        yield from _document_sentences(reprint.document, name, page)
    for law in library.laws:
        yield from _document_sentences(law.document, law.id, addresses.law(law.id, library))


def _edition_sentences(collation: Collation) -> Iterator[Row]:
    edition = collation.edition
    base = edition.base.id
    articles = {each.number: each.id for each in edition.articles}
    places = edition_text(edition)[1]
    for each in edition.sentences:
        article = None if each.article is None else articles[each.article]
        page = addresses.edition_sentence(base, each)
        yield each.id, base, article, None, *places[each.id], each.text, page


def _document_sentences(document: Document, name: str, page: str) -> Iterator[Row]:
    for each in document.sentences:
        text = document.piece.text[each.start : each.end]
        yield each.id, None, None, name, each.start, each.end, text, f"{page}#{each.id}"


SENTENCES = Table(
    "sentences",
    "整理本、报告、转载、法规的各句",
    (
        Column("id", "编号，也是网页上的位置"),
        Column("base", "哪份文件的整理本；别的文本为空", points="editions.id"),
        Column("article", "整理本的哪一条；不在条内的为空", points="articles.id"),
        Column("document", "哪篇报告、转载、法规；整理本为空", points="documents.id"),
        Column("start", "在全文中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
        Column("text", "文字"),
        Column("page", "网页和位置"),
    ),
    _sentences,
    key=("id",),
)


def _sources(library: Library) -> Iterator[Row]:
    for each in library.sources:
        yield each.file, each.sha256, each.encoding, len(each.text)


SOURCES = Table(
    "sources",
    "收到的文件",
    (
        Column("file", "文件名"),
        Column("sha256", "校验值"),
        Column("encoding", "编码或格式"),
        Column("characters", "字数", "INTEGER"),
    ),
    _sources,
    key=("file",),
)
