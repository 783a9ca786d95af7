"""雷同: which reports share what, told on pages whose numbers are true."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.model import Document, Library, Piece
from generator.outputs.site.pages import SitePage, pages_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.reuse_lists import PAIRS_PER_SHEET, pair_data
from generator.outputs.site.views.reuse_names import parts_of
from generator.outputs.site.views.reuse_places import reuse_places
from generator.reuse import library_wording, weigh_reuse
from generator.text.structuring import structure

LONG = (
    "镇里把四十八个村的账本全部搬上网，谁家领了补贴、哪条路修了几米，群众在手机上一点就看得见；"
    "村务监督员每月逢五对账，发现出入当场拍照上传"
)
CHANGED = LONG.replace("逢五", "逢十").replace("当场", "立即")
GROUP = "年轻干部到信访窗口轮岗三个月，先学会听得进骂声，再学怎样把一件小事办到底"


def report(number: int, *lines: str, place: str = "") -> Document:
    title = f"第{number}号报告"
    text = "\n".join((title, f"开头的话各不相同{chr(0x5000 + number) * 8}。", *lines))
    piece = Piece(f"r{number}", "001.txt", 0, len(text), text, title, place=place)
    return structure(piece)


def with_reports(library: Library, *reports: Document) -> Library:
    """Return a library with these reports in the place of its own."""
    editions = [each.edition for each in library.collations]
    wording = library_wording(editions, library.laws, library.terms)
    passages, reuse = weigh_reuse(reports, wording)
    return replace(
        library,
        reports=reports,
        links=(),
        reprints=(),
        law_citations=(),
        shared_passages=passages,
        shared_links=(),
        reuse=reuse,
    )


@pytest.fixture(scope="module")
def shared(library: Library) -> Library:
    return with_reports(
        library,
        report(1, f"{LONG}。{GROUP}。"),
        report(2, f"我们说：{CHANGED}。"),
        report(3, f"{GROUP}。"),
        report(4, f"另外，{GROUP}。"),
        report(5, "没有一句同别人一样。"),
    )


def pages(library: Library) -> dict[str, SitePage]:
    return {each.address: each for each in pages_of(LibraryIndex(library))}


class Words(HTMLParser):
    """The words of a page."""

    def __init__(self, body: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(body)

    def handle_data(self, data: str) -> None:
        """Take some words."""
        self.found.append(data)


def text_of(body: str) -> str:
    return "".join(Words(body).found)


def test_pairs_stand_by_how_much_they_share(shared: Library) -> None:
    body = str(pages(shared)["reuse.html"].body())
    names = re.findall(r'class="names" href="([^"]+)"', body)
    assert names[0] == "reuse/r1.html#with-r2"
    assert set(names[1:]) == {
        "reuse/r1.html#with-r3",
        "reuse/r1.html#with-r4",
        "reuse/r3.html#with-r4",
    }
    assert "compare.html?a=reports/r1&amp;r=r2" in body


def test_two_texts_stand_beside_each_other_and_differences_are_marked(shared: Library) -> None:
    body = str(pages(shared)["reuse/r2.html"].body())
    assert re.findall(r'<mark class="differs">(.+?)</mark>', body) == ["十", "立即", "五", "当场"]
    told = text_of(body).replace("\n", "")
    assert CHANGED in told
    assert LONG in told
    assert 'href="../reports/r1.html#r1-s' in body  # leads to the sentence in both
    assert 'href="../reports/r2.html#r2-s' in body


def test_a_passage_of_three_is_a_group(shared: Library) -> None:
    body = str(pages(shared)["reuse-groups.html"].body())
    assert GROUP in text_of(body)
    assert "见于3篇报告" in body
    assert LONG not in text_of(body)


def test_a_report_says_with_whom_it_shares_and_leads_there(shared: Library) -> None:
    found = pages(shared)
    body = str(found["reports/r2.html"].body())
    letters = json.loads(re.sub(r"\D+", "", text_of(body).split("第1号报告相同")[1].split("字")[0]))
    assert letters == len(re.findall(r"\w", CHANGED)) - 3  # 十, 立即 are not the same
    assert 'href="../reuse/r2.html#with-r1"' in body
    assert "雷同：" not in str(found["reports/r5.html"].body())
    assert "reuse/r5.html" not in found


def test_shares_add_up_to_a_hundred(shared: Library) -> None:
    for each in shared.reuse.shares:
        parts = parts_of(each)
        assert sum(part.share for part in parts) == 100
        assert sum(part.letters for part in parts) == each.letters
    assert text_of(str(pages(shared)["reuse-shares.html"].body())).count("号报告") == 5


def test_places_are_numbers_and_select_the_words(shared: Library) -> None:
    index = LibraryIndex(shared)
    found = reuse_places(index)
    assert set(found) == {f"reuse/r{number}.js" for number in (1, 2, 3, 4)}
    data = json.loads(found["reuse/r2.js"].removeprefix("window.kbReuse = ").rstrip(";\n"))
    text = index.reports["r2"].piece.text
    start, end, *changes = data["runs"]["r1"][0]
    assert text[start:end] == CHANGED
    assert [text[a:b] for a, b in zip(changes[::2], changes[1::2], strict=True)] == ["十", "立即"]
    other = json.loads(found["reuse/r1.js"].removeprefix("window.kbReuse = ").rstrip(";\n"))
    assert len(other["runs"]["r2"]) == len(data["runs"]["r1"])  # numbered alike


def test_letters_beyond_the_first_plane_are_counted_as_scripts_do(library: Library) -> None:
    found = with_reports(library, report(1, f"𠮷𠮷。{LONG}。"), report(2, f"{LONG}。"))
    index = LibraryIndex(found)
    text = reuse_places(index)["reuse/r1.js"]
    start, end = json.loads(text.removeprefix("window.kbReuse = ").rstrip(";\n"))["runs"]["r2"][0]
    units = index.reports["r1"].piece.text.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == LONG


def test_many_pairs_come_in_sheets_with_a_script_of_all(library: Library) -> None:
    chance = random.Random(3)
    signs = [chr(0x4E00 + number) for number in range(3000)]
    lines = ["".join(chance.sample(signs, 40)) for _ in range(3)]  # each of eight reports
    places = ("东桥区", "西河区", "南坝区")
    found = with_reports(
        library,
        *(
            report(10 * group + at, f"{line}。", place=places[group])
            for group, line in enumerate(lines)
            for at in range(8)
        ),
    )
    index = LibraryIndex(found)
    assert len(index.reuse_pairs) == 3 * 28
    script = pair_data(index)["reuse/list.js"]
    told = json.loads(script.split("window.kbReusePairs = ")[1].rstrip(";\n"))
    named = json.loads(script.split("window.kbReusePairs")[0].split(" = ")[1].rstrip(";\n"))
    assert len(named) == 24
    assert all(named[one][2] == named[other][2] for one, other, *_ in told)  # of one place
    bodies = [str(page.body()) for name, page in pages(found).items() if name.startswith("reuse")]
    assert sum(len(re.findall('class="names"', body)) for body in bodies) == 3 * 28
    first = str(pages(found)["reuse.html"].body())
    assert 'data-all="reuse/list.js"' in first
    assert '<select name="place">' in first
    assert first.count('class="names"') == PAIRS_PER_SHEET


def test_one_report_alone_has_no_such_pages(library: Library) -> None:
    alone = with_reports(library, report(1, f"{LONG}。"))
    assert not [each for each in pages(alone) if each.startswith("reuse")]
