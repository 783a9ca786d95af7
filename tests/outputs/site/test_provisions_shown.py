"""款、项、目 on the page of an article and in the full text: anchors, labels, names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from generator.linking import own_references
from generator.model import Article, EditionSentence, Library, SourceSpan
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.edition_text import article_text
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.references import PREVIEW, reference_marks
from generator.text.numerals import numeral_text
from generator.text.provisions import provisions


@pytest.fixture(scope="module")
def bodies(law: Library) -> dict[str, str]:
    """The bodies of the law's pages, by address."""
    wanted = ("tiaoli/full.html", *(f"tiaoli/{number}.html" for number in (6, 7, 11)))
    return {each.address: str(each.body()) for each in site_pages(law) if each.address in wanted}


def article_of(text: str) -> tuple[Article, list[EditionSentence]]:
    """Return an article of `text` with one sentence a line."""
    article = Article("b-1", 1, "第一条", "", text, "a", SourceSpan("a.txt", 0, len(text)))
    sentences, at = [], 0
    for number, line in enumerate(text.split("\n")):
        ident = f"b-1-s{number + 1}"
        sentences.append(EditionSentence(ident, 1, 1, number, at, at + len(line), line))
        at += len(line) + 1
    return article, sentences


def test_every_provision_is_an_anchor_on_its_article_s_page(bodies: dict[str, str]) -> None:
    body = bodies["tiaoli/7.html"]
    assert re.findall(r'<p id="(k\w+)"', body) == ["k1", "k1x1", "k1x2", "k1x3", "k2"]
    item = re.search(r'<p id="k1x3" class="x"[^>]*>.*?</p>', body)
    assert item
    assert '<span class="item">（三）</span>为行动不便的老年人' in item[0]
    assert 'href="#k1x3" title="第一款第（三）项"' in item[0]


def test_an_article_of_one_paragraph_has_no_address_to_offer(bodies: dict[str, str]) -> None:
    assert '<p id="k1">' in bodies["tiaoli/6.html"]
    assert 'class="at"' not in bodies["tiaoli/6.html"]


def test_the_full_text_has_every_address_once(bodies: dict[str, str], law: Library) -> None:
    ids = re.findall(r'\sid="([^"]+)"', bodies["tiaoli/full.html"])
    assert [ident for ident, count in Counter(ids).items() if count > 1] == []
    wanted = {
        f"{article.id}-{each.address}"
        for article in law.collations[0].edition.articles
        for each in provisions(article.text)
    }
    assert wanted <= set(ids)
    assert "tiaoli-7-k1x3" in wanted


def test_lines_say_what_begins_with_them() -> None:
    text = "条件如下：\n（一）面积：\n1.室内；\n2.室外。\n（十二）藏书。\n不得收费。"
    shown = article_text(*article_of(text))
    assert [(each.address, each.depth) for each in shown.lines] == [
        ("k1", 1),
        ("k1x1", 2),
        ("k1x1m1", 3),
        ("k1x1m2", 3),
        ("k1x2", 2),
        ("k2", 1),
    ]
    assert shown.lines[4].name == "第一款第（二）项"
    assert [run.text for run in shown.lines[4].sentences[0].runs] == ["（十二）", "藏书。"]
    assert shown.label_width == pytest.approx(3.4)  # two half brackets, two characters, a gap
    assert "".join(
        run.text for line in shown.lines for s in line.sentences for run in s.runs
    ) == text.replace("\n", "")


def test_items_that_run_on_in_a_line_are_anchors_inside_it() -> None:
    shown = article_text(*article_of("包括：（一）借阅；（二）讲座。"))
    (line,) = shown.lines
    assert line.address == "k1"
    assert [(run.text, run.address) for run in line.sentences[0].runs] == [
        ("包括：", ""),
        ("（一）", "k1x1"),
        ("借阅；", ""),
        ("（二）", "k1x2"),
        ("讲座。", ""),
    ]


def test_a_heading_on_a_line_of_its_own_takes_the_line_s_address(tiny: Library) -> None:
    (collation,) = tiny.collations
    (part,) = collation.edition.parts
    first, second = part.articles
    second = replace(second, text="及时报告。\n立即报告。")
    old = [each for each in collation.edition.sentences if each.article == 1]
    new = [
        EditionSentence("b-2-s1", 1, 2, 0, 0, 5, "及时报告。"),
        EditionSentence("b-2-s2", 1, 2, 1, 6, 11, "立即报告。"),
    ]
    edition = replace(
        collation.edition,
        parts=(replace(part, articles=(first, second)),),
        sentences=(*old, *new),
    )
    library = replace(tiny, collations=(replace(collation, edition=edition),))
    body = next(str(each.body()) for each in site_pages(library) if each.address == "b/2.html")
    assert '<h1 id="k1">' in body
    assert '<p id="k2">' in body


def test_words_that_name_a_provision_lead_to_it_and_show_it(bodies: dict[str, str]) -> None:
    shown = "公共阅览室不得以任何名义向居民收取押金。"
    link = f'data-tip="第七条第二款：{shown}">第七条第二款</a>规定收取押金的'
    assert f'违反本条例<a class="ref" href="../tiaoli/7.html#k2" {link}' in bodies["tiaoli/11.html"]
    assert f'违反本条例<a class="ref" href="#tiaoli-7-k2" {link}' in bodies["tiaoli/full.html"]


def test_a_breach_is_told_on_both_sides(law: Library) -> None:
    index = LibraryIndex(law)
    seventh, eleventh = (article_view(index, "tiaoli", number) for number in (7, 11))
    assert [(each.name, each.page, each.address) for each in seventh.cited_by] == [
        ("第十一条", "tiaoli/11.html", "")
    ]
    assert [(each.name, each.page, each.address) for each in eleventh.cites] == [
        ("第七条第二款", "tiaoli/7.html", "k2")
    ]
    assert eleventh.cites[0].words == "公共阅览室不得以任何名义向居民收取押金。"
    assert (seventh.cites, eleventh.cited_by) == ((), ())


def test_a_preview_is_short_and_counts_what_it_leaves_out(tiny: Library) -> None:
    (collation,) = tiny.collations
    article = collation.edition.articles[0]
    many = [
        replace(
            article,
            id=f"b-{n}",
            number=n,
            label=f"第{numeral_text(n)}条",
            text="甲" * 200,
            path=(n,),
        )
        for n in range(1, 10)
    ]
    many[8] = replace(many[8], text="见本意见第一条至第五条。")
    parts = (replace(collation.edition.parts[0], articles=tuple(many)),)
    edition = replace(collation.edition, parts=parts, sentences=())
    changed = replace(
        tiny,
        collations=(replace(collation, edition=edition),),
        references=own_references(edition),
    )
    index = LibraryIndex(changed)
    (mark,) = reference_marks(index, "b", 9)
    assert edition.articles[8].text[mark.start : mark.end] == "第一条至第五条"
    assert mark.tag.preview.startswith("第一条：" + "甲" * PREVIEW + "…　第二条：甲")
    assert mark.tag.preview.endswith("…　另有2处")
