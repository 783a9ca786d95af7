"""Which characters of a scan are in doubt.

Two kinds: the reader is not sure (its score is low), or another character that looks alike is
nearly as likely: 己已, 未末, 日曰.
"""

from __future__ import annotations

UNSURE = 0.75
LOOK_ALIKES = tuple(
    frozenset(each)
    for each in (
        *(
            "己已巳",
            "未末",
            "日曰目",
            "人入八",
            "土士",
            "千干于",
            "戊戌戍",
            "天夫",
            "太大犬",
            "王玉主",
        ),
        *(
            "白自",
            "今令",
            "免兔",
            "刀力",
            "甲申由",
            "侯候",
            "拔拨",
            "崇祟",
            "辨辩",
            "卖买",
            "一—-－",
        ),
        *(
            "二=",
            "〇O0o○",
            "l1I|",
            "贫贪",
            "治冶",
            "准淮",
            "没设",
            "折拆析",
            "弋戈",
            "帅师",
            "亳毫",
        ),
        *("博搏", "扬杨", "沦论伦", "枝技", "历厉", "密蜜", "栗粟", "茶荼", "晴睛", "睢雎", "壶壸"),
        *("采釆", "口囗", "夂攵"),
    )
)


def in_doubt(text: str, score: float, alternative: str) -> bool:
    """Tell whether a character read with a score may be another."""
    if not text.strip():
        return False
    if score < UNSURE:
        return True
    return bool(alternative) and any(text in each and alternative in each for each in LOOK_ALIKES)
