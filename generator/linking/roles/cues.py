"""Words that show what a sentence does (role) or that it only exhorts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.text.labels import CHINESE

CUES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in (
        (
            "lack",
            "不够|不到位|不强|不足|薄弱|欠缺|缺乏|缺少|弱化|形同虚设|流于形式|尚未|不健全|不力|盲区|短板|疏于|淡化|忽视|不严|难以|不敢|不愿|过于|走过场|失之于",
        ),
        ("trouble", "存在|问题|难题|困难|有的|有些|个别|一些地方|违纪违法|腐败"),
        ("must", "(?<![重主需只])要(?![求素点害领闻])|必须|应当|应该|须|不得|督促"),
        ("push", "切实|不断|进一步|着力|确保|加大|强化|推动"),
        (
            "will",
            "我们将|将(?:进一步|继续|持续|坚持)|将(?=[从把以按着继深进坚])|下一步|今后|拟|计划|打算",
        ),
        (
            "done",
            "今年以来|截至|目前|以来|先后|已经|已|共[^同产]|累计|召开了|制定了|出台了|开展了|修订了|相继|近年|近几年|期间",
        ),
        (
            "count",
            r"(?<!\d)\d+[余多]?(?:次|人次|项|个|件|条|起|份|场|名|人|期)|[XxＸｘ×*]{1,4}[余多]?(?:次|人次|项|个|件|条|起|份|场|名|人|期|年|月|日|市|县|区|局|家)|[一二三两]次",
        ),
        (
            "tells",
            r"党的十八大以来|党中央(?![的对、]|决策|重大|权威|集中|关于)|(?:修订|颁布|印发|出台|推出|作出)(?:了|《)|\d{4}年",
        ),
        ("made", "制定|出台|印发|修订|建立|组织|召开|开展|形成|协助"),
        (
            "meaning",
            "意义|必然要求|迫切需要|重要保障|重要性|紧迫性|体现|彰显|标志|遵循|是.{2,30}的(?:关键|基础|前提|保证|根本|重要|核心|具体)|至关重要|实践证明|表明",
        ),
        ("say", "指出|强调|认为|认识|领会|指引|贯彻.{0,6}思想|习近平"),
        (
            "expounds",
            "《[^》]{2,40}》(?:把|立足|着眼|坚持|通篇|明确|强调|开宗明义|对|的)|既.{4,60}又|不是.{2,20}是|进一步明确|是.{2,30}的(?:共同|最|基本|本职)",
        ),
        ("only", "只有|才能|越要|越重|如何|俗话|如果没有|再好的|归根到底|说到底"),
        ("greet", "汇报如下|报告如下|同志们|调研报告|现将|谈点|^各位"),
        ("first_person", "我们|我局|我县|我市|我委"),
        (
            "subject_free",
            f"^(?:{CHINESE}是)?(?:加强|强化|坚持|严格|完善|健全|建立|落实|贯彻|提高|深化|狠抓|推进|充分|认真|坚决|倡导|把握|运用)",
        ),
        ("quote", '[“"]'),
    )
}
EXHORTING = ("meaning", "say", "greet")
MOST = 3  # more of a cue tell no more


def counts(text: str) -> dict[str, float]:
    """Return for each of CUES how often it stands in `text`, at most MOST."""
    return _counts(text, CUES)


def exhorting(text: str) -> dict[str, float]:
    """Return how often the cues that a sentence only exhorts stand in `text`, at most MOST."""
    return _counts(text, EXHORTING)


def _counts(text: str, cues: Iterable[str]) -> dict[str, float]:
    return {cue: float(min(MOST, len(CUES[cue].findall(text)))) for cue in cues}
