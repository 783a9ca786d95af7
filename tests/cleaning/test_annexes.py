"""Annexes of reports: documents are cut off, lists and tables stay, nothing is lost."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import CleaningSettings, Declared, clean
from generator.cleaning.annexes import annexes
from generator.model import CleanedSource, Source
from tests.cleaning.test_ledger import check_exact

REPORT = (
    "东城区图书借阅工作情况报告\n东城区认真贯彻《借阅条例》，现将有关情况报告如下。\n一、主要做法\n"
    "（一）延长开放时间。全区六个分馆每周开放六十小时，节假日照常开放，群众反映良好。\n"
    "二、存在问题\n图书遗失较多，照价赔偿落实不到位，全年遗失图书三百册。"
)
LAW = (
    "云溪市图书借阅条例\n第一章 总则\n第一条 为了方便市民借阅图书，制定本条例。\n"
    "第二条 市图书馆每周开放不少于五十六小时。\n第二章 附则\n第三条 本条例自2020年1月1日起施行。"
)
PLAN = (
    "东城区图书借阅整改方案\n"
    + "各分馆应当对照问题逐项整改，明确责任人和完成时限，按月报告。\n" * 6
)
TABLE = "序号　单位　册数\n1　一分馆　300\n2　二分馆　200\n合计　　500"
SIGNED = "东城区图书馆\n2022年3月5日"


def cleaned(text: str, settings: CleaningSettings | None = None) -> CleanedSource:
    found = clean(Source("r.txt", text, "", "utf-8"), settings or CleaningSettings())
    check_exact(found)
    return found


def shown(text: str) -> list[tuple[str, str, str]]:
    return [(each.id, each.annex_of, each.text) for each in cleaned(text).pieces]


@pytest.mark.parametrize(
    "head",
    [
        "附件：\n",
        "附件\n",
        "附：\n",
        "附件1\n",
        "附件一：\n",
        "附录：\n",
        "附件：",
        "附件1：",
        "附件 1\n",
        "【附件】\n",
    ],
)
@pytest.mark.parametrize("signed", ["", f"{SIGNED}\n", f"附件：云溪市图书借阅条例\n\n{SIGNED}\n"])
def test_a_law_behind_a_report_is_a_piece_of_its_own(head: str, signed: str) -> None:
    text = f"{REPORT}\n{signed}{head}{LAW}"
    report, annex = shown(text)
    assert (report[0], annex[:2]) == ("r", ("r-annex", "r"))
    assert report[2] == f"{REPORT}\n{signed}".strip().replace("\n\n", "\n")
    assert annex[2] == LAW


def test_the_title_of_a_list_is_found_again_below_it() -> None:
    _, annex = shown(f"{REPORT}\n附件：云溪市图书借阅条例\n{SIGNED}\n{LAW}")
    assert annex == ("r-annex", "r", LAW)


def test_several_annexes_each_by_itself() -> None:
    text = f"{REPORT}\n附件：1.条例\n2.方案\n{SIGNED}\n附件1\n{LAW}\n附件2\n{PLAN}"
    found = shown(text)
    assert [each[0] for each in found] == ["r", "r-annex", "r-annex-2"]
    assert found[0][2].endswith("2022年3月5日")
    assert [each[2] for each in found[1:]] == [LAW, PLAN.strip()]


def test_a_table_stays_and_is_marked() -> None:
    (piece,) = cleaned(f"{REPORT}\n附件1\n{TABLE}").pieces
    ((start, end),) = piece.annexes
    assert piece.text[start:end].startswith("附件1")
    assert piece.text.endswith("500")


def test_a_table_before_a_law_stays_and_one_behind_it_is_a_piece() -> None:
    before = shown(f"{REPORT}\n附件1\n{TABLE}\n附件2\n{LAW}")
    assert [each[0] for each in before] == ["r", "r-annex"]
    assert "合计" in before[0][2]
    behind = shown(f"{REPORT}\n附件1\n{LAW}\n附件2\n{TABLE}")
    assert [each[0] for each in behind] == ["r", "r-annex", "r-annex-2"]
    assert "合计" in behind[2][2]


@pytest.mark.parametrize(
    "text",
    [
        f"{REPORT}\n附件：1.云溪市图书借阅条例\n2.整改方案\n{SIGNED}",
        f"{REPORT}\n附件：云溪市图书借阅条例",
        f"{REPORT}\n附件：云溪市图书借阅条例\n{SIGNED}",
        f"{REPORT}\n附：工作中还有一些问题，需要上级帮助解决。",
        f"{REPORT}\n附件：\n{TABLE}",
        f"{REPORT}\n附近居民反映良好。",
        f"{LAW}\n附件：\n{PLAN}",  # a law keeps its annexes
        "云溪市文化局关于印发《借阅条例》的通知\n各区文化局：\n现将《云溪市图书借阅条例》印发给你们，请结合实际认真贯彻执行，"
        f"执行中的问题及时报告我局。附件随文下发，请查收并组织学习。\n附件：\n{LAW}",
    ],
)
def test_what_is_no_document_by_itself_stays(text: str) -> None:
    (piece,) = cleaned(text).pieces
    assert (piece.id, piece.text) == ("r", text.strip())


def test_annexes_of_a_piece_in_a_collection() -> None:
    text = f"篇一\n{REPORT}\n附件：\n{LAW}\n篇二\n{REPORT}"
    assert [each[:2] for each in shown(text)] == [("r-1", ""), ("r-1-annex", "r-1"), ("r-2", "")]


def test_declarations_of_the_file_are_of_the_report_alone() -> None:
    text = f"{REPORT}\n附件：\n{LAW}"
    settings = CleaningSettings(
        declared={
            "r.txt": Declared(kind="report", title="借阅报告", issuer="东城区", order=3),
            "r-annex": Declared(issuer="云溪市"),
        }
    )
    report, annex = cleaned(text, settings).pieces
    assert (report.kind, report.title, report.issuer, report.order) == (
        "report",
        "［借阅报告］",
        "东城区",
        3,
    )
    assert (annex.kind, annex.title, annex.issuer, annex.order) == (
        "",
        "云溪市图书借阅条例",
        "云溪市",
        3,
    )
    for declared in (Declared(drop=True), Declared(kind="foreign")):
        assert cleaned(text, CleaningSettings(declared={"r.txt": declared})).pieces == ()
        alone = cleaned(text, CleaningSettings(declared={"r-annex": declared})).pieces
        assert [each.id for each in alone] == ["r"]


def test_a_declared_copy_keeps_its_annexes() -> None:
    settings = CleaningSettings(declared={"r.txt": Declared(kind="witness")})
    (piece,) = cleaned(f"{REPORT}\n附件：\n{LAW}", settings).pieces
    assert piece.text.endswith("施行。")


@pytest.mark.parametrize("unit", ["附件\n", "附", "附件：1.", "\n附件1\n字", " ", "附件\n1."])
def test_nothing_takes_long(unit: str) -> None:
    text = f"{REPORT}\n" + (unit * (200_000 // len(unit) + 1))[:200_000]
    begin = time.process_time()
    annexes(text)
    assert time.process_time() - begin < 10
