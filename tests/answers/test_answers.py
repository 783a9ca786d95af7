"""What other programs are told stands in the texts, to the letter, where the answer says."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields, is_dataclass
from hashlib import sha256
from typing import Any

import pytest
from mcp import StdioServerParameters
from mcp.client import Client

from generator.answers import Answers, NotThereError, Quoted
from generator.cli.mcp import server_of
from generator.content import load_content
from generator.draft import arrange
from generator.model import Library
from generator.recipe import build_library, linking_of
from tests.conftest import LAW, PROJECT


@pytest.fixture(scope="module")
def law() -> Library:
    """The library of the law."""
    return build_library(load_content(LAW))


@pytest.fixture(scope="module")
def answers(law: Library) -> Answers:
    """The law's library, to be asked."""
    return Answers(law, arrange(law, linking_of(load_content(LAW), law)))


def apart(talk: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Return what `talk` comes to; in a thread of its own, for the browser's loop runs in this."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(talk())).result()


def quotes(value: object) -> Iterator[Quoted]:
    """Yield every quotation in an answer."""
    if isinstance(value, Quoted):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from quotes(each)
    elif isinstance(value, dict):
        yield from quotes(tuple(value.values()))
    elif is_dataclass(value):
        for field in fields(value):
            yield from quotes(getattr(value, field.name))


def stands(library: Library, quote: Quoted) -> bool:
    """Tell whether the words stand in the text where the quotation says."""
    texts = [each.piece.text for each in library.reports if each.piece.id == quote.document]
    for collation in library.collations:
        if collation.edition.base.id == quote.document:
            texts += [
                each.text for each in collation.edition.articles if each.number == quote.article
            ]
            texts += collation.edition.preamble
            texts += [text for part in collation.edition.parts for text in part.paragraphs]
    digest = sha256(quote.text.encode()).hexdigest()
    return quote.sha256 == digest and any(
        text[quote.start : quote.end] == quote.text for text in texts
    )


def test_every_word_of_every_answer_stands_in_the_texts(answers: Answers, law: Library) -> None:
    base = law.collations[0].edition.base.id
    asked = [
        answers.search("押金"),
        answers.search("借阅记录", limit=50),
        *(answers.article(base, number) for number in range(1, 13)),
        *(answers.passages(base, number) for number in range(1, 13)),
        answers.check_quotations("条例规定“公共阅览室应当具备下列条件”，还要“不得收取押全”。"),
    ]
    found = [each for answer in asked for each in quotes(answer)]
    assert len(found) > 60
    assert [each for each in found if not stands(law, each)] == []


def test_search_counts_all_and_gives_the_first(answers: Answers, law: Library) -> None:
    texts = [each.text for each in law.collations[0].edition.sentences]
    for report in law.reports:
        texts += [report.piece.text[each.start : each.end] for each in report.sentences]
    holding = [text for text in texts if "阅览室" in text]
    found = answers.search("阅览室", limit=5)
    assert found.total == len(holding)
    assert [each.text for each in found.sentences] == holding[:5]
    assert answers.search("阅，览 室").total == found.total
    assert answers.search("没有这句话").total == 0


def test_a_report_is_read_stretch_by_stretch(answers: Answers, law: Library) -> None:
    (row,) = (each for each in answers.texts() if each.id == "xihe")
    parts = [answers.text("xihe", at, 300) for at in range(0, row.characters, 300)]
    whole = "".join(each.text for each in parts)
    assert sha256(whole.encode()).hexdigest() == row.sha256
    assert all(stands(law, each) for each in parts)
    assert len(parts) > 1


def test_provisions_have_their_addresses(answers: Answers) -> None:
    article = answers.article("tiaoli", 5)
    assert article.label == "第五条"
    assert article.provisions["k1x2"].text.startswith("（二）藏书不少于三千册")
    assert article.words.page == "tiaoli/5.html"


def test_variants_tell_what_each_witness_reads(library: Library, answers: Answers) -> None:
    told = Answers(library, answers.drafts)
    witnesses = {each.id: each.piece.text for each in library.collations[0].witnesses}
    count = 0
    for article in library.collations[0].edition.articles:
        for each in told.variants("yijian", article.number):
            count += 1
            assert each.reason
            place = article.text[each.chosen.start : each.chosen.end]
            assert each.chosen.text in (place, article.label)  # the label is before the text
            for reading in each.readings:
                words = reading.words
                assert witnesses[reading.witness][words.start : words.end] == words.text
    assert count > 50


def test_a_quotation_is_exact_altered_or_missing(answers: Answers) -> None:
    sent = (
        "《条例》第五条要求“使用面积不少于六十平方米”，"
        "又说“藏书不少于五千册，每年更新不少于十分之一”。"
    )
    exact, altered = answers.check_quotations(sent)
    assert (exact.text, exact.verdict) == ("使用面积不少于六十平方米", "exact")
    assert (altered.verdict, altered.places[0].article) == ("altered", 5)
    assert "藏书不少于三千册" in altered.places[0].text


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda answers: answers.article("wu", 1), "没有编号为 wu 的文件；有的是：tiaoli"),
        (lambda answers: answers.article("tiaoli", 13), "《条例》没有第 13 条；共 12 条"),
        (lambda answers: answers.search("，。"), "没有可查的文字"),
        (lambda answers: answers.text("wu"), "没有编号为 wu 的报告或法规"),
        (lambda answers: answers.text("xihe", 10_000), "xihe 只有 [0-9]+ 字"),
        (lambda answers: answers.check_quotations("字" * 300_000), "太长了"),
    ],
)
def test_what_is_not_there_is_said(answers: Answers, ask: Any, said: str) -> None:
    with pytest.raises(NotThereError, match=said):
        ask(answers)


def test_a_client_asks_the_command() -> None:
    """As a language model's tool does: another process, standard input and output."""
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "generator", "mcp", "--content", str(LAW)],
        cwd=str(PROJECT),
    )

    async def talk() -> tuple[list[str], Any, Any]:
        async with Client(server) as client:
            tools = [each.name for each in (await client.list_tools()).tools]
            article = await client.call_tool("read_article", {"base": "tiaoli", "number": 7})
            missing = await client.call_tool("read_article", {"base": "tiaoli", "number": 99})
            return tools, article, missing

    tools, article, missing = apart(talk)
    assert tools == [
        *("texts", "search", "read_article", "read_text", "passages", "variants"),
        "check_quotations",
    ]
    words = json.loads(article.content[0].text)["words"]
    assert words["sha256"] == sha256(words["text"].encode()).hexdigest()
    assert missing.is_error
    assert "没有第 99 条" in missing.content[0].text


def test_the_server_offers_nothing_that_writes(answers: Answers) -> None:
    async def names() -> list[str]:
        async with Client(server_of(answers, "库")) as client:
            return [each.name for each in (await client.list_tools()).tools]

    assert not {"write", "add", "decide", "delete"} & set(apart(names))
