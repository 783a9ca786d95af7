"""Who is spoken of: bodies and office-holders at the head of a clause (责任主体)."""

from __future__ import annotations

import re

# What the name of a body or an office-holder ends in; longer ones first where they overlap.
ENDINGS = (
    "党委（党组）",
    "党支部",
    "党委",
    "党组",
    "党中央",
    "纪委监委",
    "纪委",
    "监委",
    "委员会成员",
    "常委会",
    "委员会",
    "政治局委员",
    "委员",
    "“一把手”",
    "主要负责人",
    "负责人",
    "责任人",
    "领导班子",
    "班子成员",
    "其他成员",
    "成员",
    "巡视巡察组",
    "工作组",
    "检查组",
    "考核组",
    "机关",
    "部门",
    "组织部",
    "宣传部",
    "党组织",
    "组织",
    "机构",
    "单位",
    "企业",
    "政府",
    "法院",
    "检察院",
    "书记",
    "组长",
    "干部",
    "党员",
    "人员",
    "代表",
    "公民",
    "托人",
    "请人",
    "事人",
    "诉人",
    "护人",
    "管人",
    "营者",
    "个人",
    "法人",
    "国家",
    "公司",
    "银行",
    "学校",
    "医院",
    "协会",
    "用户",
    "居民",
    "村民",
    "办公厅",
    "办公室",
)
# What never stands inside a name: particles, prepositions, marks, and verbs.
_INSIDE = (
    r"(?:(?!发现|存在|有(?!关)|作为)"
    r"[^，。；：、！？\n的对将把要被在以向让由给于按会应是]|以(?=[上下]))"
)
# Verbs that a clause begins with: what follows is their object, not its subject.
_VERBS = (
    "督促|推动|加强|确保|促使|支持|防止|健全|完善|落实|发挥|强化|坚持|抓好|统筹|注重|建立|开展|"
    "组织开|组织实|发现|针对|贯彻|严格|推进|规范|作为|依照|按照|根据|经|向|对|与|同|由|为|并|也|是|"
    "有(?!关)|各项|接受|保证|禁止|严禁|(?:领导|监督|指导)(?!班子|干部|机关|部门|小组|管理|检查人|人员)"
)
_ENDING = "|".join(map(re.escape, ENDINGS))
_NAME = (
    rf"(?!{_VERBS})(?:{_INSIDE}{{0,6}}?党的(?=工作|机关|部门))?"
    rf"{_INSIDE}{{0,14}}?(?:{_ENDING})(?!门)(?:{_INSIDE}{{0,4}}?(?:{_ENDING})(?!门))*"
)
_JOINT = r"(?:、|和|与|及|以及|或者|或|特别是|包括)"
_SUBJECT = re.compile(rf"{_NAME}(?:{_JOINT}{_NAME})*")
_MENTION = re.compile(rf"(?:(?<=^)|(?<=[，。；、]))(?:健全|完善|加强|强化|发挥)?({_NAME})")


def leading_bodies(clause: str) -> tuple[tuple[str, ...], int]:
    """Return the bodies that a clause begins with and where they end; ((), 0) when none.

    Bodies joined by 、 or 和 are told apart: 纪检机关、组织部门 -> two names.
    """
    found = _SUBJECT.match(clause)
    if not found:
        return (), 0
    return tuple(_split(found.group())), found.end()


def _split(words: str) -> list[str]:
    """Cut joined names where each side is a name by itself."""
    for cut in re.finditer(_JOINT, words):
        left, right = words[: cut.start()], words[cut.end() :]
        if cut.start() and re.fullmatch(_NAME, left) and _SUBJECT.fullmatch(right):
            return [left, *_split(right)]
    return [words]


def first_mention(text: str) -> str:
    """Return the first body that a clause of `text` speaks of, also behind 健全, 加强; or ""."""
    found = _MENTION.search(text)
    return found.group(1) if found else ""


def group(body: str) -> str:
    """Return the name that a body is listed under: 各级党委（党组） goes with 党委（党组）."""
    return re.sub(r"^(?:各级|各|本级|有关|相关)(?=..)", "", body)
