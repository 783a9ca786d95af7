"""What is counted by 条, 款 and 项 besides provisions: 第三条战线, 三条措施, 第二款产品.

Words before the noun are passed over where they only say what it is like: 第二条高速公路.
"""

from __future__ import annotations

import re

from generator.text.numerals import ARABIC, CHARACTERS

_LIKE = (
    "[高快慢主支专公新老旧大小长短战阵防底航绿盲水健身环全省市区县乡村城国际内跨海江自动智能化现代标准示范特色旅游文化读"
    "书阅览地铁轻轨交速直达产业生登山观光徒骑行红精品重要]{0,8}?"
)
THINGS = (
    rf"{_LIKE}(?:线(?![上下])|街(?!道)|巷|胡同|河流|渠道|沟渠|公路|铁路|马路|道路|路(?![面径由])|路径|步道|跑道|赛道"
    "|车道|隧道|通道|轨道|走廊|产业链|供应链|链条|鱼|狗|蛇|龙|船|裤|裙|毛巾|微博|微信|短信|信息(?!公开|保护|安全)"
    "|消息|新闻|留言|评论|弹幕|记录|语音|视频|推文|措施|举措|意见|建议|经验|体会|教训|启示|做法|禁令|军规|标语"
    "|横幅|口号|理由|原因|地铁|轻轨|高铁|公交|途径|出路|思路|提案|问题|诉求|投诉|指令|好汉)"
)
"""What may stand behind 条 and is counted by it."""
GOODS = (
    "[项式型]|产品|手机|车|游戏|软件|小程序|机型|设备|新品|衣|鞋|包(?!括)|饮料|已?(?:付|支付|结清|收)|未付|尚欠"
    rf"|[{CHARACTERS}{ARABIC}]+[余多]?[万亿]?元"
)
"""The same behind 款; 款项 is money."""
DEEDS = (
    r"目|(?:(?!规定)[^\s，。、；：的]){0,3}?(?:工作|任务|措施|举措|议程|议题|建议|工程|改革|成果|成就|活动|荣誉"
    "|纪录|试点|课题|指标|专利|发明|运动|比赛|赛事)"
)
"""The same behind 项."""
_COUNTED = re.compile(f"条(?:{THINGS})|款(?:{GOODS})|项(?:{DEEDS})")
_ORDINAL = re.compile(
    "(?:全[市省国区县州镇乡村]|我[市省国区县]|世界|国内|当地|建成|新建|开通|投产|新增)$"
)
_THINGS = re.compile(THINGS)
_CITING = re.compile("(?:依|依照|依据|按|按照|根据|违反|适用|对照)$")  # 可依第十一条投诉


def counts_things(text: str, start: int, end: int) -> bool:
    """Tell whether the number at text[start:end], up to 条, 款 or 项, counts such things."""
    if _CITING.search(text, max(0, start - 2), start):
        return False
    return (
        _COUNTED.match(text, end - 1) is not None
        or _ORDINAL.search(text, max(0, start - 4), start) is not None
    )


def things_at(text: str, at: int) -> bool:
    """Tell whether what 条 counts stands at `at`."""
    return _THINGS.match(text, at) is not None
