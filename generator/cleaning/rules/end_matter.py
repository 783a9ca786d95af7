"""What a page has below a text: —— 全文完 ——, 相关推荐：…, 网友评论（3）… -> nothing.

A mark of the end goes wherever it stands alone.  A list of other texts, and comments, go
with all that stands below their heading, but only where nothing of a document does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.cleaning.ledger import Change
from generator.cleaning.lines import LABELLED, Line, lines_of, undecorated
from generator.cleaning.settings import CleaningSettings

MARK = re.compile(
    "(?:本文|正文|全文|文章|文稿|内容|报告全文)(?:到此)?(?:完|结束|终)了?|全文完毕|"
    "[（(【\\[](?:本文|全文)?(?:完|完毕|结束|END|End)[）)】\\]]"
    "|THE END|The End|已(?:到底|加载完|显示全部)(?:部|了|啦)?(?:内容)?|没有更多(?:内容)?了|"
    "-*END-*|end"
)
BARE_MARK = re.compile("完|END|End|完毕|结束")  # only between dashes
ASKING = re.compile(
    '(?:点击)?(?:左下角|下方)?[“”"]?阅读原文[“”"]?(?:(?:查看|了解|下载|获取|报名|进入|购买|阅读).{0,16})?'
    '|(?:点|戳|赏)[个下]?[“”"]?(?:在看|赞|好看).{0,12}'
    "|(?:喜欢|觉得).{0,12}(?:点个?赞|点在看|分享|转发).{0,16}"
    "|(?:长按|扫描|识别).{0,20}(?:关注|二维码|加群|下载|分享).{0,24}"
    "|(?:请|可)?用?(?:微信|手机)?(?:扫一扫|扫码|扫描).{0,20}(?:关注|分享|下载|加群).{0,20}"
    "|点击上方.{0,16}(?:关注|订阅).{0,16}"
    "|(?:欢迎)?(?:关注|订阅|添加).{0,12}(?:公众号|视频号|微信号|头条号)(?:[:：].{1,20})?"
    "|.{0,8}(?:公众号|微信号|视频号|头条号) ?[:：丨|].{1,30}"
    "|(?:阅读|观看) ?[\\d,.]+[万wk+]*[ \u3000]*(?:在看|赞|点赞|分享).{0,20}"
    "|投稿(?:邮箱|信箱|热线|电话)[:：].{2,60}|(?:商务|广告)合作[:：].{2,60}"
)
LIST = re.compile(
    "(?:[【［\\[].{2,40}[】］\\]])?(?:相关|延伸|推荐|猜你喜欢|热门|精彩|往期|更多|最新|近期|拓展|同类|其他|类似|"
    "本类|过往)的?(?:推荐|阅读|文章|范文|文档|资料|内容|链接|新闻|回顾|精彩|热点|资讯|期刊|搜索|"
    "专题|信息|下载|主题|标签)"
    "(?:推荐|列表|排行)?|猜你(?:喜欢|感兴趣)|(?:大家|他们|你)(?:都在看|可能(?:还)?(?:喜欢|"
    "感兴趣).{0,6})|看(?:过|了)(?:本文|该文|又看).{0,10}|(?:上|下)一?篇(?:文章)?|友情链接|"
    "热文排行|阅读排行|点击排行|排行榜|本文标签|热门标签|文章标签"
)
LISTED = re.compile("^(?:上|下)一?篇(?:文章)?[:：].{0,60}$")
COMMENTS = re.compile(
    "(?:网友|最新|全部|热门|精彩|文章|文档|用户|读者|发表|我要|查看)?(?:评论|留言|跟帖|回复|"
    "热评)(?:列表|区|专区|详情)?(?:[（(] ?\\d+ ?条?[）)])?"
)
COUNTED = re.compile("评论|留言|跟帖|回复")  # alone it may head a section of the document
LONGEST_ITEM = 60
LONGEST_COMMENT = 150
MOST = 60  # lines of a list or of comments
DASHES = "-—=*_~·"


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line below the text that is not the text's."""
    lines = lines_of(text)
    tail = _tail(lines)
    for at, line in enumerate(lines):
        first = at == 0 and len(lines) > 1 and _asks(line.words)
        if at >= tail or first or (at and _is_mark(line.words)):
            yield line.deletion()


def _asks(words: str) -> bool:
    """Tell whether a line asks the reader for something: 点击上方“清廉青石”关注我们."""
    plain = undecorated(words).rstrip("。！!~")
    return len(words) <= LONGEST_ITEM and ASKING.fullmatch(plain) is not None


def _is_mark(words: str) -> bool:
    """Tell whether a line marks the end, or asks the reader for something."""
    if len(words) > LONGEST_ITEM:
        return False
    plain = undecorated(words)
    if MARK.fullmatch(plain) or LISTED.match(plain) or _asks(words):
        return True
    return (
        len(words) - len(plain) > 1
        and BARE_MARK.fullmatch(words.strip(DASHES + " \u3000")) is not None
    )


def _tail(lines: Sequence[Line]) -> int:
    """Return the first line of a list of other texts or of comments that ends the page."""
    earliest = max(1, len(lines) - MOST)
    tail = len(lines)
    list_goes_on = comments_go_on = True
    for at in range(len(lines) - 1, earliest - 1, -1):
        words = undecorated(lines[at].words)
        bare = words.rstrip(":：")
        if comments_go_on and COMMENTS.fullmatch(bare) and not COUNTED.fullmatch(bare):
            tail = at
        if list_goes_on and LIST.fullmatch(bare) and at + 1 < len(lines):
            tail = at
        comments_go_on &= len(words) <= LONGEST_COMMENT and not LABELLED.match(words)
        list_goes_on &= _is_item(words)
        if not (list_goes_on or comments_go_on):
            break
    return tail


def _is_item(words: str) -> bool:
    """Tell whether a line can be the title of another text in a list."""
    return len(words) <= LONGEST_ITEM and not re.search("[。；！，]", words)
