"""The public exports hold what docs/exports.md promises, judged by the files alone."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.data import export_files
from tests.conftest import CONTENT, LAW, PROJECT

Row = dict[str, Any]


@dataclass(frozen=True)
class Exports:
    """All files of data/, read back, and the decoded sources they speak of."""

    tables: dict[str, Any]
    sources: dict[str, str]

    @property
    def editions(self) -> list[Row]:
        """The editions, however many."""
        found = self.tables["edition"]
        return found if isinstance(found, list) else [found]

    @property
    def articles(self) -> dict[tuple[str, int], Row]:
        """Base and number -> article."""
        return {
            (edition["id"], article["number"]): article
            for edition in self.editions
            for part in edition["parts"]
            for article in part["articles"]
        }

    @property
    def pieces(self) -> list[Row]:
        """Everything that was cut out of a source."""
        witnesses = [each for edition in self.editions for each in edition["witnesses"]]
        return [*self.tables["reports"], *witnesses]


def read(library: Library, content: Path) -> Exports:
    texts = export_files(library)
    return Exports(
        {name.removesuffix(".json"): json.loads(text) for name, text in texts.items()},
        {source.file: source.text for source in load_content(content).sources},
    )


@pytest.fixture(scope="module")
def real(library: Library) -> Exports:
    return read(library, CONTENT)


@pytest.fixture(scope="module", params=["content", "law"])
def exports(request: pytest.FixtureRequest, library: Library, law: Library) -> Exports:
    return read(library, CONTENT) if request.param == "content" else read(law, LAW)


def test_sources_are_as_received() -> None:
    received = {
        line.split("  ")[1]: line.split("  ")[0]
        for line in (PROJECT / "tests/golden/sources.sha256").read_text().splitlines()
    }
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (CONTENT / "sources").iterdir()
    }
    assert {name: found.get(name) for name in received} == received


def test_the_edition_reads_as_the_sound_witness(real: Exports) -> None:
    [edition] = real.editions
    golden = (PROJECT / "tests/golden/yijian.txt").read_text("utf-8").splitlines()
    found = [article["label"] + article["text"] for article in real.articles.values()]
    assert found == golden
    assert [part["number"] for part in edition["parts"]] == [1, 2, 3, 4, 5]
    assert [len(part["articles"]) for part in edition["parts"]] == [0, 7, 7, 7, 4]
    assert [article["number"] for article in real.articles.values()] == list(range(1, 26))
    assert edition["adopted"] == "2021-03-27"
    assert len(real.tables["reports"]) == 7


def test_the_law_has_its_chapters_and_articles(law: Library) -> None:
    exports = read(law, LAW)
    [edition] = exports.editions
    assert [part["label"] for part in edition["parts"]] == ["第一章", "第二章", "第三章", "第四章"]
    assert [article["number"] for article in exports.articles.values()] == list(range(1, 13))
    assert exports.articles["tiaoli", 2]["text"].count("\n") == 1
    assert exports.articles["tiaoli", 7]["text"].splitlines()[1] == "（一）书刊阅览和外借；"
    assert exports.articles["tiaoli", 7]["text"].endswith("收取押金。")
    assert [report["id"] for report in exports.tables["reports"]] == ["dongqiao", "xihe"]
    cited = {link["article"] for link in exports.tables["links"] if link["report"] == "xihe"}
    assert {7, 11} <= cited


FIELDS = {
    "edition": "id title short_title issuer adopted published preamble parts sentences",
    "apparatus": "kind chosen readings reason",
    "reports": "id title kind issuer date place text outline sentences source",
    "links": "id report start end article base role kind score status evidence",
    "ledger": "file start end before after rules note",
    "findings": "code level file line text message",
}


def test_every_row_has_the_fields_of_the_contract(exports: Exports) -> None:
    for name, fields in FIELDS.items():
        rows = exports.editions if name == "edition" else exports.tables[name]
        for row in rows:
            assert set(fields.split()) <= set(row), name
    for row in exports.tables["apparatus"]:
        assert ("article" in row) != ("part" in row)
        assert {"witness", "text"} <= set(row["chosen"])
        assert all({"witness", "text", "start", "end"} <= set(each) for each in row["readings"])
    for row in exports.tables["reports"]:
        assert {"file", "sha256", "start", "end"} <= set(row["source"])


def test_every_field_is_documented(exports: Exports) -> None:
    described = (PROJECT / "docs/exports.md").read_text("utf-8")
    documented = set(re.findall(r"`([a-z0-9_]+)`", described.split("## library.sqlite")[0]))

    def keys(value: Any) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for each in value.values() for key in keys(each)}
        if isinstance(value, list):
            return {key for each in value for key in keys(each)}
        return set()

    for name, table in exports.tables.items():
        assert f"{name}.json" in described
        assert keys(table) <= documented, name


def test_ids_are_unique(exports: Exports) -> None:
    ids = [row["id"] for name in ("reports", "links") for row in exports.tables[name]]
    ids += [each["id"] for row in exports.tables["reports"] for each in row["sentences"]]
    ids += [each["id"] for edition in exports.editions for each in edition["sentences"]]
    ids += [article["id"] for article in exports.articles.values()]
    assert [each for each, count in Counter(ids).items() if count > 1] == []


def test_sentences_cover_their_texts(exports: Exports) -> None:
    for report in exports.tables["reports"]:
        at = 0
        for sentence in report["sentences"]:
            assert report["text"][at : sentence["start"]].strip() == ""
            assert sentence["start"] < sentence["end"]
            at = sentence["end"]
        assert report["text"][at:].strip() == ""
    for edition in exports.editions:
        for (base, number), article in exports.articles.items():
            own = [
                each["text"]
                for each in edition["sentences"]
                if each["article"] == number and edition["id"] == base
            ]
            if own:
                assert _plain("".join(own)) == _plain(article["text"])


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_links_select_the_words_they_quote(exports: Exports) -> None:
    texts = {report["id"]: report["text"] for report in exports.tables["reports"]}
    assert exports.tables["links"]
    for link in exports.tables["links"]:
        text = texts[link["report"]]
        article = exports.articles[link["base"], link["article"]]["text"]
        assert 0 <= link["start"] < link["end"] <= len(text)
        assert link["evidence"], link["id"]
        for each in link["evidence"]:
            words = text[each["report_start"] : each["report_end"]]
            other = article[each["article_start"] : each["article_end"]]
            assert each["report_start"] <= each["report_end"] <= len(text)
            assert each["article_start"] <= each["article_end"] <= len(article)
            assert words == each["text"] or (not words and other == each["text"]), each
            if each["what"] == "quotation":
                assert _letters(words) == _letters(other) != "", each


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_the_ledger_is_exact(exports: Exports) -> None:
    accounted: dict[str, list[tuple[int, int]]] = {file: [] for file in exports.sources}
    for file, source in exports.sources.items():
        at = 0
        for edit in (row for row in exports.tables["ledger"] if row["file"] == file):
            assert at <= edit["start"] <= edit["end"]
            assert source[edit["start"] : edit["end"]] == edit["before"] != edit["after"]
            assert edit["rules"]
            at = edit["end"]
            accounted[file].append((edit["start"], edit["end"]))
        assert at <= len(source)
    for piece in exports.pieces:
        where = piece["source"]
        source = exports.sources[where["file"]]
        text, at = "", where["start"]
        for edit in exports.tables["ledger"]:
            inside = where["start"] <= edit["start"] and edit["end"] <= where["end"]
            if edit["file"] == where["file"] and inside:
                text += source[at : edit["start"]] + edit["after"]
                at = edit["end"]
        assert text + source[at : where["end"]] == piece["text"], piece["id"]
        accounted[where["file"]].append((where["start"], where["end"]))
    for file, source in exports.sources.items():
        at = 0
        for start, end in sorted(accounted[file]):
            assert start <= at, f"{file}: {source[at:start]!r} is nowhere"
            at = max(at, end)
        assert at == len(source), file


def test_readings_stand_where_they_say(exports: Exports) -> None:
    texts = {piece["id"]: piece["text"] for piece in exports.pieces}
    for row in exports.tables["apparatus"]:
        for each in row["readings"]:
            assert texts[each["witness"]][each["start"] : each["end"]] == each["text"]


def test_articles_stand_in_their_witness(exports: Exports) -> None:
    for article in exports.articles.values():
        where = article["source"]
        span = exports.sources[where["file"]][where["start"] : where["end"]]
        assert span
        assert article["heading"] in article["text"]


def test_references_of_a_document_to_itself_name_what_exists(law: Library) -> None:
    exports = read(law, LAW)
    (edition,) = exports.editions
    articles = {row["id"]: row for row in exports.articles.values()}
    said = []
    for row in edition["references"]:
        for place in row["to"]:
            addresses = {unit["address"] for unit in articles[place["article"]]["units"]}
            assert place["address"] in addresses | {""}
            words = articles[row["article"]]["text"][row["start"] : row["end"]]
            said.append((words, place["article"], place["address"], row["liability"]))
    assert ("第七条第二款", "tiaoli-7", "k2", True) in said


def test_the_words_of_questions_stand_where_they_say(exports: Exports) -> None:
    assert exports.tables["quiz"]
    for row in exports.tables["quiz"]:
        words = [row["answer"]] if "answer" in row else []
        words += row.get("options", [])
        words += [word for pair in row.get("pairs", []) for word in (pair["body"], pair["deed"])]
        for each in words:
            text = exports.articles[row["base"], each["article"]]["text"]
            assert text[each["start"] : each["end"]] == each["text"]
        if row["kind"] == "choice":
            assert row["options"][row["right"]] == row["answer"]
