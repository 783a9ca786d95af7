"""What explains words of the texts: which words, where they are marked, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model import Document, Law, Library, Piece, Term
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.glossary import Glossary, first_of_each

TERMS = (
    Term("term-1", "监督", ("督查",), "机制", "看着。", "《意见》"),
    Term("term-2", "监督检查", (), "机制", "看一看。", "《意见》"),
    Term("term-3", "一言堂", (), "说法", "", ""),
    Term("term-4", "无处可见", (), "说法", "", ""),
)


@pytest.fixture
def glossary(tiny: Library) -> Glossary:
    return Glossary(replace(tiny, terms=TERMS))


def words(glossary: Glossary, text: str, *taken: tuple[int, int]) -> list[tuple[str, str]]:
    found = glossary.words.occurrences(text, taken)
    return [(text[each.start : each.end], each.tag) for each in found]


def test_the_longest_of_several_words_counts(glossary: Glossary) -> None:
    assert words(glossary, "加强监督检查和督查，监督。") == [
        ("监督检查", "term-2"),
        ("督查", "term-1"),
        ("监督", "term-1"),
    ]


def test_what_is_taken_is_not_marked(glossary: Glossary) -> None:
    assert words(glossary, "监督检查、监督。", (3, 4)) == [("监督", "term-1"), ("监督", "term-1")]


def test_words_inside_the_title_of_a_document_belong_to_it(glossary: Glossary) -> None:
    assert words(glossary, "按《关于监督检查的通报》监督。") == [("监督", "term-1")]


def test_a_term_without_a_gloss_is_told_by_the_document_itself(glossary: Glossary) -> None:
    gloss = glossary.terms["term-3"]
    assert gloss.words == "党委要加强监督检查，防止出现一言堂。"
    assert gloss.source == "第（一）条"
    assert [label for _, label, _ in gloss.articles] == ["（一）"]


def test_of_what_nothing_is_known_nothing_is_said(glossary: Glossary) -> None:
    assert "term-4" not in glossary.terms
    assert words(glossary, "无处可见") == []


def test_only_the_first_is_marked_and_never_across_sentences(glossary: Glossary) -> None:
    text = "要监督。检查，监督检查，监督。督查"
    spans = [(0, 4), (4, 15), (15, 17)]
    found = first_of_each(glossary.words.occurrences(text), spans)
    assert [(each.start, text[each.start : each.end]) for each in found] == [
        (1, "监督"),
        (7, "监督检查"),
    ]
    across = "要监督。检查"
    both = Term("term-9", "监督。检查", (), "", "两句。", "")
    assert not first_of_each([], [(0, 4)])
    crossing = Glossary(replace_terms(glossary, both)).words.occurrences(across)
    assert [each.tag for each in crossing] == ["term-9"]
    assert first_of_each(crossing, [(0, 4), (4, 6)]) == []


def replace_terms(glossary: Glossary, *terms: Term) -> Library:
    library = Library("x", "", "", "zh", (), (), (), (), (), (), (), (), (), ())
    return replace(library, terms=terms)


def with_report(tiny: Library, words: str) -> Library:
    report = tiny.reports[0]
    text = report.piece.text.replace("存在一言堂问题", words)
    piece = replace(report.piece, text=text, end=len(text))
    last = replace(report.sentences[-1], end=len(text))
    paragraphs = (*report.paragraphs[:-1], replace(report.paragraphs[-1], end=len(text)))
    changed = replace(
        report, piece=piece, paragraphs=paragraphs, sentences=(*report.sentences[:-1], last)
    )
    return replace(tiny, reports=(changed,), links=())


def test_regulations_that_texts_name(tiny: Library) -> None:
    named = "按《中国共产党党内监督条例》《党内监督条例》《关于监督的意见》《云溪报》"
    glossary = Glossary(with_report(tiny, named))
    found = {each.gloss.name: each for each in glossary.regulations}
    assert set(found) == {"《中国共产党党内监督条例》", "《关于监督的意见》"}
    rules = found["《中国共产党党内监督条例》"]
    assert rules.reports == ("r",)
    assert (rules.gloss.kind, rules.gloss.also) == ("党内法规", ("《党内监督条例》",))
    assert rules.gloss.page == f"terms.html#{rules.gloss.id}"
    own = found["《关于监督的意见》"].gloss
    assert (own.kind, own.page, own.words) == (
        "本库的文件",
        "b/full.html",
        "某部，成文日期2021年3月27日",
    )
    assert words(glossary, "见《党内监督条例》，《云溪报》。") == [
        ("《党内监督条例》", rules.gloss.id)
    ]


def test_a_regulation_that_the_library_has_is_told_by_it(tiny: Library) -> None:
    text = "云溪市读书条例\n第一条 读书。"
    piece = Piece(
        "law-1", "l.txt", 0, len(text), text, "云溪市读书条例", "", "云溪市人大", "2020-05"
    )
    law = Law(Document(piece, (), (), ()), "云溪市读书条例", ())
    glossary = Glossary(replace(with_report(tiny, "按《云溪市读书条例》办"), laws=(law,)))
    (found,) = glossary.regulations
    assert found.gloss.words == "云溪市人大，2020年5月"
    assert (found.gloss.go, found.gloss.page) == ("法规原文", "laws/law-1.html")


def bodies(library: Library) -> dict[str, str]:
    return {each.address: str(each.body()) for each in site_pages(library)}


def test_pages_mark_words_and_carry_what_explains_them(tiny: Library) -> None:
    library = replace(with_report(tiny, "存在一言堂，按《某某办法》监督检查"), terms=TERMS)
    made = bodies(library)
    for address in ("b/1.html", "b/full.html", "reports/r.html"):
        assert (
            made[address].count('<a class="gl" href="#g-term-3" data-of="g-term-3">一言堂</a>') == 1
        )
        assert made[address].count('id="g-term-3"') == 1
    report = made["reports/r.html"]
    assert report.count('data-of="g-term-2"') == 1
    assert ">《某某办法》</a>" in report
    (head,) = (line for line in made["b/1.html"].split("\n") if line.startswith("<h1"))
    assert 'class="gl"' not in head


def test_a_gloss_is_text_and_never_markup(make_tiny: Callable[..., Library]) -> None:
    hostile = '<img src=x onerror=alert(1)>"&'
    library = make_tiny(words=hostile, title=hostile)
    for address in ("b/1.html", "b/full.html", "reports/r.html", "terms.html"):
        body = bodies(library)[address]
        assert "<img" not in body
        assert "&lt;img src=x onerror=alert(1)&gt;&#34;&amp;" in body
