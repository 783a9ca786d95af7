"""What portals, papers and document sites put round a text, told by a line or a class name.

Each rule names what it takes a line for, in the words of the import record.  A line with a
sentence in it is never furniture but for the notes of rights at a page's foot.
"""

from __future__ import annotations

import re
from collections.abc import Container

from generator.content.importing.html_files.page_lines import PageLine
from generator.content.importing.html_files.page_tree import Element

SENTENCE = re.compile(r"[。！？；](?=.)|[。！？；…”）]$")
LONGEST = 160  # letters of a line that a rule may take whole
LINKS_ONLY = 0.75  # of the letters
LEAST_FREE = 4  # letters of a sentence round its links
SHORT = 40

POSITION = re.compile(
    r"[【\[]?(?:您|你)?(?:现在|目前|当前|所在)?(?:所在)?的?位置(?:是|为|在)?[:：]?|当前(?:栏目|页面)[:：]"
)
STEPS = re.compile(r"\s*(?:>+|＞+|»|›|→|->|--|／|/|\\|·|-)\s*")
HOME = re.compile(r"(?:网站)?(?:首页|主页)")
TOOLS = re.compile(
    r"[【\[(（]?(?:"
    r"(?:选择|调整)?(?:字体|字号|文字)(?:大小)?[:：]?(?:[大中小\s|+＋A-]|正常|默认|放大|缩小|超大|较大)*"
    r"|(?:打印|关闭|收藏|下载|保存|转发|复制|推荐|投诉|举报|点赞|纠错|回复|评论|留言)"
    r"(?:本页|本文|此页|此文|窗口|文章|页面|网页|链接|文档|全文|原文|好友|内容)?(?:[(（]?\d+[)）]?)?"
    r"|(?:加入|添加)收藏|设为首页|我要(?:纠错|评论|留言|分享|打印|收藏)|在看|赞|赏|阅读原文|写留言"
    r"|返回(?:顶部|首页|列表|上[一页级]*|主页|目录)?|(?:朗读|语音播报|听全文|无障碍(?:阅读|浏览)?|适老(?:化|版)|长者模式)"
    r"|(?:一键)?分享(?:到|至|给|本文)?[:：]?|(?:微信|新浪|腾讯)?(?:微博|微信|朋友圈|空间)|QQ(?:空间|好友)?|人人网|豆瓣|抖音|手机"
    r"|(?:阅读|浏览|点击|访问|查看|下载|评论|收藏|转发)(?:次数|人数|数量|总量|量|数|率)?[:：]?[(（]?\d*万?\+?次?[)）]?"
    r"|人气[:：]?\d*|大|中|小|简体|繁体|[AaTt]|[+＋-]|更多|(?:开通)?VIP|免费|[￥¥]\s?\d+(?:\.\d+)?|登录|注册|开通"
    r")[】\])）]?[\s|｜·•,，、:：+-]*"
)
NEIGHBOUR = re.compile(r"[<《«←]?(?:上|下|前|后)一?[篇条页则](?:[:：]|$|\s|(?=没有|无))")
RELATED = re.compile(
    r"(?:(?:[\[【].{1,40}[\]】])?(?:相关|关联)(?:阅读|链接|文章|新闻|稿件|报道|推荐|信息|文档|内容|资讯|热词|资料|专题|范文|搜索)"
    r"|(?:推荐|延伸|扩展|拓展|热门|最新|精彩|精选|往期|更多|本类|最近|热点|大家都在看|深度)"
    r"(?:阅读|链接|文章|新闻|稿件|报道|推荐|信息|文档|内容|资讯|排行|回顾|更新|专题|观察)"
    r"|猜你(?:喜欢|想看|还想看).{0,4}|(?:看过|浏览|喜欢).{0,8}还.{0,3}(?:看|喜欢).{0,4}|(?:点击|阅读|新闻|热度|\d+小时|一周|本周|月度)?(?:点击)?排行(?:榜)?"
    r"|大家(?:都在|还)(?:看|搜).{0,4}|为您推荐|为你推荐|专题推荐|图片新闻|友情链接|栏目(?:导航|列表|推荐))\s*(?:[:：>»]|更多|\s)*(?P<rest>.*)"
)
COMMENTS = re.compile(
    r"(?:网友|最新|热门|精彩|全部|用户|文章|发表|我来|我要|写)?(?:评论|留言|跟帖|跟贴|点评|精选留言)(?:列表|区|专区)?"
    r"\s*[(（]?\s*\d*\s*条?\s*[)）]?"
)
RIGHTS = re.compile(
    r"ICP备|ICP证|公网安备|网站标识码|版权所有|©|Copyright|All Rights Reserved|网站备案|网站地图"
    r"|(?:建议|最佳)(?:使用)?.{0,20}分辨率|违法和不良信息举报|信息网络传播视听节目许可证",
    re.IGNORECASE,
)
HOSTS = re.compile(  # who keeps a site; inside a text, who holds an event
    r"(?:主办|承办|协办|维护|运维|技术支持)(?:单位)?[:：].{0,60}"
    r"(?:主办|承办|协办|维护|运维|技术支持|备案|地址|电话|邮编)(?:单位)?|^技术支持[:：]|备案(?:序)?号[:：]"
)
TAGS = re.compile(r"(?:文章)?(?:标签|关键[词字]|[Tt]ags?|所属(?:栏目|分类|专题)|栏目|分类)\s*[:：]")
GREETING = re.compile(
    r"今天是.{4,30}|(?:您好[，,]?)?(?:欢迎|热烈欢迎)(?:您|你)?(?:访问|光临|来到|浏览|使用|登录).{2,40}"
    r"|.{0,20}(?:扫一扫|扫描|长按|识别).{0,24}(?:二维码|关注|公众号|客户端|手机|分享|观看|打开|阅读|下载).{0,20}|扫一扫"
    r"|微信扫.{0,12}|关注.{0,12}公众号|.{0,8}(?:手机|移动|微信|APP)(?:版|端|客户端)"
)
MORE = re.compile(
    r"[-—>》»↓▼\s]*(?:点击)?(?:展开|查看|阅读|加载|显示|收起|下载)(?:全文|更多|全部|剩余.{0,8}|余下.{0,8}|文档|原文)[-—>》»↓▼\s]*"
    r"|(?:共|第)?\d+页?(?:\s*(?:上一页|下一页|首页|尾页|末页|\d{1,3}(?!\d)|共\d+页|\.\.\.))+|(?:\d{1,3}(?!\d)\s*)*(?:上一页|下一页)(?:\s|\d|尾页|末页|上一页|下一页)*"
)
NOTICE = re.compile(
    r"(?:温馨提示|特别提示|友情提示|免责声明|版权声明|版权说明|特别声明|郑重声明|声明|特别说明)[:：]?.{0,200}"
    r"(?:侵权|上传|转载|版权|下载|观点|客服|删除|本站|本网|网友)",
    re.DOTALL,
)
ATTACHMENT = re.compile(
    r"(?:附件|附表|附图|附录|附)\s*[\d一二三四五六七八九十]{0,3}\s*[:：.、]"
    r"|.{2,80}\.(?:docx?|wps|pdf|xlsx?|et|pptx?|ofd|rar|zip)\s*(?:[(（].{0,20}[)）])?$",
    re.IGNORECASE,
)
ABOUT = re.compile(r"meta|info|author|source|nickname|byline|profile", re.IGNORECASE)
EDITOR = re.compile(r"[【(（\[]?(?:责任编辑|责编|编辑|审核|校对|供稿)[:：].{2,30}")
RULES = (  # a whole line -> what it is; the first that fits
    ("工具栏", lambda line, words: _all_tools(words)),
    ("导航", lambda line, words: _is_position(line, words)),
    ("上一篇、下一篇", lambda line, words: bool(NEIGHBOUR.match(words))),
    ("相关链接", lambda line, words: _is_related(line, words)),
    ("评论", lambda line, words: bool(COMMENTS.fullmatch(words)) and len(words) > 1),
    ("页脚", lambda line, words: bool(RIGHTS.search(words))),
    ("标签", lambda line, words: bool(TAGS.match(words)) and line.linked > 0),
    ("展开和翻页按钮", lambda line, words: bool(MORE.fullmatch(words))),
)
OUTSIDE = (  # the same of lines outside the main element only: a text may say such things
    ("页脚", lambda line, words: bool(HOSTS.search(words))),
    ("网站问候", lambda line, words: bool(GREETING.fullmatch(words))),
)
REGIONS = (  # class names, ids and elements -> what stands in them
    ("评论", r"comments?|pinglun|reply|replies|discuss|cmt|disqus|gentie"),
    ("分享按钮", r"share|bdshare|bshare|jiathis|fenxiang|social"),
    (
        "相关链接",
        r"relat\w*|recommend\w*|recommand|xgyd|xglj|xgwz|xgxw|hot\w*|rank\w*|paihang|tuijian|guess|more-?news|readmore",
    ),
    (
        "导航",
        r"nav\w*|menu|crumbs?|breadcrumb\w*|location|position|dqwz|weizhi|topbar|top-?nav|sitemap",
    ),
    ("页脚", r"foot\w*|copyright|copy|bottom|banquan|friend-?links?|youlian"),
    ("页眉", r"head-?er|banner|logo|masthead|top"),
    ("边栏", r"side\w*|aside|right-?(?:bar|col|side)?|rbox"),
    ("广告", r"ads?|advert\w*|gg|guanggao|promo\w*|sponsor\w*"),
    ("工具栏", r"tool\w*|float\w*|fixed|qr\w*|ewm|erweima|search\w*|login"),
)
REGION = tuple(
    (name, re.compile(rf"(?:^|[\s_-])(?:{words})(?=$|[\s_-]|\d)", re.IGNORECASE))
    for name, words in REGIONS
)
ELEMENTS = {"nav": "导航", "footer": "页脚", "header": "页眉", "aside": "边栏"}
OF_ARTICLES = ("header", "footer")  # an article has its own
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def links_only(line: PageLine) -> bool:
    """Tell whether nearly all of a line leads elsewhere; a sentence that names laws does not."""
    free = line.letters - line.linked
    if free >= LEAST_FREE and SENTENCE.search(line.words):
        return False
    return line.linked >= LINKS_ONLY * max(1, line.letters)


def has_sentence(line: PageLine) -> bool:
    """Tell whether a line ends a sentence."""
    return SENTENCE.search(line.words) is not None


def is_prose(line: PageLine) -> bool:
    """Tell whether a line is a sentence, or long enough for one, and no link."""
    free = line.letters - line.linked
    if links_only(line) or line.kind == "row":
        return False
    return free >= SHORT or (free >= 10 and SENTENCE.search(line.words) is not None)


def furniture(line: PageLine, outside: bool = False) -> str:
    """Return what a line of the page is, told by its words; empty where it may be matter.

    Outside the main element more is furniture, and the rows of a table are judged too.
    """
    words = line.words.strip()
    if (line.kind == "row" and not outside) or len(words) > LONGEST:
        return ""
    sentence = SENTENCE.search(words) is not None and line.letters - line.linked > SHORT / 2
    for name, fits in (*RULES, *OUTSIDE) if outside else RULES:
        if (not sentence or name == "页脚") and fits(line, words):
            return name
    return ""


def is_notice(line: PageLine) -> bool:
    """Tell whether a line is a site's notice on rights and liability."""
    return NOTICE.match(line.words) is not None


def is_attachment(line: PageLine) -> bool:
    """Tell whether a line names what is attached to the text, link or no link."""
    return ATTACHMENT.match(line.words) is not None


def region(home: Element, stop: Container[Element] = ()) -> str:
    """Return what the part of the page is in which an element stands; empty where none says.

    The elements `stop` and those above them say nothing: they hold the matter too.
    """
    at: Element | None = home
    steps = 0
    while at is not None and at not in stop and steps < 12:
        if at.tag in ELEMENTS and not (at.tag in OF_ARTICLES and _in_article(at)):
            return ELEMENTS[at.tag]
        said = f"{at.attributes.get('class', '')} {at.attributes.get('id', '')}"
        if len(said) > 1:
            said = CAMEL.sub("-", said[:200])
            for name, pattern in REGION:
                if pattern.search(said):
                    return name
        at = at.parent
        steps += 1
    return ""


def is_about(home: Element) -> bool:
    """Tell whether an element says by its name that it tells of the text: meta, info, author."""
    said = home.attributes
    return ABOUT.search(f"{said.get('class', '')} {said.get('id', '')}"[:200]) is not None


def _in_article(element: Element) -> bool:
    parent = element.parent
    return parent is not None and parent.tag == "article"


def heads_links(line: PageLine) -> bool:
    """Tell whether a line may be the heading of a list of links."""
    return line.letters <= 12 and not SENTENCE.search(line.words) and line.kind != "row"


def _all_tools(words: str) -> bool:
    if len(words) > 80:
        return False
    rest = TOOLS.sub("", words).strip(" \xa0\u3000|｜·•【】[]（）():：,，")
    return not rest or (len(rest) < len(words) - 4 and EDITOR.fullmatch(rest) is not None)


def _is_position(line: PageLine, words: str) -> bool:
    """Tell whether a line says where in the site the page is."""
    named = POSITION.match(words)
    steps = [each for each in STEPS.split(words) if each]
    if named:
        return line.linked > 0 or len(steps) > 1 or HOME.search(words) is not None
    if len(steps) < 2 or any(len(each) > 20 for each in steps):
        return links_only(line) and all(len(each) <= 8 for each in re.split(r"[|｜\s]+", words))
    return HOME.match(words) is not None or line.linked * 2 > sum(map(len, steps))


def links_mostly(line: PageLine) -> bool:
    """Tell whether half of a line or more leads elsewhere."""
    return line.linked * 2 >= line.letters


def _is_related(line: PageLine, words: str) -> bool:
    """Tell whether a line heads links to other texts, or is such links with their heading."""
    match = RELATED.fullmatch(words)
    return match is not None and (not match["rest"] or links_mostly(line))
