"""A library that fills the frame: two base documents, one of 200 articles, and five own pages."""

from __future__ import annotations

from pathlib import Path

from generator.text.numerals import numeral_text

LAW, OPINION = "云溪市河道保护条例", "云溪市人民政府关于加强公共阅览室建设和管理工作的意见"
PAGES = ("使用说明", "关于本馆", "数据格式和接口", "编者的话", "常见问题解答")

SETTINGS = f"""title: 云溪市河道保护和公共阅览室建设管理政策学习资料汇编知识库
name: kuan
bases:
  - id: tiaoli
    title: {LAW}
    short_title: 《条例》
    issuer: 云溪市人民代表大会常务委员会
    adopted: 2020-05-28
  - id: yijian
    title: {OPINION}
    short_title: 《意见》
    issuer: 云溪市人民政府
    adopted: 2021-03-02
"""
TASKS = (
    "把阅览室建设摆在公共服务的重要位置",
    "推动夜间开放和送书上门服务",
    "严格管理图书采购经费和设备维护经费",
)
REPORT = """东桥区关于贯彻落实加强公共阅览室建设和管理工作的意见情况的报告

2022年3月5日

一、主要做法
我区把阅览室建设摆在公共服务的重要位置，推动夜间开放和送书上门服务。
按照《意见》第（二）条的要求，新增夜间开放的阅览室六家。
根据《云溪市河道保护条例》第一百二十条，清理河段三处。
"""


def write_wide_library(content: Path) -> Path:
    """Write the library's content folder and return it."""
    (content / "sources").mkdir(parents=True)
    (content / "pages").mkdir()
    law = [LAW]
    for number in range(1, 201):
        if number % 40 == 1:
            law.append(f"第{numeral_text(number // 40 + 1)}章　河段管理和保护的第{number}段")
        law.append(f"第{numeral_text(number)}条　河段{number}应当每年清理，防止淤积。")
    opinion = [OPINION, "一、总体要求", "二、主要任务"]
    opinion[2:2] = ["（一）指导思想。把公共阅览室作为基本公共服务的重要内容。"]
    opinion += [
        f"（{numeral_text(at)}）{task}。各单位要认真落实，每年报告一次。"
        for at, task in enumerate(TASKS, 2)
    ]
    texts = {"tiaoli.txt": "\n".join(law), "yijian.txt": "\n".join(opinion), "dongqiao.txt": REPORT}
    for name, text in texts.items():
        (content / "sources" / name).write_text(text, "utf-8")
    (content / "library.yml").write_text(SETTINGS, "utf-8")
    for at, title in enumerate(PAGES, 1):
        (content / "pages" / f"p{at}.md").write_text(f"# {title}\n\n说明文字。\n", "utf-8")
    return content
