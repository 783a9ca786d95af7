"""Libraries as people put them together: what every text becomes, and that none is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli.status import lines
from generator.content import load_content
from generator.model import Library
from generator.outputs.data import export_files
from generator.outputs.search.units import find_units
from generator.outputs.site.pages import SitePage, site_pages
from generator.recipe import build_library

LIBRARY = """title: 试验库
name: shiyan
bases:
  - {id: b, title: 云溪市图书借阅条例, short_title: 《借阅条例》}
"""
BASE = (
    "云溪市图书借阅条例\n第一章 总则\n第一条 为了方便市民借阅图书，促进全民阅读，制定本条例。\n"
    "第二条 市图书馆每周开放不少于五十六小时，节假日照常开放。\n"
    "第三条 借阅证免费办理，凭身份证明领取，遗失可以补办。\n第二章 借阅\n"
    "第四条 每人一次可以借书十册，借期三十日，可以续借一次。\n"
    "第五条 遗失图书应当照价赔偿，珍贵图书加倍赔偿。\n"
    "第六条 珍本、孤本不外借，在馆内查阅应当登记。\n第三章 附则\n"
    "第七条 本条例自2020年1月1日起施行。"
)
HEAD = (
    "东城区图书借阅工作情况报告\n东城区认真贯彻《借阅条例》，现将有关情况报告如下。\n一、主要做法\n"
)
DONE = (
    "（一）延长开放时间。全区六个分馆每周开放六十小时，节假日照常开放，群众反映良好。\n"
    "（二）简化办证手续。推行扫码办证，全年办理借阅证一万二千张，凭身份证明当场领取。\n"
)
REST = (
    "二、存在问题\n图书遗失较多，照价赔偿落实不到位，全年遗失图书三百册，仅追回赔款两千元。\n"
    "三、下一步打算\n加强催还，完善赔偿办法，珍本一律在馆内查阅并登记。"
)
REPORT = HEAD + DONE + REST
LAW = (
    "中华人民共和国公共图书馆法\n（2017年11月4日第十二届全国人民代表大会常务委员会第三十次会议通过）\n"
    "第一章 总则\n第一条 为了促进公共图书馆事业发展，保障公民基本文化权益，制定本法。\n"
    "第二条 公共图书馆应当免费提供下列服务：\n（一）文献查询、借阅；\n（二）阅览室开放。\n"
    "第三条 遗失图书应当照价赔偿，珍贵图书加倍赔偿。\n第四条 本法自2018年1月1日起施行。"
)


def library(folder: Path, sources: dict[str, str], more: str = "") -> Library:
    (folder / "sources").mkdir(parents=True)
    (folder / "library.yml").write_text(LIBRARY + more, "utf-8")
    for name, text in {"base.txt": BASE, **sources}.items():
        (folder / "sources" / name).write_text(text + "\n", "utf-8")
    return build_library(load_content(folder))


def reports(made: Library) -> list[str]:
    return [each.piece.id for each in made.reports]


def witnesses(made: Library) -> list[str]:
    return [each.id for each in made.collations[0].witnesses]


def table(made: Library, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(export_files(made)[f"{name}.json"])
    return found


def codes(made: Library, file: str) -> list[str]:
    return [each.code for each in made.findings if each.file == file]


def page(made: Library, address: str) -> str:
    found: dict[str, SitePage] = {each.address: each for each in site_pages(made)}
    return str(found[address].body())


def test_a_reprint_is_counted_once_and_named(tmp_path: Path) -> None:
    other = REPORT.replace("东城区图书", "东城区：图书", 1).replace("，群众反映良好", "")
    other = other.replace("\n", "\n来源：云溪日报　2022-03-05\n", 1).replace("一万二千", "1.2万")
    made = library(tmp_path, {"r1.txt": REPORT, "r2.txt": other})
    assert reports(made) == ["r1"]
    assert {link.report for link in made.links} == {"r1"}
    (finding,) = [each for each in made.findings if each.code == "R-001"]
    assert (finding.file, finding.piece, finding.line) == ("r2.txt", "r2", 1)
    assert "与r1几乎相同" in finding.message
    assert "“群众反映良好”" in finding.message
    assert "彼作“一万二千”，此作“1.2万”" in finding.message
    (row,) = table(made, "reports")
    (copy,) = row["copies"]
    assert (copy["id"], copy["source"]["file"]) == ("r2", "r2.txt")
    assert "1.2万" in copy["text"]
    assert "reports/r2.html" in page(made, "reports/r1.html")
    assert "一万二千" in page(made, "reports/r1.html")
    assert "1.2万张" in page(made, "reports/r2.html")
    assert "当作转载" in page(made, "reports/r2.html")
    assert any("r2  转载（r1）" in line for line in lines(made))


def test_the_editors_may_keep_both(tmp_path: Path) -> None:
    declared = "sources: {r2.txt: {kind: report}}\n"
    made = library(tmp_path, {"r1.txt": REPORT, "r2.txt": REPORT}, declared)
    assert reports(made) == ["r2"]
    assert [each.report for each in made.reprints] == ["r2"]
    both = "sources: {r1.txt: {kind: report}, r2.txt: {kind: report}}\n"
    made = library(tmp_path / "both", {"r1.txt": REPORT, "r2.txt": REPORT}, both)
    assert reports(made) == ["r1", "r2"]


@pytest.mark.parametrize(
    "head", ["附件：\n", "附件\n", "附：", "附件1：云溪市图书借阅条例\n2022年3月5日\n"]
)
def test_the_base_in_an_annex_is_a_witness_and_the_report_a_report(
    tmp_path: Path, head: str
) -> None:
    text = f"{REPORT}\n{head}{BASE.replace('三十日', '三十天')}"
    made = library(tmp_path, {"r1.txt": text})
    assert reports(made) == ["r1"]
    assert witnesses(made) == ["base", "r1-annex"]
    (variant,) = made.collations[0].apparatus
    assert (variant.article, {each.text for each in variant.readings}) == (4, {"日", "天"})
    doubts = [each for each in made.findings if each.code == "K-005"]
    assert "三十" in doubts[0].message or "天" in doubts[0].message
    body = made.reports[0].piece.text
    assert all(body[link.start : link.end] in REPORT for link in made.links)
    assert "第四条" not in body


def test_an_annex_that_is_another_law_or_another_report(tmp_path: Path) -> None:
    plan = (
        "东城区图书借阅整改方案\n"
        + "各分馆应当对照问题逐项整改，明确责任人和时限，按月报告。\n" * 6
    )
    made = library(tmp_path, {"r1.txt": f"{REPORT}\n附件1\n{LAW}\n附件2\n{plan}"})
    assert reports(made) == ["r1", "r1-annex-2"]
    assert [law.id for law in made.laws] == ["r1-annex"]
    rows = {row["id"]: row["annex_of"] for row in table(made, "reports")}
    assert rows == {"r1": "", "r1-annex-2": "r1"}
    assert "的附件" in page(made, "reports/r1-annex-2.html")
    assert "的附件" in page(made, "laws/r1-annex.html")
    annexes = page(made, "reports/r1.html").partition("附件另成一篇：")[2].partition("</p>")[0]
    assert "laws/r1-annex.html" in annexes
    assert "reports/r1-annex-2.html" in annexes


def test_a_digest_comes_apart(tmp_path: Path) -> None:
    parts = [REPORT.replace("东城", name) for name in ("西山", "南湖", "北桥")]
    digest = "借阅工作经验交流材料汇编\n" + "\n\n————————————\n".join(parts)
    made = library(tmp_path, {"digest.txt": digest})
    assert [row["title"] for row in table(made, "reports")] == [
        f"{name}区图书借阅工作情况报告" for name in ("西山", "南湖", "北桥")
    ]
    assert not made.reprints
    assert "T-005" not in codes(made, "digest.txt")


QUOTED = [
    "《借阅条例》第四条规定：“每人一次可以借书五册，借期三十日，可以续借两次。”我区严格执行。",
    "按照《借阅条例》第四条，每人一次可以借书五册，借期三十日，可以续借两次。",
    "条例规定：\n每人一次可以借书五册，借期三十日，可以续借两次。",
    "第四条 每人一次可以借书五册，借期三十日，可以续借两次。",
    "《条例》第二条、第四条要求“每人一次可以借书五册，借期三十日，可以续借两次”，我区照办。",
]


@pytest.mark.parametrize("quoted", QUOTED)
def test_a_quotation_with_errors_is_named_with_its_article(tmp_path: Path, quoted: str) -> None:
    made = library(tmp_path, {"r1.txt": f"{HEAD}{DONE}{quoted}\n{REST}"})
    assert (reports(made), witnesses(made)) == (["r1"], ["base"])
    (finding,) = [each for each in made.findings if each.code == "Q-001"]
    assert "第四条" in finding.message
    assert "【十】”，此处作“以借书【五】" in finding.message
    assert "【一】”，此处作“以续借【两】" in finding.message
    text = made.reports[0].piece.text
    assert text[finding.start : finding.end].startswith("每人一次")


def test_another_law_is_cited_and_not_counted(tmp_path: Path) -> None:
    citing = f"{REPORT}\n按照《公共图书馆法》第二条，全部免费。《借阅条例》第二条也这样要求。"
    made = library(tmp_path, {"law.txt": LAW, "r1.txt": citing})
    assert reports(made) == ["r1"]
    assert {link.report for link in made.links} == {"r1"}
    assert not {"T-005", "T-006", "Q-001"} & set(codes(made, "law.txt"))
    (row,) = table(made, "laws")
    assert (row["id"], row["title"], row["date"]) == (
        "law",
        "中华人民共和国公共图书馆法",
        "2017-11-04",
    )
    assert [each["id"] for each in row["articles"]] == ["law-1", "law-2", "law-3", "law-4"]
    (cited,) = row["cited"]
    assert (cited["report"], cited["article"]) == ("r1", "law-2")
    assert 'href="../laws/law.html#law-2"' in page(made, "reports/r1.html")
    shown = page(made, "laws/law.html")
    assert 'id="law-2"' in shown
    assert "引用本条" in shown
    assert shown.count("<h2>") == 1  # the chapter; items are no headings
    assert "1篇报告引用" in page(made, "laws/index.html")
    anchors = {f'id="{each.id}"' for each in find_units(made) if each.page == "laws/law.html"}
    assert anchors
    assert all(anchor in shown for anchor in anchors)
    assert any("law  法规" in line for line in lines(made))


def test_a_law_may_be_declared_and_a_report_too(tmp_path: Path) -> None:
    rules = "东城区图书馆借阅规则\n" + "\n".join(BASE.split("\n")[1:]).replace("条例", "规则")
    rules = rules.replace("图书", "书刊").replace("借期三十日", "限三十天内归还本馆")
    for kind, names in (("law", []), ("report", ["rules"])):
        made = library(
            tmp_path / kind, {"rules.txt": rules}, f"sources: {{rules.txt: {{kind: {kind}}}}}\n"
        )
        assert reports(made) == names
        assert len(made.laws) == (kind == "law")
        assert witnesses(made) == ["base"]


def test_a_library_without_laws_has_no_page_for_them(tmp_path: Path) -> None:
    made = library(tmp_path, {"r1.txt": REPORT})
    assert not [each for each in site_pages(made) if each.address.startswith("laws/")]
    assert table(made, "laws") == []


def test_a_base_of_three_letters_and_a_report_that_repeats_them(tmp_path: Path) -> None:
    """A quotation over a stop ended linking in a KeyError."""
    (tmp_path / "terms.yml").write_text("- {name: 借阅, aliases: [借, 阅]}\n", "utf-8")
    base = BASE.replace("制定本条例", "加强“监督，检查”，制定本条例")
    made = library(
        tmp_path, {"base.txt": base, "r1.txt": f"{REPORT}\n我区加强监督，检查各馆，监督，检查。"}
    )
    assert reports(made) == ["r1"]


def test_readings_of_damaged_copies_run_forwards(tmp_path: Path) -> None:
    torn = BASE[80:150] + "共阅览" + BASE[20:60] + "第三𤮥 服务\n" + BASE[100:]
    mark = BASE.replace("第一条", "第[!--x--][!--x--]一条").replace("一次。", "一次。' }}\n。")
    made = library(
        tmp_path,
        {"torn.txt": torn, "w0.txt": mark},
        "sources: {torn.txt: {kind: witness}, w0.txt: {kind: witness}}\n",
    )
    texts = {each.id: each.piece.text for each in made.collations[0].witnesses}
    for variant in made.collations[0].apparatus:
        for reading in (variant.chosen, *variant.readings):
            assert 0 <= reading.start <= reading.end <= len(texts[reading.witness])
