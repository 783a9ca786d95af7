"""Words that no dictionary lists, as there are too many: 范某, 于局长, 几里, 三只.

A surname keeps a form of its own (范 not 範, 于 not 於) before 某, a title, or behind 姓; 里
behind a number is the measure, and 只 there is 隻.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

SURNAMES = dict(
    zip("范余于后谷郁岳钟党种占舍丰涂游", "范余于后谷郁岳鍾党种占舍丰涂游", strict=True)
)
TITLES = re.findall(
    r"\S+",
    """某 某某 某甲 某乙 同志 先生 女士 老师 师傅 老汉 大妈 大爷 氏 教授 医生 大夫 律师 法官 检察官
    警官 书记 秘书长 主任 局长 处长 科长 厅长 部长 省长 州长 市长 县长 区长 镇长 乡长 村长 院长 校长
    所长 站长 队长 组长 股长 庭长 行长 会长 董事长 总经理 经理""",
)
BEFORE = "姓老小"
NUMBERS = "一二两三四五六七八九十百千万几数"
POINTING = "这那每整半某"
MEASURES = {"里": "里", "只": "隻", "周": "週"}
AFTER_MILES = frozenset("外地路长远之多铺坡河沟桥店岗")
WEIGHT = 1.5  # by how much they outweigh their characters

PARTICLES = "于后"  # as words they stand before 某 and titles as well: 服务于某地, 此后某日
NAMED = frozenset("人员者师民工户主机理手官警匠记士妻夫父母儿子女友方任委授犯徒和与由请让被经及")
COUNTED = frozenset("年月日天时地处个些种项次段类一方县市省区镇乡街村局公企单商店厂校院")


def names_and_measures(plain: Mapping[int, str]) -> dict[str, str]:
    """Return word -> its traditional form, where `plain` has the forms of single characters."""
    found: dict[str, str] = {}
    for (surname, form), title in product(SURNAMES.items(), TITLES):
        found[surname + title] = form + title.translate(plain)
    for (surname, form), sign in product(SURNAMES.items(), BEFORE):
        if (surname, sign) != ("于", "小"):  # less than
            found[sign + surname] = sign + form
    for number, (measure, form) in product(NUMBERS + POINTING, MEASURES.items()):
        if measure == "只" or number in NUMBERS:
            found[number + measure] = number.translate(plain) + form
    return found


def is_word_there(text: str, start: int, word: str) -> bool:
    """Tell whether `word` of `names_and_measures` is meant in `text`: 司机于某 but not 死于某地."""
    if word[0] not in PARTICLES or word[-1] in MEASURES:
        return True
    if text[start + len(word) : start + len(word) + 1] in COUNTED and word[-1] == "某":
        return False
    before = text[start - 1 : start] if start else ""
    return not "\u3400" <= before <= "\u9fff" or before in NAMED
