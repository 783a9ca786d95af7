"""What volumes share: told of reports of several volumes only, and exactly where it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.archive import hall_reuse
from generator.archive.hall_reuse import shared_between
from generator.archive.reuse_store import leave_letters, wording_of_library
from generator.content import load_content
from generator.model import Library
from generator.recipe import build_library
from generator.volumes import SharedBetween

COMMON = "全县各单位逐一排查廉政风险点位，建立问题清单和整改台账，由专人负责，每周调度，按月通报。"
WITHIN = "镇里的文化站把旧戏台修好了，请老艺人每逢初一十五登台教唱，孩子们放学以后都爱来听。"
QUOTED = "公共阅览室应当每天开放，开放时间由管理单位公布，节假日照常开放，不得无故关闭停止服务。"
ARTICLES = [
    f"第{number}条 {words}"
    for number, words in zip(
        "二三四五六七八",
        (
            "设置公共阅览室，应当方便居民到达。",
            "公共阅览室的藏书由管理单位统一采购。",
            "读者借书应当登记，并按期归还。",
            "儿童阅览区和成人阅览区应当分开设置。",
            "损坏图书的，由借书人照价赔偿。",
            "县级文化部门对公共阅览室每年检查一次。",
            "本条例自公布之日起施行。",
        ),
        strict=True,
    )
]


OWN = {
    "甲县": "春天先修了通村的路，又把三座老桥加固了一遍，赶集的人少绕十里。",
    "乙县": "粮站腾出两间库房，给返乡的年轻人办起了木工坊，学徒有十七个。",
    "丙县": "河道清出了淤泥，沿岸补种柳树四百棵，夏汛时堤上没有再渗水。",
    "丁县": "集镇的菜市搬进了棚子，摊位抽签，秤由市管所每旬校一次准。",
    "戊县": "山上的茶园换了新苗，收茶时请邻县的师傅来教炒青，工钱日结。",
}


def _report(place: str, *sentences: str) -> str:
    return f"{place}工作情况报告\n\n{OWN[place]}{''.join(sentences)}{OWN[place][::-1]}。\n"


@pytest.fixture
def volumes(tmp_path: Path) -> dict[str, Library]:
    """Three volumes over a document; the first two share a passage, one repeats its own."""
    texts = {
        "a": {"a1": _report("甲县", COMMON, WITHIN), "a2": _report("乙县", WITHIN, QUOTED[:26])},
        "b": {"b1": _report("丙县", "首先，", COMMON), "b2": _report("丁县", QUOTED[:26])},
        "c": {"c1": _report("戊县", QUOTED[:26])},
    }
    made = {}
    for name, reports in texts.items():
        content = tmp_path / name
        (content / "sources").mkdir(parents=True)
        (content / "library.yml").write_text(
            "title: 馆\nbases: [{id: yi, title: 公共阅览室条例, short_title: 《条例》}]\n", "utf-8"
        )
        document = f"公共阅览室条例\n\n第一条 {QUOTED}\n第二条 本条例自公布之日起施行。\n"
        (content / "sources" / "base.txt").write_text(document, "utf-8")
        for report, text in reports.items():
            (content / "sources" / f"{report}.txt").write_text(text, "utf-8")
        made[name] = build_library(load_content(content))
        assert [each.piece.id for each in made[name].reports] == sorted(reports)
        leave_letters(made[name], tmp_path / "left" / name)
    return made


def _shared(volumes: dict[str, Library], folder: Path) -> tuple[SharedBetween, ...]:
    left = [(name, folder / "left" / name) for name in volumes]
    return shared_between(left, wording_of_library(volumes["a"]))


@pytest.mark.parametrize("at_once", [10**9, 16])
def test_only_what_several_volumes_have_of_their_own(
    volumes: dict[str, Library], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(hall_reuse, "AT_ONCE", at_once)
    (found,) = _shared(volumes, tmp_path)
    assert found.text.strip("。") == COMMON.strip("。")
    assert (found.reports, found.volumes) == (2, 2)
    assert [(each.volume, each.report_title) for each in found.places] == [
        ("a", "甲县工作情况报告"),
        ("b", "丙县工作情况报告"),
    ]


def test_places_are_the_sentences_that_hold_the_passage(
    volumes: dict[str, Library], tmp_path: Path
) -> None:
    (found,) = _shared(volumes, tmp_path)
    for place in found.places:
        page, _, sentence = place.address.partition("#")
        (report,) = (
            each
            for each in volumes[place.volume].reports
            if page == f"reports/{each.piece.id}.html"
        )
        (span,) = (each for each in report.sentences if each.id == sentence)
        assert "排查廉政风险点位" in report.piece.text[span.start : span.end]


def test_a_volume_without_reports_shares_nothing(
    volumes: dict[str, Library], tmp_path: Path
) -> None:
    leave_letters(replace(volumes["a"], reports=()), tmp_path / "left" / "a")
    assert _shared(volumes, tmp_path) == ()
