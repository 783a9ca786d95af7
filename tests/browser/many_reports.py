"""Libraries of many reports: of some places, years, kinds and offices, some with one title."""

from __future__ import annotations

from pathlib import Path

BASE = "云溪市人民政府关于加强公共阅览室建设和管理工作的意见"
ARTICLES = (
    ("一、总体要求", ""),
    ("", "（一）指导思想。把公共阅览室作为基本公共服务的重要内容，纳入年度工作计划。"),
    ("", "（二）工作目标。到2025年每个社区都有步行十五分钟可以到达的阅览室。"),
    ("二、主要任务", ""),
    ("", "（三）延长开放时间。推动夜间开放和节假日开放，方便上班的居民借书。"),
    ("", "（四）开展送书上门。为老年人和残疾人提供送书上门服务，每月不少于一次。"),
    ("", "（五）管好采购经费。严格管理图书采购经费，采购目录向居民公开。"),
    ("", "（六）维护设备设施。定期检查消防设施和书架，及时更换损坏的桌椅。"),
    ("", "（七）培育志愿队伍。招募居民担任志愿管理员，建立轮值和培训制度。"),
    ("", "（八）保护儿童阅读。设立儿童专区，选配适合儿童的图书和低矮的书架。"),
    ("三、组织保障", ""),
    ("", "（九）落实工作责任。街道办事处对阅览室负总责，社区居民委员会具体管理。"),
    ("", "（十）加强监督检查。每半年检查一次开放情况，检查结果向社会公布。"),
    ("", "（十一）公开意见渠道。在阅览室门口公布意见箱和电话，十日内答复居民意见。"),
    ("", "（十二）总结推广经验。及时总结好的做法，在全市推广。"),
)
PLACES = (
    *("东桥", "西河", "南坝", "北坪", "高岭", "长洲"),
    *("白石", "青田", "大营", "柳湾", "石门", "金沙"),
)
KINDS = ("报告", "总结", "方案", "调研报告", "讲话")
TITLES = {
    "报告": "公共阅览室建设和管理情况的报告",
    "总结": "公共阅览室工作总结",
    "方案": "公共阅览室夜间开放实施方案",
    "调研报告": "关于公共阅览室的调研报告",
    "讲话": "在公共阅览室工作会议上的讲话",
}
DONE = (
    "新增夜间开放的阅览室{n}家，节假日开放时间延长到晚上九点，方便上班的居民借书。",
    "为老年人和残疾人提供送书上门服务，全年送书上门{n}次。",
    "严格管理图书采购经费，采购目录向居民公开，节约经费{n}万元。",
    "定期检查消防设施和书架，更换损坏的桌椅{n}套。",
    "招募居民担任志愿管理员{n}人，建立轮值和培训制度。",
    "设立儿童专区{n}处，选配适合儿童的图书和低矮的书架。",
    "按照《意见》第（九）条的要求，街道办事处对阅览室负总责，签订责任书{n}份。",
    "根据《意见》第（十）条，每半年检查一次开放情况，检查结果向社会公布，发现问题{n}个。",
    "在阅览室门口公布意见箱和电话，收到居民意见{n}条，都在十日内答复。",
)
WANTING = (
    "存在的问题是：夜间开放的阅览室只有{n}家，方便上班的居民借书还做得不够。",
    "送书上门服务不到位，有{n}个社区没有按月为老年人和残疾人送书上门。",
    "图书采购经费管理不严，有{n}个社区的采购目录没有向居民公开。",
)


def write_many_reports(content: Path, count: int, places: int = 12, years: int = 4) -> Path:
    """Write a content folder with `count` reports and return it.

    Every fifth states no place, every seventh no date, every second no issuer; those of one kind
    have one title.
    """
    (content / "sources").mkdir(parents=True)
    base = [BASE, *(head or article for head, article in ARTICLES)]
    (content / "sources" / "000.txt").write_text("\n".join(base), "utf-8")
    stated = [
        "title: 云溪市公共阅览室知识库",
        "name: duo",
        "bases:",
        f"  - {{id: yijian, title: {BASE}, short_title: 《意见》}}",
        "sources:",
    ]
    for number in range(count):
        name = f"r{number:05}.txt"
        (content / "sources" / name).write_text(report(number), "utf-8")
        stated.append(f"  {name}: {{{facts(number, places, years)}}}")
    (content / "library.yml").write_text("\n".join(stated) + "\n", "utf-8")
    return content


def facts(number: int, places: int = 12, years: int = 4) -> str:
    """Return what library.yml says of a report."""
    kind = KINDS[number % len(KINDS)]
    place = f"{PLACES[number % places]}区" if number % 5 else ""
    year = 2025 - number % years
    date = f"{year}-{number % 12 + 1:02}-{number % 28 + 1:02}" if number % 7 else ""
    issuer = f"{place}文化局" if place and number % 2 else ""
    told = {"title": TITLES[kind], "genre": kind, "place": place, "date": date, "issuer": issuer}
    return ", ".join(f"{name}: '{value}'" for name, value in told.items())


def report(number: int) -> str:
    """Return the text of a report: longer ones speak of more articles."""
    kind = KINDS[number % len(KINDS)]
    done = [DONE[(number + at) % len(DONE)].format(n=number + at + 2) for at in range(number % 7)]
    wanting = WANTING[number % len(WANTING)].format(n=number % 9 + 2)
    lines = [
        TITLES[kind],
        "",
        "各位领导、同志们：",
        f"全区第{number + 1}次清点阅览室的藏书，平均每个居民{number % 5 + 1}册。",
        "一、主要做法",
        *done,
        *([f"第{number}号阅览室的门锁换过两次，钥匙由值班人员保管。"] * (number % 4)),
        "二、存在问题",
        wanting if number % 3 else "有的阅览室离居民住处较远。",
    ]
    return "\n".join(lines) + "\n"
