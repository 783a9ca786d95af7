"""What follows a subject: adverbs, prepositions and the verbs of official language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

_ADVERB = (
    "[（(]◇+[）)]|之间|更加|更|尤其|均|都|也|还|则|又|既|再|即|就|仍|亦|皆|一律|一般|一并|同时|首先|原则上|共同|各自|自己|自行|自觉|"
    "依法|依规|依照职责|依职权|及时|立即|当场|事先|定期|主动|积极|切实|认真|严格|分别|统一|全面|具体|"
    "主要|牵头|优先|至少|每年|每月|每季度|必要时|不|不再|并|，|、"
)
ADVERBS = re.compile(f"(?:{_ADVERB})*$")
ADVERBS_ONLY = re.compile(f"(?:{_ADVERB}|但是?|并且|且|其中|特别是|尤其是|而|此外|以及|未经批准)*")

_PREPOSITION = (
    "对|向|在|按|依|因|经(?![营济理])|从|同(?!级)|自(?!治|由|然)|将|把|为|以(?![上下及])|与|就|凭|于|通过|根据|"
    "的(?=(?:主要|工作|基本)*(?:职责|义务|职权|权利)(?:是|为|如下|包括)?$)|"
    "确(?!认)|低于|高于|超过|少于|被|受(?!理|让)|应|不|未|没有|有(?!关|限)|无|非|已|可|需|负(?!责)|是|均|都|也|还|之间|拟|正在|具体|统一|全面|牵头|主动|积极|所(?!属|在)|利用|采用|使用"
)


def _verbs() -> Iterator[str]:
    """Yield a pattern for each verb of verbs.txt, the longest first.

    A line is a verb and, behind a tab, the words before which it is none: 经营 者, 检查 组.
    """
    lines = files(__package__).joinpath("verbs.txt").read_text("utf-8").splitlines()
    for line in sorted(lines, key=lambda each: -len(each.partition("\t")[0])):
        verb, _, others = line.partition("\t")
        yield f"{verb}(?!{others.replace(' ', '|')})" if others else verb


_IN_CHARGE = "负责(?!人|的|同志|干部|[^，。的]{2,24}的(?:部门|机构|机关|单位|人员))"
_VERB = "|".join([*_verbs(), _IN_CHARGE, "[一二三四五六七八九十0-9]+[日年月个]"])
DOES = re.compile(f"(?:{_VERB})(?:(?:[、和与并]|或者)(?:{_VERB}))*")  # 指导和监督 too
# What a name begins with that has a clause of its own before it: 和从事…的个人
OWN_CLAUSE = re.compile(f"(?:依法|参照)?(?:{_VERB}|有(?!关|权)|无)[^的]+的")
# A verb before 管理机构, 部门 … belongs to a longer name (驾驶员培训管理机构), but for these.
_SETS_UP = "设[立置]|委托|指定|成立|建立|通知|协助|配合|会同|要求|撤销|合并"
_IN_NAME = "(?!(?:管理)?(?:机构|机关|部门|委员会))"
FOLLOWS = re.compile(f"(?:[（(]◇+[）)])?(?:{_PREPOSITION}|{_SETS_UP}|(?:{_VERB}){_IN_NAME})")
# A verb with whom it is done to: 采集国家…, 收养儿童; no name, though it ends like one.
DEED = re.compile(
    f"(?:非法)?(?:{_VERB})[^的]{{0,12}}(?:国家|儿童|子女|学生|职工|群众|未成年人|公民|[农居村]民|妇女|他人)$"
)
PERCEIVES = re.compile(
    "发现|收到|接到|认为|知道|知悉|获悉|负责|主管|享有|承担|[都均]有|遇|有|对|向|在|按|依|因|根据|经|从|将|把|为|以|就|未|不|违反|应|需|"
    "存在|发生|出现|实施|进行|从事|采取|具有|符合|通过|作为|造成|履行|行使|是|与|同|自|于|已|无|凭|取得|擅自|拒"
)
