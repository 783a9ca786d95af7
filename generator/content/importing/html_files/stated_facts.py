"""What a page says of its text: the title in its head, and date and source beside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.content.importing.html_files.page_tree import Element

SPACE = re.compile(r"\s+")
NAMES = {  # of <meta>, in lower case -> what the record calls it
    "articletitle": "标题",
    "og:title": "标题",
    "pubdate": "发布时间",
    "article:published_time": "发布时间",
    "contentsource": "来源",
    "source": "来源",
    "author": "作者",
}
TITLES = ("articletitle", "og:title")
TAIL = re.compile(r"\s*(?:[-_—–|｜·]+|--|>>)\s*")
DATE = r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
TIME = r"(?:[\sT　]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
DATED = re.compile(rf"(?P<date>{DATE})(?P<time>{TIME})?")
SAID_OF_TEXT = {  # the name under which a fact is taken -> what pages call it
    "发布时间": "发布时间 发布日期 发表时间 发稿时间 公开日期 发文日期 时间 日期"
    " 發佈時間 發佈日期 發布日期",
    "更新时间": "更新时间 更新日期 修改时间 上传时间 上传日期",
    "成文日期": "成文日期 生成日期 成文时间 制发日期",
    "来源": "来源 來源 資料來源 信息来源 文章来源 稿件来源 稿源 新闻来源 出处",
    "发文机关": "发文机关 发文机构 发布机构 公开机构 发布机关 发文单位 制发机关 发布单位",
    "发文字号": "发文字号 文号 文件编号 发文文号",
    "作者": "作者 供稿 撰稿",
}
SAID_OF_PAGE = (  # what else stands beside them, and tells nothing of the text
    "索引号 信息索引 信息索引号 主题分类 体裁分类 组配分类 信息分类 服务对象 公开方式 公开范围"
    " 公开时限 公开形式 公开责任部门 有效性 效力状态 生效日期 废止日期 失效日期 实施日期 主题词"
    " 关键词 内容概述 内容摘要 语种 标题 信息名称 名称 文件名称 编辑 责任编辑 审核 校对 录入"
    " 发布人 发布者 浏览次数 浏览量 浏览 点击 点击数 点击量 阅读 阅读量 阅读次数 访问量 人气"
    " 字号 字体 字体大小 打印 分享 分享到 上传人 上传者"
    " 文档编号 文档格式 格式 页数 大小 文件大小 字数 下载次数 所需积分 评分 栏目 所属栏目 分类"
    " 點閱次數 瀏覽次數"
)
ONLY_OF_PAGES = (  # of these one must stand in the line: the others may be words of a text
    "发布时间 发布日期 发表时间 发稿时间 公开日期 信息来源 文章来源 稿件来源 稿源 来源 索引号"
    " 信息索引 主题分类 体裁分类 组配分类 信息分类 浏览次数 浏览量 点击数 点击量 阅读量 阅读次数"
    " 访问量 字号 字体 更新时间 分享到 上传人 上传时间 文档编号 发布人 发布者 点击 浏览 阅读 人气"
    " 发文字号 发文机关 发文机构 发布机构 成文日期 發佈時間 發佈日期 發布日期 資料來源 點閱次數"
)
LABELS = dict.fromkeys(SAID_OF_PAGE.split(), "") | {
    word: name for name, words in SAID_OF_TEXT.items() for word in words.split()
}
OF_PAGES = frozenset(ONLY_OF_PAGES.split())
LABEL_AGAIN = "|".join(sorted(OF_PAGES | {"作者", "责任编辑"}, key=len, reverse=True))
LABEL = re.compile(
    r"(?<![\u4e00-\u9fff])(?P<before>[【\[(（]?)(?P<label>"
    + "|".join(sorted((r"[\s\u3000]*".join(each) for each in LABELS), key=len, reverse=True))
    + r")[\s\u3000]*[:：】\]][\s\u3000]*"
)
GLUED = re.compile(rf"(?=(?:{LABEL_AGAIN})\s*[:：])")  # 09:32来源：… right behind another value
LONGEST = 200
LEAST_TITLE = 6  # letters of a part of <title> that is the title
EDGES = " \t\xa0\u3000|｜·•,，;；【】[]()（）/"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that a page states of its text: under what name, in what words."""

    name: str  # 发布时间, 来源 …; empty where it tells nothing of the text
    words: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a page states: titles (the surest first), and facts for the record."""

    sure_title: str  # <meta name="ArticleTitle">
    titles: tuple[str, ...]
    facts: tuple[Fact, ...]


def page_head(root: Element) -> Head:
    """Return what <title> and <meta> state, wherever they stand."""
    stated: dict[str, str] = {}
    title = ""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        waiting += [each for each in element.children if isinstance(each, Element)]
        if element.tag == "meta":
            said = element.attributes
            name = (said.get("name") or said.get("property") or "").lower()
            if name in NAMES and said.get("content", "").strip():
                stated.setdefault(name, said["content"].strip())
        elif element.tag == "title":
            title = "".join(each for each in element.children if isinstance(each, str)).strip()
    titles = [stated[name] for name in TITLES if name in stated] + ([title] if title else [])
    facts = tuple(Fact(NAMES[name], words) for name, words in sorted(stated.items()))
    return Head(stated.get("articletitle", ""), tuple(titles), facts)


def plain(words: str) -> str:
    """Return words without blanks, to compare titles."""
    return SPACE.sub("", words)


def names_title(words: str, title: str) -> bool:
    """Tell whether words are a page's title, or all of it but the name of the site behind it."""
    words, title = plain(words), plain(title)
    if len(words) < 2 or not title.startswith(words):
        return False
    rest = title[len(words) :]
    return not rest or (len(words) >= 4 and TAIL.match(rest) is not None)


def is_part_of_title(words: str, title: str) -> bool:
    """Tell whether words are the first or the last part of a title: 某网 - 公告 - 停水通知."""
    words = plain(words)
    parts = [each for each in map(plain, TAIL.split(title)) if each]
    return len(words) >= LEAST_TITLE and words in (parts[:1] + parts[-1:])


def says_of_page(row: str) -> bool:
    """Tell whether a row has a label that only pages have: 索引号, 发布机构."""
    return any(_label(cell) in OF_PAGES for cell in row.split("\t"))


def line_facts(words: str) -> list[Fact] | None:
    """Return the facts in a line that states nothing else: 发布时间：… 来源：… 浏览次数：….

    None where the line is no such line.
    """
    if len(words) > LONGEST:
        return None
    words = GLUED.sub("\u3000", words)
    labels = list(LABEL.finditer(words))
    named = {plain(each["label"]) for each in labels}
    head = words[: labels[0].start()].strip(EDGES) if labels else words.strip(EDGES)
    dated = DATED.search(head)
    if not labels:
        return _bare_date(head, dated)
    if not named & OF_PAGES or (head and not dated and len(head) > 12):
        return None
    if dated and len(head) - len(dated[0]) > 24:
        return None
    facts = [Fact("发布时间", dated[0].strip())] if dated else []
    ends = [each.start() for each in labels[1:]] + [len(words)]
    for each, end in zip(labels, ends, strict=True):
        value = words[each.end() : end].strip(EDGES)
        facts.append(_fact(plain(each["label"]), value))
    return facts


def _bare_date(head: str, dated: re.Match[str] | None) -> list[Fact] | None:
    """Return the date of a line such as 云溪融媒 2023-10-08 07:55; a date alone may be matter."""
    if not dated or "。" in head:
        return None
    pieces = [len(each) for each in re.split(r"[|｜\s]+", head)]
    named = re.match(r"发[表布]于|.{0,12}于$", head[: dated.start()])
    if (dated["time"] and len(head) - len(dated[0]) <= 16) or (named and max(pieces) <= 16):
        return [Fact("发布时间", dated[0].strip())]
    return None


def _fact(label: str, value: str) -> Fact:
    name = LABELS[label]
    if name in ("发布时间", "更新时间"):
        dated = DATED.search(value)
        return Fact(name if dated else "", dated[0].strip() if dated else value)
    if name in ("来源", "作者", "发文机关"):
        value = re.split(r"[\s\u3000]{2,}|[【|｜]", value)[0].strip(EDGES)
    return Fact(name if value else "", value)


def row_facts(row: str) -> list[Fact] | None:
    """Return the facts of a row of a table of facts: 索引号：<tab>…<tab>主题分类：<tab>…."""
    cells = [each.strip() for each in row.split("\t")]
    facts = list(_pairs(cells))
    return facts if facts and _label(cells[0]) else None


def _pairs(cells: list[str]) -> Iterator[Fact]:
    for at, cell in enumerate(cells):
        value = cells[at + 1] if at + 1 < len(cells) else ""
        if (label := _label(cell)) and not _label(value):
            yield _fact(label, value)


def _label(cell: str) -> str:
    """Return the label that a cell or a line is; empty where it is none."""
    name = plain(cell).rstrip(":：")
    return name if name in LABELS else ""


def label_alone(words: str) -> str:
    """Return the label that a line is, its value still to come: 索引号:; empty for others."""
    return _label(words) if words.rstrip().endswith((":", "：")) else ""


def labelled(label: str, value: str) -> Fact:
    """Return the fact of a label and its value that stand in two lines."""
    return _fact(label, value)
