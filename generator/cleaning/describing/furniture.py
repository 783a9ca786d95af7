"""What portals and document sites print around a text: breadcrumbs, greetings, tools, site tails.

Here it is only recognised, so that no title is read from it; cutting it is for cleaning rules.
"""

from __future__ import annotations

import re

from generator.text.numerals import ARABIC, COUNTING

BREADCRUMB = re.compile(
    r"^[•·\s]*(?:您?(?:现在|当前)?的?(?:当前)?(?:所在)?位置|您(?:现)?在的?位置|当前(?:页面|栏目)"
    r"|所在位置|导航)\s*(?:是)?\s*[:：]?"
    r"|^(?:网站)?(?:首页|主页)\s*(?:[>＞》›»/|\-—]|$)|(?:首页|主页)\s*[>＞›»]"
    r"|^[^<。]*[^<。\s>]\s*[>＞›»]+\s*[^<>。\s][^<。]*$"
)
SITE = re.compile(
    r"欢迎(?:您)?(?:访问|光临|来到|浏览|进入)|欢迎[您你][!！]|设为首页|加入收藏|收藏本[站页]"
    r"|无障碍|长者(?:模式|版)"
    r"|简体\s*[|｜]?\s*繁[体體]|网站地图|返回(?:顶部|首页|列表)|^(?:登录|注册|首页|手机版|移动端"
    r"|关怀版)(?=\s|[|｜]|$)"
    r"|(?:门户网站?|政府网|新闻网|文库|范文网?|素材网|资源网)\s*(?:首页)?[】\]]?$|https?:|www\.|\.(?:com"
    r"|cn|net|org)\b"
    r"|今天是|^来自\s.{2,40}的文章$|ICP备|公网安备|扫描?(?:一扫)?二维码|关注我们|公众号$|APP下载"
    r"|下载APP|视力保护|字号"
    r"|字体[:：]|打印(?:本页)?|分享(?:到|至)"
    r"|侵权|VIP|会员|积分|下载(?:本文|文档|地址|次数|权限)|全文共\d|点击(?:下载|查看)|相关(?:附件"
    r"|链接|阅读|推荐|文章)|点券|浏览器版本|主流浏览器|论文部分内容|篇文章\d+字|读完约"
    r"|^附件下载|请认真阅读|上一篇|下一篇|(?:免费|在线)阅读|本文(?:由|来自|转自)|^标签\s*[:：]"
    r"|页面宽度|快捷导航"
)
SITE_TALK = re.compile(
    r"温馨提示|由用户上传|用户自行上传|版权归属|文档版权|放心下载|向本站|网站客服|客服处理"
    r"|会员分享|在线阅读，更多"
    r"|小编|本站|网友(?:投稿|上传)|会员上传|仅供参考|供大家参考|但愿对你|希望(?:能)?对(?:您|你"
    r"|大家)|范文(?:大全|写作|网|供)"
    r"|各类范文|文库(?:网)?(?:小编|为您|提供)|为(?:您|你|大家)(?:整理|提供|带来|分享|收集)"
    r"|一文来源于|不代表本站"
)
"""Sentences of the site about itself; they may hold full stops and are no text."""

TOOL_WORDS = re.compile(
    r"[（(][^（）()]{0,8}(?:图|照片|资料|视频|现场|合影)[^（）()]{0,6}[）)]|"
    r"(?:[\W_]*|[A-Za-z]{1,12}[.…。]*|[\u4e00-\u9fff]{2,4}(?:新闻|要闻|动态|资讯|快讯|时评)"
    r"|[^\s，。、：\-—_|]{2,14}(?:手机版|网页版|电脑版|官方网站|官网|投注平台|登录入口|[Aa][Pp][Pp])"
    r"|(?:(?:微信|微博|空间|朋友圈|[Qq]{2}(?:空间)?|新浪|豆瓣|人人网?|更多|分享|收藏|打印|复制链接)\s*)+"
    r"|来自|精华|版主|楼主|(?:新闻|媒体|专题)(?:报道|聚焦|关注)|内容(?:预览|简介|介绍|提要)|提纲|约?\s*\d[\d.,+]*\s*(?:[KMG]B|页|次"
    r"|千字|万字|字|元|分|人)?|下载"
    r"|打印|分享|收藏|评论|点赞|转发|关闭|海报|转第"
    r"|引言|前言|导言|序言|绪论|导语|编者按|正文|全文|详情|详细信息|公开具体内容|信息公开内容|保留字段信息|内容概述|内容导读|内容摘要"
    r"|正文阅览|信息浏览|通知公告"
    r"|公示公告|政务公开|工作动态|新闻动态|政策文件|机关党建|党建工作|工作交流|经验交流|领导讲话"
    r"|文件资料|热点|要闻|默认|超大|大|中|小"
    r"|[大中小\s]+|举报|投诉|纠错|朗读|听全文|目\s*录|返回|更多|编辑|原创|转载|推荐|置顶|精品|热门"
    r"|最新|浏览|点击|复制|导出|预览|无标题文档|政府文件|政府公报|文件正文)"
)
RUNNING_HEAD = re.compile(
    rf"(?:公报|学报|月刊|季刊|周刊|简报|通讯|内参|日报|专刊|快报|信息|参考|动态"
    rf"|情况)\s*[（(]?(?:[{ARABIC}]{{4}}\s*[年/]?|总)?\s*第?"
    rf"\s*(?:[{ARABIC}]{{1,4}}|[{COUNTING}]{{1,5}})\s*(?:期|号|卷)"
    rf"|^[（(]?第?\s*(?:[{ARABIC}]{{1,4}}|[{COUNTING}]{{1,5}})\s*期[）)]?$"
    rf"|^第?\s*[A-Z]?[{ARABIC}]{{1,3}}\s*版(?:[:：]|$)|[{ARABIC}]{{4}}年\s*第?\s*[{ARABIC}]{{1,3}}\s*期"
    r"|\bVol\.?\s*\d|\bIssue\b|\b(?:DOI|ISSN)\s*[:：]"
    rf"|^[—\-－·\s]*\d{{1,4}}[—\-－·\s]*$|第\s*\d{{1,4}}\s*页(?:[/,，]|$)"
    r"|^(?:内部资料|内部文件|机密|秘密|绝密|特急|加急|平急|急件|密级)|^(?:工作|情况|信息|政务"
    r"|党建|纪检监察|督查)+(?:简报|专报|快报|通报|信息|动态|交流)$"
)
FILE_NUMBER = re.compile(
    rf"[（(]?\s*[\u4e00-\u9fffA-Za-zXxＸ×*＊]{{1,14}}\s*[〔\[【（(﹝［]\s*(?:[{ARABIC}]{{4}}"
    rf"|20[xX×*]{{2}}|[xX×*]{{4}})年?\s*[〕\]】）)﹞］]"
    rf"\s*第?\s*[{ARABIC}xX×*\-]{{1,5}}\s*号?\s*[）)]?"
)
"""文号: 湘政办发〔2009〕24号."""

RED_HEAD = re.compile(r"(?P<organs>[^。，；：]{2,60}?)\s*(?:文件|公文)$")
_SITE_NAME = (
    r"[^\s。，；：_|｜、“”《》]{0,22}(?:网站?|门户|文库|范文|文档|频道|资讯|百科|公文|之家|大全"
    r"|素材|公众号|新闻|党建|论坛|在线|平台|信息港"
    r"|客户端|栏目|中心|首页|下载|阅读|博客|微信|政府|委员会|\.com|\.cn|网首页)"
)
SITE_TAIL = re.compile(rf"\s*(?:[-–—―_|｜]{{1,3}}|\s·\s|--)\s*{_SITE_NAME}\s*$")
FILE_TAIL = re.compile(
    r"(?:\.(?:docx?|pdf|wps|txt|html?)(?:VIP)?|\s*[（(]?(?:[Ww]ord|WORD|[Pp]df|PDF)(?:格式|版|文档)[）)]?|\s*[（(\[【](?:全文|完整版|最新版?|仅供参考|供参考|参考|范文|精选|下载|图|组图"
    r"|附图|转载|WORD版?|word版?|最新[^（）()【】\[\]]{0,12}(?:[（(][^（）()]{1,6}[）)])?)[）)\]】]"
    r"|\s*\d{2,5}字(?:范文)?|\s*[（(]\d{1,2}[）)]|\s*[（(](?:统一编号|发文字号|文号|编号|备案号)[:：][^（）()]{1,40}[）)]"
    rf"|\s*[（(\[【]?(?:共|精选|通用|合集|推荐|优选|汇总|范文)?\s*(?:[{ARABIC}]{{1,3}}"
    rf"|[{COUNTING}]{{1,3}})[篇则份](?:范文)?[）)\]】]"
    rf"|\s*[（(【\[]?第?篇\s?(?:[{ARABIC}]{{1,2}}|[{COUNTING}]{{1,2}})[）)】\]]?"
    r"|[（(]第\s?\d{1,3}\s?[/／]\s?共?\d{1,3}\s?页[）)]|[_\s]+第\s?\d{1,3}\s?页"
    r"|\*{2,}|\s*[（(\[【]VIP[）)\]】]|\s*[.．]|\s+(?:全文|下载)|[-_]\d{1,2})$"
)
LEADING_MARK = re.compile(
    rf"^(?:(?:A[+＋\-－]\s*)+|(?:[•●■◆▪※★☆·\s|]|\*\s)+|(?:标题|题目|文件名称|公文名称|名称|题名|文档名称|文档标题|文件名|文档介绍"
    r"|文档简介|资源描述|内容简介)\s*[:：]\s*|编号\s*[:：]\s*\d{4,}\s*(?=[\u4e00-\u9fff])"
    r"|第\s?\d{1,3}\s?页\s?[共/]\s?\d{1,3}\s?页\s*(?=[\u4e00-\u9fff])"
    rf"|第?篇?[{COUNTING}]{{1,3}}篇?\s*[:：]\s*(?=\S{{6}})"
    rf"|第[{COUNTING}{ARABIC}]{{1,3}}篇\s+(?=\S{{6}})|[?？\ufffd]+(?=[\u4e00-\u9fff])"
    r"|精选优质文档-*|倾情为你奉上|[【\[](?:范文|转载|原创|推荐|精选|精品|独家|置顶|热门|最新|word|WORD|公文|材料)[】\]]\s*)"
)
MOST_TAILS = 4
LONGEST_FURNITURE = 80


def is_furniture(line: str) -> bool:
    """Tell whether a line belongs to the page or the site, not to the text."""
    if len(line) > LONGEST_FURNITURE and "。" in line:
        return False  # a paragraph, whatever words it holds
    return bool(
        TOOL_WORDS.fullmatch(line.strip("—-:： "))
        or BREADCRUMB.search(line)
        or SITE.search(line)
        or RUNNING_HEAD.search(line)
    )


def without_site(line: str) -> str:
    """Return a line without the names of sites behind it and the marks around it.

    关于…的方案--青石新闻网-青石纪检监察网 -> 关于…的方案; 【关于…的报告】 -> 关于…的报告.
    """
    line = line.strip(" \t\u3000|｜")
    for _ in range(MOST_TAILS):
        shorter = SITE_TAIL.sub("", FILE_TAIL.sub("", line))
        shorter = LEADING_MARK.sub("", shorter).strip(" \t\u3000|｜")
        if shorter == line or len(shorter) < 4:
            break
        line = shorter
    if match := re.fullmatch(r"[【\[](?P<inside>[^】\]]{5,})[】\]]", line):
        line = match["inside"].strip()
    return line
