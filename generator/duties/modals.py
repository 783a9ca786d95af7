"""The words that make a duty, a right or a prohibition of a clause (应当, 可以, 不得 …)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.duties.marks import EDGE
from generator.model import DutyKind

_PROHIBITIONS = (
    "坚决防止|坚决杜绝|决不允许|决不能|绝不允许|绝不能|绝不得|严格禁止|严禁|(?<![被令])禁止(?![性令的])(?:(?:、|或|或者|和)限制)?|不允许|"
    "不得(?!不|已)|不准|不许|不应当|不应(?!当|有)|不可以|不能(?=“|以|让|把|将|代替|超|违|取得|享受|担任|兼任|少于)|不要(?!求)|无权"
)
_RIGHTS = (
    "(?<![没所国共私专占])有权(?!机关|部门|单位|机构|人|属|限|处理的|管辖的|批准的|审批的|的)|(?<!不)可以(?!说|看)|"
    "(?<![许认不宁])可(?=处(?!理)|并处|直接|依法|依照|按照|按规定|根据|自行|向|申请|委托|凭|先行|适当|采取|视|由|将|不再|免|优先|提出|要求)"
)
# 要 by itself, not in 重要, 索要, 要求; but in 政府要, 民主要, 要强化, 要领导.
_YAO = (
    "(?<![重需必只概纲首扼简紧索摘次撮若如凡枢将快])(?<!(?<![民自])主)(?<!(?<![党法军])纪)(?<!(?<!前)提)"
    "(?<!(?<![思理设联])想)(?<!(?<![研探商])讨)(?<!(?<!司)机)(?<!(?<![保风危])险)"
    "要(?!求(?!真)|害(?!怕)|点(?![名对])|务(?![必实求])|领(?![导会])|约(?![谈束])|地(?!方)|义(?!务)|"
    "强(?![化调制力])|紧(?![盯扣抓跟密贴急缩])|[素闻件职么是案道挟塞旨价目员诀诊犯隘])"
)
_DUTIES = (
    "必须|应当|应该|务必|(?<![必无务不])须(?!知|发|眉|要)|"
    "(?<![相适反响对顺呼供感回报因理照策])应(?!当|该|急|对|用|届|聘|诉|战|付|答|试|邀|允|变|收|税|纳|缴|有|得|激|验|运|承|力|"
    "季|援|招|征|城|接|景|时|声|和|激|县|氏)|"
    f"{_YAO}|有责任(?!的|感|心)|有义务(?!的)"
)
MODALS = re.compile(f"(?P<prohibition>{_PROHIBITIONS})|(?P<right>{_RIGHTS})|(?P<duty>{_DUTIES})")
FORBIDS_OTHERS = re.compile(
    "(?:严格)?禁止(?:.{1,2}限制)?|严禁|不准|不许|(?:决|绝)?不允许|坚决防止|坚决杜绝"
)

# A modal in these words is told of, not laid down: 告知当事人可以…, 合同约定应当…
_TOLD = re.compile(
    "(?:认为|约定|承诺|确认|决定|是否|明确|载明|注明|标明|写明|证明|属于|以为|"
    "(?<![按依根合违遵])(?:照|据)?(?:法律|法规|条例|合同|章程)规定|(?:告知(?!书)|通知(?![书单])|提示|提醒|要求|督促)[^，]{0,12}|责令[^，]*|(?<=...)(?:且|和|或者|及|、))$"
)
_RESOLVED = re.compile("会议(?:要求|强调|决定)")  # a resolution's own words
_ATTRIBUTE = re.compile(
    "[^，]{1,16}的(?:各类|各项|有关|相关|其他)*(?:事项|材料|信息|内容|条件|义务|责任|费用|税款|情形|范围|标准|文件|资料|手续|权利|措施|"
    "部门|机关|单位|人员|企业|机构|组织|个人|当事人|公民|项目|待遇|行为|物品|期限|程序|职责|数额|金额|款项|证件|证明|地区|[市县](?![场城]))"
)
_GOES_ON = re.compile(_ATTRIBUTE.pattern + "(?:不|只|由|是|为|包括|另|自|按|依|如)")
_TAKES_OBJECT = re.compile(
    "(?:并|同时)?(?:凡|对|将|把|就|按照|提交|公布|公开|明确|告知|移送|(?:违法)?干预|收集|编制|列出)"
)
# An item that only names what is meant: （六）其他依法禁止采砂的区域
_OTHER = re.compile("(?:[（(].{1,3}[）)])?(?:其他|其它)[^，]{0,12}$")
_OF_WHAT = re.compile("[^，]{1,24}的[^，的]{2,6}")
_WITHIN = re.compile("在|自|于|从|经|按|待|及时|立即|当")
_CASE = re.compile("的$|除.*外$|的(?:情形|情况|行为)$")
_TIME = re.compile("(?:时|后|前|期间|之日起)$")


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal in a clause: what it makes, and where it stands in the clause."""

    kind: DutyKind
    start: int
    end: int


def find_modal(clause: str, *, going_on: bool) -> Modal | None:
    """Return the first modal that lays something down in a clause; None where there is none.

    A modal in a case (应当申请而未申请的，) or in an attribute (应当提交的材料) lays down nothing,
    nor does one that is told of inside a duty that is `going_on`.
    """
    bare = clause.rstrip(EDGE)
    if _CASE.search(bare) and clause.endswith("，"):
        return None
    for found in MODALS.finditer(clause):
        before, after = clause[: found.start()], clause[found.end() :]
        if not after.strip(EDGE) and not clause.rstrip().endswith("："):
            continue
        if _TIME.search(bare) and not _WITHIN.match(after):
            continue
        told = _TOLD.search(before) and not _RESOLVED.match(before)
        if told and (going_on or not before.endswith("决定")):
            continue
        if _is_attribute(before, after):
            continue
        return Modal(_kind(found), found.start(), found.end())
    return None


def _is_attribute(before: str, after: str) -> bool:
    """Whether the modal stands inside what describes a noun: 对依法应当公开的信息，"""
    if _OTHER.match(before) and _OF_WHAT.fullmatch(after.rstrip(EDGE)):
        return True
    if not _ATTRIBUTE.match(after):
        return False
    if MODALS.search(after) or _GOES_ON.match(after):
        return True
    return bool(_TAKES_OBJECT.match(before))


def _kind(found: re.Match[str]) -> DutyKind:
    if found["prohibition"]:
        return "prohibition"
    return "right" if found["right"] else "duty"
