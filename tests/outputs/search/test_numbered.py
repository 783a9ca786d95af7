"""What a number or a fixed word leads to: articles, their provisions, divisions, 施行日期."""

from __future__ import annotations

import re

import pytest

from generator.model import Article, Base, Edition, EditionSentence, Library, Part, SourceSpan
from generator.outputs.search.numbered import base_entry, number_forms, provision_code
from generator.outputs.search.pronunciations import Reader
from generator.text.dictionary import load_dictionary
from generator.text.provisions import provisions
from generator.text.sentences import sentence_spans

READER = Reader(load_dictionary())
PLACE = SourceSpan("a.txt", 0, 1)


def article_of(text: str, path: tuple[int, ...] = (1,), label: str = "第一条") -> Article:
    return Article("b-1", 1, label, "", text, "a", PLACE, path)


def sentences_of(article: Article) -> list[EditionSentence]:
    found: list[EditionSentence] = []
    at = 0
    for number, line in enumerate(article.text.split("\n")):
        for start, end in sentence_spans(line):
            ident = f"{article.id}-s{len(found) + 1}"
            text = line[start:end]
            found.append(EditionSentence(ident, 1, 1, number, at + start, at + end, text))
        at += len(line) + 1
    return found


def read_code(code: str) -> list[tuple[str, int]]:
    """Return addresses and sentences, as the description of the code says."""
    counts, sentence = {"k": 0, "x": 0, "m": 0}, 0
    found: list[tuple[str, int]] = []
    for letter, gap in re.findall(r"([kxm])(\d*)", code):
        sentence += int(gap or 1)
        counts[letter] += 1
        for lower in "kxm"["kxm".index(letter) + 1 :]:
            counts[lower] = 0
        counts["k"] = max(1, counts["k"])
        found.append(("".join(f"{each}{n}" for each, n in counts.items() if n), sentence))
    return found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("只有一款。还有一句。", ""),
        ("甲。乙。\n丙。", "kk2"),
        ("条件：\n（一）甲；\n（二）乙。\n丙。", "kxxk"),
        ("条件：\n（一）甲：\n1.子；\n2.丑。\n（二）乙。", "kxmmx"),
        ("包括：（一）甲；（二）乙。\n丙。", "kxxk"),
        ("（一）甲；\n（二）乙。", "xx"),
    ],
)
def test_provisions_in_letters_are_those_of_the_text(text: str, code: str) -> None:
    article = article_of(text)
    sentences = sentences_of(article)
    assert provision_code(article, sentences) == code
    if code:
        begins = {each.address: each.start for each in provisions(text)}
        read = read_code(code)
        assert [address for address, _ in read] == list(begins)
        for address, number in read:
            sentence = sentences[number - 1]
            assert sentence.start <= begins[address] < sentence.end


def test_provisions_may_begin_in_one_sentence() -> None:
    article = article_of("包括：（一）甲；（二）乙。\n丙。")
    whole = [
        EditionSentence("b-1-s1", 1, 1, 0, 0, 13, "包括：（一）甲；（二）乙。"),
        EditionSentence("b-1-s2", 1, 1, 1, 14, 16, "丙。"),
    ]
    assert provision_code(article, whole) == "kx0x0k"
    assert read_code("kx0x0k") == [("k1", 1), ("k1x1", 1), ("k1x2", 1), ("k2", 2)]


def test_an_article_s_number_may_be_typed_in_several_ways() -> None:
    assert number_forms(article_of("甲。", (14,)), READER, restarts=False) == "14 十四 shisi"
    branch = article_of("甲。", (2, 1), "第二条之一")
    assert number_forms(branch, READER, restarts=False) == "2之1 二之一"
    assert number_forms(article_of("甲。", (2, 3)), READER, restarts=True) == "3 三 san"


def test_divisions_are_named_alone_and_behind_those_above() -> None:
    parts = (
        Part(1, "第一编", "总则", (), ()),
        Part(2, "第二章", "人", (), (), 2),
        Part(3, "", "附则", (), ()),
        Part(4, "三、", "保障", (), ()),
    )
    edition = Edition(Base("b", "某法", "《某法》"), (), parts, ())
    assert base_entry(edition, READER)["named"] == [
        ["第一编 第1编", "b/full.html#b-part-1", "第一编", "总则"],
        ["第二章 第2章 第一编第二章 第1编第2章", "b/full.html#b-part-2", "第一编第二章", "人"],
        ["第三部分 第3部分", "b/full.html#b-part-4", "第三部分", "保障"],
    ]


def test_where_numbers_begin_anew_an_article_is_called_by_its_division_too() -> None:
    one = article_of("甲。", (2, 1), "（一）")
    parts = (Part(2, "二、", "任务", (), (one,)),)
    edition = Edition(Base("b", "意见", "《意见》"), (), parts, (), restarts=True)
    (row,) = base_entry(edition, READER)["articles"]
    assert row[3] == "第二部分第（一）条"


def test_the_day_of_force_is_where_the_last_article_says_so(law: Library) -> None:
    named = base_entry(law.collations[0].edition, READER)["named"]
    names, place, called, words = named[-1]
    assert "施行日期" in names.split()
    assert (place, called) == ("tiaoli/12.html#tiaoli-12-s1", "第十二条")
    assert words == "本条例自2020年1月1日起施行。"


def test_a_document_that_does_not_say_when_has_no_such_entry(tiny_named: list[list[str]]) -> None:
    assert [row for row in tiny_named if "施行日期" in row[0]] == []


@pytest.fixture
def tiny_named() -> list[list[str]]:
    """What is found by name in a document of one article."""
    parts = (Part(1, "", "", (), (article_of("甲。"),)),)
    return base_entry(Edition(Base("b", "意见", "意见"), (), parts, ()), READER)["named"]
