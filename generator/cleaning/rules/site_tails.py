"""The name of the site behind a title: …的实施方案——青石新闻网-青石纪检监察网 -> …的实施方案.

Only what names a site beyond doubt goes: it ends as sites do (网, 网站, 频道, 论坛 …), or it stands
behind a mark that titles do not have (_, |) and names an office.  A subtitle stays:
——以青石镇为例, ——织密基层监督网.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.organs import organ
from generator.cleaning.ledger import Change
from generator.cleaning.lines import LABELLED, first_lines
from generator.cleaning.settings import CleaningSettings

MARK = (
    r"(?:[ \u3000]*(?:(?P<dash>[-–—―─]{1,3})|[_＿]{1,2}|[|｜丨]{1,2})[ \u3000]*| [·•] "
    r"|(?P<gap>[ \u3000]+))"
)
TAIL = re.compile(rf"(?<=\S){MARK}(?P<name>[^-–—―─_＿|｜丨。，；：、“”《》（）\s]{{2,24}})$")
SITE = re.compile(
    r"\S{0,18}(?:网站?(?:首页)?|门户|频道|论坛|文库|范文|贴吧|博客|微博|公众号|客户端|信息港|百科|之窗|在线"
    r"|热线|文档|新闻中心|资源库|视频号|头条号|百家号|\.com|\.cn|\.net)"
    r"|首页|主页|道客巴巴|知乎|简书|搜狐|腾讯|新浪|新华社|文秘(?:站|家园)|公文(?:写作|之家)"
)
BEYOND_DOUBT = re.compile(  # behind a mere blank
    r"[\u4e00-\u9fff]{2,10}(?:新闻|政府|党建|信息|文秘|范文|纪检监察|廉政|先锋)网|\S{2,12}(?:门户网站|官网|文库|论坛)"
)
NETWORK = re.compile(  # nets that are no sites
    "(?:监督|防护|保护|安全|关系|情报|服务|责任|防控|互联|物联|治理|制度|监测|预警|交通|执法|治安|组织|民生|保障"
    "|一张|[管电水路天法铁蛛渔鱼滤防联张心罗])网$"
)
SPEAKS = re.compile(  # how a subtitle begins, or what a name has not in it
    "^(?:[以从让用为把在对向由将给使织构建筑打扎密破铺编拉撒搭布架兜关论谈记写来读听评看兼再也浅]"
    "|推[进动行]|加强|深化|做[好实]|走进|聚焦)|[的了是与和及]|如何|何以|怎样"
)
HEAD = 20  # lines with words that are looked at
LONGEST = 150
LONGEST_DASHED = 12
LONGEST_CHANNEL = 8
LEAST_TITLE = 6
LEAST_HEADLINE = 10
MOST_TAILS = 4


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for what stands behind the title in a line above the text."""
    for line in first_lines(text, HEAD):
        if "。" in line.words or LABELLED.match(line.words):
            return
        if len(line.words) <= LONGEST:
            title = without_site_tail(line.words)
            if title != line.words:
                start = line.start + text[line.start : line.end].index(line.words) + len(title)
                yield Change(start, start + len(line.words) - len(title), "")


def without_site_tail(words: str) -> str:
    """Return a line without the names of sites behind it."""
    title = words
    for cut in range(MOST_TAILS):
        match = TAIL.search(title)
        before = title[: match.start()] if match else ""
        if match is None or len(before) < LEAST_TITLE:
            break
        if not (_is_site(match, before) or (cut and _is_channel(match, before))):
            break
        title = before
    return title


def _is_site(match: re.Match[str], title: str) -> bool:
    """Tell whether what stands behind the mark names a site, or an office as only sites do."""
    name, dash = match["name"], match["dash"]
    if match["gap"]:
        return BEYOND_DOUBT.fullmatch(name) is not None and not SPEAKS.search(name)
    if SITE.fullmatch(name):
        doubtful = SPEAKS.search(name) or NETWORK.search(name) or len(name) > LONGEST_DASHED
        return dash is None or not doubtful
    if dash is None:
        whole = is_named(title) or ("_" in match[0] and len(title) >= LEAST_HEADLINE)
        return whole and not is_named(name) and not SPEAKS.search(name)
    return dash == "-" and is_named(title) and (bool(organ(name)) or name.endswith("新闻"))


def _is_channel(match: re.Match[str], title: str) -> bool:
    """Tell whether a name before that of the site is the site's too: 总结_范文大全_文秘家园."""
    plain = len(match["name"]) <= LONGEST_CHANNEL and not SPEAKS.search(match["name"])
    return plain and match["dash"] in (None, "-") and is_named(title)
