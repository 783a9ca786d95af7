"""Editors' decisions on links, tied to quoted words so that they survive edits.

- decision: reject          confirm, reject or add
  report: "002"
  words: 狠抓工作落实落细落小
  article: 21               as printed or by its path: 21, 2-1, 第二条之一
  note: 讲的是一般工作，不是问题整改
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.linking.evidence import context_evidence, own_evidence
from generator.linking.index import ArticleIndex, BaseIndex
from generator.linking.roles import roles
from generator.linking.scoring.sentence_words import sentence_words
from generator.model import Document, Finding, Level, Link, Role
from generator.text.article_names import articles_named
from generator.text.words_in_document import find_words

FILE = "links.yml"


@dataclass(frozen=True, slots=True)
class Decision:
    """Confirm, reject or add the link between the passage that holds `words` and an article.

    `none` says that the words are about no article; it names none.
    """

    decision: Literal["confirm", "reject", "add", "none"]
    report: str
    words: str
    article: int | str | None
    base: str | None
    role: Role | None
    note: str
    line: int


def decide(
    links: Sequence[Link],
    reports: Sequence[Document],
    index: ArticleIndex,
    decisions: Sequence[Decision],
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return `links` as the editors want them, in reading order, and the decisions that fail.

    L-001: the words stand nowhere in the report (any more); L-002: the words were edited,
    the nearest place was taken; L-003: there is no such report; L-004: no such article.
    Where two decisions speak of one pair, the later holds.
    """
    documents = {each.piece.id: each for each in reports}
    order = {name: at for at, name in enumerate(documents)}
    held = {one.id: one for one in links}
    findings: list[Finding] = []
    for each in decisions:
        document = documents.get(each.report)
        if document is None:
            message = f"没有编号为“{each.report}”的报告"
            findings.append(_finding("L-003", "warning", each, message))
            continue
        meant = None if each.article is None else meant_article(each, index)
        if isinstance(meant, str):
            findings.append(_finding("L-004", "warning", each, meant))
            continue
        place = find_words(document, each.words)
        if place is None:
            findings.append(
                _finding("L-001", "warning", each, "报告里已经没有这些字；请改引文，或删去这一条")
            )
            continue
        if not place.exact:
            findings.append(
                _finding("L-002", "info", each, "引文与报告略有出入，已按最相近的一处执行；请核对")
            )
        for at in place.sentences:
            if meant is None:
                _clear(held, document, at, each.base)
            else:
                _apply(held, document, meant, at, each)
    ordered = sorted(
        held.values(), key=lambda one: (order[one.report], one.start, one.base, one.article)
    )
    return tuple(ordered), tuple(findings)


def meant_article(decision: Decision, index: ArticleIndex) -> tuple[BaseIndex, int] | str:
    """Return the base that a decision names, else the first, and the article's number in it.

    Where there is no such base or article, or several articles: words for the editor.
    """
    bases = [each for each in index.bases if decision.base in (None, each.base.id)]
    if not bases:
        known = "、".join(each.base.id for each in index.bases)
        return f"没有“{decision.base}”这个基准文件；有：{known}"
    base = bases[0]
    articles = [each.article for each in base.articles]
    found = articles_named(
        articles, decision.article or 0, base.base.id, restarts=base.numbering.restarts
    )
    if len(found) == 1:
        return base, found[0].number
    if found:
        names = "、".join(each.address for each in found[:6])
        return f"“{decision.article}”有{len(found)}条，各部分的条从头数；写成 {names}"
    ends = "到".join(each.label for each in (articles[0], articles[-1])) if articles else "无"
    return f"基准文件里没有“{decision.article}”这一条；有{ends}"


def _clear(held: dict[str, Link], document: Document, at: int, base: str | None) -> None:
    """Drop the links of a sentence: it is about no article."""
    start, end = document.sentences[at].start, document.sentences[at].end
    for name, one in list(held.items()):
        here = one.report == document.piece.id and one.start < end and start < one.end
        if here and base in (None, one.base):
            del held[name]


def _apply(
    held: dict[str, Link],
    document: Document,
    meant: tuple[BaseIndex, int],
    at: int,
    decision: Decision,
) -> None:
    base, number = meant
    name = f"{document.sentences[at].id}-{base.base.id}-{number}"
    if decision.decision == "reject":
        held.pop(name, None)
        return
    known = held.get(name) or _made(document, base, at, number, name)
    status: Literal["added", "confirmed"] = "added" if decision.decision == "add" else "confirmed"
    held[name] = replace(known, status=status, role=decision.role or known.role, sure=True)


def _made(document: Document, base: BaseIndex, at: int, number: int, name: str) -> Link:
    article = next(n for n, each in enumerate(base.articles) if each.article.number == number)
    sentence = document.sentences[at]
    words = sentence_words(document, base)[at]
    evidence = own_evidence(document, sentence, words, article, (), base)
    return Link(
        id=name,
        report=document.piece.id,
        start=sentence.start,
        end=sentence.end,
        base=base.base.id,
        article=number,
        role=roles(document)[at],
        kind="topic",
        score=1.0,
        status="added",
        evidence=evidence or (context_evidence(document, at, base.articles[article]),),
    )


def _finding(code: str, level: Level, decision: Decision, message: str) -> Finding:
    return Finding(
        code, level, FILE, decision.line, decision.words, message, details=(decision.report,)
    )
