"""The tables of what was worked out or decided: variants, duties, terms, edits, findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, Variant
from generator.outputs.database.table import Column, Row, Table


def _variants_of(library: Library) -> Iterator[tuple[int, str, dict[int, str], Variant]]:
    number = 0
    for collation in library.every_collation:
        articles = {each.number: each.id for each in collation.edition.articles}
        for variant in collation.apparatus:
            number += 1
            yield number, collation.edition.base.id, articles, variant


def _variants(library: Library) -> Iterator[Row]:
    for number, base, articles, each in _variants_of(library):
        article = None if each.article is None else articles[each.article]
        yield (
            *(number, base, article, each.part, each.kind, each.chosen.witness),
            *(each.chosen.text, each.reason, each.at, each.at_end),
        )


VARIANTS = Table(
    "variants",
    "异文：各版本文字不同之处",
    (
        Column("variant", "序号", "INTEGER"),
        Column("base", "哪份文件", points="editions.id"),
        Column("article", "在哪一条；不在条内的为空", points="articles.id"),
        Column("part", "在第几部分，0 是题名和导语；在条内的为空", "INTEGER"),
        Column("kind", "类别：punctuation、wording、omission、addition 等"),
        Column("witness", "所取版本"),
        Column("text", "所取文字"),
        Column("reason", "取舍的理由"),
        Column("start", "在条文中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
    ),
    _variants,
    key=("variant",),
)


def _readings(library: Library) -> Iterator[Row]:
    for number, _, _, variant in _variants_of(library):
        for each in variant.readings:
            yield number, each.witness, each.text, each.start, each.end


READINGS = Table(
    "readings",
    "异文处各版本的文字",
    (
        Column("variant", "哪一处异文", "INTEGER", points="variants.variant"),
        Column("witness", "哪个版本"),
        Column("text", "文字；脱漏的为空"),
        Column("start", "在版本全文中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
    ),
    _readings,
)


def _duties(library: Library) -> Iterator[Row]:
    articles = {
        (collation.edition.base.id, article.number): article.id
        for collation in library.collations
        for article in collation.edition.articles
    }
    for each in library.duties:
        article = articles[each.base, each.article]
        yield (
            *(each.id, article, each.sentence, each.kind, each.body, each.modal, each.action),
            *(each.condition, each.start, each.end, each.action_start, each.action_end),
        )


DUTIES = Table(
    "duties",
    "责任：谁应当、可以、不得做什么",
    (
        Column("id", "编号"),
        Column("article", "哪一条", points="articles.id"),
        Column("sentence", "哪一句", points="sentences.id"),
        Column("kind", "duty 职责义务，right 权利权力，prohibition 禁止"),
        Column("body", "主体；条文未写明的为空"),
        Column("modal", "应当、可以、不得等词"),
        Column("action", "事项"),
        Column("condition", "前提"),
        Column("start", "在条文中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
        Column("action_start", "事项从第几个字起", "INTEGER"),
        Column("action_end", "到第几个字止", "INTEGER"),
    ),
    _duties,
    key=("id",),
    indexed=("body",),
)


def _terms(library: Library) -> Iterator[Row]:
    for each in library.terms:
        yield each.id, each.name, each.kind, each.gloss, each.source


def _term_words(library: Library) -> Iterator[Row]:
    for term in library.terms:
        words = (("alias", term.aliases), ("related", term.related), ("hint", term.hints))
        for kind, found in words:
            for word in found:
                yield term.id, kind, word


TERMS = Table(
    "terms",
    "词条",
    (
        Column("id", "编号"),
        Column("name", "名称"),
        Column("kind", "类别"),
        Column("gloss", "释义"),
        Column("source", "出处"),
    ),
    _terms,
    key=("id",),
)
TERM_WORDS = Table(
    "term_words",
    "词条的别称和相关说法",
    (
        Column("term", "哪个词条", points="terms.id"),
        Column("kind", "alias 别称，related 相关说法，hint 几个同现才算的词"),
        Column("word", "词"),
    ),
    _term_words,
    indexed=("word",),
)


def _edits(library: Library) -> Iterator[Row]:
    for each in library.ledger:
        rules = " ".join(each.rules)
        yield each.file, each.start, each.end, each.before, each.after, rules, each.note


EDITS = Table(
    "edits",
    "整理记录：对来源的每一处改动，倒着做一遍就得到原文",
    (
        Column("file", "来源文件", points="sources.file"),
        Column("start", "在来源中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
        Column("before", "改前"),
        Column("after", "改后"),
        Column("rules", "规则代号，空格隔开"),
        Column("note", "说明"),
    ),
    _edits,
)


def _findings(library: Library) -> Iterator[Row]:
    for each in library.findings:
        piece = each.piece or None
        place = (each.start, each.end) if each.piece else (None, None)
        yield (
            *(each.code, each.level, each.file, each.line, each.text, each.message),
            *(piece, *place),
        )


FINDINGS = Table(
    "findings",
    "疑点",
    (
        Column("code", "代号"),
        Column("level", "error、warning、info"),
        Column("file", "文件"),
        Column("line", "行", "INTEGER"),
        Column("text", "文字"),
        Column("message", "说明"),
        Column("piece", "在哪篇报告、哪个版本；不在其中的为空"),
        Column("start", "在全文中从第几个字起", "INTEGER"),
        Column("end", "到第几个字止", "INTEGER"),
    ),
    _findings,
    indexed=("code",),
)
