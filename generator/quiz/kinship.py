"""Whether two bodies may be one, or one hold the other; whether two deeds say the same.

What may be right beside the right answer must not be offered as wrong: where in doubt, two
bodies are kin and two deeds alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

NO_LETTER = re.compile(r"\W+")
# Words for nobody in particular: they may hold any other body.
OPEN = re.compile(
    "任何|有关|相关|各[级地方部单类种]|其他|其它|所有|一切|上述|前款|双方|负有|负责(?!人)|依法|社会|公民|群众|国家$|"
    "单位(?:和|或者|、)个人|个人$|^责任人$|^[该其此本]|(?:^|各|本|所在|责任|受理|牵头|上级|有权|主管|行业主管|监管|承办|被检查)(?:部门|机关|机构|组织|单位|人员|企业|人民政府)$|"
    "^(?:[省市县区乡镇]|自治区)$"
)
PERSONS = re.compile(
    "(?:干部|人员|成员|人|者|员|“一把手”|书记|主任|同志|党员|职工|教师|居民|村民|户|主体|用户|家长)$"
)
GOVERNMENTS = re.compile(
    "(?:政府|国务院|办事处|党委|党组|党组织|委员会|领导班子|常委会)(?:（[^）]*）)?$"
)
LEADERS = re.compile("(?:“一把手”|干部|书记|成员|委员|主任|负责人|首长|领导)$")
LED = re.compile("党委|党组|领导班子|政府|委员会")
COMMON = frozenset(  # pairs of letters in names of bodies that tell none from another
    {
        *("部门", "机关", "机构", "单位", "组织", "委员", "员会", "管理", "主管", "监督", "监管"),
        *("行政", "工作", "人员", "企业", "服务", "负责", "责任", "理部", "政部", "政主", "管部"),
        *("督管", "理机", "理单", "人民", "经营", "营者", "营单", "营企", "中心", "的单", "的机"),
        *("的部", "的企", "理服", "业主", "政管", "务机", "理主"),
    }
)
BODY = re.compile(
    "(?:部门|机关|机构|委员会|政府|党委|党组|党委（党组）|组织|协会|商会|企业|公司|单位|中心|人员|干部|成员|负责人|“一把手”|法院|检察院|"
    "学校|医院|院|所|站|厅|局|办公室|办事处|社|会|人|者|员|户|主体|平台|网点|班子|支部|居民|村民|用户|银行|国务院|团体)$"
)
NO_BODY = re.compile(
    "[，。；：、(\n]|（[^）]{3,}|能够|通过|可以|应当|进行|根据|违反|明确|牵头|分片|联系|协同|配合|聘任|录用|选拔|任用|晋升|下列|以下|以上地方|和各|或者|以及|及其|[和与或](?!城乡|信息|安全|改革|社会保障)"
)
MANNER = frozenset(  # and in deeds
    {
        *("及时", "立即", "按照", "依照", "根据", "依法", "进行", "组织", "应当", "规定", "国家"),
        *("有关", "相关", "法律", "法规", "加强", "建立", "制定", "其他", "并对", "本条", "条例"),
        *("时处", "予以", "以处", "处理", "行处", "即处", "执行", "依规", "法执"),
    }
)
SHORT, ALIKE, TELLING = 4, 0.25, 4
GENERA = frozenset({"机构", "组织", "企业", "部门", "中心", "学校", "医院", "团体", "公司"})
LONGEST_BODY = 16
USUAL = 0.12  # of the articles


def sound_body(body: str) -> bool:
    """Tell whether `body` is the whole name of one body, by which a person can call it."""
    return (
        2 <= len(body) <= LONGEST_BODY
        and BODY.search(body) is not None
        and not NO_BODY.search(body)
        and not OPEN.search(body)
    )


@lru_cache(maxsize=65536)
def kin(one: str, other: str) -> bool:
    """Tell whether two bodies may be one, or one may hold the other."""
    if one == other or one in other or other in one:
        return True
    if OPEN.search(one) or OPEN.search(other):
        return True
    if PERSONS.search(one) and PERSONS.search(other):
        return True
    if any(LEADERS.search(a) and LED.search(b) for a, b in ((one, other), (other, one))):
        return True
    if GOVERNMENTS.search(one) and GOVERNMENTS.search(other):
        return True
    if one[-2:] == other[-2:] and (_genus(one) or _genus(other)):
        return True
    return bool((_pairs(one) & _pairs(other)) - COMMON)


def _genus(body: str) -> bool:
    """Tell whether a name is that of a sort, which may hold others: 医疗机构, 社会组织."""
    return len(body) <= 4 and body[-2:] in GENERA


def alike(one: str, other: str, usual: frozenset[str]) -> bool:
    """Tell whether two deeds may come to the same: a common run of letters, or many of them.

    Pairs of letters that are `usual` in the document, and words of all documents, do not count.
    """
    first, second = NO_LETTER.sub("", one), NO_LETTER.sub("", other)
    if len(first) > len(second):
        first, second = second, first
    if len(first) >= SHORT and first in second:
        return True
    here, there = (telling_pairs(each, usual) for each in (one, other))
    shared = here & there
    if any(run[:2] in shared and run[2:] in shared for run in _runs(first, 4) & _runs(second, 4)):
        return True
    return len(shared) >= max(2, ALIKE * min(len(here), len(there)))


def says_enough(deed: str, usual: frozenset[str]) -> bool:
    """Tell whether a deed is told from others by its own words: not 及时予以处理, not 依法执行."""
    return len(telling_pairs(deed, usual)) >= TELLING


def telling_pairs(deed: str, usual: frozenset[str]) -> frozenset[str]:
    """Return the pairs of letters that tell a deed from others."""
    return _pairs(deed) - usual - COMMON - MANNER


def gives_away(body: str, words: str, usual: frozenset[str]) -> bool:
    """Tell whether words tell a body by having some of its own name.

    Pairs of letters that are `usual` in the document tell nobody.
    """
    return body in words or bool((_pairs(body) & _pairs(words)) - COMMON - usual)


def usual_pairs(texts: Iterable[str]) -> frozenset[str]:
    """Return the pairs of letters that stand in a good part of the articles of a document."""
    found = [_pairs(each) for each in texts]
    counts = Counter(pair for each in found for pair in each)
    least = max(4, USUAL * len(found))
    return frozenset(pair for pair, count in counts.items() if count >= least)


@lru_cache(maxsize=16384)
def _pairs(words: str) -> frozenset[str]:
    return _runs(NO_LETTER.sub("", words), 2)


def _runs(words: str, size: int) -> frozenset[str]:
    return frozenset(words[at : at + size] for at in range(len(words) - size + 1))
