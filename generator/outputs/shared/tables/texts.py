"""The tables of the texts: documents, articles, sentences, sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator import addresses
from generator.model import Collation, Document, Edition, Library, Piece
from generator.outputs.shared.tables.table import Column, Row, Table


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
    "the established text of each base document, and of its earlier versions",
    (
        Column("id", "编号", "as library.yml has it"),
        Column("title", "题名", "title"),
        Column("short_title", "简称", "short title"),
        Column("issuer", "发文机关", "issuer"),
        Column("adopted", "通过的日期", "day of adoption"),
        Column("published", "公布的日期", "day of publication"),
        Column("effective", "施行的日期", "day from which it is in force"),
        Column("text", "全文", "the whole text as printed, a line a paragraph"),
        Column("page", "网页", "its page"),
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
    "the copies that an edition was made from",
    (
        Column("base", "哪份文件", "the document", points="editions.id"),
        Column("id", "编号", "id"),
        Column("title", "题名", "title"),
        Column("text", "整理后的全文", "cleaned text"),
        Column("file", "来源文件", "the file", points="sources.file"),
        Column(
            "start", "在来源文件中从第几个字起", "where it begins in the decoded file", "INTEGER"
        ),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
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
    "reports, reprints, other laws",
    (
        Column("id", "编号", "id"),
        Column("kind", "report 报告，reprint 转载，law 法规", "report, reprint or law"),
        Column("title", "题名", "title"),
        Column(
            "genre", "文种：报告、总结、方案、讲话等", "what kind of text: 报告, 总结, 方案, 讲话 …"
        ),
        Column("issuer", "发文单位", "issuer"),
        Column("date", "日期", "date as stated"),
        Column("place", "地方", "place"),
        Column("text", "整理后的全文", "cleaned text"),
        Column("file", "来源文件", "the file", points="sources.file"),
        Column(
            "start", "在来源文件中从第几个字起", "where it begins in the decoded file", "INTEGER"
        ),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
        Column(
            "of",
            "转载自哪篇报告，附件附在哪篇之后；都不是的为空",
            "the report that it is a reprint of or was annexed to",
            points="documents.id",
        ),
        Column("page", "网页", "its page"),
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
    "the articles of the editions",
    (
        Column("id", "编号", "id"),
        Column("base", "哪份文件", "the document", points="editions.id"),
        Column("number", "第几条，从1起", "from 1 in the document", "INTEGER"),
        Column("part", "属于第几部分", "the number of its division", "INTEGER"),
        Column("label", "原样的编号", "label as printed"),
        Column("heading", "条首句", "its first sentence, where that is a heading"),
        Column(
            "text",
            "编号以后的全文，款与款之间换行",
            "all behind the label, a line feed between paragraphs",
        ),
        Column("witness", "文字所据的版本", "the witness that the text follows"),
        Column("page", "网页", "its page"),
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
    "the sentences of editions, reports, reprints and laws",
    (
        Column("id", "编号，也是网页上的位置", "id, an anchor on the pages"),
        Column(
            "base",
            "哪份文件的整理本；别的文本为空",
            "the document, of an edition",
            points="editions.id",
        ),
        Column(
            "article",
            "整理本的哪一条；不在条内的为空",
            "the article, where it stands in one",
            points="articles.id",
        ),
        Column(
            "document",
            "哪篇报告、转载、法规；整理本为空",
            "the report, reprint or law",
            points="documents.id",
        ),
        Column("start", "在全文中从第几个字起", "where it begins in the whole text", "INTEGER"),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
        Column("text", "文字", "its words"),
        Column("page", "网页和位置", "its page and place"),
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
    "the files as received",
    (
        Column("file", "文件名", "its name in content/sources/"),
        Column("sha256", "校验值", "SHA-256 of its bytes"),
        Column("encoding", "编码或格式", "encoding as found, or the format"),
        Column("characters", "字数", "how many characters, decoded", "INTEGER"),
    ),
    _sources,
    key=("file",),
)
