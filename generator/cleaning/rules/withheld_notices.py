"""What a site says instead of a text that it keeps back: [隐藏内容，购买后可见] -> nothing.

The place stays on record: what is missing there is a finding (T-012).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.lines import lines_of, undecorated
from generator.cleaning.settings import CleaningSettings

HIDDEN = (
    "(?:此处|以下|本处|剩余|其余|后面|下文|部分|该|本|以上|中间)?(?:内容|正文|文字|章节)?(?:有|已|"
    "被|已被)?(?:隐藏|折叠|屏蔽)"
    "(?:了|的)?(?:部分)?(?:内容|正文|文字|章节|信息|全文)?(?:开始|结束)?"
)
PAY = (
    "付费|购买|支付|登[录陆]|注册|回复|评论|关注|开通|充值|下载|成为会员|会员|VIP|vip|扫码|解锁|"
    "订阅|兑换"
)
SEEN = "可见|查看|阅读|可读|显示|浏览|解锁|可看|观看|获取|复制"
NOTICE = (
    rf"{HIDDEN}(?:[，,：:（(。 ]?.{{0,10}}(?:{PAY}).{{0,16}})?",
    r"(?:此处|以下|中间|下文|后面)?(?:已)?(?:隐藏|省略|略去|删节|折叠)了? ?\d+ ?[个]?(?:字|页|段|"
    r"行|%).{0,20}",
    rf"(?:剩余|其余|余下|后续|以下|更多|完整|全部)(?:的)?(?:\d+ ?%?)?(?:部分)?(?:的)?(?:内容|正文|"
    rf"文字|章节|全文|部分).{{0,8}}(?:需要?|须|请|为|已|仅|后)?.{{0,6}}(?:{PAY}).{{0,20}}",
    rf"(?:请)?(?:{PAY})(?:会员|全文|本文|账号|帐号|公众号|后|之后|即可|才能|\d+元|以|并|"
    rf" )+.{{0,12}}(?:{SEEN}).{{0,12}}",
    rf"(?:本|该|此)(?:内容|部分|文|段|章|节|文章|文档|资源).{{0,10}}(?:仅|只|须|需要?|为)(?:对|限|"
    rf"供)?.{{0,4}}(?:{PAY}|会员).{{0,20}}",
    r"(?:未完|此处未完)[，,、].{0,30}(?:全文|共|当前|显示|请|继续).{0,30}|"
    r"全文共? ?\d+ ?字[，,].{0,30}|(?:以上|当前)(?:为|是|仅)?(?:试读|预览|节选|部分)(?:内容|部分|"
    r"页)?.{0,30}",
    r"(?:请)?(?:认真|仔细)?阅读下面的提示信息|试读(?:部分)?(?:已)?(?:结束|完毕).{0,20}|(?:您|"
    r"你)(?:没有权限|还没有登[录陆]|尚未登[录陆]|的权限不足).{0,30}",
    r"付费(?:内容|阅读|部分|区域)(?:开始|结束|从这里开始|[，,：: ].{0,16})?|(?:以下|以上)(?:为|"
    r"是)付费(?:内容|部分)",
)
WHOLE = re.compile("|".join(NOTICE))
INSERTED = re.compile(rf"[\[【（(〔{{<]+[ ]?(?:{'|'.join(NOTICE)})[ ]?[\]】）)〕}}>]+")
HINT = re.compile(
    "隐藏|付费|剩余|余下|未完|全文|省略|折叠|会员|可见|登录|登陆|试读|预览|提示信息|权限|解锁|"
    "购买|VIP|vip|更多|后续|其余|略去|删节|屏蔽"
)
SURE = re.compile("隐藏|付费|剩余|余下|未完|全文|折叠|提示信息|试读|VIP|vip")
LONGEST = 80
BRACKET = re.compile(r"[\[【（(〔{<][^\[\]【】（）()〔〕{}<>\n]{2,80}[\]】）)〕}>]+")


LACKING = re.compile(
    "隐藏|折叠|屏蔽|剩余|其余|余下|未完|全文共|字[，,]当前|试读|预览|省略|略去|删节|没有权限|"
    "尚未登|解锁|须付费|可见"
)


def says_more(notice: str) -> bool:
    """Tell whether a notice says that part of the text is not there."""
    return LACKING.search(notice) is not None


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every notice, in a line of its own or set in brackets."""
    for line in lines_of(text):
        if not HINT.search(line.words[:LONGEST]) and len(line.words) <= LONGEST:
            continue
        if len(line.words) <= LONGEST:
            plain = undecorated(line.words, "-—=*_~…·•>》▼↓[]【】（）()〔〕{}<>").rstrip("。！!")
            if WHOLE.fullmatch(plain):
                yield line.deletion()
                continue
        for match in BRACKET.finditer(text, line.start, line.end):
            hint = SURE if match[0][0] in "（(" else HINT  # an aside of the text's own is round
            if hint.search(match[0]) and INSERTED.fullmatch(match[0]):
                yield Change(match.start(), match.end(), "")
