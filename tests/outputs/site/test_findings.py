"""疑点 as a reader sees them: plain sentences, each with a link to the very words."""

from __future__ import annotations

import json
import posixpath
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from generator import addresses
from generator.checking.codes import CODES
from generator.checking.reader_words import SECTIONS
from generator.cli.check import line
from generator.model import Finding, Library
from generator.outputs.data import export_files
from generator.outputs.site import write_site
from generator.outputs.site.views.findings import (
    FindingsView,
    FindingView,
    finding_sheets,
    findings_by_page,
    findings_view,
)
from generator.outputs.site.views.library_index import LibraryIndex
from tests.outputs.doubtful import doubtful_library

# What a person would be told of the sources in tests/outputs/doubtful.py, and where it is shown.
TOLD = {
    "从“癸河市节约用水条例”里没有认出条文。": "none/full.html",
    "各版本里都没有第六条。": "gap/full.html",
    "第六条的这个地方，手头的版本都有损坏。": "both/apparatus.html",
    "第七条到“套建设节水设施，”就断了，各版本都没有下文。": "broken/7.html",
    "第六条这里各版本不一样：“水”、“氷”；暂取“水”。": "two/apparatus.html",
    "有一个版本的条号印作“第+条”，有形近的错字，读作第十条。": "alike/apparatus.html",
    "来源网站在这里注明“[隐藏内容，购买后可见]”，下文没有登出。": "reports/cut.html",
    "这一篇只有题名，没有正文。": "reports/empty.html",
    "第4段有隐藏文字，共7字，没有收入正文。": "reports/d.html",
    "第2段有修订（插入1处），按全部接受读入。": "reports/d.html",
    "网页里的图1（说明：现场）没有读。": "reports/w.html",
    "这个标题下面没有正文。": "reports/r.html",
    "这里有认不出的字。": "reports/r.html",
    "“己经”疑为“已经”，形近误认。": "reports/r.html",
    "“纪检监督机关”：疑为“纪检监察机关”。": "reports/r.html",
    "“教育”连着写了两遍，可能多写了一遍。": "reports/r.html",
    "这里的引号只有后半个（”），没有前半个。": "reports/r.html",
    "这里的书名号只有前半个（《），没有后半个。": "reports/r.html",
    "这里有词语被“XX”“**”一类的记号代替。": "reports/r.html",
    "中文里夹了英文标点（.）。": "reports/r.html",
    "这里说是2项，下面列了3项。": "reports/r.html",
    "序号“三”之前有缺（前一项是第1项）。": "reports/r.html",
    "《甲河条例》一共9条，没有这一条。": "reports/r.html",
    "与《甲河条例》第六条的一句相近，但不完全一样。": "reports/r.html",
    "这一篇与另一篇几乎一样，只有1处不同，当作转载，不另计数。": "reports/o2.html",
    "要改的“找不到的话”在来源里找不到。": "ledger/r.html",
    "要改的“内容”在来源里不止一处，不知道改哪一处。": "reports/r.html",
    "报告里已经没有裁定所引的这句话。": "reports/r.html",
    "裁定所指的报告，本库没有。": "",
    "“说明”页里的图片没有收入：示意图。": "about.html",
}
ELSEWHERE = {
    "I-003",
    "K-006",
    "K-007",
    "L-006",
}  # tests/checking/test_reader_words.py, tests/linking/test_versions.py
MARKED = (  # the words that a click marks on their page, whole sentences apart
    "己经",
    "纪检监督机关",
    "教育教育",
    "”",
    "《",
    "XX",
    "�",
    "第十八条",
    "三、下一步打算",
    "新建、改建、扩建建设项目应当配套建设节水设施，",
)
NO_TEXT = "perma at count kb-copy label chips panel"  # found.js does not count these


@pytest.fixture(scope="module")
def doubtful(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return doubtful_library(tmp_path_factory.mktemp("doubtful"))


@pytest.fixture(scope="module")
def site(doubtful: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("written") / "site"
    write_site(doubtful, folder)
    return folder


def view_of(library: Library) -> FindingsView:
    index = LibraryIndex(library)
    return findings_view(index, finding_sheets(index)[0])


def shown(view: FindingsView) -> list[FindingView]:
    return [
        each for section in view.sections for group in section.groups for each in group.findings
    ]


def test_nearly_every_code_comes_up(doubtful: Library) -> None:
    assert {each.code for each in doubtful.findings} == set(CODES) - ELSEWHERE


def test_what_a_reader_is_told_and_where(doubtful: Library) -> None:
    told = {each.said: each.place.page for each in shown(view_of(doubtful))}
    assert {said: told.get(said) for said in TOLD} == TOLD


def test_no_sentence_names_a_file_a_line_a_code_or_a_copy(doubtful: Library) -> None:
    copies = {witness.id for each in doubtful.collations for witness in each.witnesses}
    inner = re.compile(r"[A-Z]-\d{3}|\.txt|\.yml|第\d+行|" + "|".join(sorted(copies)))
    for each in shown(view_of(doubtful)):
        assert not inner.search(each.said), each.said
        assert not inner.search(each.place.title), each.place
        assert each.said.endswith("。")
        assert "\n" not in each.said


def test_what_matters_most_comes_first_and_the_maintainers_last(doubtful: Library) -> None:
    view = view_of(doubtful)
    assert [each.id for each in view.sections] == list(SECTIONS)
    assert [name for name, _ in view.counts] == [name for name, _ in SECTIONS.values()]
    assert sum(count for _, count in view.counts) == len(doubtful.findings)
    for section in view.sections:
        assert section.count == sum(len(each.findings) for each in section.groups)
        if section.id != "keeper":
            assert all(each.place.is_shown for g in section.groups for each in g.findings)
    assert len(view.advice) == len({each.code for each in doubtful.findings})


def _sentence(tree: html.HtmlElement, name: str) -> str:
    (element,) = tree.xpath(f"//*[@id={name!r}]")
    for each in element.xpath(".//*[@class]"):
        if set(each.get("class").split()) & set(NO_TEXT.split()):
            each.drop_tree()
    return str(element.text_content())


def test_every_link_leads_to_the_very_words(doubtful: Library, site: Path) -> None:
    marked = set()
    for each in shown(view_of(doubtful)):
        if not each.place.address:
            continue
        parts = urlsplit(each.place.address)
        tree = html.fromstring((site / parts.path).read_text("utf-8"))
        assert not parts.fragment or tree.xpath(f"//*[@id={parts.fragment!r}]"), each.place
        if not parts.query:
            continue
        start, last, end = parse_qs(parts.query)["run"][0].split(",")
        if last == parts.fragment:
            words = _sentence(tree, last)[int(start) : int(end)]
            assert " ".join(words.split()) == each.place.words
            marked.add(words)
    assert set(MARKED) <= marked


def test_a_page_tells_of_its_own_findings(doubtful: Library, site: Path) -> None:
    told = findings_by_page(LibraryIndex(doubtful))
    for page, folder in (("reports/r.html", "../"), ("broken/7.html", "../")):
        tree = html.fromstring((site / page).read_text("utf-8"))
        links = tree.xpath("//details[@class='page-findings']//a")
        assert [each.text for each in links] == [each.said for each in told[page]]
        assert [each.get("href") for each in links] == [folder + one.address for one in told[page]]
        assert f"疑点{len(links)}处" in tree.xpath("string(//details/summary[contains(., '疑点')])")
    sound = html.fromstring((site / "sound/1.html").read_text("utf-8"))
    assert not sound.xpath("//details[@class='page-findings']")


def test_the_page_shows_the_words_and_no_file(doubtful: Library, site: Path) -> None:
    tree = html.fromstring((site / addresses.FINDINGS).read_text("utf-8"))
    assert "己经" in tree.xpath("//p[@class='words']/mark/text()")
    (keeper,) = tree.xpath("//details[@class='keeper']")
    keeper.drop_tree()
    text = str(tree.xpath("string(//main)"))
    assert "没有哪一页登出这些话" in text
    assert not re.search(r"[A-Z]-\d{3}|\.txt|\.yml", text)
    for link in tree.xpath("//ul[@class='findings']//a/@href"):
        assert (site / posixpath.normpath(urlsplit(link).path)).is_file(), link


def test_the_maintainer_is_told_as_before(doubtful: Library) -> None:
    (found,) = [each for each in doubtful.findings if each.code == "T-003"]
    assert line(found).startswith("r.txt:3: T-003 警告 “教育”重出：")
    (row,) = [
        each
        for each in json.loads(export_files(doubtful)["findings.json"])
        if each["code"] == "T-003"
    ]
    assert (row["file"], row["line"], row["message"]) == ("r.txt", 3, "“教育”重出")
    assert set(row) == {
        *("code", "level", "file", "line", "text", "message", "piece", "start", "end")
    }


def test_findings_that_stand_nowhere_are_the_maintainers(tiny: Library) -> None:
    lost = Finding("T-001", "warning", "gone.txt", 1, "“甲", "引号不成对", details=("“",))
    (section,) = view_of(replace(tiny, findings=(lost,))).sections
    assert section.id == "keeper"
