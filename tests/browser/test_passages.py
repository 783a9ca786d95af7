"""Pasted passages: every one that a library holds is found, no other is, and little is loaded."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC
from playwright.sync_api import Page, Request

from generator.model import Document, Heading, Library, Paragraph, Sentence
from generator.outputs.search import FOLDER, write_files
from generator.outputs.search.index import SMALL, Index
from generator.outputs.search.shards import iterate_shards
from scripts.search_bench import CLIENT, grow
from scripts.search_samples import draw_passages, write_engine
from tests.outputs.search.reference import bare

pytestmark = pytest.mark.browser

EXACT = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const hits = await kbEngine.search(query);
    answers.push(hits.filter((hit) => hit.exact).map((hit) => hit.id));
  }
  return answers;
}"""
Text = list[tuple[str, str]]  # id and words of its sentences, as one reads


def write_client(folder: Path, library: Library, small: int = SMALL) -> Path:
    """Write the index of `library` and a page that has nothing but the engine."""
    write_files(folder / FOLDER, iterate_shards(Index(library, small=small)))
    write_engine(folder)
    (folder / "index.html").write_text(CLIENT, "utf-8")
    return folder / "index.html"


def texts_of(library: Library) -> list[Text]:
    """Return each report and each article of the library."""
    found = [
        [(each.id, report.piece.text[each.start : each.end]) for each in report.sentences]
        for report in library.reports
    ]
    for collation in library.collations:
        articles: dict[Any, Text] = {}
        for sentence in collation.edition.sentences:
            place = (sentence.part, sentence.article)
            articles.setdefault(place, []).append((sentence.id, sentence.text))
        found += articles.values()
    return found


class Account:
    """By brute force: in which sentences a passage begins."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = [[(each, bare(words)) for each, words in text] for text in texts]
        self.whole = ["".join(words for _, words in text) for text in self.texts]

    def starts(self, passage: str) -> set[str]:
        """Return the ids of the sentences that hold the first letter, wherever it stands whole."""
        wanted = bare(passage)
        found = set()
        for text, whole in zip(self.texts, self.whole, strict=True):
            at = whole.find(wanted)
            while at >= 0:
                end = 0
                for unit_id, words in text:
                    end += len(words)
                    if at < end:
                        found.add(unit_id)
                        break
                at = whole.find(wanted, at + 1)
        return found


def assert_found(page: Page, account: Account, asked: dict[str, str]) -> None:
    """`asked` is query -> the passage that it was made of."""
    for (query, passage), ids in zip(asked.items(), page.evaluate(EXACT, list(asked)), strict=True):
        wanted = account.starts(passage)
        assert wanted, passage
        assert set(ids) == wanted, query
        assert len(ids) == len(wanted), query


@pytest.mark.parametrize("small", [SMALL, 0], ids=["read through", "by pairs"])
def test_every_window_of_sentences_of_the_real_library_is_found(
    page: Page, library: Library, tmp_path: Path, small: int
) -> None:
    """All of two and three sentences; of five and twelve, every fourth."""
    texts = texts_of(library)
    windows: dict[str, str] = {}
    for text in texts:
        for count, step in ((2, 1), (3, 1), (5, 4), (12, 4)):
            for first in range(0, len(text) - count + 1, step):
                passage = "".join(words for _, words in text[first : first + count])
                if len(bare(passage)) > 16:
                    windows[passage] = passage
    assert len(windows) > 1_200
    page.goto(write_client(tmp_path, library, small).as_uri())
    assert_found(page, Account(texts), windows)


# --- made texts ---------------------------------------------------------------------------

WORDS = (
    "监督 干部 后来 头发 发展 面向 面条 一个 2023年 第三 5 五 台账 云端 重要 责任 落实 情况 问题"
    " 我们 Ａ类 有的 以后"
)


def made_reports(rng: random.Random, model: Document, count: int) -> Iterator[Document]:
    """Yield reports of few sentences that recur, with headings and lines without letters."""
    words = WORDS.split()
    pool = ["".join(rng.choices(words, k=rng.randint(1, 7))) for _ in range(40)]
    for number in range(count):
        piece_id, text = f"z{number}", ""
        sentences: list[Sentence] = []
        paragraphs: list[Paragraph] = []
        outline: list[Heading] = []
        for _ in range(rng.randint(1, 9)):
            start = len(text)
            is_heading = rng.random() < 0.3
            for _ in range(1 if is_heading else rng.randint(1, 4)):
                own = (
                    "——" if rng.random() < 0.1 else rng.choice(pool) + ("" if is_heading else "。")
                )
                place = len(text), len(text) + len(own)
                ident = f"{piece_id}-s{len(sentences) + 1}"
                sentences.append(Sentence(ident, *place, len(paragraphs)))
                text += own
            if is_heading:
                place = start, len(text)
                outline.append(Heading(1, "", None, text[start:], *place, len(text), inline=False))
            paragraphs.append(Paragraph(start, len(text), heading=is_heading))
            text += "\n"
        title = f"第{number}号报告"
        piece = replace(model.piece, id=piece_id, text=text, title=title, date="", end=len(text))
        yield Document(piece, tuple(paragraphs), tuple(outline), tuple(sentences))


def altered(passage: str, rng: random.Random) -> str:
    """Return a passage as somebody may paste it: other breaks, stops, width, characters."""
    way = rng.randrange(6)
    if way == 1:
        passage = re.sub(
            "[。\n]", lambda _: rng.choice(["", " ", "\n", "。", "，", "；\r\n　　"]), passage
        )
    elif way == 2:
        passage = "".join(char + " " * (rng.random() < 0.1) for char in passage)
    elif way == 3:
        passage = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in passage)
    elif way == 4:
        passage = OpenCC("s2t").convert(passage)
    elif way == 5:
        passage = bare(passage)
    return passage


@pytest.mark.parametrize("small", [SMALL, 0], ids=["read through", "by pairs"])
def test_every_passage_of_made_texts_is_found_however_it_is_pasted(
    page: Page, law: Library, tmp_path: Path, small: int
) -> None:
    """Of 2 to 12 sentences, from inside one to inside another, over headings too."""
    for seed in range(4):
        rng = random.Random(seed)
        made = tuple(made_reports(rng, law.reports[0], 60))
        library = replace(law, reports=made, links=())
        texts = texts_of(library)
        asked: dict[str, str] = {}
        while len(asked) < 120:
            report = rng.choice(made)
            count = rng.randint(2, 12)
            if len(report.sentences) < count:
                continue
            first = rng.randrange(len(report.sentences) - count + 1)
            start, end = report.sentences[first], report.sentences[first + count - 1]
            passage = report.piece.text[
                rng.randrange(start.start, start.end) : rng.randrange(end.start, end.end) + 1
            ]
            if len(bare(passage)) > 17:
                asked[altered(passage, rng)] = passage
        page.goto(write_client(tmp_path / str(seed), library, small).as_uri())
        assert_found(page, Account(texts), asked)


def test_what_is_pieced_together_of_passages_is_not_found(
    page: Page, law: Library, tmp_path: Path
) -> None:
    rng = random.Random(9)
    made = tuple(made_reports(rng, law.reports[0], 60))
    library = replace(law, reports=made, links=())
    account = Account(texts_of(library))
    queries: set[str] = set()
    while len(queries) < 150:
        one, other = rng.choices(made, k=2)
        query = one.piece.text[-30:] + other.piece.text[:30]
        if not account.starts(query):
            queries.add(query)
    page.goto(write_client(tmp_path, library, 0).as_uri())
    assert page.evaluate(EXACT, sorted(queries)) == [[] for _ in queries]


# --- what is loaded -------------------------------------------------------------------------


def test_a_passage_loads_a_small_share_of_a_large_index(
    page: Page, library: Library, tmp_path: Path
) -> None:
    """In a library of 400 reports; `make bench` measures 10,000."""
    large = grow(library, 400)
    client = write_client(tmp_path, large)
    sizes = {path.name: path.stat().st_size for path in (tmp_path / FOLDER).rglob("*.js")}
    loaded: list[int] = []

    def note(request: Request) -> None:
        loaded[-1] += sizes.get(request.url.rpartition("/")[2], 0)

    page.on("request", note)
    for passage in draw_passages([report.piece.text for report in large.reports], 24, seed=3):
        loaded.append(0)
        page.goto(client.as_uri())
        [ids] = page.evaluate(EXACT, [passage])
        assert ids, passage
    whole = sum(sizes.values())
    shares = sorted(each / whole for each in loaded)
    assert min(loaded) > 10_000  # it is counted
    assert shares[len(shares) // 2] < 0.02, json.dumps(loaded)
    assert shares[-1] < 0.04, json.dumps(loaded)
