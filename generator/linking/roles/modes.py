"""What the part of a report that a sentence stands in is for, told by headings and lead-ins.

三、下一步的整改措施            everything below: measure
主要存在四个方面的问题：         what follows at this depth: problem
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.linking.neighbours import Neighbours
from generator.model import Role
from generator.text.labels import ARTICLE, DIVISION, ITEM, ORDINAL, PART, POINT, SECTION, any_of

_HEADINGS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "measure",
        re.compile(
            r"下一步|下步|对策|建议|措施|打算|整改|努力方向|今后|工作安排|工作思路|工作计划|怎么办"
        ),
    ),
    (
        "problem",
        re.compile(
            r"问题|不足|短板|困难|难点|原因|薄弱|弱化|不够|不强|不高|不严|不到位|缺乏|缺少|欠缺|难以"
            r"|不健全|不完善|疏于|不愿|不敢|不透明|盲区|不力|滞后|差距"
        ),
    ),
    (
        "practice",
        re.compile(
            r"做法|成效|开展情况|工作情况|落实情况|进展|成绩|经验|回顾|总结|举措|回头看|情况$"
        ),
    ),
    (
        "understanding",
        re.compile(r"深刻认识|意义|重要性|必要性|核心要义|内涵|精髓|准确把握|领会|思想弦"),
    ),
)
_LEADS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        "problem",
        re.compile(
            r"存在.{0,14}(?:问题|不足|困难|差距)(?:和不足)?[：:。]$|主要存在|存在(?:以下|如下)"
            r"|问题(?:主要)?(?:有|表现在|体现在)"
        ),
    ),
    (
        "measure",
        re.compile(
            r"做好(?:以下|下列|如下)|从.{1,6}方面(?:着力|入手|发力|做起|抓起)|(?:以下|如下).{0,6}(?:建议|对策|措施)"
            r"|^(?:下一步|今后|接下来)"
        ),
    ),
)
_LACK = re.compile(
    r"存在|不足|短板|薄弱|弱化|不够|不强|不高|不严|不到位|缺乏|缺少|欠缺|难以|不健全|不完善|盲区|不力|滞后"
)
_SOLVING = re.compile(r"解决|破解|克服|防止|补齐|补足|纠正")
_LABEL = re.compile(any_of(DIVISION, PART, ARTICLE, SECTION, ITEM, POINT, ORDINAL))
_DEMAND = re.compile(r"(?<![重主需只])要(?![求素点害领闻])|必须|应当|我们将|督促|进一步")
_DONE = re.compile(
    r"以来|截至|累计|已经|先后|召开了|制定了|(?<!\d)\d+[余多]?(?:次|人次|项|个|件|起)"
)
_NAMED = re.compile(
    rf"^(?:{SECTION.pattern}|比如，)?(?:这部|本)?《[^》]{{2,40}}》|^(?:制定|印发|出台)《"
)
_NARRATED = re.compile(
    r"党中央|中共中央|国务院|党的十[八九]大以来|(?:修订|颁布|印发|出台|制定)(?:了|《)"
)
_OURS = re.compile(r"我们将|下一步|我[县市区局委省校院]|同志们|报告如下|汇报如下")
_PLAN = re.compile(
    r"(?:方案|清单|要点|计划|办法|规定|细则|规则|职责|实施意见|若干措施)》?(?:[（(].{1,8}[)）])?$"
)
_RECTIFIED = re.compile(r"整改.{0,8}(?:情况|进展|报告)")
_CHARGED = re.compile('问题[”"』]?$')  # 关于……的问题: what was found and has been put right
_SPOKEN = re.compile(r"(?:讲话|发言|致辞)(?:[（(].{1,8}[)）])?$|^同志们")
_ASPECT = re.compile(
    r"了|过(?!程|渡|于|失|问|硬)|以来|截至|累计|已经?|先后|近年|全年|期间|\d{4}年\d+月"
)
ESSAY = 0.12  # of an essay's sentences, what names a document or narrates
UNTOLD = 0.6  # an essay's headings tell nothing about so many of its sentences
PROPOSED = 0.05  # of a plan's sentences, at most these tell of what has happened
LEAST = 6  # fewer sentences do not make a plan
_STICKY = frozenset({"measure", "problem"})


def modes(texts: Sequence[str], around: Sequence[Neighbours]) -> tuple[Role | None, ...]:
    """Return what the surroundings of each sentence are for; None where nothing tells.

    Headings speak from the outermost in, and a section of problems or measures stays one;
    a lead-in sentence speaks for what follows beside and below it.
    """
    headings = {at: _first(_HEADINGS, texts[at]) for at, each in enumerate(around) if each.children}
    charged = _put_right(headings, texts) if any(map(_RECTIFIED.search, texts[:2])) else set()
    tops = [at for at, each in enumerate(around) if each.children and not each.parents]
    last = max((at for at in tops if _LABEL.match(texts[at])), default=-1)
    if last > 0 and headings[last] is None and _demands(texts[last:]):
        headings[last] = "measure"
    leads: list[tuple[frozenset[int], Role]] = []
    found: list[Role | None] = []
    for at, each in enumerate(around):
        chain = [*reversed(each.parents), *([at] if each.children else [])]
        mode: Role | None = None
        for head in chain:
            role = headings.get(head)
            if role is None or mode in _STICKY or (mode and not _overrides(role, texts[head])):
                continue
            mode = role
        for above, role in leads:
            if above <= set(chain) and not (mode == "measure" and role == "problem"):
                mode = role
        found.append("problem" if at in charged else mode)
        lead = None if each.children else _first(_LEADS, texts[at])
        if lead is not None:
            following = around[at + 1].parents if at + 1 < len(around) else each.parents
            leads.append((frozenset(following) & frozenset(each.parents), lead))
    if found.count(None) >= UNTOLD * len(found):
        genre = _genre(texts)
        found = [role or genre for role in found]
    return tuple(found)


def _put_right(headings: dict[int, Role | None], texts: Sequence[str]) -> set[int]:
    """Correct `headings` of a report on 整改: it tells what was done; return those of charges."""
    charged = {at for at in headings if _CHARGED.search(texts[at])}
    for at, role in headings.items():
        if at in charged or (
            role == "measure" and _first(_HEADINGS, _bare(texts[at])) != "measure"
        ):
            headings[at] = "practice"
    return charged


def _bare(text: str) -> str:
    return text.replace("整改", "").replace("问题", "").replace("措施", "")


def _genre(texts: Sequence[str]) -> Role | None:
    """Return what a text is for whose headings tell nothing; None where it does not show.

    A plan or list of duties demands throughout, a speech mostly; one essay expounds a
    document (《意见》着眼…), another narrates what was done (党中央修订…).
    """
    happened = sum(bool(_ASPECT.search(text)) for text in texts)
    if any(map(_PLAN.search, texts[:2])) or any(map(_SPOKEN.search, texts[:2])):
        return "measure"
    if len(texts) >= LEAST and happened <= PROPOSED * len(texts):
        return "measure"
    least = max(3.0, ESSAY * len(texts))
    if sum(bool(_OURS.search(text)) for text in texts) >= least / 2:
        return None
    if sum(bool(_NAMED.search(text)) for text in texts) >= least:
        return "understanding"
    if sum(bool(_NARRATED.search(text)) for text in texts) >= least:
        return "practice"
    return None


def _demands(texts: Sequence[str]) -> bool:
    """Tell whether a report's last section says what must be done, not what was done."""
    demands = sum(bool(_DEMAND.search(text)) for text in texts)
    return demands >= 3 and demands > 2 * sum(bool(_DONE.search(text)) for text in texts)


def _overrides(role: Role, text: str) -> bool:
    """Tell whether an inner heading speaks against the outer one: it must name a lack."""
    return role == "problem" and bool(_LACK.search(text)) and not _SOLVING.search(text)


def _first(table: Sequence[tuple[Role, re.Pattern[str]]], text: str) -> Role | None:
    return next((role for role, pattern in table if pattern.search(text)), None)
