"""The single page: every text in it, nothing beside it, nothing in it that could run."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.model import Library, Page
from generator.outputs.single import single_file as single
from generator.outputs.single.single_file import single_page, single_pages
from generator.text.provisions import provisions
from tests.outputs import documents


class Reader(HTMLParser):
    """Collects the text of every element with an id, and all links."""

    def __init__(self) -> None:
        super().__init__()
        self.by_id: dict[str, str] = {}
        self.links: list[str] = []
        self.ids: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"meta", "link", "input", "br", "hr", "img"}:
            return
        self._open.append((tag, given.get("id") or ""))
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if given.get("href"):
            self.links.append(given["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        for _, identifier in self._open:
            if identifier:
                self.by_id[identifier] = self.by_id.get(identifier, "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


@pytest.mark.parametrize("name", ["library", "law"])
def test_every_text_is_there_as_it_is(name: str, request: pytest.FixtureRequest) -> None:
    given: Library = request.getfixturevalue(name)
    reader = read(single_page(given))
    for collation in given.collations:
        assert collation.edition.sentences
        for edited in collation.edition.sentences:
            assert reader.by_id[edited.id] == edited.text
    for report in given.reports:
        text = report.piece.text
        for sentence in report.sentences:
            assert reader.by_id[sentence.id] == text[sentence.start : sentence.end]
        whole = re.sub(r"\s", "", reader.by_id[f"report-{report.piece.id}"])
        for paragraph in report.paragraphs:
            assert re.sub(r"\s", "", text[paragraph.start : paragraph.end])[:40] in whole


@pytest.mark.parametrize("name", ["library", "law"])
def test_links_stay_on_the_page_and_ids_are_unique(
    name: str, request: pytest.FixtureRequest
) -> None:
    reader = read(single_page(request.getfixturevalue(name)))
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links} <= set(reader.ids)
    assert all(link.startswith("#") for link in reader.links)


def test_every_link_of_the_library_is_counted(library: Library) -> None:
    html = single_page(library)
    counts = [int(each) for each in re.findall(r"关联　(\d+)处", html)]
    assert sum(counts) == len(library.links)


def test_the_policy_knows_the_style_and_the_script(library: Library) -> None:
    html = single_page(library)
    for tag in ("style", "script"):
        found = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert len(found) == 1
        value = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"'sha256-{value}'" in html
    assert not re.search(r"\s(src|srcset|style|on\w+)=", html)


def test_authored_pages_cannot_run_anything(law: Library) -> None:
    text = "# 说明\n\n<script>alert(1)</script> [首页](index.html) ![图](a.png) [x](javascript:a)"
    html = single_page(replace(law, pages=(Page("about", "说明", text),)))
    assert "&lt;script&gt;alert(1)" in html
    assert len(re.findall(r"<script", html)) == 1
    assert "index.html" not in html
    assert "a.png" not in html
    assert 'href="javascript' not in html


def test_hostile_text_is_shown(law: Library) -> None:
    html = single_page(replace(law, title="</title><script>alert(1)</script>"))
    assert html.count("<script") == 1


def test_many_reports_stand_in_volumes_and_nothing_is_lost(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single, "LARGEST", 9_000)
    pages = dict(single_pages(library))
    name = library.name
    assert len(pages) > 3
    assert list(pages) == [f"{name}.html", *(f"{name}-{n}.html" for n in range(2, len(pages) + 1))]
    read_pages = {file: read(page) for file, page in pages.items()}
    told = [each for reader in read_pages.values() for each in reader.ids if "report-" in each]
    assert told == [f"report-{each.piece.id}" for each in library.reports]
    for report in library.reports:
        (reader,) = [
            each for each in read_pages.values() if f"report-{report.piece.id}" in each.by_id
        ]
        for each in report.sentences:
            assert reader.by_id[each.id] == report.piece.text[each.start : each.end]
    for file, reader in read_pages.items():
        for link in reader.links:
            page, _, place = link.partition("#")
            assert (
                not place
                or place in read_pages[page or file].by_id
                or place in (read_pages[page or file].ids)
            ), link
            assert (page or file) in pages
    first = pages[f"{name}.html"]
    assert f"报告共{len(library.reports)}篇，一页装不下，另成{len(pages) - 1}卷" in first
    assert "这一卷可以单独看" in pages[f"{name}-2.html"]
    assert "这一卷可以单独看" not in first
    for file, reader in read_pages.items():
        inside = [each for each in library.reports if f"report-{each.piece.id}" in reader.ids]
        size = sum(len(each.piece.text) for each in inside)
        assert size <= 9_000 or len(inside) == 1, (file, size)


@pytest.mark.parametrize("name", ["law", "code", "opinion", "plain"])
def test_paragraphs_and_items_have_ids_of_their_own(
    name: str, request: pytest.FixtureRequest
) -> None:
    given: Library = request.getfixturevalue(name)
    html = single_page(given)
    reader = read(html)
    assert len(reader.ids) == len(set(reader.ids))
    for article in given.collations[0].edition.articles:
        for provision in provisions(article.text):
            identifier = f"{article.id}-{provision.address}"
            assert identifier in reader.ids
            line = article.text[provision.start : provision.end].split("\n")[0]
            words = re.sub(r"\s", "", reader.by_id[identifier])
            assert words.endswith(re.sub(r"\s", "", line))


def test_an_item_that_runs_on_has_its_place_in_the_sentence(tmp_path: Path) -> None:
    text = documents.CODE.replace("：\n（一）堤防损坏；\n（二）", "：（一）堤防损坏；（二）")
    given = documents.library_of(tmp_path / "content", documents.CODE_TITLE, text)
    html = single_page(given)
    assert '<a class="k" id="b-2-k1x1"></a>（一）堤防损坏；' in html
    assert '<a class="k" id="b-2-k1x2"></a>（二）水位' in html
    for sentence in given.collations[0].edition.sentences:
        assert read(html).by_id[sentence.id] == sentence.text


def test_the_tree_and_what_stands_around_the_text_are_shown(
    code: Library, opinion: Library, plain: Library
) -> None:
    html = single_page(code)
    assert re.findall(r'<(h\d) class="part">([^<]*)</\1>', html) == [
        ("h3", "第一编 总则"),
        ("h4", "第一章 一般规定"),
        ("h4", "第二章 管理"),
        ("h5", "第一节 巡查"),
        ("h3", "第二编 责任"),
        ("h4", "第三章 处罚"),
        ("h3", "附则"),
    ]
    shown = re.sub(r"<[^>]*>", "", single_page(opinion))
    places = [
        shown.index(each)
        for each in (
            "云政发〔2021〕17号",
            "各区人民政府，市政府各部门",
            "为健全社区居家",
            "附件：1.社区居家养老服务项目清单",
            "\n云溪市人民政府\n2021年9月3日",
            "（此件公开发布）",
            "附件1　社区居家养老服务项目清单\n",
            "助浴",
            "附件2　星级评定标准（试行）\n",
            "一、有固定的服务场所。",
        )
    ]
    assert places == sorted(places)
    assert "¶" not in single_page(plain)
    assert "第2段" in single_page(plain)
