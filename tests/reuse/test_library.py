"""What a library says of the words that its reports share: data, pages and packs."""

from __future__ import annotations

import json

import pytest

from generator.content import load_content
from generator.model import Library, Link
from generator.outputs.data import export_files
from generator.outputs.shared.pack_contents.composing import pack_data
from generator.outputs.shared.pack_contents.selection import Selection
from generator.outputs.site.pages import site_pages
from generator.recipe import build_library

DECLARED = """title: 试验库
name: shiyan
bases:
  - {id: b, title: 云溪市图书借阅条例, short_title: 《借阅条例》}
"""
FOURTH = "每人一次可以借书十册，借期三十日，可以续借一次，逾期不还的按日收取滞纳金。"
BASE = (
    "云溪市图书借阅条例\n第一章 总则\n第一条 为了方便市民借阅图书，促进全民阅读，制定本条例。\n"
    "第二条 市图书馆每周开放不少于五十六小时，节假日照常开放。\n"
    "第三条 借阅证免费办理，凭身份证明领取，遗失可以补办。\n第二章 借阅\n"
    f"第四条 {FOURTH}\n第五条 遗失图书应当照价赔偿，珍贵图书加倍赔偿。\n"
    "第六条 珍本、孤本不外借，在馆内查阅应当登记。\n第三章 附则\n"
    "第七条 本条例自2020年1月1日起施行。"
)
SHARED = (
    "六个分馆延长夜间服务时间，节假日照常开放，周末增开亲子专场，读者凭身份证明当场领取借阅证，"
    "珍本孤本一律在馆内查阅登记。"
)
OWN = {
    "东城区": "我们组织志愿者轮流值守少儿阅览室，暑期还请来作家同孩子们见面。\n"
    "根据第四条“{}”的规定，老人优先。",
    "西河镇": "流动书车每逢集日开进山村，去年行程两万里，送书上门深受欢迎。\n"
    "按照第四条“{}”的要求，我镇分片落实。",
    "南坝乡": "各村农家书屋同乡文化站联网，丰收时节举办田头诵读，反响热烈。\n"
    "对照第四条“{}”，逐村清理旧账。",
    "北坪县": "本县依托老茶馆设立读书角，茶客随手翻阅，一年下来添书四千册。\n此外另有安排。",
}


def report(place: str) -> str:
    own = OWN[place].format(FOURTH)
    shared = f"{SHARED}\n" if place != "北坪县" else ""
    return (
        f"{place}图书借阅工作情况报告\n云溪发〔2021〕17号\n一、深入推进全民阅读服务提质增效主要做法和成效\n"
        f"{shared}{own}\n特此报告\n云溪市全民阅读工作领导小组办公室\n2021年12月31日"
    )


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = tmp_path_factory.mktemp("shared")
    (folder / "sources").mkdir()
    (folder / "library.yml").write_text(DECLARED, "utf-8")
    texts = {"base": BASE} | {f"r{n}": report(place) for n, place in enumerate(OWN)}
    for name, text in texts.items():
        (folder / "sources" / f"{name}.txt").write_text(text + "\n", "utf-8")
    decided = (
        "- {{report: r{}, words: 周末增开亲子专场, article: 2, decision: add, role: practice}}\n"
    )
    (folder / "links.yml").write_text("".join(map(decided.format, range(3))), "utf-8")
    return build_library(load_content(folder))


def on_shared(library: Library) -> list[Link]:
    texts = {each.piece.id: each.piece.text for each in library.reports}
    return [
        each for each in library.links if "亲子专场" in texts[each.report][each.start : each.end]
    ]


def test_only_the_paragraph_is_shared(library: Library) -> None:
    """Neither the quotation of the base nor number, heading, or who signs is reuse."""
    assert len(library.reports) == 4
    rows = json.loads(export_files(library)["reuse.json"])
    assert [row["text"] for row in rows] == [SHARED.rstrip("。")]
    texts = {each.piece.id: each.piece.text for each in library.reports}
    places = rows[0]["places"]
    assert [each["report"] for each in places] == ["r0", "r1", "r2"]
    assert {texts[p["report"]][p["start"] : p["end"]] for p in places} == {rows[0]["text"]}


def test_links_say_how_many_reports_have_their_passage(library: Library) -> None:
    shared = {each.id for each in on_shared(library)}
    assert len(shared) >= 3
    rows = json.loads(export_files(library)["links.json"])
    assert {row["shared"] for row in rows if row["id"] in shared} == {3}
    assert {row["shared"] for row in rows if row["id"] not in shared} == {1}


def test_an_article_tells_the_passage_once(library: Library) -> None:
    article = on_shared(library)[0].article
    found = [each for each in library.links if each.article == article]
    page = next(
        each
        for each in site_pages(library)
        if each.address.endswith(f"b-{article}.html") or each.address.endswith(f"b/{article}.html")
    )
    body = str(page.body())
    links = body[body.index('id="links"') : body.index("<aside")]
    assert links.count("亲子专场") == 1
    assert f"关联<small>{len(found) - 2}处" in links
    assert "同一段文字见于3篇报告，只计1处：" in links
    assert all(
        f"{place}图书借阅工作情况报告</a>" in links for place in ("东城区", "西河镇", "南坝乡")
    )


def test_a_pack_prints_the_passage_once(library: Library) -> None:
    pack = pack_data(library, Selection("b", (2,)))
    blocks = [block for section in pack.sections for block in section.blocks]
    found = [each for each in blocks if each.kind == "passage" and "亲子专场" in each.text]
    assert [each.source.endswith("，同一段文字见于 3 篇报告") for each in found] == [True]
