"""Whole libraries with reports that cite: what each line links to, the words of 款 and 项 shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.content import load_content
from generator.linking import citations, numbering_of
from generator.model import Edition, Library
from generator.recipe import build_library
from generator.text.traditional import to_traditional

CITING = Path(__file__).with_name("citing")
TITLES = {
    "restarting-items": ("云溪市关于加强校外托管监督的意见", "《意见》"),
    "citation-forms": ("云溪市图书借阅条例", "《借阅条例》"),
    "reading-rooms": ("云溪市公共阅览室管理条例", "《条例》"),
}
LIBRARY = """title: 试验库
name: shiyan
bases:
  - id: b
    title: {0}
    short_title: {1}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A library with one report: its lines with what each cites, and what was made of it."""

    name: str
    rows: tuple[tuple[str, str], ...]
    library: Library

    @property
    def text(self) -> str:
        return self.library.reports[0].piece.text

    @property
    def edition(self) -> Edition:
        return self.library.collations[0].edition

    def lines_with(self, *, there: bool) -> list[tuple[str, str]]:
        """Return line and article/款/项 of what is cited, either what the base has or the rest."""
        return [row for row in self.rows if row[1].startswith("!") is not there]


@pytest.fixture(params=TITLES)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Case:
    name: str = request.param
    rows, lines = [], []
    for row in (CITING / f"{name}.txt").read_text("utf-8").splitlines():
        line, _, expected = row.partition(" -> ")
        lines.append(line)
        rows += [(line, each) for each in expected.split(", ") if each]
    return Case(name, tuple(rows), _library(tmp_path, name, "\n".join(lines) + "\n"))


def _library(folder: Path, name: str, report: str) -> Library:
    (folder / "sources").mkdir(exist_ok=True)
    base = (CITING / f"{name}.base.txt").read_text("utf-8")
    (folder / "sources" / "base.txt").write_text(base, "utf-8")
    (folder / "sources" / "r.txt").write_text(report, "utf-8")
    (folder / "library.yml").write_text(LIBRARY.format(*TITLES[name]), "utf-8")
    return build_library(load_content(folder))


def _cited(text: str, edition: Edition) -> list[tuple[int, str]]:
    """Return the number of the line and article/款/项 of every citation in `text`."""
    found = []
    for each in citations(text, [edition.base], {"b": numbering_of(edition)}):
        places = ("-".join(map(str, each.path)), each.paragraph or "", each.item or "")
        shown = "/".join(map(str, places)).rstrip("/")
        found.append((text.count("\n", 0, each.start), shown if each.article else f"!{shown}"))
    return found


def test_each_line_cites_what_it_names(case: Case) -> None:
    lines = case.text.split("\n")
    cited = [(lines[at], shown) for at, shown in _cited(case.text, case.edition)]
    assert cited == [(line, each.split(" ")[0]) for line, each in case.rows]


def test_an_article_that_is_not_there_is_a_finding(case: Case) -> None:
    lines = case.text.split("\n")
    found = [lines[each.line - 1] for each in case.library.findings if each.code == "L-005"]
    assert found == [line for line, _ in case.lines_with(there=False)]


def test_every_article_cited_is_linked(case: Case) -> None:
    paths = {each.number: "-".join(map(str, each.path)) for each in case.edition.articles}
    linked = [
        (case.text[one.start : one.end], paths[one.article])
        for one in case.library.links
        if one.kind == "citation"
    ]
    wanted = {
        (line, each.split(" ")[0].split("/")[0]) for line, each in case.lines_with(there=True)
    }
    assert {
        (line, article)
        for line, article in wanted
        if any(s in line and a == article for s, a in linked)
    } == wanted
    assert all(any(s in line and a == article for line, article in wanted) for s, a in linked)


def test_the_words_of_the_provision_cited_are_shown(case: Case) -> None:
    articles = {each.number: each.text for each in case.edition.articles}
    shown = [
        articles[one.article][each.article_start : each.article_end]
        for one in case.library.links
        for each in one.evidence
        if each.what == "citation" and each.article_end
    ]
    assert shown == [each.split(" ")[1] for _, each in case.rows if " " in each]


def test_a_report_in_traditional_characters_cites_and_links_the_same(
    case: Case, tmp_path: Path
) -> None:
    traditional = to_traditional(case.text)
    assert traditional != case.text
    assert _cited(traditional, case.edition) == _cited(case.text, case.edition) != []
    library = _library(tmp_path, case.name, traditional)
    assert _linked(library) == _linked(case.library) != []


def _linked(library: Library) -> list[tuple[int, int, int]]:
    """Return the citations that became links: where, and to which article."""
    return [(one.start, one.end, one.article) for one in library.links if one.kind == "citation"]
