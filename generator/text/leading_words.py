"""What stands before a document's name in running text and does not belong to it.

落实|条例 is the 条例, 省条例 is another one; 具备|专利法 is the 专利法, 劳动合同法 is no 合同法;
街道学习|条例 is the 条例, 监察法实施条例 is another one: what says what is done with a document may
be part of a longer name.
"""

from __future__ import annotations

import re

from generator.text.document_kinds import KINDS, VAGUE

_CITING = (
    "按照|根据|依据|依照|遵照|参照|对照|违反|触犯|落实|贯彻|遵守|符合|现行|对于|关于|结合|违背|违犯|抵触|牴触|讲解|解读|研读"
    "|引用|援引|查询|查阅|翻阅|参见|参阅|参考|详见|比照|对比|属于|不同于|高于|低于|以及|其中|特别是|尤其是|我国|新修订|最新"
    "|[依据按照和与及或是]"
)
_NOMINAL = (  # may be part of a name too: 实施条例, 信访工作条例, 监督检查办法
    "执行|施行|实施|学习|适用|宣传|普及|检查|修订|修改|公布|发布|推进|利用|运用|使用|采用|监督|推广|解释|审议|宣讲|评估|管理"
)
_DOING = (
    "通过|颁布|印发|出台|围绕|涉及|包括|熟悉|了解|掌握|细化|补充|严守|牢记|认为|写入|列入|纳入|体现|反映|履行|兑现|推动"
    "|抓好|做好|基于|鉴于|由于|具备|核对|比对|提及|提到|规避|突破|触及|超越|对应|源自|引自|摘自|出自|来自|载于|遵循|恪守"
    "|学好|用好|吃透|背诵|通读|重温|修正|废止|理解|把握|依托|借鉴|对接|衔接|张贴|摘抄|传达|印制|编印|阐述|阐释|介绍|讲授"
    "|讲述|强调|指出|构成|涉嫌|仅限"
    "|[在对将把以由从到了的等则而但也都还又就已被让使向给比较来去后前时中上下里内即如为有新于见除且并须凡系仅未曾仍均限]"
)
_MANNER = (  # who does it, or how: 认真学习, 各街道执行
    "[真格面入决极织展续步好要应须来地都已并先再会能可将正道区门位们市县镇村院局委组队站馆府员者人众民家部工年以]|^"
)
_STRICT = re.compile(rf"(?:{_CITING}|(?:{_MANNER})(?:{_NOMINAL}))$")
_LOOSE = re.compile(rf"(?:{_CITING}|{_DOING}|(?:{_MANNER})(?:{_NOMINAL}))$")
_ANY = re.compile(rf"(?:{_CITING}|{_DOING}|{_NOMINAL})$")
_ELSEWHERE = re.compile("[省市县区州旗盟国港澳台湾美英德俄韩]$|日本$|法国$")
_BARE = re.compile(KINDS)
_VAGUE = re.compile(VAGUE)
_LONG = 5  # letters of a name that is not the end of a longer one
LEADS = re.compile(
    "按照|根据|依据|依照|遵照|参照|对照|违反|触犯|落实|执行|贯彻|施行|实施|学习|遵守|符合|适用|现行|对于|关于"
    "|结合|按|照|依|和|与|及|在|对|将|把|以|由|从|到|了|的"
)
"""Where a name may begin within words; the last piece is the name."""


def stands_alone(words: str, name: str, *, known: bool = True) -> bool:
    """Tell whether `words` end in `name` with nothing before it that belongs to it.

    Before an everyday word less will do: 征求到的意见 is no document; before a long name that is
    `known` as one, not an abbreviation made out, more.
    """
    if not words.endswith(name):
        return False
    before = words[: len(words) - len(name)]
    if not before:
        return True
    if _VAGUE.fullmatch(name):
        return _STRICT.search(before) is not None
    if _BARE.fullmatch(name):
        return _LOOSE.search(before) is not None
    if _ANY.search(before):
        return True
    return known and len(name) >= _LONG and _ELSEWHERE.search(before) is None
