"""The tables of what was worked out or decided: variants, duties, terms, edits, findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, Variant
from generator.outputs.shared.tables.table import Column, Row, Table


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
    "places where witnesses differ",
    (
        Column("variant", "序号", "a number", "INTEGER"),
        Column("base", "哪份文件", "the document", points="editions.id"),
        Column(
            "article",
            "在哪一条；不在条内的为空",
            "the article; null outside articles",
            points="articles.id",
        ),
        Column(
            "part",
            "在第几部分，0 是题名和导语；在条内的为空",
            "the division, 0 the title and preamble; null in articles",
            "INTEGER",
        ),
        Column(
            "kind",
            "类别：punctuation、wording、omission、addition 等",
            "punctuation, wording, omission, addition …",
        ),
        Column("witness", "所取版本", "the witness followed"),
        Column("text", "所取文字", "the words chosen"),
        Column("reason", "取舍的理由", "why"),
        Column(
            "start", "在条文中从第几个字起", "where they begin in the article's text", "INTEGER"
        ),
        Column("end", "到第几个字止", "where they end", "INTEGER"),
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
    "what each witness has there",
    (
        Column("variant", "哪一处异文", "the variant", "INTEGER", points="variants.variant"),
        Column("witness", "哪个版本", "the witness"),
        Column("text", "文字；脱漏的为空", "its words; empty for an omission"),
        Column("start", "在版本全文中从第几个字起", "where they begin in the witness", "INTEGER"),
        Column("end", "到第几个字止", "where they end", "INTEGER"),
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
    "who must, may or must not do what",
    (
        Column("id", "编号", "id"),
        Column("article", "哪一条", "the article", points="articles.id"),
        Column("sentence", "哪一句", "the sentence", points="sentences.id"),
        Column(
            "kind", "duty 职责义务，right 权利权力，prohibition 禁止", "duty, right, prohibition"
        ),
        Column("body", "主体；条文未写明的为空", "who; empty where not said"),
        Column("modal", "应当、可以、不得等词", "应当, 可以, 不得 …"),
        Column("action", "事项", "what"),
        Column("condition", "前提", "on what condition"),
        Column(
            "start", "在条文中从第几个字起", "where the clause begins in the article", "INTEGER"
        ),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
        Column("action_start", "事项从第几个字起", "where the action begins", "INTEGER"),
        Column("action_end", "到第几个字止", "where it ends", "INTEGER"),
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
    "terms",
    (
        Column("id", "编号", "id"),
        Column("name", "名称", "name"),
        Column("kind", "类别", "kind"),
        Column("gloss", "释义", "gloss"),
        Column("source", "出处", "where the gloss is from"),
    ),
    _terms,
    key=("id",),
)
TERM_WORDS = Table(
    "term_words",
    "词条的别称和相关说法",
    "other words for them",
    (
        Column("term", "哪个词条", "the term", points="terms.id"),
        Column(
            "kind",
            "alias 别称，related 相关说法，hint 几个同现才算的词",
            "alias, related, hint (several of them together count)",
        ),
        Column("word", "词", "the word"),
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
    "the ledger: each edit made to a source; undone from the end they give it back",
    (
        Column("file", "来源文件", "the file", points="sources.file"),
        Column("start", "在来源中从第几个字起", "where it begins in the decoded file", "INTEGER"),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
        Column("before", "改前", "before"),
        Column("after", "改后", "after"),
        Column("rules", "规则代号，空格隔开", "codes of the rules, blanks between"),
        Column("note", "说明", "a note"),
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
    "doubts",
    (
        Column("code", "代号", "code"),
        Column("level", "error、warning、info", "error, warning, info"),
        Column("file", "文件", "the file"),
        Column("line", "行", "the line", "INTEGER"),
        Column("text", "文字", "the words"),
        Column("message", "说明", "what to do"),
        Column(
            "piece",
            "在哪篇报告、哪个版本；不在其中的为空",
            "the report or witness; null where in none",
        ),
        Column("start", "在全文中从第几个字起", "where it begins there", "INTEGER"),
        Column("end", "到第几个字止", "where it ends", "INTEGER"),
    ),
    _findings,
    indexed=("code",),
)
