"""Lines that a document site adds: 展开全文 / 点击查看更多 / 本文来自…，转载请注明出处 -> nothing.

Only whole lines (or a bracketed aside that ends one), never words inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.lines import lines_of
from generator.cleaning.settings import CleaningSettings

ADDRESS = r"(?:https?://|www\.)[^\s，。；）)]{3,200}"
SITE = "网|站|文库|范文|公众号|平台|www|\\.com|\\.cn"
LINES = (  # nobody writes these in a document, whatever stop they end in
    r"(?:点击|请点击|点此|轻触)?(?:此处)?(?:阅读|展开|查看|显示|浏览|加载)(?:全文|更多|剩余|余下|"
    r"完整|原文|下一页)"
    r"(?:内容|全文|部分|正文|剩余\d*%?)?",
    r"(?:未完待续|剩余\d+%未读|还有\d+%的内容|试读(?:已)?结束|预览(?:已)?结束).{0,40}",
    r".{0,12}(?:开通|成为|升级|购买|充值).{0,4}(?:VIP|vip|Vip).{0,30}",
    r".{0,12}(?:VIP|vip|Vip).{0,6}(?:免费|专享|专区|可见|下载|文档|阅读|即可|全文).{0,20}",
    r"(?:付费|登录|关注|扫码|支付|购买|下载)后?.{0,6}(?:即可|可以?|才能|方可)?.{0,4}"
    r"(?:阅读|查看|下载|浏览)(?:全文|本文|完整|文档|正文).{0,12}",
    rf"(?:本文|本文档|以上内容|本资料|文章)(?:来自|来源于|转自|摘自|"
    rf"选自)于?.{{0,40}}(?:{SITE}).{{0,30}}",
    rf"(?:本文|本文档|以上内容|本资料)由.{{0,40}}(?:{SITE}).{{0,12}}(?:整理|收集|上传|发布|"
    rf"提供).{{0,30}}",
    r"(?:更多|推荐|精选|热门)(?:精彩|优质)?(?:内容|文章|范文|阅读|资料)(?:请|敬请|尽在|关注|"
    r"[:：]).{0,60}",
    r"(?:免责声明|版权声明|版权说明|特别声明|郑重声明|特别说明|声明)[:：].{0,200}(?:网|站|删除|"
    r"转载|版权|侵权|上传).{0,60}",
    r"转载请注明.{0,60}|侵权必究.{0,20}|如有侵权.{0,12}(?:联系|删除|告知).{0,40}",
    r"未经(?:授权|许可|同意).{0,8}(?:不得|禁止|请勿|谢绝)(?:转载|复制|摘编).{0,40}",
    r"版权所有(?:[:：©， ].{0,40})?",
    r"(?:扫描|扫一扫|长按|识别).{0,12}二维码.{0,10}(?:关注|下载|查看|阅读|加|微信|公众号).{0,20}",
    r"(?:关注)?(?:微信)?公众号[:：].{1,30}",
    rf"[\u4e00-\u9fff]{{0,12}}[:： ]{{0,2}}{ADDRESS}",
)
UNSTOPPED = (  # these only where no sentence ends
    r".{0,12}(?:开通|成为|升级|购买|充值|登录).{0,4}会员.{0,12}(?:下载|阅读|查看|免费|可见|全文|"
    r"即可|专享).{0,20}",
    r"会员.{0,4}(?:免费|专享|可见|可读|专区).{0,20}",
    r"(?:相关|延伸)(?:阅读|推荐|文章|范文)(?:[:：].{0,60})?|猜你喜欢",
    r"(?:上一篇|下一篇|上一页|下一页)(?:[:：].{0,60})?",
    r"分享到.{0,4}(?:微信|朋友圈|微博|QQ|好友).{0,30}",
    r"(?:收藏|打印)本文|返回(?:顶部|首页)|点赞[ \d（(]{0,8}",
)
WHOLE = re.compile("|".join(LINES))
WHOLE_UNSTOPPED = re.compile("|".join(UNSTOPPED))
OPENING = " \t\u3000\xa0-—=*_>》»↓▼…•[（(【"
CLOSING = " \t\u3000\xa0-—=*_<《«↓▼…>])）】"
STOPS = re.compile(r"[。；](?=.)")
LONGEST = 260


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line of promotion, its line end with it."""
    for line in lines_of(text):
        if len(line.words) <= LONGEST and _is_promotion(line.words):
            yield line.deletion()


def _is_promotion(words: str) -> bool:
    """Tell whether a line is the site's, whatever dashes and brackets stand around it."""
    declared = words.startswith(("免责", "版权", "声明", "特别声明", "郑重声明"))
    if STOPS.search(words) and not declared:
        return False
    inner = words.lstrip(OPENING)
    if WHOLE.fullmatch(inner.rstrip(CLOSING + "。.!！~")):
        return True
    inner = inner.rstrip(CLOSING)
    return not inner.endswith(tuple("。；！？")) and WHOLE_UNSTOPPED.fullmatch(inner) is not None
