"""What a page or a form states behind labels: 发布时间：2023-05-09　来源：青石县纪委监委.

A label and its value stand on one line, several of them beside one another, in the cells of a
table, or the value stands on the line below its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["title", "issuer", "source", "author", "written", "printed", "published", "other"]

LABELS: dict[Kind, str] = {
    "title": "标题 题目 名称 文件名称 公文名称 信息名称 文件标题 题名 文档名称 文档标题 文件名",
    "issuer": (
        "发文机关 发文机构 发文单位 发文部门 发布机构 发布单位 发布机关 发布部门 "
        "制发机关 制定机关 制文机关 颁布机关 公开机构 公开单位 公开部门 责任单位 "
        "起草单位 报送单位 报送机关 供稿单位 供稿 撰稿单位 报告单位 填报单位 "
        "编制单位 汇报单位 单位名称 作者单位 单位 印发机关 印发单位 主办单位 "
        "提供单位"
    ),
    "source": "来源 信息来源 文章来源 稿源 稿件来源 内容来源 资料来源 发布来源 供稿人",
    "author": "作者 撰稿 撰稿人 撰文 报告人 汇报人 讲话人 述职人 发言人 执笔",
    "written": "成文日期 成文时间 签发日期 落款日期 制发日期 发文日期 发文时间 生成日期",
    "printed": "印发日期 印发时间 印发",
    "published": (
        "发布时间 发布日期 公开日期 公开时间 发表时间 发表日期 更新时间 更新日期 "
        "颁布日期 公布日期 上传时间 上传日期 添加时间 时间 日期 编辑时间 "
        "录入时间 创建时间"
    ),
    "other": (
        "访问量 访问次数 浏览次数 浏览量 阅读次数 阅读量 点击数 点击次数 点击量 点击率 点击 "
        "浏览 阅读 字号 字体 编辑 责任编辑 责编 审核 审签 校对 分享到 分享至 "
        "分享 打印 文号 发文字号 索引号 主题分类 主题词 关键词 关键字 有效性 "
        "时效 时效性 生效时间 生效日期 废止时间 废止日期 实施日期 施行日期 体裁 "
        "体裁分类 组配分类 信息分类 公文目录 公文种类 内容概述 概述 摘要 "
        "内容摘要 简介 标签 分类 栏目 类别 文件编号 文件类型 信息索引 公开方式 "
        "公开形式 公开范围 公开目录 公开类型 公开时限 服务对象 效力状态 效力级别 "
        "状态 归档时间 统一编号 统一登记号 登记号 备案号 主送 抄送 联系人 "
        "联系电话 电话 地址 视力保护色 移动端 记者 通讯员 摄影 图片 文件大小 "
        "大小 页数 格式 价格 下载次数 附件 附件下载 相关链接 地点 参加人员 "
        "主持人 记录人 适用范围 主持 备注 序号 编发 签发 终审 初审 复审 一审 二审 三审 "
        "核稿 供图 拍摄 上传人 文档编号 监制 策划 IP属地"
    ),
}
KIND_OF = {label: kind for kind, labels in LABELS.items() for label in labels.split()}
_BLANK = r"[ \t\u3000\xa0]"
_SPACED = "|".join(
    rf"{_BLANK}{{0,4}}".join(map(re.escape, label))
    for label in sorted(KIND_OF, key=len, reverse=True)
)
_COLON = rf"(?:{_BLANK}{{0,2}}[:：丨]|(?<=[\u4e00-\u9fff]{{2}}[时日][间期])(?=20\d\d[-年./]))"
"""What parts a label and its value; a date can follow its label at once: 发布日期2020-08-24."""

LABEL = re.compile(rf"(?<![\u4e00-\u9fff])(?P<label>{_SPACED}){_COLON}")
GLUED = re.compile(rf"(?P<label>{_SPACED}){_COLON}")
BARE_LABEL = re.compile(rf"(?P<label>{_SPACED})")
BRACKETED = re.compile(
    rf"[\[【［]{_BLANK}{{0,2}}(?P<label>(?!摘要|关键词|关键字|内容摘要|附件)(?:{_SPACED})){_BLANK}{{0,2}}[\]】］]"
    rf"{_BLANK}{{0,2}}[:：]?"
)
"""A label in square brackets: [ 成文日期 ] 2021-05-27."""

CELLS = re.compile(r"\t|[|｜]|\u3000{2,}| {3,}")
LONGEST_VALUE = 80
LEAST_LABEL = 3
LEAST_ROW = 3  # labels without a colon in a row
LONGEST_BELOW = 30
LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; `value` is as it stands, without the marks around it."""

    kind: Kind
    value: str


def facts(lines: Sequence[str]) -> tuple[Fact, ...]:
    """Return what `lines` state behind labels, in order; values may be empty."""
    found: list[Fact] = []
    for at, line in enumerate(lines):
        of_line = _of_line(line)
        if awaits_value(line) and at + 1 < len(lines) and is_value(lines[at + 1]):
            of_line = [Fact(of_line[-1].kind, _bare(lines[at + 1], of_line[-1].kind))]
        found += of_line
    return tuple(found)


def with_colons(lines: Sequence[str]) -> list[str]:
    """Return lines with a colon behind each label of a list that a page printed without colons.

    发文机关青石县水利局 / 发文日期2021年12月21日 / 时效性现行有效: three labels in a row.
    """
    found = list(lines)
    run: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if _bare_beginning(line):
            run.append(at)
            continue
        if len(run) >= LEAST_ROW:
            for each in run:
                label = _bare_beginning(lines[each])
                found[each] = f"{label}：{lines[each][len(label) :]}"
        run = []
    return found


def _bare_beginning(line: str) -> str:
    """Return the label that a short line begins with, its value right behind it; empty if none."""
    match = BARE_LABEL.match(line) if len(line) <= LONGEST_BELOW + LEAST_LABEL else None
    label = match["label"] if match else ""
    return label if len(label) >= LEAST_LABEL and line[len(label) :].strip(" :：") else ""


def awaits_value(line: str) -> bool:
    """Tell whether a line is one label without a value, which then stands on the line below."""
    of_line = _of_line(line)
    return len(of_line) == 1 and not of_line[0].value


def is_value(line: str) -> bool:
    """Tell whether a line can be the value of the label above it."""
    bare = line.strip()
    whole = re.search("[。，；]|关于|印发", bare)
    return len(bare) <= LONGEST_BELOW and not _of_line(bare) and whole is None


def is_stated(line: str) -> bool:
    """Tell whether a line holds nothing but labelled values (and what stands before the first)."""
    return bool(_of_line(line))


def _of_line(line: str) -> list[Fact]:
    """Return the labelled values of one line; none where it is a sentence."""
    line = line.strip(" \t\u3000\xa0•·|")
    if len(line) > LONGEST_LINE:
        return []
    line = BRACKETED.sub(r"\g<label>：", line)
    cells = _of_cells(line) or _of_words(line)
    first = LABEL.search(line)
    if first is None or (cells and re.search(r"[|｜\t]", line)):
        return cells
    before = line[: first.start()]
    if "。" in before or len(before) > LONGEST_VALUE:
        return []
    marks = [first, *(each for each in GLUED.finditer(line, first.end()))]
    ends = [*(each.start() for each in marks[1:]), len(line)]
    return [
        _fact(mark["label"], line[mark.end() : end]) for mark, end in zip(marks, ends, strict=True)
    ]


def _of_cells(line: str) -> list[Fact]:
    """Return the values of a row of a table: 发文机关 | 青石县人民政府 | 成文日期 | …."""
    cells = [each.strip(" \t\u3000\xa0:：") for each in CELLS.split(line)]
    cells = [each for each in cells if each]
    found = []
    for label, value in pairwise(cells):
        if BARE_LABEL.fullmatch(label) and not BARE_LABEL.fullmatch(value):
            found.append(_fact(label, value))
    return found


def _of_words(line: str) -> list[Fact]:
    """Return the values of a line whose labels lost their colons: 生成日期 2024-01-17 公开方式 ….

    The first word must be a label beyond doubt.
    """
    words = line.split()
    if len(words) < 2 or len(words[0]) < LEAST_LABEL or words[0] not in KIND_OF:
        return []
    labels = [at for at, word in enumerate(words) if word in KIND_OF and len(word) >= LEAST_LABEL]
    ends = [*labels[1:], len(words)]
    return [
        _fact(words[at], " ".join(words[at + 1 : end]))
        for at, end in zip(labels, ends, strict=True)
    ]


def _fact(label: str, value: str) -> Fact:
    kind = KIND_OF[re.sub(_BLANK, "", label)]
    return Fact(kind, _bare(value, kind))


def _bare(value: str, kind: Kind) -> str:
    """Return a value without marks around it; what stands behind a bar is another matter."""
    marks = "|｜" if kind == "title" else "|｜【["
    if kind != "title":
        value = value.lstrip(" \t\u3000\xa0:：[【")
    first = re.split(f"[{re.escape(marks)}]", value, maxsplit=1)[0]
    bare = first.strip(" \t\u3000\xa0:：（）()-")
    if kind == "title" and bare.count("（") + bare.count("(") > bare.count("）") + bare.count(")"):
        end = first.find(bare) + len(bare)
        bare += first[end : end + 1]  # the bracket that closes: …方案（2023—2025年）
    return bare[:LONGEST_VALUE]
