"""A library made by hand, of two articles, one report, two witnesses; and a hostile one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from generator.model import (
    Alignment,
    Article,
    Base,
    Collation,
    Document,
    Duty,
    Edit,
    Edition,
    EditionSentence,
    Evidence,
    Finding,
    Heading,
    Library,
    Link,
    Page,
    Paragraph,
    Part,
    Piece,
    Reading,
    Sentence,
    Source,
    SourceSpan,
    Term,
    Variant,
    Witness,
)

ARTICLE = "完善决策监督机制。党委要加强监督检查，防止出现一言堂。"
SECOND = "及时报告。"
REPORT = "某县关于监督的报告\n一、主要做法\n我县加强监督检查，成效明显。存在一言堂问题。"
SOURCE = REPORT.replace("成效明显", "成郊明显")


@dataclass(frozen=True)
class Texts:
    """The texts of the library made by hand, to be replaced by hostile ones."""

    title: str = "某县关于监督的报告"
    words: str = "成效明显"
    heading: str = "完善决策监督机制"
    term: str = "监督检查"


def _article(text: str, number: int, heading: str) -> Article:
    span = SourceSpan("a.txt", 0, len(text))
    label = "（一）" if number == 1 else "（二）"
    return Article(
        f"b-{number}", number, label, heading, text, "a", span, (number,), heading or text[:8]
    )


def _sentences(article: Article) -> tuple[EditionSentence, ...]:
    found: list[EditionSentence] = []
    start = 0
    for at, char in enumerate(article.text, 1):
        if char == "。":
            number = len(found) + 1
            words = article.text[start:at]
            ident = f"{article.id}-s{number}"
            found.append(EditionSentence(ident, 1, article.number, 0, start, at, words))
            start = at
    return tuple(found)


def _duty(article: Article) -> Duty:
    start = article.text.index("党委")
    action = start + len("党委要")
    end = action + len("加强监督检查")
    return Duty(
        "d1", "b", 1, "b-1-s2", "党委", "要", "加强监督检查", start=start, end=end,
        action_start=action, action_end=end, body_start=start, body_end=start + 2,
        modal_start=start + 2,
    )  # fmt: skip


def _report(title: str, words: str) -> tuple[Document, Source]:
    text = REPORT.replace("某县关于监督的报告", title).replace("成效明显", words)
    lines = text.split("\n")
    starts = [0, len(lines[0]) + 1, len(lines[0]) + len(lines[1]) + 2]
    paragraphs = tuple(
        Paragraph(start, start + len(line), number < 2)
        for number, (start, line) in enumerate(zip(starts, lines, strict=True))
    )
    stop = text.index("。") + 1
    spans = [(0, starts[1] - 1, 0), (starts[1], starts[2] - 1, 1), (starts[2], stop, 2)]
    spans.append((stop, len(text), 2))
    sentences = tuple(
        Sentence(f"r-s{number}", start, end, paragraph)
        for number, (start, end, paragraph) in enumerate(spans, 1)
    )
    heading = Heading(1, "一、", 1, "主要做法", starts[1], starts[2] - 1, len(text), inline=False)
    piece = Piece("r", "r.txt", 0, len(text), text, title, "报告", "", "2022-05", "某县")
    source = Source("r.txt", text.replace("成效", "成郊"), "0" * 64, "utf-8")
    return Document(piece, paragraphs, (heading,), sentences), source


def make(texts: Texts) -> Library:
    """Return the library with `texts` in it."""
    first = _article(ARTICLE.replace("完善决策监督机制", texts.heading), 1, texts.heading)
    second = _article(SECOND, 2, "及时报告")
    base = Base("b", "关于监督的意见", "《意见》", "某部", "2021-03-27")
    part = Part(1, "一、", "加强监督", (), (first, second))
    edition = Edition(base, (), (part,), (*_sentences(first), *_sentences(second)))
    at = first.text.index("监督检查")
    chosen = Reading("a", "监督检查", at, at + 4)
    other = Reading("w", "监督督查", at, at + 4)
    variant = Variant(1, None, "wording", chosen, (chosen, other), "从多数。", at, at + 4)
    report, source = _report(texts.title, texts.words)
    text = report.piece.text
    where = text.index("加强监督检查")
    evidence = Evidence("quotation", "加强监督检查", where, where + 6, at - 2, at + 4)
    start = text.index("我县")
    link = Link(
        "r-l1", "r", start, text.index("。") + 1, "b", 1, "practice", "quotation", 9.0, "auto",
        (evidence,),
    )  # fmt: skip
    last = text.rindex("一言堂")
    citation = Evidence("term", "一言堂", last, last + 3, 0, 0)
    second_link = replace(
        link, id="r-l2", start=text.index("存在"), end=len(text), role="problem", score=5.0,
        kind="topic", evidence=(citation,),
    )  # fmt: skip
    witnesses = tuple(
        Witness(
            ident,
            Piece(ident, f"{ident}.txt", 0, len(first.text), first.text, texts.title),
            has_title=True,
            has_parts=True,
            sound_articles=(1, 2),
            damaged_articles=(),
            alignments=(
                Alignment(0, 10, 1, "same"),
                Alignment(10, 14, 1, "variant" if ident == "w" else "same"),
                Alignment(14, len(first.text), 1, "same"),
            ),
        )
        for ident in ("a", "w")
    )
    edits: tuple[Edit, ...] = ()
    if "成效" in text:
        spot = text.index("成效")
        edits = (Edit("r.txt", spot, spot + 2, "成郊", "成效", ("C-013",), "形近而误"),)
    return Library(
        "tiny",
        "监督知识库",
        "试验用",
        "zh-Hans",
        (source,),
        edits,
        (Collation(edition, witnesses, (variant,), ()),),
        (report,),
        (link, second_link),
        (),
        (_duty(first),),
        (Term("term-1", texts.term, (), "机制", texts.words, texts.title),),
        (Page("about", "说明", "# 说明\n\n[一](index.html)"),),
        (
            Finding(
                *("E-001", "warning", "r.txt", 3, texts.words, "请核对"),
                details=(texts.words, "", "试验"),
            ),
        ),
    )


@pytest.fixture
def tiny() -> Library:
    """The library made by hand."""
    return make(Texts())


@pytest.fixture
def make_tiny() -> Callable[..., Library]:
    """Make the library with other texts: title, words, heading, term."""
    return lambda **texts: make(Texts(**texts))
