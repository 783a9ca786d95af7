"""Base documents of other shapes than the shipped one, for all outputs to print."""

from __future__ import annotations

from pathlib import Path

from generator.content import load_content
from generator.model import Library
from generator.recipe import build_library

OPINION_TITLE = "云溪市人民政府关于进一步加快发展社区居家养老服务的实施意见"
OPINION = """云溪市人民政府关于进一步加快发展
社区居家养老服务的实施意见
云政发〔2021〕17号
各区人民政府，市政府各部门、各直属机构：
为健全社区居家养老服务体系，现提出如下实施意见。
一、总体要求
（一）指导思想。把社区居家养老服务作为基本公共服务的重要内容。
（二）基本原则。应当遵循下列原则：
1.政府主导，社会参与。市人民政府应当统筹规划。
2.保障基本，适度普惠。
二、主要任务
（一）完善设施。新建住宅小区应当配套建设社区居家养老服务用房。
（二）规范服务。服务机构不得泄露老年人个人信息。
附件：1.社区居家养老服务项目清单
2.星级评定标准
云溪市人民政府
2021年9月3日
（此件公开发布）
附件1
社区居家养老服务项目清单
序号\t项目\t收费
1\t助餐\t六元
2\t助浴\t八十元
附件2
星级评定标准
（试行）
一、有固定的服务场所。
"""

CODE_TITLE = "云溪市河道保护条例"
CODE = """云溪市河道保护条例
（2020年5月28日云溪市人民代表大会常务委员会第三次会议通过）
第一编　总则
第一章　一般规定
第一条　为了保护河道，制定本条例。
第二条　有下列情形之一的，应当报告：
（一）堤防损坏；
（二）水位超过警戒线，需要采取下列措施的：
1.转移人员；
2.封闭道路。
报告应当在一小时内作出。
第二条之一　湖泊的保护，参照本条例执行。
第二章　管理
第一节　巡查
第三条　河长应当每月巡查。
第二编　责任
第三章　处罚
第四条　任何单位和个人不得向河道倾倒垃圾。
附则
第五条　本条例自2020年7月1日起施行。
"""

PLAIN_TITLE = "云溪市教育局关于做好读书活动的通知"
PLAIN = """云溪市教育局关于做好读书活动的通知
各中小学校：
为做好读书活动，现将有关事项通知如下。
提高认识。各学校要把读书活动摆上重要位置，由主要负责同志亲自抓。
每天读书半小时。从家庭做起，从小学做起。
备足图书。图书应当每年更新，旧书不得再借。
云溪市教育局
2023年11月10日
"""


LIBRARIES = ("findable", "hostile", "kuaidi", "law", "tuoyu")
"""The folders of tests/libraries."""


def library_of(folder: Path, title: str, text: str) -> Library:
    """Return a library of one base document, b, called 《文件》, without reports."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    (sources / "base.txt").write_text(text, "utf-8")
    (folder / "library.yml").write_text(
        f"title: 试验库\nname: shiyan\nbases:\n"
        f"  - id: b\n    title: {title}\n    short_title: 《文件》\n",
        "utf-8",
    )
    return build_library(load_content(folder))
