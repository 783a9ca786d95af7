"""The words that web pages and document sites put around a text, and how much each proves.

A line is of the site when it consists of such words and nothing else.  What a document
could hold as well (下载, 打印, 评论) proves little by itself; 设为首页 proves it alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum


class Worth(IntEnum):
    """What a line is: the document's, of either, of the site where others are, of the site."""

    DOCUMENT = 0
    NEUTRAL = 1
    WEAK = 2
    STRONG = 3


LONGEST = 200
ALONE = (  # nobody writes these in a document
    "设为首页|设为主页|设置首页|加入收藏夹?|添加收藏|(?:收藏|打印|关闭|分享|举报|投诉)(?:本站|"
    "本页|本文|此文|此页|文章|文档|窗口|页面|按钮)"
    "|加入书签|网站地图|网站导航|站点地图|网站首页|联系我们|关于我们|友情链接|"
    "返回(?:网站)?(?:首页|主页|顶部|列表|上页|上一页|上级)"
    "|打印预览|字体大小|(?:调整|改变)字体|(?:放大|缩小|默认|正常)字[体号]"
    "|(?:一键|立即)?分享(?:到|至|给|赚钱|有礼)(?:微信|朋友圈|微博|好友|QQ)?[:：]?|QQ空间|QQ好友|"
    "(?:腾讯|新浪)微博|人人网|开心网|百度贴吧"
    "|微信(?:好友|扫一扫|朋友圈|分享)|朋友圈|复制链接|无障碍(?:阅读|浏览|通道|版)?|长者(?:模式|版|"
    "助手|专版|专区|通道)|适老(?:化|版)"
    "|(?:手机|电脑|移动|触屏|简体|繁体|繁體|简|英文|老年)版|English"
    "|(?:立即|免费|快捷|一键|点击|点此|马上|高速|本地|开始|普通|会员登录|游客一键)下载|"
    "(?:点击)?(?:此处|这里)下载|(?:下载|预览|收藏|购买)(?:文档|本文|全文|资源|地址|次数|积分|文件|"
    "权限|文章)"
    "|(?:加入|开通|升级|成为|购买)(?:会员|VIP|vip)|(?:VIP|vip)(?:专免|专享|免费|特权|会员|文档)+|"
    "(?:三方|第三方)登[录陆]下载|会员(?:登录|中心|专享|免费|原创)"
    "|(?:侵权|版权)(?:投诉|申诉|举报)|投诉举报|我要(?:举报|投稿|评论|纠错|收藏)|在线投稿|换稿|"
    "以稿换稿|(?:发表|查看|最新|网友|全部|文档|文章|用户|热门)评论"
    "|帮助中心|用户登[录陆]|登[录陆]下载|三方登[录陆]|(?:免费|立即)注册|忘记密码[？?]?|找回密码|"
    "验证码|换一[换批张]|支付方式|看不清"
    "|(?:全站|站内|高级|热门|热点|全文|信息)(?:搜索|检索)|热门(?:站点|标签|文档|下载)|(?:全部|"
    "所有)分类|ImageVerifierCode|推荐度|上一页|下一页|加载中"
    "|(?:点击)?(?:查看|展开|阅读|加载|显示)(?:更多|全文|剩余|余下|全部)(?:全文|内容|文字)?|余下全文"
    "|(?:本)?网站(?:已)?支持 ?IP[Vv]6|(?:文本|文档)?预览下载声明"
    "|(?:网站|隐私|版权|法律)声明|下载全文"
    "|(?:查看|更多)(?:同类|相似|相关)(?:文献|文章|文档)"
    "|(?:APP|App|客户端|合集)下载|下载(?:APP|App|客户端)"
    "|只看该?(?:作者|楼主)|楼主|沙发|板凳|倒序浏览|使用道具|显示全部楼层|电梯直达|发新帖|回帖|"
    "\\d{1,4}[楼#]"
    "|\\d{1,4}\\+|温馨提[示醒]|友情提[示醒]|[\\d.]+ ?(?:KB|MB|kb|mb|K|M)(?![A-Za-z])|第 ?\\d+ ?页"
)
TOOLS = (  # these where others stand beside them
    "[\u4e00-\u9fff]{0,4}[首主]页|首頁|"
    "通知公告|公示公告|工作动态|新闻动态|新闻中心|要闻动态|校园要闻|学校要闻|媒体聚焦|图片新闻|部门动态|"
    "相关(?:附件|链接|文件|信息|文档|稿件)|回复|"
    "分享|收藏|打印|关闭|举报|投诉|登录|登陆|注册|搜索|检索|下载|点赞|评论|转发|"
    "返回|更多|展开|收起|微信支付|微信开放平台登录|QQ登录|微信|微博|支付宝|QQ|Qzone|qzone"
    "|图片|—?分享—?|简体|繁体|相关|资源描述|文档(?:简介|介绍|描述|详情|分类|预览)|资源(?:简介|介绍|详情)|账号|"
    "密码|邮箱|手机|导航|栏目|分类|复制|字体|字号|纠错|评分|顶部"
    "|约? ?[\\d.]+ ?[万千]?字|约? ?\\d{1,4} ?页|发布于[\u4e00-\u9fff]{2,8}|"
    "\\d{1,8}(?![\\d年月日.\\-/、])"
    "|[\u4e00-\u9fffA-Za-z0-9]{1,12}(?:网站?|文库|论坛|门户|信息港|在线)(?![\u4e00-\u9fff])"
)
NOTHING = "[大中小特]|正文|标准|默认|普通"
COUNTED = "阅读|浏览|点击|访问|查看|下载|评论|点赞|在看|转发|收藏|人气|热度|播放|推荐|关注"
COUNTERS = (
    rf"(?:总|被)?(?:{COUNTED})(?:次数|总数|人数|人次|量|数|率|"
    rf"度)?[:：]? ?[（(]? ?[\d,.]+ ?[万wWkK]?\+? ?(?:次|人次|人|条)?"
    rf"|(?:{COUNTED})(?:次数|人数|人次|量|数|率)[:：]?(?: ?次)?"
    rf"|(?:已有)? ?\d+ ?[人次位](?:次|网友)?(?:已|已经)?(?:发表了?|参与了?)?(?:{COUNTED})"
)
EDITING = (  # who put the page up, and when
    "(?:文章|信息|稿件|新闻|内容|资料)?来源|稿源|(?:发布|发表|更新|上传|录入|发稿|编辑|添加|"
    "修改)(?:时间|日期)|责任编辑|责编|编辑|审核|校对|录入|发布(?:人|者|单位)|信息员|上传[人者]|"
    "整理|小编"
    "|(?:文档|资源|资料|文章|试题)?(?:编号|序号|ID|Id)|ID|(?:文档|文件|资源|资料|文章)?(?:大小|"
    "格式|类型|页数|字数|热度|价格|售价|性质|语言|星级|评级)|全文页数|总页数"
    "|下载(?:积分|所需|地址|费用|币|点数|券|次数)|所需(?:积分|金币|点数)|积分|售价|所属(?:栏目|"
    "分类)|文章(?:分类|类别)|浏览权限"
)
STATING = "作者|撰稿|供稿|时间|日期|分类|标签|类别|栏目|关键[词字]"  # a document states these too
PUBLISHED = (  # the list of what is public about a document
    "索引号|信息索引号?|主题分类|信息分类|体裁分类|组配分类|发文机[构关]|发布机[构关]|公开(?:方式|"
    "日期|时限|范围|类型|主体)|发文(?:字号|日期|时间)|成文日期|生成日期"
    "|生效日期|废止日期|有效性|效力状态|信息名称|内容概述|主题词|文件编号|公开属性|公开目录"
)
KEY = re.compile(
    rf"(?:(?P<editing>{EDITING}|{PUBLISHED})|"
    rf"(?P<stating>{STATING}))[ \u3000]*[】\]]?[ \u3000]*[:：丨|]"
)
BEYOND = re.compile(
    rf"(?:{EDITING}|{STATING}|{PUBLISHED})[ \u3000]*[】\]]?[ \u3000]*[:：丨|]|{COUNTERS}"
    rf"|[|｜【\[]|(?:设为|加入收藏|字体|字号|打印|关闭|分享)"
)
SENTENCE = re.compile("[。；！？，]")
LONGEST_VALUE = 40
SEPARATOR = re.compile(
    r"[\s|｜丨·•◆■★●▪/\\,，、;；>＞»›→…\-—–_=*()（）\[\]【】〖〗<>《》「」:：.。!！~～+↓▼√]*"
)
DATE = re.compile(
    r"(?:19|20)\d\d ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2}日?(?:[ \u3000]*\d{1,2}[:：]\d\d(?:[:：]\d"
    r"\d)?)?"
    r"|\d{1,2}[:：]\d\d(?:[:：]\d\d)?|\d{1,2}-\d{1,2}"
)
WORDS = re.compile(
    f"(?P<strong>{COUNTERS}|{ALONE})|(?P<tool>{TOOLS})|(?P<nothing>{NOTHING})|"
    f"(?P<date>{DATE.pattern})"
)
WHOLE_STRONG = re.compile(
    "(?:您好[，,!！]?)?(?:热烈)?欢迎(?:您|你)?(?:光临|来到|访问|莅临|登[录陆]|进入|浏览|使用|"
    "关注).{0,40}"
    "|.{1,20}(?:网|网站|站|文库|门户|平台|论坛)[，,!！ ]{0,2}欢迎(?:您|你|大家).{0,12}"
    "|今天是[:： ]?.{0,40}|点击.{0,6}关注.{0,16}|.{1,40}[._ ](?:docx?|pdf|pptx?|xlsx?|txt|"
    "wps)[_ ]*第 ?\\d+ ?页"
    "|原创 .{2,40}(?:19|20)\\d\\d-\\d\\d-\\d\\d.{0,24}|收录于(?:合集|话题|专辑).{0,40}"
    "|发表于[:： ]?(?:19|20)\\d\\d-\\d{1,2}-\\d{1,2}.{0,40}|本帖最后由.{2,40}编辑"
    "|.{0,8}(?:楼主|感谢分享|谢谢分享)(?:辛苦|分享|好人|威武|顶).{0,12}|顶(?:一个|起来)[!！]?"
    "|(?:用|请|可)?(?:微信|手机)?扫(?:一扫|码|描).{0,8}手机.{0,12}"
    "|.{0,60}(?:ICP备|公网安备|网站标识码).{0,80}|(?:Copyright|版权所有|©).{0,100}|.{0,40}客服QQ.{0,40}"
    "|[【（(]?(?:文章|全文|本文)共 ?\\d+ ?字.{0,40}"
    "|[（(]?(?:以下|以上)?(?:评论|留言|内容).{0,20}(?:网友|作者).{0,16}(?:本站|本网).{0,20}"
    "|(?:主办|承办)(?:单位)?[:：].{2,40}(?:承办|技术支持|运维|协办)(?:单位)?[:：].{2,40}"
    "|(?:网站)?首页(?:[ \u3000|｜]+[\u4e00-\u9fff]{2,6}){3,14}|(?:本|该)文档共 ?\\d+ ?页.{0,30}"
    "|\\S{2,16} (?:19|20)\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d 发表于[\u4e00-\u9fff]{2,4}"
    "|(?:上|下)一[篇条则][:：].{0,60}|(?:暂无|还没有)评论.{0,8}|.{2,16}版权所有.{0,40}"
    "|本文(?:由|来自|来源于|转自).{2,30}(?:整理|发布|提供|收集|转载).{0,40}|.{0,20}转载请注明.{0,30}"
    "|(?:19|20)\\d\\d[-/.]\\d\\d?[-/.]\\d\\d? +\\d\\d:\\d\\d(?::\\d\\d)?"
    " .{0,20}(?:点击|浏览|阅读|访问).{0,16}"
    "|(?:还剩|剩余) ?\\d+ ?页未读.{0,8}"
    "|下载(?:文档|本文|资源)到(?:电脑|手机|本地).{0,16}"
    "|(?:版权|免责)(?:提示|声明|说明)[:：].{0,120}(?:上传|侵权|网站|本站|转载|原作者).{0,80}"
    "|《.{2,80}》由会员分享.{0,160}|下载(?:资源|文档|本文)?需要 ?\\d+ ?(?:金币|积分|元|点)"
)
NOTE = re.compile(  # what a site says of its own files
    r"(?:\d{1,2} ?[.、．)） ] ?)?.{0,40}?(?:本站|本网站|[本该此](?:文档|资源|资料|文件|试题)|"
    r"PDF文件|用户名和密码|试题试卷类文档|压缩文件|解压|文档和图纸)"
    r".{0,120}?(?:下载|上传|侵权|用户|浏览器|会员|预览|客服|版权|压缩|解压|安装|软件|答案|邮箱).{0,120}"
)
PROSE_OF_SITES = re.compile(  # what a sentence of a site has in it; others need no look
    "欢迎|今天是|点击|文档|資源|资源|资料|文件|试题|本站|网站|本網|用户名|压缩|解压|图纸|会员|"
    "[【\\[|｜]|下载|阅读|浏览|版权|免责|楼主|备案|ICP|公网|评论|内容|共|本文|转载"
)
NOTE_OF_DOCUMENT = re.compile("单位|部门|归档|保密|存档|涉密|附件")
WHOLE_WEAK = re.compile(
    r"[\u4e00-\u9fffA-Za-z/]{2,14}[ \u3000]*[>»›]"
    "|(?!.*(?:同志|各位|朋友|大家|你好|您好))[^。，：\\s]{4,14} [^。，：\\s]{4,14}[！!]"
    "|(?:主办|承办)(?:单位)?[:：][^。]{2,60}|[^。，]{4,24}主办"
    "|[\u4e00-\u9fff]{2,8} (?:19|20)\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d(?::\\d\\d)?.{0,16}"
    "|.{0,16}(?:19|20)\\d\\d年\\d{1,2}月\\d{1,2}日[ \u3000]*星期[一二三四五六日天].{0,12}"
)
SPACED_KEY = re.compile(  # 索 引 号：
    "(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff][ \u3000]{1,4}){1,3}[\u4e00-\u9fff](?=[ \u3000]?[:：])"
)
TRADITIONAL = str.maketrans(
    "頁當瀏覽擊發佈來編輯責關閉點閱讀數號體報載設為歡訪錄陸註冊搜檢權評論轉發贊導欄類複製訴時間於"
    "網門壇書簽縮簡單下傳",
    "页当浏览击发布来编辑责关闭点阅读数号体报载设为欢访录陆注册搜检权评论转发赞导栏类复制诉时间于"
    "网门坛书签缩简单下传",
)


def weigh(words: str) -> Worth:
    """Return what a line with these words is."""
    if not words or len(words) > LONGEST:
        return Worth.DOCUMENT
    if "。" in words and not PROSE_OF_SITES.search(words):
        return Worth.DOCUMENT
    words = words.translate(TRADITIONAL)
    words = SPACED_KEY.sub(lambda match: "".join(match[0].split()), words)
    if WHOLE_STRONG.fullmatch(words):
        return Worth.STRONG
    if NOTE.fullmatch(words) and not NOTE_OF_DOCUMENT.search(words):
        return Worth.STRONG
    kinds = list(_items(words))
    if not kinds or "" in kinds:
        date = words.startswith(("时间", "日期", "会议"))
        return Worth.WEAK if WHOLE_WEAK.fullmatch(words) and not date else Worth.DOCUMENT
    editing, stating, tools = (kinds.count(kind) for kind in ("editing", "stating", "tool"))
    sizes = kinds.count("nothing")  # 大 中 小
    if "strong" in kinds or editing + stating > 1 or tools > 1 or sizes > 2:
        return Worth.STRONG
    return Worth.WEAK if editing or tools else Worth.NEUTRAL


def _items(words: str) -> Iterator[str]:
    """Yield the kind of every item of a line; "" for what is none."""
    at = _past(words, 0)
    while at < len(words):
        if key := KEY.match(words, at):
            end = _value_end(words, key.end())
            if end < 0:
                yield ""
                return
            empty = not words[key.end() : end].strip()
            yield "tool" if empty and key.lastgroup == "stating" else key.lastgroup or ""
        elif item := WORDS.match(words, at):
            end = item.end()
            yield item.lastgroup or ""
        else:
            yield ""
            return
        at = _past(words, end)


def _past(words: str, at: int) -> int:
    separator = SEPARATOR.match(words, at)
    return separator.end() if separator else at


def _value_end(words: str, start: int) -> int:
    """Return where the value behind a key ends, -1 where it is no value but a sentence."""
    following = BEYOND.search(words, start)
    end = following.start() if following else len(words)
    value = words[start:end]
    return -1 if len(value) > LONGEST_VALUE or SENTENCE.search(value) else max(end, start)
