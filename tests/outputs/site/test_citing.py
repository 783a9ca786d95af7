"""How documents, articles and their 款 and 项 are cited, on documents of several shapes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.content import load_content
from generator.model import Base, Edition, Library, Matter, Piece, SourceSpan
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.citing import (
    CitedDocument,
    CitedUnit,
    cited_base,
    cited_forms,
    cited_provisions,
    cited_report,
    cited_unit,
    reference_entry,
)
from generator.recipe import build_library

LAW = (
    "云溪市停车条例\n（2020年1月8日通过）\n第一编 总则\n第一章 一般规定\n"
    "第一条 为了规范停车，制定本条例。\n第二条 下列车辆免费停放：\n（一）救护车；\n（二）消防车。\n"
    "其他车辆照章交费。\n第二章 管理\n第三条 市公安机关负责停车管理。\n第二编 附则\n"
    "第四条 本条例自2020年3月1日起施行。\n"
)
BASE = (
    "云溪市图书借阅办法\n第一条 为了方便市民借阅图书，促进全民阅读，制定本办法。\n"
    "第二条 市图书馆每周开放不少于五十六小时，节假日照常开放。\n"
    "第三条 借阅证免费办理，凭身份证明领取，遗失可以补办。\n"
    "第四条 每人一次可以借书十册，借期三十日，可以续借一次。\n"
)


def edition(issuer: str = "", adopted: str = "", published: str = "") -> Edition:
    base = Base(
        "b", "某市停车管理条例", "《条例》", issuer=issuer, adopted=adopted, published=published
    )
    number = Matter("number", "某政发〔2020〕3号\n", SourceSpan("a.txt", 0, 10))
    return Edition(base, (), (), (), (number,))


def test_a_base_is_cited_with_its_number_and_date() -> None:
    told = cited_base(edition(issuer="某市人民政府", adopted="2020-01-08", published="2020-02-01"))
    assert told == CitedDocument(
        "《条例》",
        "《某市停车管理条例》（某政发〔2020〕3号，2020年1月8日）",
        "某市人民政府. 某市停车管理条例[Z]. 2020-02-01",
    )


@pytest.mark.parametrize(
    ("issuer", "date", "kind", "entry"),
    [
        ("某局", "2021", "R", "某局. 题名[R]. 2021"),
        ("", "2021-03", "Z", "题名[Z]. 2021-03"),
        ("某局", "", "Z", "某局. 题名[Z]"),
    ],
)
def test_an_entry_leaves_out_what_is_not_known(
    issuer: str, date: str, kind: str, entry: str
) -> None:
    assert reference_entry(issuer, "题名", date, kind) == entry


def test_a_title_of_the_editors_bears_no_title_marks() -> None:
    piece = Piece("r", "r.txt", 0, 0, "", "［关于停车的报告］", "调研报告", "某局")
    told = cited_report(piece)
    assert told.short == "［关于停车的报告］"
    assert told.full == "［关于停车的报告］（某局）"
    assert told.entry == "某局. ［关于停车的报告］[R]"


def test_where_numbers_begin_anew_the_division_is_part_of_the_name(tiny: Library) -> None:
    (collation,) = tiny.collations
    (part,) = collation.edition.parts
    article = part.articles[1]
    assert cited_unit(article, [part], restarts=False) == CitedUnit("第（二）条", "第一部分")
    assert cited_unit(article, [part], restarts=True) == CitedUnit("第一部分第（二）条", "")
    forms = {
        form: text
        for form, _, text in cited_forms(
            CitedDocument("《条例》", "《某条例》（某文）", "某. 某[Z]. 2020"),
            CitedUnit("第二条", "第一章"),
        )
    }
    assert forms == {
        "short": "《条例》第二条",
        "full": "《某条例》（某文）第二条",
        "part": "《条例》第一章第二条",
        "gb": "某. 某[Z]. 2020: 第二条.",
    }


def test_the_only_paragraph_of_an_article_goes_unsaid() -> None:
    assert cited_provisions("条件：\n（一）甲；\n（二）乙。") == {
        "k1": "", "k1x1": "第（一）项", "k1x2": "第（二）项",
    }  # fmt: skip
    assert cited_provisions("条件：\n（一）甲。\n不得收费。") == {
        "k1": "第一款", "k1x1": "第一款第（一）项", "k2": "第二款",
    }  # fmt: skip


def test_a_heading_on_a_line_of_its_own_is_no_paragraph() -> None:
    assert cited_provisions("停车费\n照章交费。\n不得多收。", "停车费") == {
        "k1": "", "k2": "第一款", "k3": "第二款",
    }  # fmt: skip


def test_every_line_of_another_law_tells_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    bases = "bases:\n  - {id: b, title: 云溪市图书借阅办法, short_title: 《办法》}\n"
    sources = "sources:\n  law: {kind: law}\n"
    (tmp_path / "library.yml").write_text(f"title: 试验\nname: shiyan\n{bases}{sources}", "utf-8")
    (tmp_path / "sources/base.txt").write_text(BASE, "utf-8")
    (tmp_path / "sources/law.txt").write_text(LAW, "utf-8")
    library = build_library(load_content(tmp_path))
    body = next(str(each.body()) for each in site_pages(library) if each.kind == "law")
    assert 'data-cite-doc="《云溪市停车条例》"' in body
    lines = re.findall(r'<div class="para"([^>]*)>\s*<(?:p|h2)([^>]*)>(.*?)</(?:p|h2)>', body)
    places = {
        re.sub("<[^>]+>", "", words)[:3]: re.findall(r'data-cite-\w+="([^"]+)"', of + at)
        for of, at, words in lines
    }
    assert places["第一条"] == ["第一条", "第一编第一章"]
    assert places["（一）"] == ["第二条", "第一编第一章", "第一款第（一）项"]
    assert places["其他车"] == ["第二条", "第一编第一章", "第二款"]
    assert places["第三条"] == ["第三条", "第一编第二章"]
    assert places["第四条"] == ["第四条", "第二编"]


def test_a_hostile_title_stays_text(tiny: Library) -> None:
    report = tiny.reports[0]
    piece = replace(report.piece, title='"><script>alert(1)</script>')
    library = replace(tiny, reports=(replace(report, piece=piece),))
    body = next(str(each.body()) for each in site_pages(library) if each.kind == "report")
    shown = re.sub('<script type="application/ld\\+json">[^<]*</script>', "", body)
    assert "<script" not in shown
    assert "alert(1)" in shown
