"""A small library to check drafts against: a regulation of seven articles and two reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import load_content
from generator.draft import DraftLibrary, arrange
from generator.recipe import build_library, linking_of

DECLARED = """title: 试验库
name: shiyan
bases:
  - {id: b, title: 云溪市图书借阅条例, short_title: 《条例》}
"""
BASE = (
    "云溪市图书借阅条例\n第一章 总则\n第一条 为了方便市民借阅图书，促进全民阅读，制定本条例。\n"
    "第二条 市图书馆每周开放不少于五十六小时，节假日照常开放。\n"
    "第三条 借阅证免费办理，凭身份证明领取，遗失可以补办。\n第二章 借阅\n"
    "第四条 每人一次可以借书十册，借期三十日，可以续借一次，逾期不还的按日收取滞纳金。\n"
    "第五条 遗失图书应当照价赔偿，珍贵图书加倍赔偿。赔偿所得用于购置图书。\n"
    "读者对赔偿数额有异议的，可以向市图书馆申请复核。\n"
    "第六条 下列图书不外借：\n（一）珍本、孤本；\n（二）当年的报纸和期刊；\n"
    "（三）残损待修的图书。\n第三章 附则\n第七条 本条例自2020年1月1日起施行。\n"
)
COPIED = (
    "去年冬天我们把城北老粮仓改成了夜读点，门口装上太阳能路灯，下班的居民常常坐到九点多才走。"
    "附近烧饼铺的老板每晚多留一炉，看书的人出门正好吃上热的。"
)
REPORTS = {
    "r1.txt": f"城北街道图书工作报告\n一、夜读点\n{COPIED}\n二、下一步\n继续把夜读点办好。\n",
    "r2.txt": "城南街道图书工作报告\n借书证免费办理，全年新办三百张。\n送书到户，给老人读报。\n",
}


def content_folder(folder: Path) -> Path:
    """Write the content folder and return it."""
    (folder / "sources").mkdir(parents=True)
    (folder / "library.yml").write_text(DECLARED, "utf-8")
    for name, text in {"base.txt": BASE, **REPORTS}.items():
        (folder / "sources" / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> DraftLibrary:
    content = load_content(content_folder(tmp_path_factory.mktemp("draft") / "content"))
    library = build_library(content)
    return arrange(library, linking_of(content, library))
