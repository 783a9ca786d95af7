"""A library in which nearly everything is doubtful: a source for almost every code of a finding."""

from __future__ import annotations

from pathlib import Path

from generator.content import load_content
from generator.model import Library
from generator.recipe import build_library
from tests.content.importing.word_files import HIDE, compose, field, paragraph, run, tracked
from tests.edition.conftest import ARTICLES, TITLE, law

HALF = ARTICLES[6][:23]  # as far as a comma
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
MEASURES = [f"第{n}项措施由街道负责落实，每年检查一次。" for n in "甲乙丙丁戊己庚辛壬癸子丑"]
LISTED = list(zip(NUMERALS, MEASURES, strict=True))
STRANGE = "农村地区推广滴灌喷灌，灌区管理单位逐户登记，按季公布。"
BASES: dict[str, tuple[str, ...]] = {  # id: the texts of the copies
    "sound": (law(),),
    "gap": (law((*ARTICLES[:5], "", *ARTICLES[6:])),),
    "broken": (law((*ARTICLES[:6], HALF, *ARTICLES[7:])),),
    "both": tuple(
        law((*ARTICLES[:5], ARTICLES[5] + ARTICLES[n][:30], *ARTICLES[6:])) for n in (6, 7)
    ),
    "two": (law(), law().replace("供水企业", "供氷企业")),
    "stray": tuple(
        law((*ARTICLES[:5], ARTICLES[5][:12] + tail, *ARTICLES[6:]))
        for tail in (ARTICLES[6][8:40], ARTICLES[7][6:40])
    ),
    "alike": (
        "\n".join([TITLE, *(f"第{n}条 {text}" for n, text in LISTED)]).replace("第十条", "第+条"),
    ),
    "alone": (law((*ARTICLES[:5], ARTICLES[5] + ARTICLES[7][:30], *ARTICLES[6:])),),
    "twice": (law(), law().replace("\n第七条", f"\n第六条　{STRANGE}\n第七条")),
    "none": (f"{TITLE}\n（2022年4月28日）\n",),
}
NAMES = dict(zip(BASES, "甲乙丙丁戊己庚辛壬癸", strict=True))
PLACE = {each: f"{name}河市" for each, name in NAMES.items()}


def title(base: str) -> str:
    """Return the title of a base."""
    return TITLE.replace("平河市", PLACE[base])


REPORT = """某街道节约用水工作情况报告
今年以来，我街道认真贯彻《甲河条例》，把节约用水摆在重要位置，建立健全工作机制，取得了明显成效。
要加强对一把手”的监督。《意见要求层层落实。我们开展了主题教育教育，学习卡尔.马克思的著作。
围绕XX精神学习贯彻，有的同志己经退休，监�管到位，纪检监督机关要负责。
按照《甲河条例》第十八条的规定执行。供水企业应当加强管网巡查，发现漏损应及时抢修，漏损率不得超过国家规定标准。
一、存在的问题
查找问题。主要存在两个方面的问题：
（一）学习不够。内容甲。
（二）落实不够。内容乙。
（三）监督不够。内容丙。
三、下一步打算
"""
OTHER = """某镇节约用水情况汇报
我镇党委高度重视节约用水工作，多次召开会议研究部署，形成了齐抓共管的良好局面，群众普遍满意。
一是抓宣传，在集市、学校、车站设立宣传点十二处，发放宣传册三千余份，受到欢迎。
二是抓管网，对老旧管网逐段排查，更换水管八公里，修复漏点二十六处，漏损率明显下降。
三是抓示范，评选节水家庭五十户，以点带面，推动全镇形成节约用水的新风尚。
"""
CUT = """某县节约用水经验材料
我县把节约用水作为一项长期任务来抓，出台了一系列措施，建立了部门联席会议制度，工作扎实推进。
[隐藏内容，购买后可见]
各乡镇也都行动起来，形成了合力，节约用水的风气越来越浓。
"""
EMPTY = "某局节约用水工作总结\n"
LIBRARY = """title: 疑点试验库
name: doubtful
sources:
  empty.txt: {{kind: report, title: 某局节约用水工作总结}}
  cut.txt: {{kind: report}}
{copies}bases:
{bases}"""
ERRATA = """- {source: r.txt, before: 找不到的话, after: 找得到的话, reason: 试验}
- {source: r.txt, before: 内容, after: 正文, reason: 试验}
- {source: r.txt, before: 我街道认真, after: 我街道很认真, reason: 试验}
- {source: r.txt, before: 街道认真贯彻, after: 街道贯彻, reason: 试验}
- {source: r.txt, before: 纪检监督机关, suspect: true, reason: 疑为“纪检监察机关”}
"""
LINKS = """- {decision: reject, report: r, words: 这句话报告里从来没有写过呀呀呀, article: 6}
- {decision: reject, report: r, words: 把节约用水工作摆在重要位置，建立健全工作机制, article: 1}
- {decision: reject, report: nil, words: 某句话, article: 1}
- {decision: reject, report: r, words: 取得了明显成效, article: 99}
"""
PROSE = "我区水务部门组织力量对全区用水大户逐一走访，摸清底数，建立台账，督促整改，成效明显。"
WEB = (
    '<html><head><meta charset="utf-8"><title>全区节约用水工作动态</title></head><body>'
    f'<div><h1>全区节约用水工作动态</h1><p><img src="a.jpg" alt="现场"></p><p>{PROSE}</p>'
    f"<p>{PROSE.replace('我区', '同时，')}</p><p>{PROSE.replace('我区', '此外，')}</p></div>"
    f'<div style="display:none"><p>{PROSE.replace("我区", "某区")}{PROSE}</p></div>'
    f'<div class="comments"><p>{PROSE.replace("我区", "外区")}{PROSE}</p></div></body></html>'
)
WORD = (
    paragraph("某乡节约用水工作小结")
    + paragraph("我乡按照要求开展节约用水工作，", runs=tracked("ins", "成效十分明显，群众满意。"))
    + paragraph("下一步继续做好宣传，推动节水设施改造，巩固工作成果。", runs=field(" AUTONUM "))
    + paragraph("各村都要抓好落实。", runs=run("内部掌握不公开", HIDE))
)
PAGE = "# 说明\n\n![示意图](picture.png)\n"


def doubtful_library(folder: Path) -> Library:
    """Return the library, written into `folder` first."""
    (folder / "sources").mkdir(parents=True)
    (folder / "pages").mkdir()
    bases = copies = ""
    for base, texts in BASES.items():
        bases += f"  - {{id: {base}, title: {title(base)}, short_title: 《{NAMES[base]}河条例》}}\n"
        for number, text in enumerate(texts, 1):
            copy = text.replace("平河市", PLACE[base])
            (folder / "sources" / f"{base}{number}.txt").write_text(copy, "utf-8")
            copies += f"  {base}{number}.txt: {{kind: witness, base: {base}}}\n"
    (folder / "library.yml").write_text(LIBRARY.format(bases=bases, copies=copies), "utf-8")
    written = {"r": REPORT, "o": OTHER, "o2": OTHER.replace("十二处", "十三处")}
    (folder / "sources" / "w.html").write_bytes(WEB.encode())
    (folder / "sources" / "d.docx").write_bytes(compose(WORD))
    for name, text in {**written, "cut": CUT, "empty": EMPTY}.items():
        (folder / "sources" / f"{name}.txt").write_text(text, "utf-8")
    (folder / "errata.yml").write_text(ERRATA, "utf-8")
    (folder / "links.yml").write_text(LINKS, "utf-8")
    (folder / "pages" / "about.md").write_text(PAGE, "utf-8")
    return build_library(load_content(folder))
